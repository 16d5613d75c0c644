import Foundation
import Synchronization

/// Whether the user pressed Ctrl-C, for work that ends with whole lines.
enum Interrupt {
  /// From now on Ctrl-C is only noted; a second one ends the program.
  static func watch() {
    signal(SIGINT) { _ in
      if requests.add(1, ordering: .relaxed).newValue > 1 { _exit(130) }
    }
    // A parent may have blocked it, and children inherit that.
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGINT)
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
  }

  static var isRequested: Bool { requests.load(ordering: .relaxed) > 0 }
}

/// How often Ctrl-C was pressed; of no type, so that a signal handler may reach it.
private let requests = Atomic<Int>(0)
