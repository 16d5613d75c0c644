import Claims
import Datasets
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Questions
import Reporting

extension Endpoint {
  private static let id = Parameter(
    "id", "The name of a kept case.", example: "an-example"
  ).in(.path)
  private static let match = Parameter(
    "if-match", "The revision that the writer knows, as its ETag.", example: "\"1\""
  ).in(.header)
  private static let eTag = (name: "ETag", words: "The revision, for If-Match.")

  /// The endpoints of kept cases.
  static let cases: [Endpoint] = [
    listCases, createCase, readCase, reviseCase, deleteCase, judgeCase, history, revision,
    exportCases, importCases,
  ]

  private static let listCases = Endpoint(
    method: .get, path: "/v1/cases", summary: "List the kept cases, by name.",
    parameters: [
      Parameter("after", "Only those whose names come after this one.", example: "a"),
      Parameter("limit", .whole(1...1_000), "The greatest number of entries.", example: "100"),
    ],
    successes: [Success(words: "The newest revision of each.", types: FileFormat.json.types)]
  ) { call in
    let revisions = try await call.service.store.list(
      after: call.arguments.text("after") ?? "", limit: call.arguments.whole("limit") ?? 100)
    return Answer.json(.array(revisions.map(\.summary)))
  }

  private static let createCase = Endpoint(
    method: .post, path: "/v1/cases",
    summary: "Keep a case, under its id and, where that is taken, a number behind it.",
    body: .text(["application/yaml", "text/plain"], example: Examples.caseFile),
    successes: [
      Success(
        status: .created, words: "It is kept.", types: FileFormat.json.types,
        headers: [eTag, ("Location", "Where it is.")])
    ],
    problems: [.insufficientStorage, .unprocessableContent]
  ) { call in
    let (title, name) = try await call.service.checked(call.text)
    for attempt in 1...1_000 {
      let id = attempt == 1 ? name : "\(name)-\(attempt)"
      do {
        let revision = try await call.service.store.create(
          id, title: title, text: String(decoding: call.text, as: UTF8.self),
          sha256: sha256(call.text))
        var response = Answer.json(revision.summary, .created).tagged(revision)
        response.headers[.location] = "/v1/cases/\(id)"
        return response
      } catch let failure as CaseStore.Failure {
        guard case .exists = failure else { throw Problem(failure) }
      }
    }
    throw Problem(.conflict, "there are a thousand cases of that name; give it another id")
  }

  private static let readCase = Endpoint(
    method: .get, path: "/v1/cases/{id}", summary: "The newest revision of a kept case.",
    parameters: [
      id,
      Parameter(
        "if-none-match", "The revision that is known already.", example: "\"1\""
      ).in(.header),
    ],
    successes: [
      Success(words: "The case file.", types: [("application/yaml", nil)], headers: [eTag]),
      Success(status: .notModified, words: "It is still that one.", types: []),
    ],
    problems: [.notFound]
  ) { call in
    let revision = try await call.service.revision(call)
    if call.arguments.text("if-none-match") == revision.eTag {
      return Response(status: .notModified, headers: [.eTag: revision.eTag])
    }
    return Answer.text(revision.text, FileFormat.yaml.mediaType).tagged(revision)
  }

  private static let reviseCase = Endpoint(
    method: .put, path: "/v1/cases/{id}",
    summary: "Revise a kept case, unless somebody else did since; its history stays.",
    parameters: [id, match],
    body: .text(["application/yaml", "text/plain"], example: Examples.caseFile),
    successes: [Success(words: "It is kept.", types: FileFormat.json.types, headers: [eTag])],
    problems: [
      .insufficientStorage, .notFound, .preconditionFailed, .preconditionRequired,
      .unprocessableContent,
    ]
  ) { call in
    let known = try call.knownRevision()
    let (title, _) = try await call.service.checked(call.text)
    let id = try call.arguments.required("id")
    let revision = try await storing(id) {
      try await call.service.store.revise(
        id, from: known, title: title, text: String(decoding: call.text, as: UTF8.self),
        sha256: sha256(call.text))
    }
    return Answer.json(revision.summary).tagged(revision)
  }

  private static let deleteCase = Endpoint(
    method: .delete, path: "/v1/cases/{id}", summary: "Forget a kept case with its history.",
    parameters: [id, match],
    successes: [Success(status: .noContent, words: "It was deleted.", types: [])],
    problems: [.notFound, .preconditionFailed, .preconditionRequired]
  ) { call in
    let (id, known) = (try call.arguments.required("id"), try call.knownRevision())
    try await storing(id) { try await call.service.store.delete(id, from: known) }
    return Response(status: .noContent)
  }

  private static let judgeCase = Endpoint(
    method: .get, path: "/v1/cases/{id}/check", summary: "Judge a kept case.",
    parameters: [id, JudgedCases.formats.parameter, .language, .network.list],
    successes: [
      Success(
        words: "The dossier.", types: JudgedCases.formats.types(json: "Dossier"), headers: [eTag])
    ],
    problems: [.notFound, .unprocessableContent]
  ) { call in
    let service = call.service
    let revision = try await service.revision(call)
    let (format, language) = (JudgedCases.formats.asked(by: call), call.arguments.text("language"))
    let networks = call.arguments.texts("network")
    let text = try await service.queue.run { _ in
      let judged = try service.judged(Array(revision.text.utf8), networks: networks)
      return try service.text(of: judged, format, language)
    }
    return Answer.written(text, format.file).tagged(revision)
  }

  private static let history = Endpoint(
    method: .get, path: "/v1/cases/{id}/revisions", summary: "Every revision of a kept case.",
    parameters: [id],
    successes: [Success(words: "The first first.", types: FileFormat.json.types)],
    problems: [.notFound]
  ) { call in
    let id = try call.arguments.required("id")
    let revisions = try await storing(id) { try await call.service.store.history(id) }
    return Answer.json(.array(revisions.map(\.summary)))
  }

  private static let revision = Endpoint(
    method: .get, path: "/v1/cases/{id}/revisions/{number}",
    summary: "A revision of a kept case.",
    parameters: [
      id,
      Parameter("number", .whole(1...1_000_000_000), "Which, from 1 on.", example: "1").in(
        .path),
    ],
    successes: [
      Success(words: "The case file.", types: [("application/yaml", nil)], headers: [eTag])
    ],
    problems: [.notFound]
  ) { call in
    let revision = try await call.service.revision(call)
    return Answer.text(revision.text, FileFormat.yaml.mediaType).tagged(revision)
  }

  private static let exportCases = Endpoint(
    method: .get, path: "/v1/export",
    summary: "Every revision of every kept case, a line of JSON each.",
    successes: [Success(words: "The cases.", types: [("application/jsonl", nil)])]
  ) { call in
    let store = call.service.store
    let body = ResponseBody { writer in
      var last: CaseStore.Revision?
      while true {
        // A few at a time, as fast as they are read.
        let some = try await store.revisions(after: last)
        guard let newest = some.last else { break }
        last = newest
        for revision in some {
          try await writer.write(ByteBuffer(string: revision.json.text(isPretty: false)))
        }
      }
      try await writer.finish(nil)
    }
    return Response(
      status: .ok,
      headers: [.contentType: FileFormat.jsonLines.mediaType, .cacheControl: "no-store"],
      body: body)
  }

  private static let importCases = Endpoint(
    method: .post, path: "/v1/import",
    summary:
      "Take over cases that were exported: all of them, or none where one is here with another history.",
    body: .text(["application/jsonl", "text/plain"], example: ""),
    // What was exported is to be taken back; of more than that every line can be sent by itself.
    bodies: 16,
    successes: [Success(words: "How many revisions are new.", types: FileFormat.json.types)],
    problems: [.conflict, .insufficientStorage, .unprocessableContent]
  ) { call in
    let revisions = try await call.service.queue.run { _ in
      try CaseStore.Revision.parse(call.text)
    }
    guard !revisions.isEmpty else {
      throw Problem(.unprocessableContent, "there is nothing in it; send what /v1/export gave")
    }
    for revision in revisions { _ = try await call.service.checked(Array(revision.text.utf8)) }
    do {
      let count = try await call.service.store.take(revisions)
      return Answer.json(.object(["revisions": .whole(count)]))
    } catch let failure as CaseStore.Failure {
      guard case .exists(let id) = failure else { throw Problem(failure) }
      throw Problem(
        .conflict, "the case '\(id)' is here with another history; nothing was taken over")
    }
  }

  /// The store's failures as problems.
  private static func storing<Value>(
    _ id: String, _ work: () async throws -> Value
  ) async throws -> Value {
    do { return try await work() } catch let failure as CaseStore.Failure {
      throw Problem(failure)
    }
  }
}

extension HTTPResponse.Status {
  /// Source: RFC 4918, 11.5.
  fileprivate static let insufficientStorage = Self(code: 507, reasonPhrase: "Insufficient Storage")
}

extension Problem {
  init(_ failure: CaseStore.Failure) {
    switch failure {
    case .unknown(let id): self.init(.notFound, "no case is kept as '\(id.prefix(100))'")
    case .exists(let id): self.init(.conflict, "a case is kept as '\(id)' already")
    case .full(let megabytes):
      self.init(
        .insufficientStorage,
        "kept cases have the \(megabytes) MB that they may take; delete some, or set limits.kept")
    case .outdated(let current):
      self.init(
        .preconditionFailed,
        "the case was revised in between; its revision is \(current) now. Read it, and revise that")
    }
  }
}

extension Call {
  /// The revision that a writer knows.
  fileprivate func knownRevision() throws(Problem) -> Int {
    guard let tag = arguments.text("if-match") else {
      throw Problem(
        .preconditionRequired, "send the ETag that you know as If-Match", parameter: "if-match")
    }
    guard let number = Int(tag.filter { $0 != "\"" }) else {
      throw Problem(.preconditionFailed, "no revision has that ETag", parameter: "if-match")
    }
    return number
  }
}

extension Service {
  /// The revision that a request names, the newest where it names none.
  fileprivate func revision(_ call: Call) async throws -> CaseStore.Revision {
    let id = try call.arguments.required("id")
    do { return try await store.revision(id, call.arguments.whole("number")) } catch let failure
      as CaseStore.Failure
    {
      throw Problem(failure)
    }
  }

  /// The title and the id of a case that can be judged.
  fileprivate func checked(_ bytes: [UInt8]) async throws -> (title: String, id: String) {
    try await queue.run { _ in
      guard String(validating: bytes, as: UTF8.self) != nil else {
        throw Problem(.unprocessableContent, "the case file is no UTF-8")
      }
      let question = try question(bytes)
      let caseFile = try asking { () throws(QuestionError) in try question.caseFile(in: world) }
      let id = caseFile.id.lowercased().map { letter in
        letter.isASCII && (letter.isLetter || letter.isNumber) ? letter : "-"
      }
      return (caseFile.title, String(id.prefix(80)))
    }
  }
}

extension CaseStore.Revision {
  var eTag: String { "\"\(number)\"" }

  var summary: JSONValue {
    .object([
      "id": .text(id), "revision": .whole(number), "title": .text(title), "sha256": .text(sha256),
      "saved": .text(saved),
    ])
  }

  /// All of it, for export.
  var json: JSONValue {
    .object([
      "id": .text(id), "number": .whole(number), "title": .text(title), "text": .text(text),
      "sha256": .text(sha256), "saved": .text(saved),
    ])
  }

  /// Revisions from lines of JSON.
  static func parse(_ bytes: [UInt8]) throws(Problem) -> [CaseStore.Revision] {
    var revisions: [CaseStore.Revision] = []
    for (place, line) in bytes.split(separator: UInt8(ascii: "\n")).enumerated() {
      guard let revision = try? JSONDecoder().decode(CaseStore.Revision.self, from: Data(line)),
        revision.number > 0, !revision.id.isEmpty, revision.id.count <= 200,
        revision.id.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }),
        Datasets.sha256(Array(revision.text.utf8)) == revision.sha256
      else {
        throw Problem(
          .unprocessableContent,
          "line \(place + 1) is no revision as it was exported, or its text was changed since")
      }
      revisions.append(revision)
    }
    return revisions
  }
}

extension Response {
  fileprivate func tagged(_ revision: CaseStore.Revision) -> Response {
    var response = self
    response.headers[.eTag] = revision.eTag
    return response
  }
}
