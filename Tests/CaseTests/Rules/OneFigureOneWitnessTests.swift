import Casework
import Claims
import Testing
import Wording

@Suite struct OneFigureOneWitnessTests: RuleSuite {
  static let code = "one-figure-one-witness"

  static let speaking = [
    RuleCase(
      "one source has the other's kilometres in miles",
      journeys: "{id: j, mode: road, stops: [{id: a, place: Lagos}, {id: b, place: Accra}]}",
      claims: """
        {id: c, source: one, quote: q, distance: 480 km, from: Lagos, to: Accra, kind: road}
        {id: d, source: two, quote: q, distance: 298 miles, from: Lagos, to: Accra, kind: road}
        """),
    RuleCase(
      "37 mph there and back again",
      journeys: "{id: j, mode: rail, stops: [{id: a, place: Cairo}, {id: b, place: Aswan}]}",
      claims: """
        {id: c, source: two, quote: q, speed: 59 km/h, kind: average, from: start, to: end}
        {id: d, source: one, quote: q, speed: 60 km/h, kind: average, from: start, to: end}
        """),
  ]
  static let silent = [
    speaking[0].changed("one source says it twice", "source: two", "source: one"),
    speaking[0].changed("it is another figure", "298 miles", "310 miles"),
    speaking[0].changed(
      "it is said of another way", "298 miles, from: Lagos", "298 miles, from: Cotonou"),
    speaking[1].changed("62 km/h are no conversion of it", "59 km/h", "62 km/h"),
  ]

  @Test func `all that have the figure are named, and the one that the others come from`() throws {
    let distance = try Self.finding(0)
    #expect(distance.severity == .note && Set(distance.claims.map(\.text)) == ["c", "d"])
    let speed = try Self.finding(1)
    #expect(Set(speed.claims.map(\.text)) == ["c", "d"])
    #expect(speed.message.english.contains("One has 60 km/h"))
  }
}
