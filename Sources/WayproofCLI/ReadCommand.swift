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
    case draft, jsonl
  }

  @OptionGroup var data: DataOptions

  @Argument(help: "Articles as plain text, Markdown or HTML; - reads one from standard input.")
  var articles: [String]

  @Option(help: "draft (a case file) or jsonl.")
  var format: Format = .draft

  @Option(help: "The language of the articles; found from their words otherwise.")
  var language: String?

  @Option(help: "The day of the report, 2019-04-24; found in the article's head otherwise.")
  var published: String?

  @Option(help: "The outlet of the articles.")
  var outlet: String?

  @Option(help: "Their address.")
  var url: String?

  func run() throws {
    let world = try data.world()
    let reader: ArticleReader
    do { reader = try world.articleReader() } catch { throw CommandFailure(error) }
    let date = try published.map { text throws(CommandFailure) in
      guard let date = CivilDate(iso: text) else {
        throw CommandFailure("--published \(text): no day of the calendar; write 2019-04-24")
      }
      return date
    }
    let read = try articles.map { path throws(CommandFailure) in
      let (text, digest) = try Self.text(path)
      return ReadArticle(
        name: path == "-" ? "standard input" : URL(fileURLWithPath: path).lastPathComponent,
        sha256: digest, outlet: outlet ?? "", url: url ?? "", text: text,
        reading: reader.read(text, language: language, published: date))
    }
    switch format {
    case .jsonl: for article in read { Output.write(article.jsonLines) }
    case .draft:
      do { Output.write(try world.draft(of: read)) } catch { throw CommandFailure(error) }
    }
  }

  static func text(_ path: String) throws(CommandFailure) -> (ArticleText, digest: String) {
    do {
      let bytes =
        path == "-"
        ? Array(FileHandle.standardInput.readDataToEndOfFile())
        : try DataFolder.bytes(of: URL(fileURLWithPath: path), limit: ArticleText.limit)
      return (try ArticleText(utf8: bytes), sha256(bytes))
    } catch {
      throw CommandFailure("\(path): \(error)")
    }
  }
}
