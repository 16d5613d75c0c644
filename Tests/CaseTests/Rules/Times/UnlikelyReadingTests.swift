import Casework
import Claims
import Plausibility
import Testing
import Wording

@Suite struct UnlikelyReadingTests: RuleSuite {
  static let code = "unlikely-reading"

  static let speaking = [
    RuleCase(
      "500 km in a quarter of an hour, unless it is evening",
      journeys:
        "{id: j, mode: rail, date: 2024-05-01, stops: [{id: a, place: Madrid}, {id: b, place: Barcelona}]}",
      claims: """
        {id: left, source: one, quote: q, time: "9:50, 2024-05-01", event: departure a}
        {id: came, source: one, quote: came at 10:05, time: "10:05 on 1 May 2024", event: arrival b}
        """),
    RuleCase(
      "the same of a ferry",
      journeys:
        "{id: j, mode: sea, date: 2024-05-01, stops: [{id: a, place: Busan}, {id: b, place: Fukuoka}]}",
      claims: """
        {id: left, source: one, quote: q, time: "8:30 a.m., 2024-05-01", event: departure a}
        {id: came, source: one, quote: q, time: "8:45, 2024-05-01", event: arrival b}
        """),
  ]
  static let silent = [
    speaking[0].changed("the evening is printed", "10:05 on", "22:05 on"),
    speaking[0].changed("it came three hours later", "10:05 on", "12:50 on"),
    speaking[1].changed("no half of the day is meant", "8:45, 2024", "8:45 p.m., 2024"),
  ]

  @Test func `the reading is told with the claim, and its verdict stays`() throws {
    let dossier = try Self.speaking[0].judged()
    let account = try #require(dossier.account(of: Claim.ID("came")))
    #expect(account.verdict == .consistent)
    let reading = try #require(account.unlikelyReading)
    #expect(dossier.titles.label(of: reading, in: .claim(account.claim.id)).english == "as 22:05")
    #expect(try Self.finding().message.english.contains("fits only as 22:05"))
  }
}
