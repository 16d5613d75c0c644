import Casework
import ClaimReading
import HTTPTypes
import Questions
import Reporting

extension Endpoint {
  private static let readFormats: [FileFormat] = [.yaml, .jsonLines, .html]

  /// What an article says of journeys.
  static let read = Endpoint(
    method: .post, path: "/v1/read",
    summary:
      "Find every checkable travel figure of an article: a draft of a case file, or each figure with its words.",
    parameters: [
      Parameter(
        "format", .choice(readFormats.map(\.name)), "How the answer is written.", example: "yaml"),
      Parameter(
        "language",
        "The code of its language, of those that have a lexicon; found from its words where none is given.",
        example: "en"),
      Parameter(
        "published", "The day of the report; found in its head where none is given.",
        example: "2019-04-24"),
      Parameter("outlet", "Who published it.", example: "The Korea Herald"),
      Parameter("url", "Its address.", example: "https://example.org/article"),
      Parameter("name", "What it is called in the draft.", example: "article.txt"),
    ],
    body: .text(
      ["text/plain"] + [ArticleFormat.html, .markdown].map(\.mediaType), example: Examples.article),
    successes: [Success(words: "What was read.", types: readFormats.flatMap(\.types))],
    problems: [.unprocessableContent]
  ) { call in
    let (arguments, service) = (call.arguments, call.service)
    var question = ReadQuestion(call.text, name: arguments.text("name") ?? "the article")
    question.input = [.html, .markdown].first { $0.mediaType == call.type }
    question.language = arguments.text("language")
    question.published = arguments.text("published")
    question.outlet = arguments.text("outlet")
    question.url = arguments.text("url")
    let format = FileFormat.asked(by: call, among: readFormats)
    let text = try await service.queue.run { [question] _ in
      let article = try asking { () throws(QuestionError) in
        try question.answer(by: service.reader)
      }
      switch format {
      case .jsonLines: return article.jsonLines
      case .html: return HTMLRenderer(title: "What was read").text(Story(reading: [article]))
      default:
        do { return try service.world.draft(of: [article]) } catch {
          throw Problem(.unprocessableContent, "\(error)")
        }
      }
    }
    return Answer.written(text, format)
  }
}

extension ArticleFormat {
  /// What a body is called that is written so; one of plain text may be anything that a program sends.
  fileprivate var mediaType: String { "text/\(rawValue)" }
}
