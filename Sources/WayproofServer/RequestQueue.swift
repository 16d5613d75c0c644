import Foundation
import HTTPTypes
import NIOPosix
import Parallelism
import Reporting
import Synchronization

/// Where questions are worked out, off the threads that serve connections: as many at once as there are cores, and so many
/// more that wait. Long ones go through a lane of their own, so that short ones need not wait for them.
final class RequestQueue: Sendable {
  enum Lane: Sendable { case short, long }

  private let short: NIOThreadPool
  private let long: NIOThreadPool
  private let limits: ServiceSettings.Limits
  private let inside = Atomic<Int>(0)
  private let memory: MemoryGuard

  init(_ limits: ServiceSettings.Limits, cores: Int = ProcessInfo.processInfo.activeProcessorCount)
  {
    self.limits = limits
    memory = MemoryGuard(megabytes: limits.memory)
    short = NIOThreadPool(numberOfThreads: max(1, cores))
    long = NIOThreadPool(numberOfThreads: 1)
    short.start()
    long.start()
  }

  deinit {
    short.shutdownGracefully { _ in }
    long.shutdownGracefully { _ in }
  }

  /// How many requests are worked out or wait.
  var load: Int { inside.load(ordering: .relaxed) }

  /// - Parameter work: is given the time by which it should be done, and may ask for it as it goes.
  /// - Throws: `Problem` where too many wait, memory runs short or time runs out, and what the work throws.
  func run<Value: Sendable>(
    _ lane: Lane = .short, _ work: @escaping @Sendable (Deadline) throws -> Value
  ) async throws -> Value {
    try Task.checkCancellation()
    let deadline = Deadline(after: limits.seconds)
    guard inside.add(1, ordering: .relaxed).newValue <= limits.waiting else {
      inside.subtract(1, ordering: .relaxed)
      throw busy("\(limits.waiting) requests wait already")
    }
    if let full = memory.shortage() {
      inside.subtract(1, ordering: .relaxed)
      throw busy(full)
    }
    let pool = lane == .short ? short : long
    let seconds = limits.seconds
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        let reply = Reply(continuation)
        let alarm = Task {
          try await Task.sleep(for: .seconds(seconds))
          deadline.end()
          reply.resume(with: .failure(Self.late(seconds)))
        }
        pool.submit { state in
          defer {
            if self.inside.subtract(1, ordering: .relaxed).newValue == 0 { self.memory.giveBack() }
            alarm.cancel()
          }
          guard state == .active else {
            return reply.resume(
              with: .failure(Problem(.serviceUnavailable, "the service is being stopped")))
          }
          // Nobody waits for what was due before it began.
          if deadline.isOver { return reply.resume(with: .failure(Self.late(seconds))) }
          let result = Result { try TimeLimit.until(deadline) { try work(deadline) } }
          // What was given up for want of time is no answer.
          reply.resume(with: deadline.isOver ? .failure(Self.late(seconds)) : result)
        }
      }
    } onCancel: {
      // Whoever asked has gone.
      deadline.end()
    }
  }

  /// Why nothing can be worked out now; nil where it can.
  var obstacle: String? {
    load < limits.waiting ? memory.shortage() : "\(limits.waiting) requests wait already"
  }

  private func busy(_ why: String) -> Problem {
    var problem = Problem(.serviceUnavailable, "\(why); ask again later")
    problem.retryAfter = 1
    return problem
  }

  static func late(_ seconds: Double) -> Problem {
    Problem(
      .gatewayTimeout,
      "this takes longer than the \(Numbers.seconds(seconds)) that a request may take")
  }
}

/// Where an answer is waited for: the first counts.
private final class Reply<Value: Sendable>: Sendable {
  private let waiting: Mutex<CheckedContinuation<Value, any Error>?>

  init(_ continuation: CheckedContinuation<Value, any Error>) { waiting = Mutex(continuation) }

  func resume(with result: Result<Value, any Error>) {
    waiting.withLock { waiting in
      let first = waiting
      waiting = nil
      return first
    }?.resume(with: result)
  }
}
