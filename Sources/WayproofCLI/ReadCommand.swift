import ArgumentParser
import Casework
import Chronology
import ClaimReading
import Datasets
import Foundation
import Reporting

struct ReadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read",
    abstract: "Find every checkable travel figure of articles, with its words.",
    discussion: """
      EXAMPLES:
        wayproof read article.txt > case.yaml
        wayproof read a.txt b.html | wayproof check -
        wayproof read --format jsonl --published 2019-04-24 article.txt
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case jsonl
  }

  @OptionGroup var data: DataOptions

  @Argument(help: "Articles as plain text, Markdown or HTML; - reads one from standard input.")
  var articles: [String]

  @Option(help: "jsonl.")
  var format: Format = .jsonl

  @Option(help: "The language of the articles; found from their words otherwise.")
  var language: String?

  @Option(help: "The day of the report, 2019-04-24; found in the article's head otherwise.")
  var published: String?

  func run() throws {
    let reader = try self.reader()
    let date = try published.map { text throws(CommandFailure) in
      guard let date = CivilDate(iso: text) else {
        throw CommandFailure("--published \(text): no day of the calendar; write 2019-04-24")
      }
      return date
    }
    for path in articles {
      let text = try Self.text(path)
      let article = ReadArticle(
        name: path == "-" ? "standard input" : URL(fileURLWithPath: path).lastPathComponent, text: text,
        reading: reader.read(text, language: language, published: date))
      Output.write(article.jsonLines)
    }
  }

  private func reader() throws(CommandFailure) -> ArticleReader {
    let world = try data.world(vehicles: false)
    do { return try world.articleReader() } catch { throw CommandFailure(error) }
  }

  static func text(_ path: String) throws(CommandFailure) -> ArticleText {
    do {
      let bytes =
        path == "-"
        ? Array(FileHandle.standardInput.readDataToEndOfFile())
        : try DataFolder.bytes(of: URL(fileURLWithPath: path), limit: ArticleText.limit)
      return try ArticleText(utf8: bytes)
    } catch {
      throw CommandFailure("\(path): \(error)")
    }
  }
}
