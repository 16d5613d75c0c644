import Casework
import HTTPTypes
import Reporting

extension Endpoint {
  static let checkFormats: [Format] = [
    .json, .html, .md, .svg, .csv, .jsonld, .geojson, .gpx, .kml, .mfjson, .junit,
  ]

  /// Judges a case file.
  static let check = Endpoint(
    method: .post, path: "/v1/check",
    summary: "Judge the claims of a case file (YAML, or a report that carries one).",
    parameters: [
      .format(checkFormats), .language, .network.list,
    ],
    body: .text(["application/yaml", "text/html", "text/plain"], example: Examples.caseFile),
    successes: [
      Success(words: "The dossier.", types: Format.types(checkFormats, json: "Dossier"))
    ],
    problems: [.unprocessableContent]
  ) { call in
    let service = call.service
    let (format, language) = (Format.of(call, among: checkFormats), call.arguments.text("language"))
    let (bytes, networks) = (call.text, call.arguments.texts("network"))
    let text = try await service.workshop.run { _ in
      let dossier = try service.dossier(of: bytes, try service.world(with: networks))
      return try service.text(of: dossier, bytes, format, language)
    }
    return Answer.written(text, format)
  }
}

extension Service {
  /// A dossier in a format of `Endpoint.checkFormats`.
  func text(
    of dossier: Dossier, _ bytes: [UInt8], _ format: Format, _ language: String?
  ) throws(Problem) -> String {
    switch format {
    case .html:
      return dossier.page(carrying: EmbeddedCase.bytes(in: bytes) ?? bytes, try style(language))
    case .md: return MarkdownRenderer().text(Story(dossier, try style(language)))
    case .csv: return Dossier.commaSeparated([dossier])
    case .jsonld: return dossier.claimReview.text()
    case .geojson: return GeoJSON.document(dossier).text()
    case .gpx: return dossier.gpx
    case .kml: return dossier.kml
    case .mfjson: return dossier.movingFeatures.text()
    case .junit: return Dossier.junit([dossier])
    case .svg:
      guard let graph = dossier.trainGraph(try style(language)) else {
        throw Problem(
          .unprocessableContent, "no journey of the case has a way and moments to draw")
      }
      return graph
    case .json, .jsonl, .yaml, .text: return JSONValue(dossier).text()
    }
  }
}
