import Casework
import TestSupport
import Testing
import Wording

@Suite struct ReversalTests: RuleSuite {
  static let code = "reversal"

  static let speaking = [
    RuleCase(
      "a zigzag in the mountains",
      journeys:
        "{id: j, mode: rail, stops: [{id: a, place: Nariz Baja}, {id: b, place: Nariz Alta}]}",
      claims: "{id: c, source: one, quote: q, duration: 1 hour, from: start, to: end}",
      map: MadeMap.zigzag),
    RuleCase(
      "Khasan to Vladivostok",
      journeys:
        "{id: j, mode: rail, stops: [{id: a, place: ru-khasan}, {id: b, place: ru-vladivostok}]}",
      claims: "{id: c, source: one, quote: q, duration: 6 hours, from: start, to: end}"),
  ]
  static let silent = [
    speaking[0].changed("it ends where it would turn", "Nariz Alta", "Nariz Punta"),
    speaking[1].changed("Khasan to Ussuriysk goes straight on", "ru-vladivostok", "ru-ussuriysk"),
  ]

  @Test(arguments: [(0, "-2.2000,-78.8500, 11 km on"), (1, "Baranovsky, 238 km on")])
  func `the place and how far on it is are named`(index: Int, words: String) throws {
    let finding = try Self.finding(index)
    #expect(finding.severity == .note && finding.message.english.hasSuffix(words))
  }
}
