import Foundation

/// A value or a time in the words of a language, from `FiguresTests/Vectors/figures.tsv`.
public struct FigureVector: Sendable, CustomStringConvertible {
  public let language: String
  /// A dimension, or `time`.
  public let field: String
  public let words: String
  /// The same in the words of case files.
  public let value: String
  /// A sentence of an article with `{}` for the words; blank where no article could say so.
  public let sentence: String

  public var description: String { "\(language), \(field): \(words)" }

  public static let all: [FigureVector] = {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("FiguresTests/Vectors/figures.tsv")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").dropFirst().map { line in
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      return FigureVector(
        language: fields[0], field: fields[1], words: fields[2], value: fields[3],
        sentence: fields.count > 4 ? fields[4] : "")
    }
  }()
}
