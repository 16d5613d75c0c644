import Chronology
import Testing

@Suite struct CalendarTests {
  @Test(arguments: [
    ("2019-04-24", Weekday.wednesday), ("2023-09-12", .tuesday), ("2023-09-10", .sunday),
    ("1970-01-01", .thursday), ("2000-02-29", .tuesday), ("1948-09-09", .thursday),
    ("2026-11-22", .sunday),
  ])
  func `weekdays are those of the calendar`(iso: String, weekday: Weekday) throws {
    #expect(try #require(CivilDate(iso: iso)).weekday == weekday)
  }

  @Test(arguments: ["2019-02-29", "2019-13-01", "2019-00-10", "2019-4-24", "x", "2019-04-31", ""])
  func `a date that is none is refused`(iso: String) {
    #expect(CivilDate(iso: iso) == nil)
  }

  @Test func `day numbers and dates undo each other`() {
    for number in stride(from: -700_000, through: 2_900_000, by: 997) {
      #expect(CivilDate(dayNumber: number).dayNumber == number)
    }
    #expect(CivilDate(dayNumber: .max).year == 9_999)
    #expect(CivilDate(dayNumber: .min).year == 1)
  }

  @Test func `a weekday is the report's own day, or the nearest before or after it`() throws {
    let monday = try #require(CivilDate(iso: "2023-09-11"))
    #expect(Weekday.sunday.resolved(against: monday, ahead: false).description == "2023-09-10")
    #expect(Weekday.monday.resolved(against: monday, ahead: false) == monday)
    #expect(Weekday.tuesday.resolved(against: monday, ahead: true).description == "2023-09-12")
  }

  @Test func `a clock shows no 25th hour`() {
    #expect(ClockTime(hour: 24, minute: 0) != nil)
    #expect(ClockTime(hour: 24, minute: 1) == nil)
    #expect(ClockTime(hour: 7, minute: 60) == nil)
    #expect(ClockTime(hour: -1, minute: 0) == nil)
  }

  @Test(arguments: [
    ("1917-10-25", "1917-11-07"), ("1900-02-28", "1900-03-12"), ("1582-10-05", "1582-10-15"),
    ("1700-12-31", "1701-01-11"), ("2024-01-01", "2024-01-14"),
  ])
  func `days of the Julian calendar are the days they were`(julian: String, day: String) throws {
    let numbers = try #require(CivilDate(iso: julian))
    #expect(CivilDate(julian: numbers).description == day)
  }
}
