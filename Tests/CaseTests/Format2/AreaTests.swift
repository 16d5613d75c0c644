import Casework
import Gazetteer
import Plausibility
import Testing

/// Countries, regions and borders as ends: a distance to them is one to any of their points.
@Suite struct AreaTests {
  private func verdict(
    _ distance: String, _ from: String, _ to: String, more: String = ""
  ) throws -> Verdict? {
    try JudgedText.judged(
      "{id: j, mode: rail, stops: [{id: a, place: \(from)}, {id: b, place: \(to)}]}",
      "{id: d, distance: \(distance), from: a, to: b, kind: geodesic}", more: more
    ).verdict("d")
  }

  @Test(arguments: [
    // From near the border to beyond the farthest point.
    ("Nairobi", "Ethiopia", "560 km", Verdict.consistent),
    ("Nairobi", "Ethiopia", "1700 km", .consistent),
    ("Nairobi", "Ethiopia", "200 km", .contradicted),
    ("Nairobi", "Ethiopia", "2400 km", .contradicted),
    ("Tokyo", "Mongolia", "2000 km", .consistent), ("Tokyo", "Mongolia", "900 km", .contradicted),
    ("Lima", "Bolivia", "1000 km", .consistent), ("Lima", "Bolivia", "3000 km", .contradicted),
    ("Kansas City", "Texas", "800 km", .consistent),
    ("Kansas City", "Texas", "300 km", .contradicted),
    ("Perth", "Queensland", "3000 km", .consistent),
    ("Perth", "Queensland", "1000 km", .contradicted),
  ])
  func `a country or a state is as far as any of its points`(
    from: String, to: String, distance: String, verdict: Verdict
  ) throws {
    #expect(try self.verdict(distance, from, to) == verdict, "\(from) to \(to), \(distance)")
  }

  @Test func `a journey into a country is bounded by its nearest point`() throws {
    func accused(_ hours: String) throws -> [String] {
      try JudgedText.judged(
        "{id: j, mode: air, stops: [{id: a, place: Auckland}, {id: b, place: Chile}]}",
        """
        {id: t, duration: \(hours), from: take-off a, to: landing b}
        """
      ).accused
    }
    #expect(try accused("12 h").isEmpty)
    #expect(try accused("1 h 30 min") == ["t"])
  }

  @Test func `a border is where two countries meet, or all around one`() throws {
    let more = """
      places:
        - {id: crossing, border: [Argentina, Chile]}
        - {id: edge, border: Laos}
        - {id: union, area: [Belgium, Netherlands, Luxembourg]}
      """
    #expect(try verdict("160 km", "Mendoza", "crossing", more: more) == .consistent)
    #expect(try verdict("4500 km", "Mendoza", "crossing", more: more) == .contradicted)
    // Vientiane lies on the border, and nowhere in Laos is far from it.
    #expect(try verdict("5 km", "Vientiane", "edge", more: more) == .consistent)
    #expect(try verdict("200 km", "Berlin", "union", more: more) == .contradicted)
    #expect(try verdict("500 km", "Berlin", "union", more: more) == .consistent)
  }

  @Test func `an area is told by its corners`() throws {
    let more =
      "places: [{id: box, corners: [\"60,10\", \"60,20\", \"65,20\", \"65,10\"], zone: Europe/Oslo}]"
    #expect(try verdict("500 km", "Copenhagen", "box", more: more) == .consistent)
    #expect(try verdict("300 km", "Copenhagen", "box", more: more) == .contradicted)
  }

  @Test(arguments: [
    ("{id: x, border: [Spain, Poland]}", "have no border with each other"),
    ("{id: x, border: [Spain, France, Portugal]}", "'border' has"),
    ("{id: x, area: Erewhonia}", "Erewhonia"), ("{id: x, area: Tokyo}", "no country or region"),
    ("{id: x, corners: [\"1,2\", \"3,4\"]}", "three corners"),
    ("{id: x, corners: [\"1,170\", \"3,-170\", \"5,170\"]}", "antimeridian"),
    ("{id: x, area: France, position: \"1,2\"}", "a place has"),
  ])
  func `a mistake in an area is told`(place: String, words: String) throws {
    let error = #expect(throws: (any Error).self) {
      try verdict("5 km", "Madrid", "x", more: "places: [\(place)]")
    }
    #expect("\(error.map { "\($0)" } ?? "")".contains(words), "\(error.map { "\($0)" } ?? "")")
  }

  @Test func `the clocks of a country are those of all its zones`() throws {
    let dossier = try JudgedText.judged(
      "{id: j, mode: air, stops: [{id: a, place: Lima}, {id: b, place: Brazil}]}",
      """
      {id: left, time: "2024-03-01 10:00 a.m.", event: take-off a}
      {id: came, time: "2024-03-01 15:00", event: landing b}
      """)
    #expect(dossier.accused.isEmpty)
    #expect((dossier.itineraries.first?.places.last?.zones.count ?? 0) > 1)
  }
}
