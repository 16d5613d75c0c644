import Casework
import HTTPTypes
import Reporting

extension Endpoint {
  /// Judges a case file.
  static let check = Endpoint(
    method: .post, path: "/v1/check",
    summary: "Judge the claims of a case file (YAML, or a report that carries one).",
    parameters: [
      JudgedCases.formats.parameter, .language, .network.list,
    ],
    body: .text(["application/yaml", "text/html", "text/plain"], example: Examples.caseFile),
    successes: [
      Success(words: "The dossier.", types: JudgedCases.formats.types(json: "Dossier"))
    ],
    problems: [.unprocessableContent]
  ) { call in
    let service = call.service
    let (format, language) = (JudgedCases.formats.asked(by: call), call.arguments.text("language"))
    let (bytes, networks) = (call.text, call.arguments.texts("network"))
    let text = try await service.queue.run { _ in
      try service.text(of: service.judged(bytes, networks: networks), format, language)
    }
    return Answer.written(text, format.file)
  }
}

extension Service {
  /// A dossier in a format.
  func text(
    of judged: JudgedCases.Case, _ format: DocumentFormat<JudgedCases>, _ language: String?
  ) throws(Problem) -> String {
    try Answer.text(of: JudgedCases([judged], isList: false), as: format, try style(language))
  }
}
