import Travel
import Casework
import Claims
import Datasets
import Foundation
import Plausibility
import TestSupport
import Testing

/// Sightings and tracks bound the journey between them.
@Suite struct SightingTests {
  private let head = """
    wayproof: 1
    id: seen
    title: a train that was seen
    sources:
      - id: ria
        outlet: RIA
        published: 2023-09-12
    journeys:
      - id: out
        mode: rail
        vehicle: armoured-train
        date: 2023-09-12
        stops:
          - id: khasan
            place: ru-khasan
          - id: ussuriysk
            place: ru-ussuriysk
    claims:

    """

  private func dossier(_ claims: String, files: URL? = nil) throws -> Dossier {
    let world = try World(folder: try DataFolder(path: Repository.geo.path))
    return try CaseJudging(world: world).dossier(
      of: Array((head + claims).utf8), name: "seen", files: files)
  }

  private func departure(_ time: String) -> String {
    """
      - id: left
        source: ria
        quote: left Khasan
        time: \(time), 2023-09-12
        event: departure khasan

    """
  }

  private func seen(_ time: String, at place: String) -> String {
    """
      - id: bridge
        source: ria
        quote: crossed the bridge
        sighting: \(place)
        radius: 2 km
        zone: Asia/Vladivostok
        time: \(time), 2023-09-12

    """
  }

  @Test func `a train seen 238 km on cannot have left an hour before`() throws {
    // Baranovsky is 238 km of track from Khasan, and the train's own ceiling is 160 km/h.
    let late = try dossier(departure("11:00") + seen("12:15", at: "ru-baranovsky"))
    #expect(late.verdict.isContradictory)
    let conflict = try #require(late.conflicts.first)
    #expect(Set(conflict.members.map(\.text)).isSuperset(of: ["left", "bridge"]))
    let early = try dossier(departure("6:00") + seen("12:15", at: "ru-baranovsky"))
    #expect(!early.verdict.isContradictory)
  }

  @Test func `a coordinate bounds by its straight line, less its radius`() throws {
    // 43.53 N 131.9 E is 159 km in a straight line from Khasan: an hour at 160 km/h, but for the radius.
    let seenEarly = try dossier(departure("11:30") + seen("12:15", at: "\"43.53,131.9\""))
    #expect(seenEarly.verdict.isContradictory)
    let seenLater = try dossier(departure("10:00") + seen("12:15", at: "\"43.53,131.9\""))
    #expect(!seenLater.verdict.isContradictory)
  }

  @Test func `a sighting at a stop is one of its readings`() throws {
    let stop = try dossier(departure("6:00") + seen("5:00", at: "ru-khasan"))
    #expect(!stop.verdict.isContradictory)
    let account = try #require(stop.account(of: Claim.ID("bridge")))
    #expect(account.verdict == .consistent)
  }

  /// Seen at km 340 and at km 654 of the line from Khabarovsk, and on the leg before.
  private func sightings(_ seen: [(id: String, place: String, time: String)]) throws -> Dossier {
    let stops = """
            - id: chita
              place: ru-chita-2
            - id: khabarovsk
              place: ru-khabarovsk-1
            - id: vladivostok
              place: ru-vladivostok

      """
    let old = """
            - id: khasan
              place: ru-khasan
            - id: ussuriysk
              place: ru-ussuriysk

      """
    let claims = seen.map {
      """
        - id: \($0.id)
          source: ria
          quote: seen
          sighting: \($0.place)
          zone: Asia/Vladivostok
          time: \($0.time)

      """
    }.joined()
    let text = (head + claims).replacing(old, with: stops)
    let world = try World(folder: try DataFolder(path: Repository.geo.path))
    return try CaseJudging(world: world).dossier(of: Array(text.utf8), name: "seen")
  }

  @Test func `sightings in the order of the line stand, on one leg and on two, and others do not`()
    throws
  {
    let forwards = try sightings([
      ("bira", "ru-belogorsk", "10:00, 2023-09-11"),
      ("dal", "ru-dalnerechensk-1", "05:00, 2023-09-12"),
      ("uss", "ru-ussuriysk", "12:00, 2023-09-12"),
    ])
    #expect(!forwards.verdict.isContradictory)
    let back = try sightings([
      ("uss", "ru-ussuriysk", "01:30, 2023-09-12"),
      ("dal", "ru-dalnerechensk-1", "05:00, 2023-09-12"),
    ])
    #expect(back.verdict.isContradictory)
    let acrossLegs = try sightings([
      ("dal", "ru-dalnerechensk-1", "05:00, 2023-09-11"),
      ("bira", "ru-belogorsk", "10:00, 2023-09-12"),
    ])
    #expect(acrossLegs.verdict.isContradictory)
  }

  @Test func `a track bounds when its train was where, and how fast it could go`() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("wayproof-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    // From Khasan station on, a point a minute, 900 m apart: 54 km/h.
    let rows = (0..<60).map { index in
      "\(1_694_466_000 + index * 60),\(42.4293 + Double(index) * 0.0081),130.6456"
    }
    let text = "time,lat,lon\n" + rows.joined(separator: "\n") + "\n"
    try Data(text.utf8).write(to: folder.appendingPathComponent("log.csv"))
    let claim = """
        - id: log
          source: ria
          quote: a log of its positions
          track: log.csv
          radius: 100 m

      """
    let slow = """
        - id: slow
          source: ria
          quote: at most 40 km/h
          speed: at most 40 km/h
          kind: maximum
          vehicle: armoured-train
          years: 2023

      """
    // 1,694,466,000 is 07:00 on 12 September 2023 in Vladivostok.
    let dossier = try dossier(claim + departure("8:30") + slow, files: folder)
    let found = Set(dossier.conflicts.map { Set($0.members.map(\.text)) })
    #expect(found.contains(["log", "left"]))
    #expect(found.contains(["log", "slow"]))
    #expect(throws: (any Error).self) { try self.dossier(claim) }
    #expect(throws: (any Error).self) {
      try self.dossier(claim.replacing("log.csv", with: "none.csv"), files: folder)
    }
  }
}
