import ArgumentParser
import ClaimReading
import Datasets
import Foundation
import Questions

/// What is known of articles besides their text.
struct ArticleOptions: ParsableArguments {
  enum Input: String, ExpressibleByArgument, CaseIterable {
    case plain, markdown, html
  }

  @Option(help: "The language of the articles, such as en or ru (default: found from their words).")
  var language: String?

  @Option(help: "The day of the report, 2019-04-24 (default: found in the article's head).")
  var published: String?

  @Option(help: "plain, markdown or html (default: found from the name and the text).")
  var input: Input?

  @Option(help: "The outlet of the articles.")
  var outlet: String?

  @Option(help: "Their address.")
  var url: String?

  /// An article in a file, or in standard input.
  func question(_ path: String) throws(CommandFailure) -> ReadQuestion {
    let bytes =
      try path == "-"
      ? StandardInput.bytes(limit: ArticleText.limit)
      : Self.bytes(of: path, limit: ArticleText.limit)
    let name = path == "-" ? "standard input" : URL(fileURLWithPath: path).lastPathComponent
    var question = ReadQuestion(bytes, name: name)
    question.input = input.flatMap { ArticleFormat(rawValue: $0.rawValue) }
    question.language = language
    question.published = published
    question.outlet = outlet
    question.url = url
    return question
  }

  static func bytes(of path: String, limit: Int) throws(CommandFailure) -> [UInt8] {
    do { return try DataFolder.bytes(of: URL(fileURLWithPath: path), limit: limit) } catch {
      throw CommandFailure("\(path): \(error)")
    }
  }
}
