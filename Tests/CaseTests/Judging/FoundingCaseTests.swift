import Travel
import Casework
import Claims
import Gazetteer
import Plausibility
import Quantities
import Railways
import TestSupport
import Testing
import Wording

/// The founding case, worked by the rules of the design: nothing of it stands in the code.
@Suite struct FoundingCaseTests {
  let dossier: Dossier

  init() throws { dossier = try CaseRunner.dossier("april-2019-train") }

  private func account(_ id: String) throws -> ClaimAccount {
    try #require(dossier.account(of: Claim.ID(id)))
  }

  /// What tells the reading that an implication is about from the others.
  private func label(_ implication: Implication, of account: ClaimAccount) -> String {
    dossier.titles.label(of: implication.reading, in: .claim(account.claim.id)).english
  }

  private func conflict(of claims: Set<String>) throws -> Conflict {
    try #require(
      dossier.conflicts.first { conflict in
        Set(conflict.members.compactMap { dossier.members[$0]?.claim?.text }) == claims
      })
  }

  @Test func `the distances are those of the worked example`() throws {
    let leg = try #require(dossier.legs.first)
    #expect(abs(try #require(leg.leg.geodesic).central.kilometers - 562.5) < 0.1)
    let way = try #require(leg.leg.way)
    #expect(abs(way.central.kilometers - 856.2) < 0.1)
    #expect(abs(try #require(way.interval.lower).kilometers - 846) < 0.5)
    #expect(abs(try #require(way.interval.upper).kilometers - 866) < 0.6)
    let second = dossier.legs[1].leg
    #expect(abs(try #require(second.geodesic).central.kilometers - 126.4) < 0.1)
    #expect(abs(try #require(second.way).central.kilometers - 326) < 0.1)
    #expect(abs(second.alternatives[0].way.central.kilometers - 372) < 0.5)
  }

  @Test func `about 560 km fits as the straight line and not as the track`() throws {
    let account = try account("border-560")
    #expect(account.verdict == .crowFlies)
    let straight = try #require(
      account.implications.first { label($0, of: account) == "as the straight-line distance" })
    #expect(straight.meets)
    #expect(straight.claimed.lower.map { abs($0 - 543_200) < 1 } == true)
    #expect(straight.claimed.upper.map { abs($0 - 576_800) < 1 } == true)
    #expect(abs(straight.implied.low - 561_267) < 150)
    let track = try #require(
      account.implications.first { label($0, of: account) == "as the distance by rail" })
    #expect(!track.meets)
  }

  @Test func `about 150 km is neither the straight line nor the track`() throws {
    let alone = try conflict(of: ["border-150"])
    #expect(alone.isFirm)
    let ways = alone.repairs[0].implications
    let account = try account("border-150")
    let factors = try ["Khasan", "Friendship Bridge border point"].map { place -> Double in
      let way = try #require(
        ways.first { label($0, of: account) == "as the straight-line distance from \(place)" })
      guard case .factor(let factor)? = way.stretch else { return 0 }
      return factor
    }
    #expect(abs(factors[0] - 4.7) < 0.05)
    #expect(abs(factors[1] - 4.45) < 0.06)
    #expect(account.verdict == .contradicted)
  }

  @Test func `200 km of tracks is contradicted, and with 150 only together with the geodesic`()
    throws
  {
    #expect(try conflict(of: ["tracks-200"]).isFirm)
    let pair = try conflict(of: ["border-150", "tracks-200"])
    #expect(pair.members.contains { $0.text.hasPrefix("geodesic") })
  }

  @Test func `at most 60, the early hours and 10:40 need 86 to 88 or 78 to 80 km an hour`() throws {
    let conflict = try conflict(of: ["at-most-60", "early-hours", "khasan-1040"])
    #expect(conflict.isFirm)
    let others = conflict.members.filter { dossier.members[$0]?.claim == nil }
    #expect(others.allSatisfy { dossier.members[$0]?.origin == .assumption })
    #expect(others.count == 2)
    let windows = try #require(dossier.legs.first).windows
    let way = try #require(dossier.legs.first?.leg.way)
    let needed = windows.compactMap { LegAccount.neededSpeed(over: way, within: $0.seconds) }
      .compactMap { speed in
        zip2(speed.lower?.kilometersPerHour, speed.upper?.kilometersPerHour)
      }.sorted { $0.0 < $1.0 }
    #expect(needed.count == 2)
    #expect(abs(needed[0].0 - 78) < 0.5 && abs(needed[0].1 - 80) < 0.5)
    #expect(abs(needed[1].0 - 86) < 0.5 && abs(needed[1].1 - 88) < 0.5)
  }

  @Test func `about 20 hours is stretched, 1_8 or 1_3 times`() throws {
    let conflict = try conflict(of: ["early-hours", "khasan-1040", "six-hours", "twenty-hours"])
    let repair = try #require(conflict.repairs.first { $0.claim.text == "twenty-hours" })
    let factors = repair.implications.compactMap { implication -> Double? in
      guard case .factor(let factor)? = implication.stretch else { return nil }
      return factor
    }.sorted()
    #expect(factors.count == 2)
    #expect(abs(factors[0] - 4 / 3.0) < 0.001)
    #expect(abs(factors[1] - 11 / 6.0) < 0.001)
    let limits = repair.implications.map { $0.implied.high / 3_600 }.sorted()
    #expect(abs(limits[0] - (16 + 1 / 3.0)) < 0.01 && abs(limits[1] - (17 + 1 / 3.0)) < 0.01)
    #expect(try account("twenty-hours").verdict == .loose)
    // The conflict counts against the claim that gives way most easily.
    #expect(try account("six-hours").verdict == .consistent)
  }

  @Test func `with the stop the second leg needs 59, by way of Ussuriysk 67 to 68 km an hour`()
    throws
  {
    let account = dossier.legs[1]
    let window = try #require(account.windows.first)
    let way = try #require(account.leg.way)
    let direct = try #require(
      LegAccount.neededSpeed(over: way, within: window.seconds)?.lower?.kilometersPerHour)
    #expect(abs(direct - 59) < 0.5)
    let round = try #require(
      LegAccount.neededSpeed(over: account.leg.alternatives[0].way, within: window.seconds))
    #expect(abs(try #require(round.upper).kilometersPerHour - 68) < 0.5)
  }

  @Test func `the gauge break is at Tumangang and the reversal at Baranovsky`() throws {
    let breaks = try #require(dossier.legs[0].leg.way?.course).gaugeBreaks
    #expect(breaks.map(\.location.place) == [Place.ID("kp-tumangang")])
    #expect(breaks[0].alternatives.contains { $0.place == Place.ID("ru-khasan") })
    let reversals = try #require(dossier.legs[1].leg.way?.course).reversals
    #expect(reversals.map(\.place) == [Place.ID("ru-baranovsky")])
  }

  @Test func `the later arrivals fit 10:40 read in Pyongyang time`() throws {
    let outlets = try CaseRunner.dossier("april-2019-outlets")
    let conflicts = outlets.conflicts.map { conflict in
      Set(conflict.members.compactMap { outlets.members[$0]?.claim?.text })
    }
    #expect(!conflicts.contains(["khasan-1040", "six-hours", "arrival-1801"]))
    #expect(!conflicts.contains(["khasan-1040", "six-hours", "arrival-1750"]))
    let leg = try #require(outlets.legs.last)
    #expect(leg.leftOut.map(\.text) == ["arrival-1801"])
    let khasan = Member.ID.claim(Claim.ID("khasan-1040"))
    let readings = leg.windows.map { window in
      window.readings[khasan].map { outlets.titles.label(of: $0, in: khasan).english }
    }
    #expect(readings == ["in Pyongyang time"])
  }

  private func zip2(_ one: Double?, _ other: Double?) -> (Double, Double)? {
    guard let one, let other else { return nil }
    return (one, other)
  }
}

/// September 2023 and JS621.
@Suite struct LaterCaseTests {
  @Test func `Sunday to early Tuesday fits, and forecasts contradict nothing that came later`()
    throws
  {
    let dossier = try CaseRunner.dossier("september-2023-train")
    for id in [
      "left-sunday", "late-afternoon", "arrived-tuesday", "early-in-the-morning", "khasan-0600",
      "razdolnaya-0515", "ussuriysk-1310", "komsomolsk-0850", "primorye-saturday", "six-day-trip",
      "cross-early-tuesday", "monday-afternoon", "noon-expected", "at-most-60", "crow-130",
    ] {
      #expect(dossier.account(of: Claim.ID(id))?.verdict == .consistent, "\(id)")
    }
    let forecasts = dossier.caseFile.claims.filter { $0.modality == .forecast }.map(\.id)
    for conflict in dossier.conflicts {
      let claims = conflict.members.compactMap { dossier.members[$0]?.claim }
      #expect(claims.allSatisfy { !forecasts.contains($0) })
    }
  }

  @Test func `JS621 can have been in the air, and says a landing window`() throws {
    let dossier = try CaseRunner.dossier("js621-flight")
    guard case .noContradiction = dossier.verdict else {
      Issue.record("\(dossier.verdict)")
      return
    }
    let leg = try #require(dossier.legs.first)
    #expect(abs(try #require(leg.leg.geodesic).central.kilometers - 713.2) < 0.1)
    let window = try #require(leg.windows.first)
    // 06:57 in Pyongyang, give or take a minute, is 21:57 UTC of the day before.
    #expect(window.start.low == 1_694_469_360 && window.start.high == 1_694_469_480)
  }
}
