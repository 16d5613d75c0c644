import Casework
import Plausibility
import Testing

/// Figures that only together cannot be: lengths, times, averages and limits, without a network.
@Suite struct JointFigureTests {
  private func accused(
    _ mode: String, _ ends: (String, String), _ claims: String, vehicle: String = "\"\""
  ) throws -> [String] {
    try JudgedText.judged(
      """
      {id: j, mode: \(mode), vehicle: \(vehicle), date: 2024-05-01, stops: [{id: a, place: \(ends.0)}, {id: b, place: \(ends.1)}]}
      """, claims
    ).accused
  }

  /// A length, a time and an average of one leg, in the kind of distance of its mode.
  @Test(arguments: [
    ("rail", "track", "Tokyo", "Nagoya", "366 km", "1 h 40 min", "220 km/h", true),
    ("rail", "track", "Tokyo", "Nagoya", "366 km", "1 h 40 min", "300 km/h", false),
    ("road", "road", "Johannesburg", "Durban", "568 km", "6 h 00 min", "95 km/h", true),
    ("road", "road", "Johannesburg", "Durban", "568 km", "6 h 00 min", "140 km/h", false),
    ("sea", "sea", "Barcelona", "Palma", "250 km", "7 h 30 min", "33 km/h", true),
    ("sea", "sea", "Barcelona", "Palma", "250 km", "7 h 30 min", "52 km/h", false),
    ("air", "flown", "BOG", "LIM", "1,950 km", "2 h 45 min", "709 km/h", true),
    ("air", "flown", "BOG", "LIM", "1,950 km", "2 h 45 min", "902 km/h", false),
  ])
  func `a length, a time and an average hold together or do not`(
    mode: String, kind: String, from: String, to: String, length: String, time: String,
    average: String, isTrue: Bool
  ) throws {
    let (start, end) = mode == "air" ? ("take-off a", "landing b") : ("departure a", "arrival b")
    let claims = """
      {id: km, distance: "\(length)", from: \(from), to: \(to), kind: \(kind)}
      {id: t, duration: \(time), from: \(start), to: \(end)}
      {id: v, speed: \(average), kind: average, from: \(start), to: \(end)}
      """
    let found = try accused(mode, (from, to), claims)
    #expect(found == (isTrue ? [] : ["km", "t", "v"]))
  }

  /// "Never more than" is a limit and moves by no more than its printing leaves open.
  @Test(arguments: [
    ("rail", "track", "Paris", "Lyon", "429 km", "2 h 10 min", "at most 300 km/h", true),
    ("rail", "track", "Paris", "Lyon", "429 km", "2 h 10 min", "never more than 180 km/h", false),
    ("rail", "track", "Paris", "Lyon", "429 km", "2 h 10 min", "up to 180 km/h", true),
    (
      "road", "road", "Addis Ababa", "Djibouti", "some 910 km", "about 10 hours", "at most 70 km/h",
      false
    ),
    (
      "road", "road", "Addis Ababa", "Djibouti", "some 910 km", "about 14 hours", "at most 70 km/h",
      true
    ),
    (
      "sea", "sea", "Reykjavik", "Tórshavn", "about 800 km", "17 hours", "no more than 20 knots",
      false
    ),
    (
      "sea", "sea", "Reykjavik", "Tórshavn", "about 800 km", "24 hours", "no more than 20 knots",
      true
    ),
  ])
  func `a limit that is stated as one is none to be stretched`(
    mode: String, kind: String, from: String, to: String, length: String, time: String,
    limit: String, isTrue: Bool
  ) throws {
    let claims = """
      {id: km, distance: \(length), from: "\(from)", to: "\(to)", kind: \(kind)}
      {id: t, duration: \(time), from: departure a, to: arrival b}
      {id: v, speed: \(limit), kind: maximum, vehicle: \(mode == "rail" ? "high-speed-train" : "own"), years: 2024}
      """
    let found = try accused(
      mode, ("\"\(from)\"", "\"\(to)\""), claims,
      vehicle: mode == "rail" ? "high-speed-train" : "own")
    #expect(found == (isTrue ? [] : ["km", "t", "v"]), "\(limit)")
  }

  @Test(arguments: [("300 km", true), ("460 km", false), ("exactly 300.4 km", true)])
  func `parts and their total hold together or do not`(total: String, isTrue: Bool) throws {
    let dossier = try JudgedText.judged(
      """
      {id: j, mode: rail, stops: [{id: a, place: Casablanca}, {id: m, place: Rabat}, {id: b, place: Tangier}]}
      """,
      """
      {id: one, distance: 90 km, from: Casablanca, to: Rabat, kind: track}
      {id: two, distance: 210 km, from: Rabat, to: Tangier, kind: track}
      {id: all, distance: \(total), from: Casablanca, to: Tangier, kind: track}
      """)
    #expect(dossier.accused.isEmpty == isTrue)
  }

  @Test(arguments: [("rail", "72.1", "72.9"), ("air", "612.2", "613.9"), ("sea", "31.1", "33.2")])
  func `two averages of one run are one conflict in one sentence`(
    mode: String, slow: String, fast: String
  ) throws {
    let (start, end) = mode == "air" ? ("take-off a", "landing b") : ("departure a", "arrival b")
    let dossier = try JudgedText.judged(
      "{id: j, mode: \(mode), stops: [{id: a, place: Split}, {id: b, place: Bari}]}",
      """
      {id: slow, speed: \(slow) km/h, kind: average, from: \(start), to: \(end)}
      {id: fast, speed: \(fast) km/h, kind: average, from: \(start), to: \(end)}
      """)
    #expect(dossier.conflicts.count == 1)
    let conflict = try #require(dossier.conflicts.first)
    #expect(conflict.members.map(\.text).sorted() == ["fast", "slow"])
    #expect(conflict.proofs.allSatisfy { $0.steps.count <= 2 })
  }

  @Test func `conflicts that blame one claim are one`() throws {
    // Both the simulated flight and the strongest wind are against it.
    let dossier = try JudgedText.judged(
      "{id: j, mode: air, vehicle: a320, date: 2024-05-01, stops: [{id: a, place: AKL}, {id: b, place: SCL}]}",
      "{id: t, duration: 2 h 10 min, from: take-off a, to: landing b}")
    #expect(dossier.conflicts.count == 1)
    #expect(dossier.verdict("t") == .contradicted)
  }

  @Test func `a round trip is as long as it is said to be`() throws {
    func accused(_ hours: String) throws -> [String] {
      try JudgedText.judged(
        "{id: j, mode: air, vehicle: helicopter, stops: [{id: a, place: ANC}, {id: b, place: ANC}]}",
        """
        {id: km, distance: 400 km, from: ANC, to: ANC, kind: flown}
        {id: t, duration: \(hours), from: take-off a, to: landing b}
        """
      ).accused
    }
    #expect(try accused("two hours").isEmpty)
    #expect(try accused("ten minutes") == ["km", "t"])
  }

  @Test func `there and back again is two ways`() throws {
    func accused(_ all: String) throws -> [String] {
      try JudgedText.judged(
        """
        {id: j, mode: road, stops: [{id: a, place: Ulaanbaatar}, {id: m, place: Erdenet}, {id: b, place: Ulaanbaatar}]}
        """,
        """
        {id: one, distance: 370 km, from: Ulaanbaatar, to: Erdenet, kind: road}
        {id: all, distance: \(all), from: start, to: end}
        """
      ).accused
    }
    #expect(try accused("about 740 km").isEmpty)
    #expect(try accused("200 km").contains("all"))
  }

  @Test(arguments: [("7,252 km", true), ("7,220 km", true), ("7,391 km", false)])
  func `a printed great circle may be one of a globe`(length: String, isTrue: Bool) throws {
    // 7,220 km by WGS 84, 7,252 on a sphere of 6,371 km.
    let dossier = try JudgedText.judged(
      "{id: j, mode: air, stops: [{id: a, place: CPT}, {id: b, place: CAI}]}",
      "{id: d, distance: \"\(length)\", from: CPT, to: CAI, kind: geodesic}")
    #expect(dossier.accused.isEmpty == isTrue)
  }
}
