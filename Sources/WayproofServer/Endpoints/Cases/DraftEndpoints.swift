import Casework
import ClaimReading
import HTTPTypes
import Questions
import Reporting

extension Endpoint {
  /// Several articles in one draft, for editors.
  static let draft = Endpoint(
    method: .post, path: "/v1/draft",
    summary: "Read several articles into one draft of a case, with the figures of each.",
    body: .fields([
      Parameter(
        "articles",
        .objects([
          Parameter("text", .document, "The article.", example: Examples.article).required,
          Parameter("name", "What it is called.", example: "article.txt"),
          Parameter("outlet", "Who published it.", example: "The Korea Herald"),
          Parameter("url", "Its address.", example: "https://example.org/article"),
          Parameter("published", "The day of the report.", example: "2019-04-24"),
          Parameter("language", "Its language.", example: "en"),
        ]), "The articles.", example: "-"
      ).required.list,
      Parameter(
        "confidence", .number(0...1),
        "From which confidence on figures whose tie is not sure are claims in a second draft, `loose`.",
        example: "0.5"),
    ]),
    successes: [
      Success(
        words:
          "The draft as text and as a tree, the looser one if asked for, and of each article the text and its figures.",
        types: FileFormat.json.types)
    ],
    problems: [.unprocessableContent]
  ) { call in
    let service = call.service
    let questions = try call.fields.objects("articles").enumerated().map { place, fields in
      var question = ReadQuestion(
        Array(try fields.required("text").utf8),
        name: fields.text("name") ?? fields.text("outlet") ?? "article \(place + 1)")
      question.outlet = fields.text("outlet")
      question.url = fields.text("url")
      question.published = fields.text("published")
      question.language = fields.text("language")
      return question
    }
    let confidence = call.fields.number("confidence")
    return Answer.json(
      try await service.queue.run { _ in try service.drafts(of: questions, confidence) })
  }

  /// A case file as a tree, for editors.
  static let tree = Endpoint(
    method: .post, path: "/v1/tree",
    summary: "A case file as a tree of JSON that programs can change.",
    body: .text(["application/yaml", "text/plain"], example: Examples.caseFile),
    successes: [Success(words: "The tree.", types: FileFormat.json.types)],
    problems: [.unprocessableContent]
  ) { call in
    let text = String(decoding: call.text, as: UTF8.self)
    return Answer.json(
      try await call.service.queue.run { _ in
        try asking { () throws(QuestionError) in try CaseTree(yaml: text).value }
      })
  }

  /// A tree as a case file.
  static let text = Endpoint(
    method: .post, path: "/v1/text",
    summary: "A tree of JSON as the case file that it stands for (YAML).",
    body: .text(["application/json", "text/plain"], example: "{\"wayproof\": 1, \"id\": \"a\"}"),
    successes: [Success(words: "The case file.", types: [("application/yaml", nil)])],
    problems: [.unprocessableContent]
  ) { call in
    // JSON is YAML too, so that one reader does.
    let text = String(decoding: call.text, as: UTF8.self)
    let yaml = try await call.service.queue.run { _ in
      try asking { () throws(QuestionError) in try CaseTree(yaml: text).yaml() }
    }
    return Answer.text(yaml, FileFormat.yaml.mediaType)
  }
}

extension Service {
  /// What articles say, as drafts of a case and as figures.
  ///
  /// - Parameter confidence: from which on ties that are not sure are claims of a second, looser draft; nil for none.
  fileprivate func drafts(
    of questions: [ReadQuestion], _ confidence: Double?
  ) throws(Problem) -> JSONValue {
    var read: [ReadArticle] = []
    for question in questions {
      read.append(try asking { () throws(QuestionError) in try question.answer(by: reader) })
    }
    let (text, tree) = try draft(of: read, nil)
    var fields: [String: JSONValue] = [
      "case": .text(text), "tree": tree,
      "articles": .array(
        read.map { article in
          .object([
            "name": .text(article.name), "language": .text(article.reading.language),
            "text": .text(article.text.text(0..<article.text.bytes.count)),
            "figures": .array(article.figures),
          ])
        }),
    ]
    if let confidence { fields["loose"] = try draft(of: read, confidence).tree }
    return .object(fields)
  }

  private func draft(
    of read: [ReadArticle], _ confidence: Double?
  ) throws(Problem) -> (text: String, tree: JSONValue) {
    let text: String
    do { text = try world.draft(of: read, confidence: confidence) } catch {
      throw Problem(.unprocessableContent, "\(error)")
    }
    return (text, try asking { () throws(QuestionError) in try CaseTree(yaml: text).value })
  }
}
