import Casework
import Claims
import Datasets
import Foundation
import Reporting

/// Everything about a judged case in one folder, with the SHA-256 of each file, as `sha256sum --check` reads it.
struct EvidencePack {
  let dossier: Dossier
  /// The case file's bytes.
  let file: [UInt8]
  let style: ReportStyle

  private var files: [(name: String, text: String)] {
    let story = Story(dossier, style)
    return [
      ("case.yaml", String(decoding: file, as: UTF8.self)),
      ("report.html", dossier.page(carrying: file, style)),
      ("report.md", MarkdownRenderer().text(story)),
      ("report.txt", TerminalRenderer(width: 100, isColoured: false).text(story)),
      ("dossier.json", JSONValue(dossier).text()),
      ("claims.csv", Dossier.commaSeparated([dossier])),
      ("claim-review.jsonld", dossier.claimReview.text()),
      ("journeys.geojson", GeoJSON.document(dossier).text()),
      ("journeys.gpx", dossier.gpx), ("journeys.kml", dossier.kml),
      ("journeys.mfjson", dossier.movingFeatures.text()),
      ("junit.xml", Dossier.junit([dossier])), ("case.smt2", dossier.smtlib),
    ]
  }

  /// Writes the folder; the manifest last, so that a folder that has one is whole.
  ///
  /// - Throws: `CommandFailure` where it cannot be written.
  func write(to folder: String) throws(CommandFailure) {
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw CommandFailure("\(folder): the folder cannot be made; is there a file of that name?")
    }
    let manifest = folder + "/SHA256SUMS"
    if FileManager.default.fileExists(atPath: manifest), unlink(manifest) != 0 {
      throw CommandFailure("\(manifest): could not be replaced")
    }
    var lines = ""
    for (name, text) in files {
      try Output.save(text, to: folder + "/" + name)
      lines += "\(sha256(Array(text.utf8)))  \(name)\n"
    }
    try Output.save(lines, to: manifest)
  }
}
