import Chronology
import Datasets
import FoundationEssentials
import TestSupport
import Testing

@Suite struct ZoneTests {
  private func date(_ iso: String) throws -> CivilDate { try #require(CivilDate(iso: iso)) }

  @Test(arguments: [
    ("Asia/Pyongyang", "2015-08-14", 9.0), ("Asia/Pyongyang", "2015-08-16", 8.5),
    ("Asia/Pyongyang", "2018-05-03", 8.5), ("Asia/Pyongyang", "2018-05-06", 9),
    ("Asia/Pyongyang", "2019-04-24", 9), ("Asia/Vladivostok", "2012-07-01", 11),
    ("Asia/Vladivostok", "2019-04-24", 10), ("Asia/Vladivostok", "2008-09-20", 11),
    ("Asia/Yakutsk", "2023-09-13", 9), ("Asia/Shanghai", "2019-02-23", 8),
    ("+10:00", "2019-04-24", 10), ("-03:30", "2019-04-24", -3.5), ("UTC", "2019-04-24", 0),
  ])
  func `offsets follow the zone's history`(name: String, day: String, hours: Double) throws {
    let zone = try Zone(name)
    let noon = zone.instant(of: try date(day), secondOfDay: 43_200)
    #expect(Double(zone.offset(at: noon)) / 3_600 == hours)
  }

  @Test func `6:57 in Pyongyang was 7:57 in Vladivostok`() throws {
    let clock = try #require(ClockTime(hour: 6, minute: 57))
    let instant = try Zone("Asia/Pyongyang").instant(of: try date("2023-09-12"), at: clock)
    let (day, second) = try Zone("Asia/Vladivostok").local(instant)
    #expect(day.description == "2023-09-12")
    #expect(second == Double(7 * 3_600 + 57 * 60))
  }

  @Test func `a reading that occurred twice is the first, one that never did is the change`() throws
  {
    // Pyongyang put its clocks back half an hour at midnight of 2015-08-15, and forward at 23:30 of
    // 2018-05-04.
    let zone = try Zone("Asia/Pyongyang")
    let twice = zone.instant(of: try date("2015-08-14"), secondOfDay: 23.75 * 3_600)
    #expect(zone.offset(at: twice) == 32_400)
    let never = zone.instant(of: try date("2018-05-04"), secondOfDay: 23.75 * 3_600)
    let (_, second) = zone.local(never)
    #expect(second == 0.25 * 3_600)
  }

  @Test func `a reading has each of its instants, also where clocks change by half an hour`() throws
  {
    let changes: [(zone: String, day: String, hour: Double, hoursOfUTC: [Double])] = [
      ("Europe/Paris", "2019-10-27", 2.5, [0.5, 1.5]), ("Europe/Paris", "2019-03-31", 2.5, []),
      ("Europe/Paris", "2019-10-27", 4, [3]), ("America/New_York", "2024-11-03", 1.5, [5.5, 6.5]),
      ("America/New_York", "2024-03-10", 2.25, []),
      ("Australia/Lord_Howe", "2024-04-07", 1.75, [-9.25, -8.75]),
      ("Asia/Pyongyang", "2015-08-14", 23.75, [14.75, 15.25]),
    ]
    for change in changes {
      let day = try date(change.day)
      let start = Zone.utc.instant(of: day, secondOfDay: 0).secondsSinceEpoch
      let instants = try Zone(change.zone).instants(of: day, secondOfDay: change.hour * 3_600)
      #expect(instants.map { ($0.secondsSinceEpoch - start) / 3_600 } == change.hoursOfUTC)
    }
  }

  @Test(arguments: ["Mars/Olympus", "", "KST", "+25:00", "+1", "Asia/"])
  func `what is no zone is refused`(name: String) {
    #expect(throws: ChronologyError.self) { try Zone(name) }
  }

  @Test func `local and instant undo each other, over a thousand seeded moments`() throws {
    var random = SeededGenerator(seed: 3)
    let zone = try Zone("Asia/Vladivostok")
    for _ in 0..<1_000 {
      let instant = Instant(
        secondsSinceEpoch: Double(Int.random(in: 1_420_000_000...1_900_000_000, using: &random)))
      let (day, second) = zone.local(instant)
      #expect(zone.instant(of: day, secondOfDay: second) == instant)
    }
  }

  @Test func `the parts of the day come from the data, longer names first`() throws {
    let parts = try DataFolder(path: Repository.geo.path).calendarParts()
    let early = try #require(parts[day: "Early hours"])
    #expect(early.startHour == 0 && early.endHour == 6)
    let names = parts.ofDay.map(\.name)
    let longer = try #require(names.firstIndex(of: "early in the morning"))
    let shorter = try #require(names.firstIndex(of: "early"))
    #expect(longer < shorter)
  }
}
