import Datasets
import Foundation
import Geodesy
import TestSupport
import Testing
import Timetables

@Suite struct TimetableTests {
  private func feed(_ files: [String: String]) throws -> URL {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("wayproof-feed-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, text) in files {
      try Data(text.utf8).write(to: folder.appendingPathComponent(name))
    }
    return folder
  }

  private let good = [
    "routes.txt": "route_id,route_short_name,route_type\nr,R1,2\nb,B1,3\n",
    "trips.txt": "route_id,trip_id,shape_id\nr,t1,s\nb,t2,\n",
    "stops.txt":
      "stop_id,stop_name,stop_lat,stop_lon\na,Alpha,50,8\nm,Middle,50,8.1\nz,Omega,50,8.2\n",
    "stop_times.txt":
      "trip_id,arrival_time,departure_time,stop_id,stop_sequence\nt1,25:10:00,25:10:00,z,30\n"
      + "t1,23:50:00,23:52:30,a,1\nt1,,,m,2\nt2,10:00:00,10:00:00,a,1\nt2,10:09:00,10:09:00,z,2\n",
    "shapes.txt":
      "shape_id,shape_pt_lat,shape_pt_lon,shape_pt_sequence\ns,50,8.2,2\ns,50,8,1\nother,1,1,1\n",
  ]

  @Test
  func
    `a feed's trips by rail are read in the order of their calls, over midnight and untimed calls`()
    throws
  {
    let timetable = try GTFSFeed(path: feed(good).path).timetable()
    let trip = try #require(timetable.trips.first)
    #expect(timetable.trips.count == 1 && trip.id == "t1" && trip.route == "R1")
    #expect(trip.calls.map { timetable.stops[$0.stop].name } == ["Alpha", "Omega"])
    #expect(trip.calls[1].arrival - trip.calls[0].departure == 77 * 60 + 30)
    #expect(!timetable.isInMinutes)
    #expect(timetable.shapes.count == 1 && timetable.shapes[0].points[0].longitude == 8)
    #expect(timetable.remarks.contains { $0.contains("1 trips left out") })
    #expect(timetable.remarks.contains { $0.contains("1 calls without a time") })
    #expect(try GTFSFeed(path: feed(good).path, takesAll: true).timetable().trips.count == 2)
  }

  @Test(arguments: [
    ("stop_times.txt", "t1,25:10:00", "t1,25:71:00", "no time"),
    ("stop_times.txt", ",a,1", ",q,1", "no stop has"),
    ("stops.txt", "50,8\n", "95,8\n", "latitude"), ("stops.txt", "50,8\n", "x,8\n", "not a number"),
    ("routes.txt", "route_type", "kind", "missing"),
    ("routes.txt", ",2\n", ",1e300\n", "routes.txt:2"),
    ("routes.txt", ",2\n", ",2.5\n", "whole number"),
    ("routes.txt", ",2\n", ",-1e300\n", "whole number"),
    ("routes.txt", ",2\n", ",3\n", "all are asked for"),
    ("trips.txt", "route_id,trip_id,shape_id", "", "missing"),
  ])
  func `mistakes in a feed are told with their file`(
    file: String, old: String, new: String, words: String
  ) throws {
    var files = good
    files[file] = files[file]?.replacing(old, with: new)
    let folder = try feed(files)
    let error = #expect(throws: TimetablesError.self) {
      try GTFSFeed(path: folder.path).timetable()
    }
    #expect(error?.description.contains(words) == true, "\(error.map { "\($0)" } ?? "")")
  }

  @Test func `what is no feed is refused`() throws {
    #expect(throws: TimetablesError.self) { try GTFSFeed(path: "/nonexistent.zip") }
    let folder = try feed(["junk.zip": "PK\u{3}\u{4} this is none", "empty.zip": ""])
    for name in ["junk.zip", "empty.zip"] {
      let path = folder.appendingPathComponent(name).path
      #expect(throws: TimetablesError.self) { try GTFSFeed(path: path).timetable() }
    }
    #expect(throws: TimetablesError.self) { try GTFSFeed(path: folder.path).timetable() }
  }

  @Test
  func `a table of calls is read, past midnight too, and a trip that arrives too early stays so`()
    throws
  {
    let text = """
      trip,stop,arrival,departure
      one,Pyongyang,,21:30
      one,Khasan,06:00,06:20
      two,Vladivostok,,13:15
      two,Pyongyang,12:55,
      """
    let timetable = try Timetable(csv: Array(text.utf8), name: "calls.csv")
    let elapsed = timetable.trips.map { $0.calls[1].arrival - $0.calls[0].departure }
    #expect(elapsed == [510 * 60, -20 * 60])
    #expect(timetable.isInMinutes && timetable.rounding == 60)
    for bad in [
      "", "trip,stop\na,b", "trip,stop,arrival,departure\none,A,,\n",
      "trip,stop,arrival,departure\none,A,7,8",
    ] {
      #expect(throws: DatasetError.self) {
        try Timetable(csv: Array(bad.utf8), name: "calls.csv")
      }
    }
  }

  @Test(
    .enabled(
      if: Repository.hasShared("data/gtfs/caltrain.zip"),
      "the timetables are not beside the project"))
  func `Caltrain's feed is read from its archive`() throws {
    let archive = try #require(Repository.shared).appendingPathComponent("data/gtfs/caltrain.zip")
    let timetable = try GTFSFeed(path: archive.path).timetable()
    #expect(timetable.trips.count > 150 && !timetable.shapes.isEmpty)
  }
}
