import Casework
import Testing
import Wording

@Suite struct NameOfSeveralTests: RuleSuite {
  static let code = "name-of-several"

  static let speaking = [
    RuleCase(
      "a city of Spain beside one of Spain",
      journeys:
        "{id: j, mode: road, date: 2024-05-01, stops: [{id: a, place: Madrid}, {id: b, place: Valencia}]}",
      claims: "{id: took, source: one, quote: q, duration: 4 h, from: departure a, to: arrival b}")
  ]
  static let silent = [
    speaking[0].changed("its id is written", "place: Valencia", "place: city-es-valencia"),
    speaking[0].changed("one city bears the name", "Valencia", "Zaragoza"),
  ]

  @Test func `both are named, with the id that means each`() throws {
    let message = try Self.finding().message.english
    #expect(message.contains("city-es-valencia"))
    #expect(message.contains("city-ve-valencia"))
  }
}
