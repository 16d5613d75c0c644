import CMemory
import Foundation
import Synchronization

/// Whether there is memory for more work, by what the program uses and not by what its allocator keeps.
final class MemoryGuard: Sendable {
  private let megabytes: Int
  /// When memory was last given back.
  private let last = Mutex<ContinuousClock.Instant?>(nil)

  /// Giving memory back goes over all of it, and is worth the time so often.
  private static let pause = Duration.seconds(1)

  /// - Parameter megabytes: how much may be used.
  init(megabytes: Int) { self.megabytes = megabytes }

  /// What there is too much of, for whoever asks; nil where there is room.
  func shortage() -> String? {
    guard let held = Self.heldMegabytes, held > megabytes else { return nil }
    giveBack(above: 0)
    guard let used = Self.heldMegabytes, used > megabytes else { return nil }
    return "\(used) MB are in use, and \(megabytes) MB may be"
  }

  /// Gives back what the allocator keeps of work that is done, where that is much.
  func giveBack() { giveBack(above: megabytes / 4) }

  private func giveBack(above kept: Int) {
    guard let held = Self.heldMegabytes, held > kept else { return }
    let isDue = last.withLock { last in
      let now = ContinuousClock.now
      if let last, now - last < Self.pause { return false }
      last = now
      return true
    }
    if isDue { cmemory_give_back() }
  }

  /// What the program holds in memory that is no file's, in megabytes; nil where the system does not tell.
  ///
  /// Source: proc(5), `/proc/[pid]/statm`: size, resident, shared …, in pages.
  static var heldMegabytes: Int? {
    // The file says that it is empty, so it is read and not asked for its size.
    guard let file = FileHandle(forReadingAtPath: "/proc/self/statm"),
      let bytes = try? file.read(upToCount: 256)
    else { return nil }
    let fields = String(decoding: bytes, as: UTF8.self).split(separator: " ")
      .compactMap { Int($0) }
    return fields.count > 2 ? ((fields[1] - fields[2]) * Int(getpagesize())) >> 20 : nil
  }
}
