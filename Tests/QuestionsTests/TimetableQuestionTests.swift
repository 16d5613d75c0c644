import Questions
import Reporting
import Testing
import Travel

@Suite struct TimetableQuestionTests {
  /// Hanoi to Dong Dang, 162 km of track and 135 km as the crow flies.
  private func question(arriving arrival: String) -> TimetableQuestion {
    let table = """
      trip,stop,arrival,departure,lat,lon
      morning,Hanoi,,07:00,21.0245,105.8412
      morning,Dong Dang,\(arrival),,21.9440,106.7030
      """
    return TimetableQuestion(.table(Array(table.utf8), name: "trains"))
  }

  @Test func `a train that takes its time passes, one that would have to fly does not`() throws {
    let slow = try question(arriving: "12:00").answer(in: Asked.world).check
    #expect(slow.sections.count == 1 && slow.count(.impossible) == 0)
    let fast = try question(arriving: "07:15").answer(in: Asked.world).check
    #expect(fast.count(.impossible) == 1)
  }

  @Test func `the number of threads changes nothing`() throws {
    let one = try question(arriving: "12:00").answer(in: Asked.world, threads: 1)
    let two = try question(arriving: "12:00").answer(in: Asked.world, threads: 2)
    #expect(one.report.csv == two.report.csv)
  }

  private static let wrong: [Wrong<TimetableQuestion>] = [
    Wrong("line_speed", { $0.lineSpeed = "fast" }), Wrong("line_speed", { $0.lineSpeed = "0" }),
    Wrong("line_speed", { $0.lineSpeed = "601" }), Wrong("trip", { $0.trips = ["evening"] }),
    Wrong(nil, { $0.train = "kite" }),
    Wrong(nil, { $0.source = .table([], name: "trains") }),
    Wrong(nil, { $0.source = .feed(path: "/nowhere", takesAll: false) }),
  ]

  @Test(arguments: wrong)
  func `what cannot be is refused with the part that it is about`(
    wrong: Wrong<TimetableQuestion>
  ) {
    let question = wrong.changed(question(arriving: "12:00"))
    #expect(Asked.refusal { try question.answer(in: Asked.world) } == wrong.parameter)
  }
}
