import Casework
import ClaimReading
import Questions
import Reporting

extension RecordDesk {
  /// Whether a case, or what articles say, can all be true.
  func check(_ fields: RecordFields) throws(RecordFailure) -> RecordContent {
    let caseFile = try fields.document("case")
    var articles = try fields.document("article").map { [$0] } ?? []
    articles += try fields.texts("articles").map { Array($0.utf8) }
    guard (caseFile == nil) != articles.isEmpty else {
      throw RecordFailure("either case or article is wanted", field: "case")
    }
    guard let caseFile else {
      let questions = try articles.enumerated().map { index, bytes throws(RecordFailure) in
        try article(bytes, articles.count == 1 ? nil : index + 1, fields)
      }
      let answer = try asking { () throws(QuestionError) in
        try ArticlesQuestion(questions).answer(by: reader, in: world)
      }
      return try judged(answer.judged, fields)
    }
    let name = try fields.text("name") ?? "the case"
    let judged = try asking { () throws(QuestionError) in
      var question = try CheckQuestion(caseFile, name: name)
      question.folder = fields.folder
      return try question.answer(in: world)
    }
    return try self.judged(judged, fields)
  }

  /// Whether a sentence can be true.
  func verify(_ fields: RecordFields) throws(RecordFailure) -> RecordContent {
    var question = SentenceQuestion(try fields.requiredDocument("sentence"))
    question.date = try fields.text("date")
    let answer = try asking { [question] () throws(QuestionError) in
      try question.answer(by: reader, in: world)
    }
    return try judged(answer.judged, fields)
  }

  private func judged(
    _ judged: JudgedCases.Case, _ fields: RecordFields
  ) throws(RecordFailure) -> RecordContent {
    var style = style
    if try fields.flag("brief") { style.lines = Output.screenLines }
    let body = try content(
      JudgedCases([judged], isList: false), in: JudgedCases.formats, fields, style)
    return RecordContent(body: body, dossier: judged.dossier)
  }

  /// The figures of an article, or a draft of the case that they make.
  func read(_ fields: RecordFields) throws(RecordFailure) -> RecordContent {
    let question = try article(try fields.requiredDocument("article"), nil, fields)
    let article = try asking { () throws(QuestionError) in try question.answer(by: reader) }
    guard let format = try fields.choice("format", ReadCommand.Format.self) else {
      let answer = JSONValue.object([
        "figures": .array(article.figures), "language": .text(article.reading.language),
        "sha256": .text(article.sha256),
      ])
      return RecordContent(
        body: .json(
          CompactJSON.bytes(answer.text(isPretty: false), keeping: try kept(fields))))
    }
    let text: String
    switch format {
    case .jsonl: text = article.jsonLines
    case .ties: text = article.choiceLines
    case .text: text = TerminalRenderer(style).text(Story(reading: [article]))
    case .html: text = HTMLRenderer(title: "What was read").text(Story(reading: [article]))
    case .draft:
      do { text = try world.draft(of: [article]) } catch { throw RecordFailure("\(error)") }
    }
    return RecordContent(body: .text(text))
  }

  /// - Parameter number: which of several it is.
  private func article(
    _ bytes: [UInt8], _ number: Int?, _ fields: RecordFields
  ) throws(RecordFailure) -> ReadQuestion {
    let name = try fields.text("name") ?? "the article"
    var question = ReadQuestion(bytes, name: number.map { "\(name) \($0)" } ?? name)
    question.input = try fields.choice("input", ArticleOptions.Input.self)
      .flatMap { ArticleFormat(rawValue: $0.rawValue) }
    question.language = try fields.text("language")
    question.published = try fields.text("published")
    question.outlet = try fields.text("outlet")
    question.url = try fields.text("url")
    return question
  }
}
