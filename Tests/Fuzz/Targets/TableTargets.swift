import Datasets
import Gazetteer
import Geodesy
import PositionTracks
import Questions
import Timetables
import TrainMotion
import Travel

extension FuzzTarget {
  /// Tables, tracks of positions and timetables.
  static let tableTargets = [
    FuzzTarget("places") { bytes in _ = try PlaceTables().places(bytes: bytes, name: "places.csv")
    },
    FuzzTarget("logbook") { bytes in
      _ = try LogbookQuestion(bytes, name: "log.csv").answer(in: FuzzWorld.world)
    },
    FuzzTarget("track") { bytes in _ = try PositionTrack(bytes: bytes, name: "track") },
    FuzzTarget("calls") { bytes in _ = try Timetable(csv: bytes, name: "calls.csv") },
    FuzzTarget("gtfs") { bytes in
      try withFile(bytes, ".zip") { _ = try GTFSFeed(path: $0, takesAll: true).timetable() }
    },
    FuzzTarget("section-speeds") { bytes in _ = try SectionSpeeds(csv: bytes, name: "speeds.csv") },
    FuzzTarget("railtoolkit") { bytes in
      _ = try? RailtoolkitTrain.trains(yaml: bytes, file: "trains.yaml")
      _ = try? RailtoolkitPath.paths(yaml: bytes, file: "paths.yaml")
    },
    FuzzTarget("coordinate") { bytes in
      _ = try Coordinate(parsing: String(decoding: bytes, as: UTF8.self))
    },
  ]
}
