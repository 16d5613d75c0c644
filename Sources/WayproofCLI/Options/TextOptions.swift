import ArgumentParser

/// How text is written for a terminal, a log or an e-mail.
struct TextOptions: ParsableArguments {
  @Flag(
    help: "Text without colours, and with ASCII in place of signs, lines and curly quotation marks."
  )
  var plain = false

  /// Whether colours may be used.
  var isColoured: Bool { !plain && Output.isColoured }

  /// The text as it is to be written.
  func text(_ text: String) -> String {
    guard plain else { return text }
    return String(text.flatMap { Self.ascii[$0] ?? String($0) })
  }

  private static let ascii: [Character: String] = [
    "✗": "x", "✓": "+", "◐": "o", "•": "*", "═": "=", "─": "-", "│": "|", "“": "\"", "”": "\"",
    "‘": "'", "’": "'",
    "«": "\"", "»": "\"", "–": "-", "—": "-", "−": "-", "…": "...", "\u{A0}": " ",
  ]
}
