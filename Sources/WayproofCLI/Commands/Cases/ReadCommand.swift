import ArgumentParser
import Casework
import ClaimReading
import Datasets
import Foundation
import Questions
import Reporting
import Travel

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
        wayproof read --draft-by http://localhost:8080/v1 --model qwen3 article.txt
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case draft, jsonl, ties, text, html
  }

  @OptionGroup var data: DataOptions
  @OptionGroup var reading: ArticleOptions

  @Argument(help: "Articles as plain text, Markdown or HTML; - reads one from standard input.")
  var articles: [String]

  @Option(
    help: """
      draft (a case file), jsonl, ties (jsonl with all that each figure may belong to), or the articles with \
      their figures marked as text or html.
      """)
  var format: Format = .draft

  @Option(
    help: "Of a draft: from which confidence on a tie makes a claim, 0 to 1 (default: 0.76).")
  var confidence: Double?

  @Option(
    help: """
      An earlier reading as JSON Lines: says which of its figures moved, changed or vanished, and which \
      are new.
      """)
  var before: String?

  @Option(
    help: """
      The address of a server of your own that speaks the chat interface of OpenAI (llama.cpp, Ollama, vLLM): it proposes \
      what each figure belongs to, and only what the article bears is admitted. WAYPROOF_MODEL_KEY holds its key.
      """)
  var draftBy: String?

  @Option(help: "The name of the model there.")
  var model: String?

  func run() throws {
    let world = try data.world()
    if let draftBy {
      try draft(by: ModelServer(draftBy), in: world)
      return
    }
    guard model == nil else { throw CommandFailure("--model goes with --draft-by") }
    let read: [ReadArticle]
    do {
      var reader = try ReadQuestion.reader(of: reading.language, in: world)
      reader.isExplaining = format == .ties
      read = try articles.map { try reading.question($0).answer(by: reader) }
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

  private func draft(by server: ModelServer, in world: World) throws(CommandFailure) {
    guard let model else { throw CommandFailure("--draft-by needs the model's name: --model") }
    guard articles.count == 1, format == .draft else {
      throw CommandFailure("--draft-by drafts a case of one article")
    }
    let question = try reading.question(articles[0])
    let draft: [UInt8]
    do {
      var reader = try ReadQuestion.reader(of: reading.language, in: world)
      reader.isExplaining = true
      let request = try DraftRequest(model: model, article: question.answer(by: reader))
      draft = try DraftRequest.draft(in: server.answer(to: Array(request.body.text().utf8)))
    } catch {
      throw CommandFailure(error)
    }
    let name = "the draft by \(model)"
    try AdmitCommand.write(AdmitQuestion(draft: draft, name: name, article: question), in: world)
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
}
