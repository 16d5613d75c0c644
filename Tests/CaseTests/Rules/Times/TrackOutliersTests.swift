import Casework
import Claims
import Foundation
import Plausibility
import Testing
import Wording

@Suite struct TrackOutliersTests: RuleSuite {
  static let code = "track-outliers"

  private static let journey =
    "{id: j, mode: road, date: 2024-03-01, stops: [{id: a, place: \"-1.3,36.8\"}, {id: b, place: \"-0.5,36.8\"}]}"
  static let speaking = [
    RuleCase(
      "one position far from the road", journeys: journey,
      claims: "{id: log, source: one, quote: q, track: odd.csv, radius: 100 m}")
  ]
  static let silent = [
    RuleCase(
      "no such position", journeys: journey,
      claims: "{id: log, source: one, quote: q, track: even.csv, radius: 100 m}")
  ]

  /// Due north at 80 km/h, with or without a position in another country.
  private static func rows(isOdd: Bool) -> String {
    let rows = (0...240).map { step in
      let latitude = isOdd && step == 124 ? 9.0 : -1.3 + 0.0033333 * Double(step)
      let clock = [10 + step / 240, step / 4 % 60, step % 4 * 15].map {
        $0 < 10 ? "0\($0)" : "\($0)"
      }
      return "2024-03-01T\(clock.joined(separator: ":"))Z,\(latitude),36.8"
    }
    return "time,lat,lon\n" + rows.joined(separator: "\n") + "\n"
  }

  static func dossier(_ ruleCase: RuleCase) throws -> Dossier {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "wayproof-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let jump =
      "time,lat,lon\n2024-03-01T10:00:00Z,-1.3,36.8\n2024-03-01T10:01:00Z,-1.29,36.8\n"
      + "2024-03-01T10:01:05Z,-1.29,36.82\n2024-03-01T10:02:05Z,-1.28,36.82\n"
    try Data(jump.utf8).write(to: folder.appendingPathComponent("jump.csv"))
    for (name, isOdd) in [("odd.csv", true), ("even.csv", false)] {
      try Data(rows(isOdd: isOdd).utf8).write(to: folder.appendingPathComponent(name))
    }
    return try CaseJudging(world: BuiltIn.world).dossier(
      of: Array(ruleCase.text.utf8), name: "track", files: folder)
  }

  static func findings(_ ruleCase: RuleCase) throws -> [Finding] {
    try dossier(ruleCase).findings.filter { $0.code == code }
  }

  @Test func `the outlier is named with its time and its place, and left out it is no conflict`()
    throws
  {
    let finding = try Self.finding()
    #expect(finding.message.english.contains("2024-03-01 10:31:00 UTC"))
    #expect(finding.message.english.contains("leaving it out corrects the track"))
    let dossier = try Self.dossier(Self.speaking[0])
    #expect(dossier.accused.isEmpty && !dossier.verdict.isContradictory)
    // Leaving it out is the repair of the conflict with what a vehicle can do.
    #expect(dossier.verdict("log") == .loose)
    let repair = try #require(dossier.conflicts.first?.repairs.first)
    #expect(repair.leavesOut && repair.isWithinLimit)
    let label = dossier.titles.label(
      of: try #require(repair.readings[.claim(Claim.ID("log"))]), in: .claim(Claim.ID("log")))
    #expect(label.english == "without the position of 2024-03-01 10:31:00 UTC")
  }

  @Test func `a jump within seconds is seen, and its two positions are named`() throws {
    let dossier = try Self.dossier(
      RuleCase(
        "a jump", journeys: Self.journey,
        claims: "{id: log, source: one, quote: q, track: jump.csv, radius: 100 m}"))
    #expect(dossier.verdict("log") == .contradicted)
    let finding = try #require(dossier.findings.first { $0.code == Self.code })
    #expect(finding.message.english.contains("10:01:00 UTC and 2024-03-01 10:01:05 UTC"))
  }

  @Test func `what the track says without its outliers still binds the journey`() throws {
    let false_ = Self.speaking[0].changed(
      "with a false length", "radius: 100 m}",
      "radius: 100 m}\n  - {id: way, source: one, quote: q, distance: 300 km, from: \"-1.3,36.8\", to: \"-0.5,36.8\", kind: road}"
    )
    #expect(try Self.dossier(false_).verdict.isContradictory)
    let true_ = Self.speaking[0].changed(
      "with a true length", "radius: 100 m}",
      "radius: 100 m}\n  - {id: way, source: one, quote: q, distance: 89 km, from: \"-1.3,36.8\", to: \"-0.5,36.8\", kind: road}"
    )
    #expect(try !Self.dossier(true_).verdict.isContradictory)
  }
}
