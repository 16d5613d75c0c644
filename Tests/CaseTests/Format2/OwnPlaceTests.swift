import Casework
import Gazetteer
import Plausibility
import Testing

/// Places that a case brings with it, and stops as places.
@Suite struct OwnPlaceTests {
  private let camp = """
    places:
      - {id: camp, name: The camp, position: "-77.85,166.67", radius: 2 km, zone: Pacific/Auckland}
    """

  @Test func `a place of the case's own has its position, its radius and its zone`() throws {
    func judged(_ distance: String) throws -> Dossier {
      try JudgedText.judged(
        "{id: f, mode: air, stops: [{id: a, place: CHC}, {id: b, place: camp}]}",
        """
        {id: d, distance: \(distance), from: CHC, to: camp, kind: geodesic}
        {id: t, time: "2024-01-10 18:00", event: landing b}
        """, more: camp)
    }
    let dossier = try judged("about 3830 km")
    #expect(dossier.accused.isEmpty)
    #expect(dossier.itineraries.first?.places.last?.zones == ["Pacific/Auckland"])
    #expect(try judged("3200 km").verdict("d") == .contradicted)
  }

  @Test func `a place is told by its distance from another, with a direction or without`() throws {
    func verdict(_ site: String, _ distance: String) throws -> String? {
      try JudgedText.judged(
        "{id: f, mode: road, stops: [{id: a, place: Lima}, {id: b, place: wreck}]}",
        "{id: d, distance: \(distance), from: Callao, to: b, kind: geodesic}",
        more: "places: [{id: wreck, from: Lima, distance: 400 km\(site)}]"
      ).verdict("d")?.rawValue
    }
    #expect(try verdict(", direction: south-east", "about 400 km") == "consistent")
    #expect(try verdict(", direction: SE", "exactly 900 km") == "contradicted")
    // Anywhere around.
    #expect(try verdict("", "about 300 km") == "consistent")
  }

  @Test func `the identifiers of stops are places, and events are ends of the way`() throws {
    let journey =
      "{id: j, mode: rail, stops: [{id: first, place: city-jp-tokyo}, {id: last, place: city-jp-osaka}]}"
    let good = try JudgedText.judged(
      journey,
      """
      {id: line, distance: 400 km, from: first, to: last, kind: geodesic}
      {id: way, distance: 515 km, from: start, to: end}
      {id: t, duration: 2 h 30 min, from: first, to: last}
      {id: v, speed: about 206 km/h, kind: average, from: first, to: last}
      """)
    #expect(good.accused.isEmpty && good.verdict("way") == .consistent)
    let bad = try JudgedText.judged(
      journey,
      """
      {id: way, distance: 515 km, from: start, to: end}
      {id: t, duration: 2 h 30 min, from: first, to: last}
      {id: v, speed: about 300 km/h, kind: average, from: first, to: last}
      """)
    #expect(bad.accused == ["way", "t", "v"])
  }

  @Test func `a coordinate has the clocks of what lies nearby`() throws {
    let dossier = try JudgedText.judged(
      """
      {id: j, mode: road, stops: [{id: a, place: "-33.45,-70.6"}, {id: b, place: "-33.0,-71.5"}]}
      """,
      """
      {id: left, time: "2024-01-10 08:00", event: departure a}
      {id: came, time: "2024-01-10 10:00", event: arrival b}
      """)
    #expect(dossier.itineraries.first?.places.first?.zones == ["America/Santiago"])
    #expect(dossier.accused.isEmpty)
    #expect(dossier.findings.contains { $0.code == "zone-from-nearby" })
  }
}
