import ArgumentParser
import Casework
import ClaimReading
import Datasets
import Foundation
import Questions
import Reporting

struct ReadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read",
    abstract: "Find the distances, times and speeds in articles and draft a case.",
    discussion: """
      EXAMPLES:
        wayproof read article.txt > case.yaml
        wayproof read a.txt b.html | wayproof check -
        wayproof read --before yesterday.jsonl article.html
        wayproof read --format jsonl --published 2019-04-24 article.txt
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case draft, jsonl, ties, text, html
  }

  enum Input: String, ExpressibleByArgument, CaseIterable {
    case plain, markdown, html
  }

  @OptionGroup var data: DataOptions

  @Argument(help: "Articles as plain text, Markdown or HTML; - reads one from standard input.")
  var articles: [String]

  @Option(
    help: """
      draft (a case file), jsonl, ties (jsonl with all that each figure may belong to), or the articles with \
      their figures marked as text or html.
      """)
  var format: Format = .draft

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

  @Option(
    help: "Of a draft: from which confidence on a tie makes a claim, 0 to 1 (default: 0.76).")
  var confidence: Double?

  @Option(
    help: """
      An earlier reading as JSON Lines: says which of its figures moved, changed or vanished, and which \
      are new.
      """)
  var before: String?

  func run() throws {
    let world = try data.world()
    let read: [ReadArticle]
    do {
      var reader = try ReadQuestion.reader(of: language, in: world)
      reader.isExplaining = format == .ties
      read = try articles.map { try question($0).answer(by: reader) }
    } catch {
      throw CommandFailure(error)
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
    case .ties: for article in read { Output.write(article.choiceLines) }
    case .text:
      let renderer = TerminalRenderer(
        width: Output.terminalWidth, isColoured: Output.isColoured)
      Output.write(renderer.text(Story(reading: read)))
    case .html: Output.write(HTMLRenderer(title: "What was read").text(Story(reading: read)))
    case .draft:
      do { Output.write(try world.draft(of: read, confidence: confidence)) } catch {
        throw CommandFailure(error)
      }
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

  private func question(_ path: String) throws(CommandFailure) -> ReadQuestion {
    let bytes: [UInt8]
    if path == "-" {
      bytes = try StandardInput.bytes(limit: ArticleText.limit)
    } else {
      do {
        bytes = try DataFolder.bytes(of: URL(fileURLWithPath: path), limit: ArticleText.limit)
      } catch {
        throw CommandFailure("\(path): \(error)")
      }
    }
    let name = path == "-" ? "standard input" : URL(fileURLWithPath: path).lastPathComponent
    var question = ReadQuestion(bytes, name: name)
    question.input = input.flatMap { ArticleFormat(rawValue: $0.rawValue) }
    question.language = language
    question.published = published
    question.outlet = outlet
    question.url = url
    return question
  }
}
