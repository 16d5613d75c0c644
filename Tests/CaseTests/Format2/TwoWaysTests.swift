import Casework
import Claims
import Plausibility
import Testing

/// Journeys that go from one place to another by different ways.
@Suite struct TwoWaysTests {
  private let journeys = """
    {id: suez, mode: sea, stops: [{id: r1, place: Rotterdam}, {id: canal, place: Suez}, {id: s1, place: Singapore}]}
    {id: cape, mode: sea, stops: [{id: r2, place: Rotterdam}, {id: hope, place: Cape Town}, {id: s2, place: Singapore}]}
    """

  /// About 8,300 nautical miles by Suez and 11,800 round the Cape, as shipping papers print it.
  private func claims(longer: String) -> String {
    """
    {id: short, distance: "about 8,300 nautical miles", from: r1, to: s1, journey: suez}
    {id: long, distance: "about 11,800 nautical miles", from: r2, to: s2, kind: sea, journey: cape}
    {id: more, more: "about \(longer) nautical miles", of: long, than: short}
    """
  }

  @Test func `each has a length of its own`() throws {
    #expect(try JudgedText.judged(journeys, claims(longer: "3,500")).accused.isEmpty)
  }

  @Test func `what one is longer than the other follows from both`() throws {
    #expect(try !JudgedText.judged(journeys, claims(longer: "9,300")).accused.isEmpty)
  }

  @Test func `a length of another kind is between the places`() throws {
    let dossier = try JudgedText.judged(
      journeys,
      "{id: far, distance: 15000 km, from: r1, to: s1, kind: geodesic, journey: suez}")
    #expect(dossier.accused == ["far"])
  }
}
