import Datasets
import FoundationEssentials
import Quantities
import TestSupport
import Testing
import TrainMotion

@Suite struct RunningTimeTests {
  let train: Train

  init() throws {
    let trains = try DataFolder(path: Repository.geo.path).trains()
    train = try #require(trains.first { $0.id == "armoured-train" })
  }

  @Test func `326 km at 60 km/h are 5 h 26`() {
    let time = train.runningTime(
      over: Interval(exactly: .kilometers(326)), limit: .kilometersPerHour(60))
    #expect(Int((time.fastest.inSeconds / 60).rounded()) == 5 * 60 + 26)
  }

  @Test func `a lower limit and a longer way never shorten a run, over a thousand seeded runs`() {
    var random = SeededGenerator(seed: 5)
    for _ in 0..<1_000 {
      let length = Distance.kilometers(Double.random(in: 1...9_000, using: &random))
      let slow = Double.random(in: 10...100, using: &random)
      let one = train.runningTime(over: Interval(exactly: length), limit: .kilometersPerHour(slow))
      let other = train.runningTime(
        over: Interval(exactly: length), limit: .kilometersPerHour(slow + 20))
      #expect(one.fastest >= other.fastest)
      let longer = train.runningTime(
        over: Interval(exactly: length + .kilometers(5)), limit: .kilometersPerHour(slow))
      #expect(longer.fastest > one.fastest)
    }
  }

  @Test func `the train's own ceiling holds where a limit is higher`() {
    let length = Interval(exactly: Distance.kilometers(160))
    let time = train.runningTime(over: length, limit: .kilometersPerHour(400))
    #expect(abs(time.fastest.inHours - 1) < 1e-9)
  }
}
