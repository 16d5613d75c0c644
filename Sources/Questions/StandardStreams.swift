import Foundation

/// The three streams that a program is given.
public enum StandardStreams {
  /// Puts something that cannot be used in the place of each that is closed: else the next file that is opened would be taken
  /// for it, and be read or written over.
  public static func reserve() {
    for (stream, mode) in [
      (STDIN_FILENO, O_WRONLY), (STDOUT_FILENO, O_RDONLY), (STDERR_FILENO, O_RDONLY),
    ]
    where fcntl(stream, F_GETFD) < 0 {
      // The lowest number that is free is taken, which is this one.
      _ = open("/dev/null", mode)
    }
  }
}
