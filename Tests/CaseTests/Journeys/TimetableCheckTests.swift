import Travel
import Casework
import Datasets
import Foundation
import Geodesy
import Quantities
import TestSupport
import Testing
import Timetables
import TrainMotion

@Suite struct TimetableCheckTests {
  let world: World

  init() throws { world = try World(folder: try DataFolder(path: Repository.geo.path)) }

  private func check(
    _ rows: String, train: String = "passenger-train",
    _ change: (inout TimetableConditions) -> Void = { _ in }
  ) throws -> TimetableCheck {
    let timetable = try Timetable(
      csv: Array(("trip,stop,arrival,departure\n" + rows).utf8), name: "test.csv")
    let model = try #require(world.trains.first { $0.id == train })
    var question = TimetableConditions(model: model)
    change(&question)
    return world.check(timetable, question)
  }

  @Test func `Vladivostok to Khabarovsk is judged by its published 766 km`() throws {
    // 766 km at 160 km/h are 4 h 47; the trains of 2022 took 12 h 39 and 13 h 16.
    for (arrival, verdict) in [
      ("04:40", TimetableCheck.Verdict.impossible), ("05:30", .beyondSimulation), ("09:00", .fast),
      ("12:39", .fits), ("13:16", .fits), ("20:00", .slow),
    ] {
      let check = try check("t,Vladivostok,,00:00\nt,ru-khabarovsk-1,\(arrival),\n")
      #expect(check.sections[0].verdict == verdict, "\(arrival)")
      let way = check.way(of: check.sections[0])
      #expect(way.basis == .kilometrage)
      let length = try #require(way.length)
      #expect(length.contains(766_000))
      #expect(abs(way.fastest / (length.lowerBound / 160 * 3.6) - 1) < 1e-9)
    }
  }

  @Test func `an arrival before the departure is impossible wherever it is`() throws {
    // The timetable of 2023 as it was printed: 13:15 from Vladivostok, 13:55 in Pyongyang, an hour behind.
    let check = try check("a,VVO,,14:15\na,FNJ,13:55,\nb,nowhere,,14:15\nb,no place,13:55,\n")
    #expect(check.sections.allSatisfy { $0.verdict == .impossible })
  }

  @Test func `the needed peak is more than the average, and what the run then takes is the time`()
    throws
  {
    let check = try check("t,Vladivostok,,00:00\nt,Ussuriysk,01:40,\n")
    let section = check.sections[0]
    let (average, peak) = (try #require(section.neededAverage), try #require(section.neededPeak))
    #expect(peak > average && peak < 160 / 3.6)
  }

  @Test func `stops off every network are told apart from unknown ones`() throws {
    // Two islands without railways.
    let check = try check(
      "t,\"21.31 -157.86\",,10:00\nt,\"-18.14 178.44\",12:00,\nt,Erewhonia,14:00,\n")
    #expect(check.way(of: check.sections[0]).basis == .straight)
    #expect(check.sections[0].verdict == .impossible)
    #expect(check.way(of: check.sections[1]).basis == .none)
    #expect(check.sections[1].verdict == .unknown)
  }

  @Test func `the result does not depend on the number of threads`() throws {
    let rows = (0..<40).map {
      "t\($0),Vladivostok,,0\($0 % 10):00\nt\($0),Ussuriysk,0\($0 % 10):59,\n"
    }
    .joined()
    let timetable = try Timetable(
      csv: Array(("trip,stop,arrival,departure\n" + rows).utf8), name: "test.csv")
    let question = TimetableConditions(model: try #require(world.trains.first))
    let one = world.check(timetable, question, threads: 1)
    let two = world.check(timetable, question, threads: 2)
    #expect(one.sections.map(\.verdict) == two.sections.map(\.verdict))
    #expect(one.sections.map(\.neededPeak) == two.sections.map(\.neededPeak))
  }

  @Test func `a timetable's own speeds bring its own times back`() throws {
    let rows =
      "a,Vladivostok,,00:00\na,Ussuriysk,01:40,\nb,Vladivostok,,00:00\nb,Ussuriysk,01:50,\n"
    let timetable = try Timetable(
      csv: Array(("trip,stop,arrival,departure\n" + rows).utf8), name: "test.csv")
    let model = try #require(world.trains.first { $0.id == "passenger-train" })
    let first = world.check(timetable, TimetableConditions(model: model))
    // The names have no coordinates of their own, so that no row can be placed.
    #expect(first.sectionSpeeds.rows.isEmpty)
    let placed = try Timetable(
      csv: Array(
        """
        trip,stop,arrival,departure,lat,lon
        a,Vladivostok,,00:00,43.1112,131.8819
        a,Ussuriysk,01:40,,43.8016,131.9812
        b,Vladivostok,,00:00,43.1112,131.8819
        b,Ussuriysk,01:50,,43.8016,131.9812
        """.utf8), name: "placed.csv")
    let speeds = world.check(placed, TimetableConditions(model: model)).sectionSpeeds
    #expect(speeds.rows.count == 1 && speeds.rows[0].trains == 2)
    var question = TimetableConditions(model: model)
    question.speeds = speeds
    let again = world.check(placed, question)
    let way = again.way(of: again.sections[0])
    let likely = try #require(way.likely)
    #expect(way.timetabledShare > 0.99)
    #expect(likely.contains(100 * 60) && likely.contains(110 * 60))
    #expect(likely.upperBound - likely.lowerBound < 45 * 60)
  }
}

@Suite struct SectionSpeedsTests {
  private let spread = TimetableSpread(
    byTrains: [0.2, 0.15, 0.1, 0.05, 0.02], shared: 0.5, passedStop: 120, hiddenDwell: 60)

  private func row(
    _ from: Double, _ to: Double, _ speeds: ClosedRange<Double>, trains: Int = 20
  ) throws -> SectionSpeeds.Row {
    let (start, end) = (
      try Coordinate(latitude: 50, longitude: from), try Coordinate(latitude: 50, longitude: to)
    )
    return SectionSpeeds.Row(
      from: "\(from)", to: "\(to)", start: start, end: end,
      kilometers: Ellipsoid.wgs84.distance(from: start, to: end).kilometers, speeds: speeds,
      trains: trains)
  }

  private func way(_ longitudes: [Double]) throws -> [SectionSpeeds.WayPoint] {
    var way: [SectionSpeeds.WayPoint] = []
    var travelled = 0.0
    for longitude in longitudes {
      let place = try Coordinate(latitude: 50, longitude: longitude)
      if let last = way.last {
        travelled += Ellipsoid.wgs84.distance(from: last.place, to: place).meters
      }
      way.append((place, travelled))
    }
    return way
  }

  @Test func `the shortest section that covers a stretch says how fast it is`() throws {
    let speeds = SectionSpeeds(
      rows: [try row(8, 9, 10...20), try row(8, 8.5, 20...20), try row(8.5, 9, 10...10)],
      source: "test")
    let answer = try #require(speeds.answer(along: way([8, 8.25, 8.5]), spread))
    let length = try way([8, 8.5])[1].chainage
    #expect(answer.knownShare > 0.999 && answer.sections == 1)
    #expect(answer.time.contains(length / 20))
    #expect(answer.time.upperBound < length / 19 && answer.time.lowerBound > length / 21)
  }

  @Test func `a way longer than what is known says which share is known`() throws {
    let speeds = SectionSpeeds(rows: [try row(8, 8.5, 20...25)], source: "test")
    let answer = try #require(speeds.answer(along: way([7.5, 8, 8.5]), spread))
    #expect(abs(answer.knownShare - 0.5) < 0.01)
    #expect(try speeds.answer(along: way([20, 21]), spread) == nil)
  }

  @Test
  func `fewer trains make the time less certain, and more sections do not add up all their doubts`()
    throws
  {
    func width(_ rows: [SectionSpeeds.Row], _ longitudes: [Double]) throws -> Double {
      let answer = try #require(
        SectionSpeeds(rows: rows, source: "test").answer(along: way(longitudes), spread))
      return (answer.time.upperBound - answer.time.lowerBound) / answer.time.lowerBound
    }
    let one = try width([row(8, 8.5, 20...25, trains: 1)], [8, 8.5])
    let many = try width([row(8, 8.5, 20...25)], [8, 8.5])
    let two = try width([row(8, 8.5, 20...25), row(8.5, 9, 20...25)], [8, 8.5, 9])
    #expect(one > many && many > two)
  }

  @Test func `a way that comes to both places by a detour is not the section's`() throws {
    let speeds = SectionSpeeds(rows: [try row(8, 8.5, 20...25)], source: "test")
    var way = try way([8, 8.5])
    way[1].chainage *= 2
    #expect(speeds.answer(along: way, spread) == nil)
  }

  @Test func `mistakes in a table are told`() {
    let header = "from,from_lat,from_lon,to,to_lat,to_lon,km,least_kmh,most_kmh,trains\n"
    for bad in [
      "a,1,1,b,2,2,10,50,40,3\n", "a,95,1,b,2,2,10,40,50,3\n", "a,1,1,b,2,2,10,40,50,0\n", "a\n",
    ] {
      #expect(throws: DatasetError.self) {
        try SectionSpeeds(csv: Array((header + bad).utf8), name: "speeds.csv")
      }
    }
  }
}
