import Casework
import Claims
import Plausibility
import Quantities
import Testing

/// Journeys that go on by another mode, and stops that nobody names.
@Suite struct ManyMeansTests {
  private let journey = """
    {id: out, mode: rail, date: 2024-05-01, stops: [{id: a, place: city-de-hamburg}, {id: b, place: CPH}, {id: c, place: ARN, mode: air}, {id: d, place: Uppsala, mode: road}]}
    """

  @Test func `each leg goes by its own mode, and times of the whole journey hold`() throws {
    let dossier = try JudgedText.judged(
      journey,
      """
      {id: left, time: "7:00 a.m., 2024-05-01", event: departure a}
      {id: whole, duration: 12 hours, from: start, to: end}
      {id: came, time: "7:00 p.m., 2024-05-01", event: arrival d}
      {id: flown, distance: about 550 km, from: b, to: c, kind: flown}
      {id: aloft, duration: 1 h 5 min, from: take-off b, to: landing c}
      """)
    #expect(dossier.accused.isEmpty)
    #expect(dossier.itineraries.map(\.journey.mode.rawValue) == ["rail", "air", "road"])
    #expect(dossier.verdict("whole") == .consistent)
  }

  @Test func `a train does not fly, though the journey goes on by air`() throws {
    let dossier = try JudgedText.judged(
      journey, "{id: fast, duration: 15 min, from: departure a, to: arrival b}")
    #expect(dossier.accused == ["fast"])
  }

  @Test func `nobody leaves by air before coming by rail`() throws {
    let dossier = try JudgedText.judged(
      journey,
      """
      {id: came, time: "3:00 p.m., 2024-05-01", event: arrival b}
      {id: left, time: "11:00 a.m., 2024-05-01", event: take-off b}
      """)
    #expect(dossier.accused == ["came", "left"])
  }

  @Test func `a ferry and a bus of the Philippines are one journey`() throws {
    let stops = """
      {id: trip, mode: sea, stops: [{id: a, place: Cebu City}, {id: b, place: Tagbilaran}, {id: c, place: Jagna, mode: road, vehicle: bus}]}
      """
    let true_ = try JudgedText.judged(
      stops,
      """
      {id: t, duration: about five hours, from: start, to: end}
      {id: v, speed: at most 60 km/h, kind: maximum, vehicle: bus}
      """)
    #expect(true_.accused.isEmpty)
    let false_ = try JudgedText.judged(
      stops, "{id: t, duration: 20 min, from: start, to: end}")
    #expect(false_.accused == ["t"])
  }

  @Test func `a part is named where a claim is about one of several`() throws {
    let error = #expect(throws: CaseJudging.Failure.self) {
      try JudgedText.judged(journey, "{id: n, stops: 0, journey: out}")
    }
    #expect(error?.description.contains("out-1, out-2 or out-3") == true)
    #expect(try JudgedText.judged(journey, "{id: n, stops: 0, journey: out-2}").accused.isEmpty)
  }

  @Test func `a flight with stops that nobody names may take longer than one without`() throws {
    func judged(_ stops: String, _ hours: String) throws -> Dossier {
      try JudgedText.judged(
        "{id: f, mode: air, date: 2024-05-01, stops: [{id: a, place: LHR}, {id: b, place: SIN\(stops)}]}",
        "{id: t, duration: \(hours), from: departure a, to: arrival b}")
    }
    #expect(try judged(", unknown_stops: two", "38 hours").accused.isEmpty)
    #expect(try judged("", "38 hours").accused == ["t"])
    // They make no flight faster.
    #expect(try judged(", unknown_stops: two", "7 hours").accused == ["t"])
  }

  @Test func `how often it stopped is held against the stops of the case`() throws {
    func verdict(_ stops: String) throws -> String? {
      try JudgedText.judged(
        "{id: f, mode: air, stops: [{id: a, place: LHR}, {id: s, place: SIN}, {id: b, place: SYD}]}",
        "{id: n, stops: \(stops), journey: f}"
      ).verdict("n")?.rawValue
    }
    #expect(try verdict("one") == "consistent")
    #expect(try verdict("0") == "contradicted")
    #expect(try verdict("at least 1") == "consistent")
  }
}
