import Dispatch
import Synchronization

/// Does two things at once, on two cores where there are two.
///
/// - Returns: what both gave.
public func inParallel<First: Sendable, Second: Sendable>(
  _ first: @Sendable () -> First, _ second: @Sendable () -> Second
) -> (First, Second) {
  let results = Mutex<(First?, Second?)>((nil, nil))
  DispatchQueue.concurrentPerform(iterations: 2) { index in
    if index == 0 {
      let result = first()
      results.withLock { $0.0 = result }
    } else {
      let result = second()
      results.withLock { $0.1 = result }
    }
  }
  let done = results.withLock { $0 }
  return (done.0 ?? first(), done.1 ?? second())
}
