import Foundation
import Gazetteer
import Geodesy
import Quantities

/// The stations of a network that a course along its track passes.
struct PassedStations {
  /// A straight piece of the course.
  private struct Piece {
    let start: Coordinate
    let end: Coordinate
    /// Metres from the start of the course, and as long as the data says, however it is drawn.
    let chainage: Double
    let length: Double
  }

  private struct Cell: Hashable {
    let row: Int
    let column: Int

    init(_ latitude: Double, _ longitude: Double) {
      row = Int(held: (latitude / PassedStations.cellDegrees).rounded(.down))
      column = Int(held: (longitude / PassedStations.cellDegrees).rounded(.down))
    }
  }

  private static let cellDegrees = 0.02
  /// Points of one station, such as its platforms, are this near to one another along the track.
  private static let sameStation = 1_000.0

  private let network: TrackNetwork
  private let reach: Double
  private var pieces: [Piece] = []
  private var cells: [Cell: [Int]] = [:]

  init(of trace: MappedTrace) {
    network = trace.network
    // Lines drawn for small maps miss their stations by kilometres.
    reach =
      network.detail == .generalized
      ? RailQuery.usualSnapLimit.meters : RailCourse.stationRadius.meters
    var travelled = 0.0
    for stretch in trace.stretches {
      add(
        network.points(ofEdge: stretch.edge, from: stretch.from, to: stretch.to), stretch, travelled
      )
      travelled += stretch.length
    }
  }

  private mutating func add(
    _ points: [Coordinate], _ stretch: MappedTrace.Stretch, _ travelled: Double
  ) {
    let lengths = zip(points, points.dropFirst()).map {
      Ellipsoid.wgs84.distance(from: $0, to: $1).meters
    }
    let drawn = lengths.reduce(0, +)
    let scale = drawn > 0 ? stretch.length / drawn : 1
    var chainage = travelled
    for (index, length) in lengths.enumerated() {
      mark(points[index], points[index + 1], as: pieces.count)
      pieces.append(
        Piece(
          start: points[index], end: points[index + 1], chainage: chainage, length: length * scale))
      chainage += length * scale
    }
  }

  /// Puts a piece into every cell near it.
  private mutating func mark(_ start: Coordinate, _ end: Coordinate, as index: Int) {
    let (north, east) = (end.latitude - start.latitude, end.longitude - start.longitude)
    let steps = min(10_000, Int(held: max(abs(north), abs(east)) / Self.cellDegrees) + 1)
    for step in 0...steps {
      let share = Double(step) / Double(steps)
      let cell = Cell(start.latitude + share * north, start.longitude + share * east)
      if cells[cell]?.last != index { cells[cell, default: []].append(index) }
    }
  }

  /// In travel order.
  var locations: [RailCourse.Location] {
    guard !pieces.isEmpty else { return [] }
    let name = network.meta.name
    var found: [(station: Int, chainage: Double)] = []
    for station in 0..<network.stations.count {
      if let chainage = chainage(of: network.stations.coordinate(of: station)) {
        found.append((station, chainage))
      }
    }
    var locations: [RailCourse.Location] = []
    for (station, chainage) in found.sorted(by: {
      ($0.chainage, $0.station) < ($1.chainage, $1.station)
    }) {
      let title = network.stations.names(of: station).first ?? ""
      let isAgain = locations.contains {
        $0.name == title && chainage - $0.chainage.meters < Self.sameStation
      }
      guard !title.isEmpty, !isAgain else { continue }
      locations.append(
        RailCourse.Location(
          chainage: .meters(chainage), place: TrackNetwork.place(ofStation: station, named: name),
          name: title, coordinate: network.stations.coordinate(of: station)))
    }
    return locations
  }

  /// How far along the course a point beside it is; nil where it is too far from it.
  private func chainage(of point: Coordinate) -> Double? {
    let centre = Cell(point.latitude, point.longitude)
    var best: (meters: Double, chainage: Double)?
    for row in -1...1 {
      // Cells are narrow near the poles.
      for column in -2...2 {
        let cell = Cell(
          (Double(centre.row + row) + 0.5) * Self.cellDegrees,
          (Double(centre.column + column) + 0.5) * Self.cellDegrees)
        for index in cells[cell] ?? [] {
          let (meters, share) = distance(of: point, from: pieces[index])
          guard meters <= reach, meters < best?.meters ?? .infinity else { continue }
          best = (meters, pieces[index].chainage + share * pieces[index].length)
        }
      }
    }
    return best?.chainage
  }

  /// On a plane that touches the Earth at the point, with the share of the piece before the nearest spot.
  private func distance(of point: Coordinate, from piece: Piece) -> (meters: Double, share: Double)
  {
    let metersNorth = 111_195.0
    let metersEast = metersNorth * max(0.001, cos(point.latitude * .pi / 180))
    func plane(_ other: Coordinate) -> (x: Double, y: Double) {
      (
        (other.longitude - point.longitude) * metersEast,
        (other.latitude - point.latitude) * metersNorth
      )
    }
    let (start, end) = (plane(piece.start), plane(piece.end))
    let (x, y) = (end.x - start.x, end.y - start.y)
    let square = x * x + y * y
    let share = square > 0 ? max(0, min(1, -(start.x * x + start.y * y) / square)) : 0
    let gap = (start.x + share * x, start.y + share * y)
    return ((gap.0 * gap.0 + gap.1 * gap.1).squareRoot(), share)
  }
}
