import Casework
import ClaimReading
import Datasets
import Foundation
import Gazetteer
import HTTPTypes
import Hummingbird
import Questions
import Reporting
import Travel

extension Page {
  private static let language = Parameter(
    "language", "The code of the language of its words.", example: "ru")

  /// All that the page shows of a case, judged once; what is wrong with the case, as `problem`, is an answer too, for
  /// somebody who writes makes mistakes all the time, and browsers report other answers as faults of the page.
  static let board = Endpoint(
    method: .post, path: "/page/board", summary: "What the page shows of a case.",
    parameters: [language],
    body: .text(["application/json", "application/yaml", "text/plain"], example: ""),
    successes: [Endpoint.Success(words: "The board.", types: FileFormat.json.types)],
    problems: [.unprocessableContent]
  ) { call in
    let (service, bytes) = (call.service, call.text)
    let asked = call.arguments.text("language")
    do {
      let text = try await service.queue.run { _ in
        let style = try service.wordStyle(asked)
        return Board(try service.judged(bytes).dossier, style).json.text(isPretty: false)
      }
      return Answer.text(text, "application/json")
    } catch let problem as Problem where problem.status == .unprocessableContent {
      return Answer.json(.object(["problem": .text(problem.detail)]))
    }
  }

  /// The places that a text may stand for, or those near a point; none where there is none.
  static let places = Endpoint(
    method: .get, path: "/page/places", summary: "Places to choose from.",
    parameters: [
      Parameter("name", "A name, or its beginning.", example: "mombasa"),
      Parameter("near", "A coordinate.", example: "42.4,130.6"),
    ],
    successes: [Endpoint.Success(words: "The places.", types: FileFormat.json.types)]
  ) { call in
    let (service, arguments) = (call.service, call.arguments)
    let (name, near) = (arguments.text("name"), arguments.text("near"))
    let places = try await service.queue.run { _ -> [Place] in
      if let near {
        var question = NearbyQuestion(place: near)
        question.within = nearby
        return (try? question.answer(in: service.world, added: UserFolder().places.path)) ?? []
      }
      return (try? PlaceQuestion(name: name ?? "").answer(in: service.world.gazetteer)) ?? []
    }
    return Answer.json(.array(places.map { JSONValue($0) }))
  }

  /// How many kilometres a click on the map may be off.
  private static let nearby = 60.0

  /// The answer to one question, as a report that needs no scripts.
  static let answer = Endpoint(
    method: .get, path: "/answer", summary: "Check a sentence; a report.",
    parameters: [Parameter("q", "The sentence.", example: "").required, language],
    successes: [Endpoint.Success(words: "The report.", types: FileFormat.html.types)],
    problems: [.unprocessableContent]
  ) { call in
    let (service, sentence) = (call.service, try call.arguments.required("q"))
    let asked = call.arguments.text("language")
    let text = try await service.queue.run { _ in
      try service.page(ofArticle: Array(sentence.utf8), isQuestion: true, asked)
    }
    return Answer.written(text, FileFormat.html)
  }
}

extension Service {
  /// Whoever asks one question sees what was made of it, and is taken at less than an article.
  private static let questionConfidence = 0.5

  /// A style in a language if the catalogue has it, else in English, without the basemap of reports.
  func wordStyle(_ language: String?) throws(Problem) -> ReportStyle {
    try asking { () throws(QuestionError) in
      if let style = try? ReportStyle(asked: language, in: world.folder) { return style }
      return try ReportStyle(asked: nil, in: world.folder)
    }
  }

  /// The report of what an article or a question says.
  func page(
    ofArticle bytes: [UInt8], isQuestion: Bool, _ language: String?
  ) throws(Problem) -> String {
    var read = ReadQuestion(bytes, name: isQuestion ? "the question" : "the article")
    if isQuestion { read.input = .plain }
    var question = ArticlesQuestion([read])
    question.confidence = isQuestion ? Self.questionConfidence : nil
    let answer = try asking { [question] () throws(QuestionError) in
      try question.answer(by: reader, in: world)
    }
    guard answer.claims > 0 else {
      throw Problem(
        .unprocessableContent,
        """
        nothing in it could be checked: name both ends, the means of transport and a distance, time or speed, such as \
        "by rail from London to Edinburgh in 4 h 20"
        """)
    }
    return answer.judged.dossier.page(carrying: answer.judged.file, try style(language))
  }
}
