import Datasets
import Foundation
import TestSupport
import Testing
import Timetables
import TrainMotion
import Travel

/// What a timetable's times come to together, from stand to stand, and where nobody names the train.
@Suite struct TimetableChainTests {
  private func verdicts(
    _ rows: String, train: String = "passenger-train", isNamed: Bool = true
  ) throws -> [TimetableCheck.Verdict] {
    let world = try BuiltIn.world
    let timetable = try Timetable(
      csv: Array(("trip,stop,arrival,departure,lat,lon\n" + rows).utf8), name: "test.csv")
    var question = TimetableConditions(
      model: try #require(world.trains.first { $0.id == train }))
    question.isTrainNamed = isNamed
    return world.check(timetable, question).sections.map(\.verdict)
  }

  /// Calls a minute apart from each other, so many kilometres apart, over the sea.
  private func chain(_ kilometers: Double) -> String {
    (0...10).map { call in
      let clock = "08:\(call < 10 ? "0" : "")\(call)"
      return "t,S\(call),\(clock),\(clock),\(-20 - Double(call) * kilometers / 110.7),-130"
    }.joined(separator: "\n")
  }

  @Test func `the minute of rounding is granted once to a chain of calls`() throws {
    #expect(try verdicts(chain(5)).allSatisfy { $0 == .impossible })
    #expect(try verdicts(chain(2)).allSatisfy { $0 == .unknown })
    // One section alone may be a minute off.
    #expect(try verdicts("t,A,,08:00,-20,-130\nt,B,08:02,,-20.018,-130\n") == [.unknown])
  }

  @Test func `starting and stopping take time where only the straight line is known`() throws {
    let rows = "t,P,,09:10,-20,-130\nt,Q,09:12,,-20.09,-130\n"
    #expect(try verdicts(rows, train: "high-speed-train") == [.impossible])
    let slower = "t,P,,09:10,-20,-130\nt,Q,09:15,,-20.09,-130\n"
    #expect(try verdicts(slower, train: "high-speed-train") == [.unknown])
  }

  @Test func `a train that nobody named makes no other impossible`() throws {
    let rows = "f,Omiya,,08:00,35.9064,139.6239\nf,Sendai,09:06,,38.2601,140.8822\n"
    #expect(try verdicts(rows, isNamed: false) == [.beyondTrain])
    #expect(try verdicts(rows) == [.impossible])
    let flight = "f,Omiya,,08:00,35.9064,139.6239\nf,Sendai,08:30,,38.2601,140.8822\n"
    #expect(try verdicts(flight, isNamed: false) == [.impossible])
  }
}
