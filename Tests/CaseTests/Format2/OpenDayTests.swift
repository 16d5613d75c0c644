import Casework
import Plausibility
import Testing

/// Clock times without a day, days of another calendar, weekdays in the far east.
@Suite struct OpenDayTests {
  @Test func `a timetable without a day is judged by its hours alone`() throws {
    func accused(_ hours: String) throws -> [String] {
      try JudgedText.judged(
        "{id: t, mode: rail, stops: [{id: a, place: New Delhi}, {id: b, place: Mumbai}]}",
        """
        {id: dep, time: "16:55", event: departure a}
        {id: arr, time: "08:35", event: arrival b}
        {id: hours, duration: \(hours), from: a, to: b}
        """, published: ""
      ).accused
    }
    #expect(try accused("15 h 40 min").isEmpty)
    #expect(try accused("39 h 40 min").isEmpty)
    #expect(try accused("12 h 10 min") == ["dep", "arr", "hours"])
  }

  @Test func `clock times of no day fit on another day, which is seldom meant`() throws {
    func judged(_ more: String) throws -> Dossier {
      try JudgedText.judged(
        "{id: t, mode: rail, stops: [{id: a, place: Paris}, {id: b, place: Lyon}]}",
        """
        {id: dep, time: "10:00", event: departure a}
        {id: arr, time: "10:40", event: arrival b}
        \(more)
        """, published: "")
    }
    let open = try judged("")
    #expect(open.accused.isEmpty)
    withKnownIssue("a case without any day lets the two be months apart") {
      #expect(open.findings.contains { $0.code == "unlikely-reading" })
    }
    #expect(try judged("{id: hours, duration: 40 min, from: a, to: b}").accused.contains("hours"))
    #expect(try judged("{id: hours, duration: two hours, from: a, to: b}").accused.count == 3)
  }

  @Test func `clocks that differ by the season may do so`() throws {
    func accused(_ hours: String) throws -> Set<String> {
      try Set(
        JudgedText.judged(
          "{id: t, mode: air, stops: [{id: a, place: LHR}, {id: b, place: IST}]}",
          """
          {id: dep, time: "10:00", event: off-block a}
          {id: arr, time: "17:00", event: on-block b}
          {id: hours, duration: \(hours), from: off-block a, to: on-block b}
          """, published: ""
        ).accused)
    }
    #expect(try accused("four hours").isEmpty)
    #expect(try accused("five hours").isEmpty)
    #expect(try !accused("six hours and 30 minutes").isEmpty)
  }

  @Test func `a night bus comes in on the day after`() throws {
    let journey = """
      {id: t, mode: road, date: 2024-04-30, stops: [{id: a, place: Buenos Aires}, {id: b, place: Córdoba, AR}]}
      """.replacing("Córdoba, AR", with: "\"-31.42,-64.18\"")
    let dossier = try JudgedText.judged(
      journey,
      """
      {id: dep, time: 10:30 p.m., event: departure a}
      {id: arr, time: 7:30 a.m., event: arrival b}
      {id: hours, duration: nine hours, from: a, to: b}
      """)
    #expect(dossier.accused.isEmpty)
  }

  @Test func `the Old Style is thirteen days behind in 1917`() throws {
    func accused(_ calendar: String) throws -> [String] {
      try JudgedText.judged(
        "{id: t, mode: rail, stops: [{id: a, place: ru-moscow-yaroslavsky}, {id: b, place: Saint Petersburg}]}",
        """
        {id: dep, time: 25 October 1917\(calendar), event: departure a}
        {id: arr, time: 8 November 1917, event: arrival b}
        {id: hours, duration: 20 hours, from: a, to: b}
        """, published: ""
      ).accused
    }
    #expect(try accused(", calendar: julian").isEmpty)
    #expect(try !accused("").isEmpty)
  }

  @Test func `one of some days is any of them`() throws {
    func accused(_ days: String) throws -> [String] {
      try JudgedText.judged(
        "{id: t, mode: sea, stops: [{id: a, place: Mombasa}, {id: b, place: Zanzibar}]}",
        """
        {id: dep, time: \(days), event: departure a}
        {id: arr, time: 2024-03-09 noon, event: arrival b}
        {id: hours, duration: 40 hours, from: a, to: b}
        """
      ).accused
    }
    #expect(try accused("6-8 March 2024").isEmpty)
    #expect(try !accused("1-3 March 2024").isEmpty)
  }

  @Test func `Thursday had begun in the far east when Wednesday's paper was printed`() throws {
    let claims = """
      {id: local, time: "8:30 a.m. Thursday", event: arrival b}
      {id: gmt, time: "22:30 GMT Wednesday", event: arrival b}
      """
    let journey =
      "{id: out, mode: rail, stops: [{id: a, place: ru-khasan}, {id: b, place: ru-vladivostok}]}"
    #expect(try JudgedText.judged(journey, claims, published: "2024-05-01").accused.isEmpty)
    // A paper of Friday speaks of the day before.
    let other = claims.replacing("Wednesday", with: "Tuesday")
    #expect(
      try JudgedText.judged(journey, other, published: "2024-05-03").accused == ["local", "gmt"])
  }

  @Test func `before six is before six sharp`() throws {
    func accused(_ hours: String) throws -> [String] {
      try JudgedText.judged(
        "{id: t, mode: rail, stops: [{id: a, place: Hanoi}, {id: b, place: Vinh}]}",
        """
        {id: dep, time: "10:30 p.m., 2024-05-01", event: departure a}
        {id: arr, time: "before 6 a.m., 2024-05-02", event: arrival b}
        {id: hours, duration: \(hours), from: a, to: b}
        """
      ).accused
    }
    #expect(try accused("7 h 20 min").isEmpty)
    #expect(try accused("9 h 20 min") == ["dep", "arr", "hours"])
  }
}
