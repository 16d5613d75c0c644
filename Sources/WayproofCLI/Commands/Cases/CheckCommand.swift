import Travel
import ArgumentParser
import Casework
import Claims
import Foundation
import Plausibility
import Reporting

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Judge the claims of case files.",
    discussion: """
      EXAMPLES:
        wayproof check geo/cases/april-2019-train.yaml
        wayproof check --format json case.yaml > dossier.json
        wayproof check --fail-on firm geo/cases/*.yaml
        wayproof check --network europe case.yaml
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, md, html, csv, json, jsonld, geojson, gpx, kml, mfjson, junit, smtlib
  }

  enum FailOn: String, ExpressibleByArgument, CaseIterable {
    case never, firm, contradicted, stretched
  }

  @OptionGroup var judging: JudgingOptions

  @Argument(help: "Case files (YAML); - reads one from standard input.")
  var cases: [String]

  @Option(
    help:
      "text, md, html, csv, json, jsonld (ClaimReview), geojson, gpx, kml, mfjson (OGC Moving Features), junit or smtlib (for Z3, cvc5 and others to confirm)."
  )
  var format: Format = .text

  @Option(
    help: """
      When to exit with 1: never, firm (a firm conflict), contradicted (any conflict), stretched \
      (any claim that is not read as it stands).
      """)
  var failOn: FailOn = .never

  @Option(help: "A folder of source texts; quotes of sources whose SHA-256 matches are looked up.")
  var texts: String?

  @Option(
    name: .shortAndLong,
    help: """
      A folder for every format at once, with the case file and the SHA-256 of each file; of several \
      cases a folder each.
      """)
  var out: String?

  @Option(help: "Columns of the text report; the terminal's own width otherwise.")
  var width: Int?

  func run() throws {
    let style = try judging.style(hasPictures: out != nil || format == .html)
    let world = try judging.world()
    var dossiers: [Dossier] = []
    var files: [[UInt8]] = []
    var failures: [String] = []
    for path in cases {
      do throws(CommandFailure) {
        let bytes = try judging.bytes(path)
        dossiers.append(try dossier(bytes, path, world))
        files.append(bytes)
      } catch {
        failures.append(error.message)
      }
    }
    if let out {
      try pack(dossiers, files, in: out, style)
    } else if !dossiers.isEmpty {
      try render(dossiers, files, style)
    }
    guard failures.isEmpty else { throw CommandFailure(failures.joined(separator: "\n")) }
    if dossiers.contains(where: fails) { throw ExitCode(1) }
  }

  private func dossier(
    _ bytes: [UInt8], _ path: String, _ world: World
  ) throws(CommandFailure) -> Dossier {
    let dossier = try judging.dossier(of: bytes, path, world)
    guard let texts else { return dossier }
    do { return try dossier.checkingQuotes(in: URL(fileURLWithPath: texts)) } catch {
      throw CommandFailure(error)
    }
  }

  /// - Parameter files: the case files' bytes.
  private func render(_ dossiers: [Dossier], _ files: [[UInt8]], _ style: ReportStyle) throws {
    switch format {
    case .text:
      let renderer = TerminalRenderer(
        width: width ?? Output.terminalWidth, isColoured: Output.isColoured)
      Output.write(
        dossiers.map { renderer.text(Story($0, style)) }.joined(separator: "\n\n"))
    case .md:
      let renderer = MarkdownRenderer()
      Output.write(
        dossiers.map { renderer.text(Story($0, style)) }.joined(separator: "\n\n"))
    case .html:
      let dossier = try only(dossiers)
      Output.write(dossier.page(carrying: files[0], style))
    case .csv: Output.write(Dossier.commaSeparated(dossiers))
    case .json:
      let documents = dossiers.map { JSONValue($0) }
      let only = documents.count == 1 ? documents.first : nil
      Output.write((only ?? .array(documents)).text())
    case .jsonld: Output.write(try only(dossiers).claimReview.text())
    case .geojson: Output.write(GeoJSON.document(try only(dossiers)).text())
    case .gpx: Output.write(try only(dossiers).gpx)
    case .kml: Output.write(try only(dossiers).kml)
    case .mfjson:
      let dossier = try only(dossiers)
      if !dossier.hasMovingFeatures {
        Output.error("no journey of the case has both a date and a way, so nothing in it moves")
      }
      Output.write(dossier.movingFeatures.text())
    case .junit: Output.write(Dossier.junit(dossiers))
    case .smtlib: Output.write(try only(dossiers).smtlib)
    }
  }

  private func pack(
    _ dossiers: [Dossier], _ files: [[UInt8]], in out: String, _ style: ReportStyle
  ) throws {
    let names = dossiers.map { dossier in
      // A name for a folder, whatever the case is called.
      String(dossier.caseFile.id.map { $0.isLetter || $0.isNumber || $0 == "-" ? $0 : "_" })
    }
    guard Set(names).count == names.count else {
      throw CommandFailure("--out: two of the cases have the same id")
    }
    for (place, dossier) in dossiers.enumerated() {
      let folder = dossiers.count == 1 ? out : out + "/" + names[place]
      try EvidencePack(dossier: dossier, file: files[place], style: style).write(to: folder)
      Output.write("\(folder)\n")
    }
  }

  private func only(_ dossiers: [Dossier]) throws(CommandFailure) -> Dossier {
    guard let only = dossiers.first, dossiers.count == 1 else {
      throw CommandFailure("--format \(format.rawValue) takes one case at a time")
    }
    return only
  }

  private func fails(_ dossier: Dossier) -> Bool {
    switch failOn {
    case .never: false
    case .firm: dossier.verdict.isFirm
    case .contradicted: dossier.verdict.isContradictory
    case .stretched:
      dossier.claims.contains { $0.verdict == .stretched || $0.verdict == .contradicted }
    }
  }
}
