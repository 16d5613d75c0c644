import Casework
import Plausibility
import Testing
import Wording

/// Dawn, dusk and the like by the sun of the place and the day.
@Suite struct SunClockTests {
  private func accused(
    _ place: String, _ part: String, _ date: String, _ clock: String, mode: String = "road"
  ) throws -> [String] {
    try JudgedText.judged(
      "{id: j, mode: \(mode), stops: [{id: a, place: \(place)}, {id: b, place: \"0,0\"}]}",
      """
      {id: sun, time: "\(part), \(date)", event: departure a}
      {id: clock, time: "\(date) \(clock)", event: departure a}
      """
    ).accused
  }

  @Test(arguments: [
    // Sunset in Nairobi on 10 May 2024 was at 18:29, in Edinburgh in June at 22:02, in December at 15:38.
    ("Nairobi", "sunset", "2024-05-10", "18:30", true),
    ("Nairobi", "sunset", "2024-05-10", "15:30", false),
    ("Edinburgh", "sunset", "2024-06-21", "22:00", true),
    ("Edinburgh", "after dark", "2024-06-21", "19:30", false),
    ("Edinburgh", "after dark", "2023-12-21", "16:45", true),
    ("Edinburgh", "dusk", "2023-12-21", "16:00", true),
    ("Quito", "dawn", "2024-03-20", "06:00", true),
    ("Quito", "dawn", "2024-03-20", "08:30", false),
    ("Hobart", "sunrise", "2024-01-10", "05:40", true),
    ("Hobart", "sunrise", "2024-01-10", "08:00", false),
  ])
  func `the sun of the place says when it was`(
    place: String, part: String, date: String, clock: String, isTrue: Bool
  ) throws {
    #expect(try accused(place, part, date, clock).isEmpty == isTrue)
  }

  @Test func `polar day has no sunset, and polar night no sunrise`() throws {
    func reason(_ part: String, _ date: String) throws -> (String?, String) {
      let dossier = try JudgedText.judged(
        "{id: j, mode: sea, stops: [{id: a, place: Tromso}, {id: b, place: Bodo}]}",
        "{id: sun, time: \"\(part), \(date)\", event: departure a}")
      let account = dossier.claims.first
      return (account?.verdict.rawValue, account?.reason.english ?? "")
    }
    let day = try reason("sunset", "2023-06-21")
    #expect(day.0 == "contradicted" && day.1.contains("polar summer"))
    let night = try reason("sunrise", "2023-12-21")
    #expect(night.0 == "contradicted" && night.1.contains("polar night"))
    #expect(try reason("sunset", "2023-03-21").0 != "contradicted")
  }
}
