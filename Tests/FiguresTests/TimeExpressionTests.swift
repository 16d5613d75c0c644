import Chronology
import Datasets
import Figures
import Foundation
import TestSupport
import Testing

@Suite struct TimeExpressionTests {
  let profile: HedgeProfile
  let grammar: FigureGrammar

  init() throws {
    let folder = try DataFolder(path: Repository.geo.path)
    profile = try folder.hedgeProfile()
    grammar = try folder.figureGrammar()
  }

  /// The readings of a text said on Wednesday 24 April 2019, as local times in UTC.
  private func readings(_ text: String, ahead: Bool = false) throws -> [String] {
    let expression = try grammar.time(text)
    let zone = expression.zone?.zones().first ?? .utc
    return expression.intervals(
      in: zone, dateline: CivilDate(iso: "2019-04-24"), ahead: ahead, profile: profile
    ).map { _, _, interval in
      [interval.lower, interval.upper].map { seconds in
        guard let seconds else { return "…" }
        let (day, second) = zone.local(Instant(secondsSinceEpoch: seconds))
        let minutes = Int(second / 60)
        return "\(day) \(minutes / 60):\(minutes % 60)"
      }.joined(separator: " to ")
    }
  }

  @Test(arguments: [
    ("early hours of Wednesday", ["2019-04-24 0:0 to 2019-04-24 6:0"]),
    ("about 10:40 a.m.", ["2019-04-24 10:30 to 2019-04-24 10:50"]),
    ("approximately 6:57 AM local time", ["2019-04-24 6:56 to 2019-04-24 6:58"]),
    ("06:57", ["2019-04-24 6:57 to 2019-04-24 6:58"]),
    ("6.57am", ["2019-04-24 6:57 to 2019-04-24 6:58"]),
    ("10:40", ["2019-04-24 10:40 to 2019-04-24 10:41", "2019-04-24 22:40 to 2019-04-24 22:41"]),
    ("11:01 pm", ["2019-04-24 23:1 to 2019-04-24 23:2"]),
    ("12:05 a.m.", ["2019-04-24 0:5 to 2019-04-24 0:6"]),
    ("around 6 pm on Monday", ["2019-04-22 17:30 to 2019-04-22 18:30"]),
    ("late on Sunday", ["2019-04-21 18:0 to 2019-04-22 0:0"]),
    ("late afternoon, 10 September 2023", ["2023-09-10 15:0 to 2023-09-10 18:30"]),
    ("early in the morning (local time) this Tuesday", ["2019-04-23 4:0 to 2019-04-23 9:0"]),
    ("2019-04-24 18:01 +10:00", ["2019-04-24 18:1 to 2019-04-24 18:2"]),
    ("April 2019", ["2019-04-01 0:0 to 2019-05-01 0:0"]),
    ("2018", ["2018-01-01 0:0 to 2019-01-01 0:0"]),
    ("September 12, 2023 at 05:15 MSK", ["2023-09-12 5:15 to 2023-09-12 5:16"]),
    ("before 5:58 pm on Sunday", ["2019-04-21 0:0 to 2019-04-21 17:58"]),
    ("after noon on Sunday", ["2019-04-21 12:0 to 2019-04-22 0:0"]),
    ("noon on Sunday", ["2019-04-21 11:30 to 2019-04-21 12:30"]),
    (
      "midnight on Sunday",
      ["2019-04-20 23:30 to 2019-04-21 0:30", "2019-04-21 23:30 to 2019-04-22 0:30"]
    ),
    (
      "before midnight on Sunday",
      ["2019-04-20 0:0 to 2019-04-21 0:0", "2019-04-21 0:0 to 2019-04-22 0:0"]
    ),
    (
      "after midnight on Sunday",
      ["2019-04-21 0:0 to 2019-04-22 0:0", "2019-04-22 0:0 to 2019-04-23 0:0"]
    ),
    ("10:40, 2019-04-24", ["2019-04-24 10:40 to 2019-04-24 10:41"]),
    (
      "8:40, 2019-04-24",
      ["2019-04-24 8:40 to 2019-04-24 8:41", "2019-04-24 20:40 to 2019-04-24 20:41"]
    ),
    (
      "10:40 am/pm, 2019-04-24",
      ["2019-04-24 10:40 to 2019-04-24 10:41", "2019-04-24 22:40 to 2019-04-24 22:41"]
    ),
    ("nearly 6 p.m.", ["2019-04-24 17:30 to 2019-04-24 18:0"]),
    ("nearly 18:00", ["2019-04-24 17:30 to 2019-04-24 18:0"]),
    ("shortly before 18:10", ["2019-04-24 18:0 to 2019-04-24 18:10"]),
    ("just after 18:10", ["2019-04-24 18:10 to 2019-04-24 18:20"]),
    ("just after 18:07", ["2019-04-24 18:7 to 2019-04-24 18:12"]),
    ("shortly before noon on Sunday", ["2019-04-21 11:30 to 2019-04-21 12:0"]),
    ("shortly after noon on Sunday", ["2019-04-21 12:0 to 2019-04-21 12:30"]),
    ("just before dawn on Wednesday", ["2019-04-24 3:30 to 2019-04-24 7:0"]),
    ("just after dawn on Wednesday", ["2019-04-24 4:0 to 2019-04-24 7:30"]),
    ("between 9 p.m. and 1 a.m.", ["2019-04-24 21:0 to 2019-04-25 1:0"]),
    ("before dawn on Wednesday", ["2019-04-24 0:0 to 2019-04-24 4:0"]),
    ("10:40 in the morning", ["2019-04-24 10:40 to 2019-04-24 10:41"]),
    ("6:00 in the evening", ["2019-04-24 18:0 to 2019-04-24 18:1"]),
    ("December 9999", ["9999-12-01 0:0 to 9999-12-31 0:0"]),
    ("April 2019 America/New_York", ["2019-04-01 0:0 to 2019-05-01 0:0"]),
    ("early this week", ["2019-04-22 0:0 to 2019-04-25 0:0"]),
    ("late last week", ["2019-04-18 0:0 to 2019-04-22 0:0"]),
    ("next week", ["2019-04-29 0:0 to 2019-05-06 0:0"]),
    ("this weekend", ["2019-04-27 0:0 to 2019-04-29 0:0"]),
    ("by Sunday", ["… to 2019-04-22 0:0"]),
    ("9 am", ["2019-04-24 8:30 to 2019-04-24 9:30"]),
    ("last Wednesday", ["2019-04-17 0:0 to 2019-04-18 0:0"]),
    ("next Wednesday", ["2019-05-01 0:0 to 2019-05-02 0:0"]),
    ("Wednesday, 24 April 2019", ["2019-04-24 0:0 to 2019-04-25 0:0"]),
    ("Wednesday", ["2019-04-24 0:0 to 2019-04-25 0:0"]),
  ])
  func `times mean what the table and the profile say`(text: String, expected: [String]) throws {
    #expect(try readings(text) == expected)
  }

  @Test func `a forecast looks ahead for its weekday`() throws {
    #expect(try readings("Thursday", ahead: true) == ["2019-04-25 0:0 to 2019-04-26 0:0"])
    #expect(try readings("Thursday") == ["2019-04-18 0:0 to 2019-04-19 0:0"])
  }

  @Test(arguments: [
    "", "25:00", "10:75 a.m.", "2019-02-30", "31 April 2019", "soon", "10:40 Mars", "April",
    "2019-13-01", "Wednesday 25 April 2019", "Wednesday Thursday", "noon midnight", "13:00 pm",
    "10:40 11:40", "last night", "6:00 pm in the morning", "6.5 am",
  ])
  func `what is no time is refused`(text: String) {
    #expect(throws: ValueError.self) { try grammar.time(text) }
  }
}
