import Travel
import Casework
import Datasets
import Foundation
import HTTPTypes
import Hummingbird
import Mustache
import Questions
import Reporting

/// What people see.
enum Page {
  static let endpoints: [Endpoint] = [
    home, documentation, asset, partAsset, favicon, land, names, places, board, answer, report,
  ]

  private static let html: [Endpoint.Success] = [
    Endpoint.Success(words: "The page.", types: FileFormat.html.types)
  ]

  private static let home = Endpoint(
    method: .get, path: "/", summary: "Check a report in the browser.",
    parameters: [
      Parameter("q", "A question to answer.", example: ""),
      Parameter("case", "A kept case to open.", example: ""),
      Parameter("language", "The code of the page's language.", example: "ru"),
    ],
    successes: html
  ) { call in
    let (settings, arguments) = (call.service.settings, call.arguments)
    let kept = try await call.service.store.list(limit: 1_000)
    let asked = arguments.text("q") ?? ""
    let text = try render(
      PackageResources.index_mustache,
      [
        "tiles": settings.tiles ?? "", "tilesAttribution": settings.tilesAttribution,
        "program": ProgramVersion.name, "question": asked,
        "answer": asked.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "",
        "attribution": call.service.world.datasets.map(\.attribution).filter { !$0.isEmpty }
          .joined(separator: "; "), "hasKept": !kept.isEmpty,
        "cases": kept.map { revision in
          [
            "id": revision.id, "title": revision.title, "number": "\(revision.number)",
            "saved": revision.saved, "report": "/v1/cases/\(revision.id)/check?format=html",
          ]
        },
      ])
    return Answer.text(text, FileFormat.html.mediaType)
  }

  private static let documentation = Endpoint(
    method: .get, path: "/docs", summary: "The endpoints, described for people.", successes: html
  ) { _ in
    let endpoints = Endpoint.all.enumerated().map { number, endpoint in
      told(endpoint, number)
    }
    let text = try render(PackageResources.docs_mustache, ["endpoints": endpoints])
    return Answer.text(text, FileFormat.html.mediaType)
  }

  private static func told(_ endpoint: Endpoint, _ number: Int) -> [String: Any] {
    var parameters = endpoint.parameters
    var example = ""
    switch endpoint.body {
    case .none: break
    case .text(_, let text): example = text
    case .fields(let fields): parameters += fields
    }
    return [
      "number": "\(number)", "method": endpoint.method.rawValue, "path": endpoint.path,
      "summary": endpoint.summary, "hasParameters": !parameters.isEmpty,
      "parameters": parameters.map { parameter in
        [
          "name": parameter.name, "required": parameter.isRequired, "takes": takes(parameter),
          "place": endpoint.parameters.contains { $0.name == parameter.name }
            ? parameter.place.rawValue : "body",
          "words": parameter.words,
        ] as [String: Any]
      },
      "answers": endpoint.successes.map { success in
        // Formats may share a type.
        let types = success.types.map(\.type).reduce(into: [String]()) { types, type in
          if !types.contains(type) { types.append(type) }
        }
        return "\(success.status.code) \(success.words) \(types.joined(separator: ", "))"
      }, "example": example,
    ]
  }

  private static func takes(_ parameter: Parameter) -> String {
    let one =
      switch parameter.kind {
      case .text, .document: "text"
      case .number(let range): "\(range.lowerBound) to \(range.upperBound)"
      case .whole(let range): "a whole number from \(range.lowerBound) to \(range.upperBound)"
      case .flag: "true or false"
      case .choice(let words): words.joined(separator: ", ")
      case .objects(let fields): "objects of \(fields.map(\.name).joined(separator: ", "))"
      }
    return parameter.isList ? "\(one); several" : one
  }

  private static func render(_ template: [UInt8], _ values: [String: Any]) throws -> String {
    try MustacheTemplate(string: String(decoding: template, as: UTF8.self)).render(values)
  }

  /// An article or a case file from a form, judged, for browsers without scripts.
  private static let report = Endpoint(
    method: .post, path: "/report", summary: "Judge an article or a case file of a form.",
    body: .text(["text/plain"], example: ""), successes: html
  ) { call in
    let service = call.service
    // A form of plain text: the field's name, and its text with line ends of its own.
    let form = String(decoding: call.text, as: UTF8.self).replacing("\r\n", with: "\n")
    let bytes = Array((form.hasPrefix("case=") ? form.dropFirst(5) : form[...]).utf8)
    let text = try await service.queue.run { _ in
      if ArticlesQuestion.isArticle(bytes, name: "") {
        return try service.page(ofArticle: bytes, isQuestion: false, nil)
      }
      let judged = try service.judged(bytes)
      return judged.dossier.page(carrying: judged.file, try service.style(nil))
    }
    return Answer.written(text, FileFormat.html)
  }
}
