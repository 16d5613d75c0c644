import Foundation
import Quantities

/// How far a long piece of work is, told on standard error where that is a terminal.
struct Progress {
  private let count: Int
  private let what: String
  private let start = ContinuousClock.now
  private var last: ContinuousClock.Instant
  private var isShown = false
  private let isWanted: Bool
  private var first: Int?

  private static let pause = Duration.milliseconds(250)

  init(_ count: Int, _ what: String) {
    self.count = count
    self.what = what
    last = start
    isWanted = isatty(STDERR_FILENO) == 1
  }

  /// - Parameter done: how many are done, those of an earlier run among them.
  mutating func report(_ done: Int) {
    if first == nil { first = done }
    let now = ContinuousClock.now
    guard isWanted, now - last >= Self.pause else { return }
    last = now
    isShown = true
    let seconds = (now - start) / .seconds(1)
    let rate = Double(done - (first ?? 0)) / max(seconds, 1e-3)
    let left = rate > 0 ? "\(Int(held: (Double(count - done) / rate).rounded(.up))) s left" : ""
    Self.write("\r\(done) of \(count) \(what), \(Int(held: rate)) a second, \(left)\u{1B}[K")
  }

  /// Clears the line.
  mutating func end() {
    if isShown { Self.write("\r\u{1B}[K") }
    isShown = false
  }

  private static func write(_ text: String) {
    try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
  }
}
