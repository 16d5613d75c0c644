import Casework
import Plausibility
import Testing

/// Differences, multiples, and totals of some hours only.
@Suite struct ComparedQuantityTests {
  private let thereAndBack = """
    {id: out, mode: rail, stops: [{id: a, place: Lagos}, {id: b, place: Kano}]}
    {id: back, mode: rail, stops: [{id: b, place: Kano}, {id: a, place: Lagos}]}
    """
  private let times = """
    {id: there, duration: 26 hours, from: "out: start", to: "out: end"}
    {id: again, duration: 28 hours, from: "back: start", to: "back: end"}

    """

  @Test func `a difference of two times is their difference`() throws {
    for (claim, isTrue) in [
      ("more: two hours, of: again, than: there", true),
      ("more: six hours, of: again, than: there", false),
      ("less: 2 hours, of: there, than: again", true),
      ("less: 2 hours, of: again, than: there", false),
      (
        "more: two hours, of: {from: start, to: end, journey: back}, than: {from: start, to: end, journey: out}",
        true
      ),
    ] {
      let dossier = try JudgedText.judged(thereAndBack, times + "{id: c, \(claim)}")
      #expect(dossier.accused.contains("c") != isTrue, "\(claim)")
    }
  }

  @Test func `a record is beaten by as much as the times say`() throws {
    let ships = """
      {id: old, mode: sea, stops: [{id: a, place: New York}, {id: b, place: Southampton}]}
      {id: new, mode: sea, stops: [{id: a, place: New York}, {id: b, place: Southampton}]}
      """
    func accused(_ less: String) throws -> [String] {
      try JudgedText.judged(
        ships,
        """
        {id: record, duration: 92 hours, from: "old: start", to: "old: end"}
        {id: run, duration: 82 hours, from: "new: start", to: "new: end"}
        {id: beaten, less: \(less), of: run, than: record}
        """
      ).accused
    }
    #expect(try accused("10 hours").isEmpty)
    #expect(try accused("50 min").contains("beaten"))
  }

  @Test func `three times as far, and half as fast`() throws {
    let flights = """
      {id: one, mode: air, stops: [{id: a, place: GRU}, {id: b, place: EZE}]}
      {id: two, mode: air, stops: [{id: a, place: GRU}, {id: c, place: LIS}]}
      """
    func accused(_ times: String, _ quantity: String = "kind: geodesic") throws -> Bool {
      try !JudgedText.judged(
        flights,
        """
        {id: t, times: \(times), of: {from: GRU, to: LIS, \(quantity)}, than: {from: GRU, to: EZE, \(quantity)}}
        """
      ).accused.isEmpty
    }
    // 7,935 and 1,712 km.
    #expect(try !accused("4.6"))
    #expect(try !accused("about 5"))
    #expect(try accused("3"))
    let speeds = """
      {id: slow, speed: 400 km/h, kind: average, from: "one: take-off a", to: "one: landing b"}
      {id: fast, speed: 800 km/h, kind: average, from: "two: take-off a", to: "two: landing c"}

      """
    #expect(
      try JudgedText.judged(flights, speeds + "{id: r, times: 2, of: fast, than: slow}").accused
        .contains("r") == false)
    #expect(
      try JudgedText.judged(flights, speeds + "{id: r, times: 4, of: fast, than: slow}").accused
        .contains("r"))
  }

  @Test func `a detour is added to the straight way`() throws {
    let drive = "{id: d, mode: road, stops: [{id: a, place: Windhoek}, {id: b, place: Walvis Bay}]}"
    func accused(_ whole: String) throws -> Bool {
      try !JudgedText.judged(
        drive,
        """
        {id: whole, distance: \(whole), from: start, to: end}
        {id: detour, more: 120 km, of: whole, than: {from: a, to: b, kind: geodesic}}
        """
      ).accused.isEmpty
    }
    // 265 km in a straight line.
    #expect(try !accused("about 390 km"))
    #expect(try accused("about 900 km"))
  }

  @Test func `time aloft, from stand to stand and in all are told apart`() throws {
    let flight = """
      {id: f, mode: air, date: 2024-05-01, stops: [{id: a, place: LHR}, {id: s, place: DOH}, {id: b, place: MEL}]}
      """
    func judged(_ aloft: String, _ stay: String = "two hours") throws -> Dossier {
      try JudgedText.judged(
        flight,
        """
        {id: stay, duration: \(stay), from: arrival s, to: departure s}
        {id: all, duration: 22 h 30 min, from: start, to: end}
        {id: block, duration: 20 h 30 min, counts: block, from: start, to: end}
        {id: aloft, duration: \(aloft), counts: airborne, from: start, to: end}
        """)
    }
    #expect(try judged("19 h 40 min").accused.isEmpty)
    #expect(try judged("21 h 30 min").accused.contains("aloft"))
    #expect(try judged("19 h 40 min", "five hours").accused.contains("stay"))
  }

  @Test func `hours of riding alone are no more than all, and enough for the way`() throws {
    let ride = """
      {id: r, mode: rail, vehicle: passenger-train, date: 2024-05-01, stops: [{id: a, place: Adelaide}, {id: m, place: Alice Springs}, {id: b, place: Darwin}]}
      """
    func accused(_ moving: String) throws -> Bool {
      try !JudgedText.judged(
        ride,
        """
        {id: all, duration: 54 hours, from: start, to: end}
        {id: stay, duration: 4 hours, from: arrival m, to: departure m}
        {id: moving, duration: \(moving), counts: moving, from: start, to: end}
        """
      ).accused.isEmpty
    }
    #expect(try !accused("about 45 hours"))
    #expect(try accused("58 h 20 min"))
    #expect(try accused("3 hours"))
  }

  @Test func `quantities of two sorts are not compared`() throws {
    let error = #expect(throws: CaseJudging.Failure.self) {
      try JudgedText.judged(
        thereAndBack, times + "{id: c, more: 2 hours, of: there, than: gain}")
    }
    #expect(error?.description.contains("'again' is the most alike") == true)
  }

  @Test func `clocks differ as the zones do`() throws {
    func verdict(_ hours: String, _ from: String, _ to: String) throws -> String? {
      try JudgedText.judged(
        thereAndBack, "{id: c, ahead: \(hours), from: \(from), to: \(to)}"
      ).verdict("c")?.rawValue
    }
    #expect(try verdict("seven hours", "Moscow", "Vladivostok") == "consistent")
    #expect(try verdict("five hours", "Moscow", "Vladivostok") == "contradicted")
    #expect(try verdict("1 h 30 min", "Sydney", "Auckland") == "contradicted")
  }
}
