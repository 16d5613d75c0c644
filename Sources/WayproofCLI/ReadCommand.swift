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
        wayproof read --before yesterday.jsonl article.html
        wayproof read --format jsonl --published 2019-04-24 article.txt
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case draft, jsonl, text, html
  }

  enum Input: String, ExpressibleByArgument, CaseIterable {
    case plain, markdown, html
  }

  @OptionGroup var data: DataOptions

  @Argument(help: "Articles as plain text, Markdown or HTML; - reads one from standard input.")
  var articles: [String]

  @Option(
    help: "draft (a case file), jsonl, or the articles with their figures marked as text or html.")
  var format: Format = .draft

  @Option(help: "The language of the articles, such as en or ru; found from their words otherwise.")
  var language: String?

  @Option(help: "The day of the report, 2019-04-24; found in the article's head otherwise.")
  var published: String?

  @Option(help: "plain, markdown or html; found from the name and the text otherwise.")
  var input: Input?

  @Option(help: "The outlet of the articles.")
  var outlet: String?

  @Option(help: "Their address.")
  var url: String?

  @Option(
    help: """
      An earlier reading as JSON Lines: says which of its figures moved, changed or vanished, and which \
      are new.
      """)
  var before: String?

  func run() throws {
    let world = try data.world()
    if let language, !Lexicon.languages.contains(language) {
      throw CommandFailure(
        "--language \(language): no lexicon; there are \(Lexicon.languages.joined(separator: ", "))"
      )
    }
    let reader: ArticleReader
    do { reader = try world.articleReader(language: language) } catch {
      throw CommandFailure(error)
    }
    let date = try published.map { text throws(CommandFailure) in
      guard let date = CivilDate(iso: text) else {
        throw CommandFailure("--published \(text): no day of the calendar; write 2019-04-24")
      }
      return date
    }
    let read = try articles.map { path throws(CommandFailure) in
      let (text, head, digest) = try text(path)
      return ReadArticle(
        name: path == "-" ? "standard input" : URL(fileURLWithPath: path).lastPathComponent,
        sha256: digest, outlet: outlet ?? head.outlet, url: url ?? head.url, text: text,
        reading: reader.read(text, language: language, published: date ?? head.published))
    }
    for article in read where article.reading.figures.isEmpty {
      Output.error(
        "\(article.name): no travel figures found in it, read as \(article.reading.language)")
    }
    if let before {
      try compare(read, with: before)
      return
    }
    switch format {
    case .jsonl: for article in read { Output.write(article.jsonLines) }
    case .text:
      let renderer = TerminalRenderer(
        width: Output.terminalWidth, isColoured: Output.isColoured)
      Output.write(renderer.text(Story(reading: read)))
    case .html: Output.write(HTMLRenderer(title: "What was read").text(Story(reading: read)))
    case .draft:
      do { Output.write(try world.draft(of: read)) } catch { throw CommandFailure(error) }
    }
  }

  private func compare(_ articles: [ReadArticle], with path: String) throws(CommandFailure) {
    guard let article = articles.first, articles.count == 1 else {
      throw CommandFailure("--before compares one article with its earlier reading")
    }
    let earlier: [EarlierFigure]
    do {
      earlier = try EarlierFigure.figures(
        ofLines: DataFolder.bytes(of: URL(fileURLWithPath: path), limit: 64 << 20))
    } catch {
      throw CommandFailure("\(path): \(error)")
    }
    let changes = article.changes(since: earlier)
    Output.write(ReadingChanges(changes).text)
  }

  private func text(
    _ path: String
  ) throws(CommandFailure) -> (ArticleText, ArticleText.Head, digest: String) {
    do {
      let bytes =
        path == "-"
        ? Array(FileHandle.standardInput.readDataToEndOfFile())
        : try DataFolder.bytes(of: URL(fileURLWithPath: path), limit: ArticleText.limit)
      let read = try ArticleText.reading(
        bytes,
        as: input.flatMap { ArticleFormat(rawValue: $0.rawValue) }
          ?? ArticleFormat(name: path, bytes: bytes))
      return (read.text, read.head, sha256(bytes))
    } catch {
      throw CommandFailure("\(path): \(error)")
    }
  }
}
