import Foundation
import Wording

/// A case file that a page carries along, so that it can be judged again from the page.
public struct EmbeddedCase: Sendable {
  private let bytes: [UInt8]

  /// - Parameter bytes: the case file as it was written.
  public init(bytes: [UInt8]) { self.bytes = bytes }

  private static let opening = "<script type=\"application/yaml\" id=\"wayproof-case\">"
  private static let closing = "</script>"

  /// To read, and for programs: in base 64, so that nothing in it is markup.
  func markup(in language: Language) -> String {
    let lines = String(decoding: bytes, as: UTF8.self).split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let text = lines.map { String($0).escapedForMarkup }.joined(separator: "\n")
    return """
      <details><summary>\(language.text("The case file").escapedForMarkup)</summary>
      <pre>\(text)</pre>
      </details>
      \(Self.opening)\(bytes.base64)\(Self.closing)
      """
  }

  /// The case file that a page carries along; nil for what is no such page.
  public static func bytes(in page: [UInt8]) -> [UInt8]? {
    // Pages of ours begin so; a case file never does.
    guard page.starts(with: Array("<!doctype html>".utf8)) else { return nil }
    let text = String(decoding: page, as: UTF8.self)
    guard let start = text.range(of: opening, options: .backwards),
      let end = text.range(of: closing, range: start.upperBound..<text.endIndex),
      let data = Data(base64Encoded: String(text[start.upperBound..<end.lowerBound]))
    else { return nil }
    return Array(data)
  }
}
