import Foundation
import Quantities
import Reporting

/// How far a batch is, on standard error: on a terminal one line that changes, elsewhere a line now and then.
struct BatchProgress {
  private let total: Int
  private let start = ContinuousClock.now
  private let isTerminal = isatty(STDERR_FILENO) == 1
  private var last: ContinuousClock.Instant
  private var isShown = false
  /// Where this run began.
  private let first: (position: Int, records: Int)

  /// - Parameter total: how far the end is, as positions are.
  init(to total: Int, from position: Int, _ records: Int) {
    self.total = total
    first = (position, records)
    last = start
  }

  mutating func report(_ position: Int, _ tally: BatchTally) {
    let now = ContinuousClock.now
    guard now - last >= (isTerminal ? .milliseconds(250) : .seconds(10)) else { return }
    last = now
    let seconds = max((now - start) / .seconds(1), 1e-3)
    let rate = Double(tally.records - first.records) / seconds
    let speed = Double(position - first.position) / seconds
    var text = "\(tally.records.grouped) records"
    if total > 0 { text += " (\(Int(held: Double(position) / Double(total) * 100)) %)" }
    text += ", \(rate < 10 ? Numbers.fixed(rate, 1) : Int(held: rate).grouped) a second"
    if tally.bad > 0 { text += ", \(tally.bad.grouped) bad" }
    if speed > 0 { text += ", \(Self.time(Double(total - position) / speed)) left" }
    write(isTerminal ? "\r\(text)\u{1B}[K" : text + "\n")
    isShown = isTerminal
  }

  /// Clears the line.
  mutating func end() {
    if isShown { write("\r\u{1B}[K") }
    isShown = false
  }

  private static func time(_ seconds: Double) -> String {
    let whole = Int(held: seconds.rounded(.up))
    if whole < 120 { return "\(whole) s" }
    return whole < 7_200 ? "\((whole + 59) / 60) min" : "\((whole + 3_599) / 3_600) h"
  }

  private func write(_ text: String) {
    try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
  }
}

extension Int {
  /// With commas between thousands.
  var grouped: String { Numbers.fixed(Double(self), 0) }
}
