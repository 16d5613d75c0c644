import Foundation
import Railways
import Quantities

/// Shows on standard error how far a long piece of work is; silent where nobody looks.
final class ProgressBar {
  private let isShown = isatty(STDERR_FILENO) == 1
  private let start = Date()
  private var last = Date.distantPast
  private var isOpen = false

  func show(_ progress: ImportProgress) {
    guard isShown, Date().timeIntervalSince(last) > 0.1 else { return }
    last = Date()
    let seconds = max(0.001, last.timeIntervalSince(start))
    let all = Double(progress.size * progress.passes)
    let done = Double(progress.size * (progress.pass - 1) + progress.read)
    let share = all > 0 ? min(1, done / all) : 0
    let filled = Int(held: share * 30)
    let bar = String(repeating: "█", count: filled) + String(repeating: "·", count: 30 - filled)
    let rate = done / seconds / 1e6
    let left = share > 0 ? seconds / share - seconds : 0
    line("\(bar) \(Int(held: share * 100)) % \(Int(held: rate)) MB/s, \(Int(held: left)) s left")
  }

  func stage(_ text: String) {
    guard isShown else { return }
    line(text + " …")
  }

  func end() {
    guard isOpen else { return }
    try? FileHandle.standardError.write(contentsOf: Data("\r\u{1B}[K".utf8))
  }

  private func line(_ text: String) {
    isOpen = true
    try? FileHandle.standardError.write(contentsOf: Data("\r\u{1B}[K\(text)".utf8))
  }
}
