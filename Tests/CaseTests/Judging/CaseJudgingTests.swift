import Casework
import Datasets
import Foundation
import TestSupport
import Testing
import Travel

/// The one way from bytes to a dossier.
@Suite struct CaseJudgingTests {
  private let text = """
    wayproof: 1
    id: small
    title: small
    sources:
      - id: s
        outlet: S
        published: 2021-05-03
    journeys:
      - id: j
        mode: rail
        vehicle: Eurostat
        date: 2021-05-03
        stops:
          - {id: a, place: nowhere at all}
          - {id: b, place: ru-vladivostok}
    claims:
      - {id: far, source: s, quote: q, distance: fairly far, from: a-place, to: ru-vladivostok, kind: track}
      - {id: seen, source: s, quote: q, track: no-such.gpx, journey: j}
      - {id: long, source: s, quote: q, duration: 3 hours, from: departure a, to: arrival b}

    """

  private func failure(
    _ text: String, _ change: (inout CaseJudging) -> Void = { _ in }
  ) throws -> String {
    var judging = CaseJudging(world: try World(folder: try DataFolder(path: Repository.geo.path)))
    change(&judging)
    let error = try #require(throws: CaseJudging.Failure.self) {
      try judging.dossier(
        of: Array(text.utf8), name: "small.yaml", files: FileManager.default.temporaryDirectory)
    }
    return error.description
  }

  @Test func `every mistake of a file is listed with its place, whoever found it`() throws {
    let lines = try failure(text).split(separator: "\n").map(String.init)
    for (line, words) in [
      (9, "no vehicle"), (14, "no place is called 'nowhere at all'"), (17, "fairly far"),
      (18, "no-such.gpx"),
    ] {
      #expect(
        lines.contains { $0.hasPrefix("small.yaml:\(line):") && $0.contains(words) },
        "\(lines.joined(separator: "\n"))")
    }
    #expect(Set(lines).count == lines.count)
  }

  @Test func `a case of too many claims is refused before anything is looked up`() throws {
    let claims = (0..<5).map {
      "  - {id: c\($0), source: s, quote: q, duration: 3 hours, from: departure a, to: arrival b}\n"
    }
    let failure = try failure(text + claims.joined()) { $0.claimLimit = 4 }
    #expect(failure.contains("claims, and 4 are judged here"), "\(failure)")
  }

  @Test(arguments: [
    ("stations.csv", "ru-vladivostok,"), ("airports.csv", "VVO,"), ("cities.csv", ""),
  ])
  func `a zone that is none is told with the file and the line of its place`(
    file: String, start: String
  ) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "wayproof-\(UUID().uuidString)")
    try FileManager.default.copyItem(at: Repository.geo, to: folder)
    defer { try? FileManager.default.removeItem(at: folder) }
    let table = folder.appendingPathComponent(file)
    var lines = try String(contentsOf: table, encoding: .utf8).split(
      separator: "\n", omittingEmptySubsequences: false
    ).map(String.init)
    let line = try #require(
      lines.indices.last { lines[$0].hasPrefix(start) && lines[$0].contains("/") && $0 > 0 })
    let zone = try #require(lines[line].firstMatch(of: #/,(Asia|Europe|Africa|America)/[^,;]+/#))
    lines[line].replaceSubrange(zone.range, with: ",Moon/Tranquility")
    try Data(lines.joined(separator: "\n").utf8).write(to: table)
    let error = try #require(throws: DatasetError.self) {
      try World(folder: try DataFolder(path: folder.path))
    }
    #expect(error.description.contains("\(file):\(line + 1):"), "\(error)")
    #expect(error.description.contains("Moon/Tranquility"))
  }
}
