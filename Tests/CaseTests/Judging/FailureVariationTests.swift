import Casework
import Claims
import Plausibility
import Reporting
import Testing

/// Kinds of cases that were judged wrongly once, each elsewhere in the world and by other means.
@Suite struct FailureVariationTests {
  /// What a case is of, its journeys, its claims, and what its claims come to.
  struct Variation: CustomTestStringConvertible {
    let title: String
    let journeys: String
    let claims: String
    let verdicts: [String: Verdict]
    var testDescription: String { title }
  }

  @Test(arguments: all)
  func `each kind is judged rightly elsewhere`(variation: Variation) throws {
    let dossier = try JudgedText.judged(variation.journeys, variation.claims)
    for (claim, verdict) in variation.verdicts {
      #expect(dossier.verdict(claim) == verdict, "\(variation.title): \(claim)")
    }
    let isAccused = variation.verdicts.values.contains { $0.isAgainst }
    #expect(dossier.verdict.isContradictory == isAccused, "\(variation.title): headline")
  }

  private static let all = forecasts + flights + fastTrains + loose + zones + winds

  /// B1: a forecast that physics refutes heads the case as what it is.
  private static let forecasts = [
    Variation(
      title: "a lorry over the Andes",
      journeys:
        "{id: j, mode: road, vehicle: lorry, date: 2024-05-03, stops: [{id: a, place: city-cl-santiago}, {id: b, place: Buenos Aires}]}",
      claims: """
        {id: max, speed: at most 80 km/h, kind: maximum, vehicle: lorry}
        {id: hours, duration: 9 h 00 min, from: a, to: b, modality: forecast}
        """, verdicts: ["hours": .disputed]),
    Variation(
      title: "a ferry to Crete",
      journeys:
        "{id: j, mode: sea, vehicle: ferry, date: 2024-05-03, stops: [{id: a, place: Athens}, {id: b, place: Heraklion}]}",
      claims: """
        {id: max, speed: at most 20 knots, kind: maximum, vehicle: ferry}
        {id: hours, duration: 4 h 00 min, from: a, to: b, modality: forecast}
        """, verdicts: ["hours": .disputed]),
    Variation(
      title: "a flight to Honolulu that can be",
      journeys:
        "{id: j, mode: air, vehicle: A330-200, date: 2024-05-03, stops: [{id: a, place: HND}, {id: b, place: HNL}]}",
      claims: "{id: hours, duration: 7 h 10 min, from: a, to: b, modality: forecast}",
      verdicts: ["hours": .consistent]),
  ]

  /// E1: ordinary flights of airliners, named and not.
  private static let flights = [
    ("an Embraer to Quito", "E190", "GRU", "UIO", "6 h 20 min"),
    ("a 787 over the Indian Ocean", "Boeing 787-9", "PER", "LHR", "17 h 20 min"),
    ("an airliner over Africa", "", "JNB", "CAI", "8 h 05 min"),
    ("an airliner to Auckland with the wind", "", "SCL", "AKL", "13 h 10 min"),
  ].map { title, vehicle, from, to, time in
    Variation(
      title: title,
      journeys:
        "{id: j, mode: air, vehicle: \"\(vehicle)\", date: 2024-01-16, stops: [{id: a, place: \(from)}, {id: b, place: \(to)}]}",
      claims: "{id: t, duration: \(time), from: off-block a, to: on-block b}",
      verdicts: ["t": .consistent])
  }

  /// F: fast trains over a network that knows no speeds.
  private static let fastTrains = [
    ("AVE", "Madrid", "Seville", "2 h 20 min"), ("KTX", "Seoul", "Busan", "2 h 15 min"),
    ("Al Boraq", "Tangier", "Casablanca", "2 h 10 min"),
    ("Shinkansen", "Tokyo", "Osaka", "2 h 22 min"),
  ].map { train, from, to, time in
    Variation(
      title: "\(train) from \(from) to \(to)",
      journeys:
        "{id: j, mode: rail, vehicle: \(train), date: 2024-01-16, stops: [{id: a, place: \(from)}, {id: b, place: \(to)}]}",
      claims: "{id: t, duration: \(time), from: a, to: b}", verdicts: ["t": .consistent])
  }

  /// L: a figure that is a little off is loose, and heads no case.
  private static let loose = [
    ("JNB", "PER", "8420 km"), ("GRU", "JNB", "7540 km"), ("ANC", "NRT", "5590 km"),
  ].map { from, to, distance in
    Variation(
      title: "\(from) to \(to)",
      journeys:
        "{id: j, mode: air, date: 2024-01-16, stops: [{id: a, place: \(from)}, {id: b, place: \(to)}]}",
      claims: "{id: d, distance: \(distance), from: a, to: b, kind: geodesic}",
      verdicts: ["d": .loose])
  }

  /// M: abbreviations of zones by the country of the place.
  private static let zones = [
    ("rail", "Sydney", "Melbourne", "8:00 a.m. EST", "6:50 p.m.", "10 h 50 min", "2024-06-10"),
    ("rail", "New York", "Boston", "8:00 a.m. EST", "11:40 a.m.", "3 h 40 min", "2024-01-10"),
    (
      "rail", "Mumbai", "New Delhi", "5:00 p.m. IST", "8:35 a.m., 2024-01-11", "15 h 35 min",
      "2024-01-10"
    ),
    ("air", "Dublin", "London", "8:00 a.m. IST", "9:20 a.m.", "1 h 20 min", "2024-06-10"),
  ].map { mode, from, to, left, came, time, day in
    Variation(
      title: "\(left) in \(from)",
      journeys:
        "{id: j, mode: \(mode), date: \(day), stops: [{id: a, place: \(from)}, {id: b, place: \(to)}]}",
      claims: """
        {id: left, time: "\(left), \(day)", event: departure a}
        {id: came, time: "\(came.contains(",") ? came : "\(came), \(day)")", event: arrival b}
        {id: t, duration: \(time), from: a, to: b}
        """, verdicts: ["left": .consistent, "came": .consistent, "t": .consistent])
  }

  /// V: light and slow aircraft have the wind of their height.
  private static let winds = [
    ("Cessna 172", "Nairobi", "Mombasa", "2 h 10 min", Verdict.consistent),
    ("light-aircraft", "Denver", "Kansas City", "4 h 30 min", .consistent),
    ("helicopter", "Lima", "Ica", "1 h 20 min", .consistent),
    // The jet stream of an airliner's height would allow it.
    ("Cessna 172", "Denver", "Kansas City", "1 h 15 min", .contradicted),
  ].map { vehicle, from, to, time, verdict in
    Variation(
      title: "\(vehicle) from \(from) to \(to) in \(time)",
      journeys:
        "{id: j, mode: air, vehicle: \(vehicle), date: 2024-01-16, stops: [{id: a, place: \(from)}, {id: b, place: \(to)}]}",
      claims: "{id: t, duration: \(time), from: take-off a, to: landing b}",
      verdicts: ["t": verdict])
  }

  /// O: what would have been is told on the day of the journey.
  @Test(arguments: [
    ("rail", "Cairo", "Aswan", "13 hours", "1987-03-05"),
    ("sea", "Lima", "Guayaquil", "3 days", "2012-11-30"),
    ("air", "AKL", "LAX", "12 hours", "2024-02-28"),
  ])
  func `the example of a dated journey is of its date`(
    mode: String, from: String, to: String, time: String, date: String
  ) throws {
    let dossier = try JudgedText.judged(
      "{id: j, mode: \(mode), date: \(date), stops: [{id: a, place: \(from)}, {id: b, place: \(to)}]}",
      "{id: t, duration: \(time), from: a, to: b}", published: "2024-03-02")
    let told = TerminalRenderer(ReportStyle()).text(Story(dossier))
    let year = try #require(date.split(separator: "-").first)
    #expect(told.contains(year), "\(told)")
    #expect(!told.contains("1970") && !told.contains("1969"))
  }
}
