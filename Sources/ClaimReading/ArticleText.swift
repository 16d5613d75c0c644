import Figures

/// A text to read, as valid UTF-8, its digits as those of ASCII.
public struct ArticleText: Sendable {
  public let bytes: [UInt8]

  /// Why a text cannot be read.
  public enum Refusal: Error, Hashable, Sendable, CustomStringConvertible {
    case empty
    case binary
    case pdf
    case notUTF8(offset: Int)
    case tooLarge(Int)

    public var description: String {
      switch self {
      case .empty: "there is no text in it"
      case .binary:
        "this is no text: it holds null bytes; save the article as plain text, Markdown or HTML"
      case .pdf: "this is a PDF; save its text first, for example with: pdftotext article.pdf"
      case .notUTF8(let offset):
        "not UTF-8 at byte \(offset); convert it, for example with: iconv -f windows-1252 -t utf-8"
      case .tooLarge(let size): "\(size) bytes; a text has at most \(ArticleText.limit)"
      }
    }
  }

  /// The greatest size of a text in bytes.
  public static let limit = 512 << 20

  /// - Throws: `Refusal` for what is no UTF-8 text.
  public init(utf8 bytes: [UInt8]) throws(Refusal) {
    guard bytes.count <= Self.limit else { throw .tooLarge(bytes.count) }
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes[3...]) : bytes
    guard text.contains(where: { $0 > 0x20 }) else { throw .empty }
    if text.starts(with: Array("%PDF-".utf8)) { throw .pdf }
    if text.contains(0) { throw .binary }
    if let offset = Self.firstMistake(in: text) { throw .notUTF8(offset: offset) }
    self.bytes = WideSigns.withPlainDigits(text)
  }

  /// The characters of a range of bytes.
  public func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
  }

  /// The offset of the first byte that is no UTF-8; nil where all is well.
  private static func firstMistake(in bytes: [UInt8]) -> Int? {
    guard String(validating: bytes, as: UTF8.self) == nil else { return nil }
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var offset = 0
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): offset += String(scalar).utf8.count
      case .emptyInput: return nil
      case .error: return offset
      }
    }
  }
}
