import Casework
import Claims
import Plausibility
import Reporting
import Testing

/// Faults that users of other tools wrote of in public, each on journeys elsewhere.
@Suite struct PublicReportTests {
  @Test(arguments: clocks + words + ceilings)
  func `each kind is judged rightly`(variation: FailureVariation) throws {
    try variation.check()
  }

  private static func ride(_ mode: String, _ from: String, _ to: String) -> String {
    "{id: j, mode: \(mode), date: 2024-05-06, stops: [{id: a, place: \(from)}, {id: b, place: \(to)}]}"
  }

  /// k06: beside a date in digits 10:45 is the morning's; k24: midnight begins and ends its day.
  private static let clocks = [
    FailureVariation(
      "10:50 beside a date in digits", journeys: ride("rail", "Mumbai", "Kolkata"),
      claims: """
        {id: dep, time: "10:05, 2024-05-06", event: departure a}
        {id: arr, time: "10:50, 2024-05-06", event: arrival b}
        """, verdicts: ["dep": .disputed, "arr": .disputed]),
    FailureVariation(
      "10:50 that may be either", journeys: ride("rail", "Mumbai", "Kolkata"),
      claims: """
        {id: dep, time: "10:05 am/pm, 2024-05-05", event: departure a}
        {id: arr, time: "10:50 am/pm, 2024-05-06", event: arrival b}
        """, verdicts: ["dep": .consistent, "arr": .consistent]),
    FailureVariation(
      "midnight ends the day", journeys: ride("road", "Nairobi", "Nakuru"),
      claims: """
        {id: dep, time: "9:30 p.m., Monday", event: departure a}
        {id: arr, time: "midnight, Monday", event: arrival b}
        """, verdicts: ["dep": .consistent, "arr": .consistent]),
    FailureVariation(
      "midnight begins the day", journeys: ride("rail", "city-cl-santiago", "Talca"),
      claims: """
        {id: dep, time: "9:30 p.m., Sunday", event: departure a}
        {id: arr, time: "midnight, Monday", event: arrival b}
        """, verdicts: ["dep": .consistent, "arr": .consistent]),
    FailureVariation(
      "before midnight", journeys: ride("air", "SYD", "AKL"),
      claims: """
        {id: dep, time: "6 p.m., Monday", event: departure a}
        {id: arr, time: "shortly before midnight, Monday", event: arrival b}
        """, verdicts: ["dep": .consistent, "arr": .consistent]),
    FailureVariation(
      "neither midnight", journeys: ride("air", "GRU", "LIS"),
      claims: """
        {id: dep, time: "9:30 p.m., Monday", event: departure a}
        {id: arr, time: "midnight, Monday", event: arrival b}
        """, verdicts: ["dep": .disputed, "arr": .disputed]),
  ]

  /// k05: "about" is no narrower than the bare number, "exactly" no wider than a few minutes.
  private static let words = [
    ("about 2 hours", "13:00", "15:25", Verdict.loose),
    ("2 hours", "13:00", "15:25", .loose), ("exactly 2 hours", "13:00", "15:25", .disputed),
    ("exactly 2 hours", "13:00", "15:04", .consistent),
    ("exactly 12 hours", "08:00", "19:00", .disputed),
    ("exactly 60 min", "08:00", "09:06", .disputed),
  ].map { time, left, came, verdict in
    FailureVariation(
      "\(time) from \(left) to \(came)", journeys: ride("rail", "Cairo", "Alexandria"),
      claims: """
        {id: dep, time: "\(left), 2024-05-06", event: departure a}
        {id: arr, time: "\(came), 2024-05-06", event: arrival b}
        {id: t, duration: \(time), from: departure a, to: arrival b}
        """, verdicts: ["t": verdict])
  }

  /// k03: what is said of how fast a train can go is held against its type; k04, k21: averages and records.
  private static let ceilings = [
    ("KTX", "rail", "Seoul", "Busan", "900 km/h", Verdict.contradicted),
    ("TGV", "rail", "Paris", "Lyon", "320 km/h", .consistent),
    ("hovercraft", "sea", "Hong Kong", "Macau", "900 km/h", .contradicted),
    ("hovercraft", "sea", "Hong Kong", "Macau", "83 knots", .consistent),
  ].map { vehicle, mode, from, to, speed, verdict in
    FailureVariation(
      "\(vehicle) at \(speed)",
      journeys:
        "{id: j, mode: \(mode), vehicle: \(vehicle), date: 2024-05-06, stops: [{id: a, place: \(from)}, {id: b, place: \(to)}]}",
      claims: "{id: v, speed: \(speed), kind: maximum, vehicle: \(vehicle)}",
      verdicts: ["v": verdict])
  }

  /// A distance that says no kind may be the way by the modes of the case.
  @Test(arguments: [
    ("road", "Dar es Salaam", "Lilongwe", "roughly 1,600 km"),
    ("sea", "Sydney", "Hobart", "630 nautical miles"),
    ("air", "JNB", "PER", "8,600 km"),
  ])
  func `a distance without a kind is of the way by the journey's mode`(
    mode: String, from: String, to: String, distance: String
  ) throws {
    let dossier = try JudgedText.judged(
      Self.ride(mode, "\"\(from)\"", to),
      "{id: km, distance: \"\(distance)\", from: \"\(from)\", to: \(to)}")
    #expect(dossier.verdict("km") == .consistent)
  }

  /// k19: what is narrower than what is usually shown is shown finer.
  @Test func `narrow intervals and near contradictions are told with their own digits`() throws {
    func told(_ claims: String) throws -> String {
      let journey = Self.ride("road", "\"-1.0,36.0\"", "\"-1.1,36.0\"")
      return TerminalRenderer(width: 400, isColoured: false).text(
        Story(try JudgedText.judged(journey, claims)))
    }
    let narrow = try told(
      """
      {id: t, duration: 13 h 6 min, from: departure a, to: arrival b}
      {id: km, distance: 16.5 km, from: "-1.0,36.0", to: "-1.1,36.0", kind: road}
      """)
    #expect(narrow.contains("13 h 05 min 30 s to 13 h 06 min 30 s"), "\(narrow)")
    #expect(narrow.contains("16.45 to 16.55 km"), "\(narrow)")
    let near = try told(
      """
      {id: least, duration: at least 47180 s, from: departure a, to: arrival b}
      {id: most, duration: at most 786 min, from: departure a, to: arrival b}
      """)
    #expect(
      near.contains("at least 13 h 06 min 20 s (least) and at most 13 h 06 (most)"), "\(near)")
  }
}
