import Casework

extension JudgedCases {
  /// Every format of a dossier, for the command line, the evidence pack and the service.
  public static let formats = DocumentFormats([
    DocumentFormat(.text, takesSeveral: true, packName: "report.txt") { cases, style in
      let renderer = TerminalRenderer(style)
      return cases.dossiers.map { dossier in
        guard let lines = style.lines else { return renderer.text(Story(dossier, style)) }
        return renderer.text(
          Story(summaryOf: dossier, style) { renderer.text($0).count { $0 == "\n" } <= lines })
      }.joined(separator: "\n\n")
    },
    DocumentFormat(.markdown, takesSeveral: true, packName: "report.md") { cases, style in
      let renderer = MarkdownRenderer()
      return cases.dossiers.map { renderer.text(Story($0, style)) }.joined(separator: "\n\n")
    },
    single(.html, "a page that carries its case file", "report.html") { $0.page(style: $1) },
    DocumentFormat(
      .csv, "the claims as a table", takesSeveral: true, packName: "claims.csv"
    ) { cases, _ in Dossier.commaSeparated(cases.dossiers) },
    DocumentFormat(.json, takesSeveral: true, packName: "dossier.json") { cases, _ in
      let documents = cases.dossiers.map { JSONValue($0) }
      return (cases.isList ? .array(documents) : documents.first ?? .null).text()
    },
    single(.jsonLD, "ClaimReview", "claim-review.jsonld") { one, _ in
      one.dossier.claimReview.text()
    },
    single(.geoJSON, "", "journeys.geojson") { one, _ in
      GeoJSON.document(one.dossier).text()
    },
    single(.gpx, "", "journeys.gpx") { one, _ in one.dossier.gpx },
    single(.kml, "", "journeys.kml") { one, _ in one.dossier.kml },
    single(
      .movingFeatures, "OGC Moving Features", "journeys.mfjson",
      remark: { one in
        one.dossier.hasMovingFeatures
          ? nil : "no journey of the case has both a date and a way, so nothing in it moves"
      }
    ) { one, _ in one.dossier.movingFeatures.text() },
    DocumentFormat(
      .junit, "the verdicts as tests", takesSeveral: true, packName: "junit.xml"
    ) { cases, _ in Dossier.junit(cases.dossiers) },
    single(.smtlib, "for Z3, cvc5 and others to confirm", "case.smt2") { one, _ in
      one.dossier.smtlib
    },
    // Of the pack's files the HTML report shows it.
    single(.svg, "the train graph") { one, style throws(FormatError) in
      guard let graph = one.dossier.trainGraph(style) else {
        throw FormatError("no journey of the case has a way and moments to draw")
      }
      return graph
    },
  ])

  /// A format that takes one case at a time.
  private static func single(
    _ file: FileFormat, _ summary: String = "", _ packName: String? = nil,
    remark: @escaping @Sendable (Case) -> String? = { _ in nil },
    rendering: @escaping @Sendable (Case, ReportStyle) throws(FormatError) -> String
  ) -> DocumentFormat<JudgedCases> {
    DocumentFormat(
      file, summary, packName: packName, remark: { $0.cases.first.flatMap(remark) }
    ) { cases, style throws(FormatError) in
      guard let only = cases.cases.first, !cases.isList else {
        throw FormatError("\(file.name) takes one case at a time")
      }
      return try rendering(only, style)
    }
  }
}

extension JudgedCases.Case {
  fileprivate func page(style: ReportStyle) -> String { dossier.page(carrying: file, style) }
}
