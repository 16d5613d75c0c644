public import Datasets
public import Geodesy
import Quantities
import Railways

/// How fast trains are timetabled between pairs of places: what a timetable knows of the lines that no table of line
/// speeds does.
public struct SectionSpeeds: Sendable {
  /// A pair of stops with the average speeds between them.
  public struct Row: Hashable, Sendable {
    public let from: String
    public let to: String
    public let start: Coordinate
    public let end: Coordinate
    /// Along the track.
    public let kilometers: Double
    /// Metres a second, from the slowest train to the fastest.
    public let speeds: ClosedRange<Double>
    /// How many trains they were taken from.
    public let trains: Int

    public init(
      from: String, to: String, start: Coordinate, end: Coordinate, kilometers: Double,
      speeds: ClosedRange<Double>, trains: Int
    ) {
      self.from = from
      self.to = to
      self.start = start
      self.end = end
      self.kilometers = kilometers
      self.speeds = speeds
      self.trains = trains
    }
  }

  /// What they say of a way.
  public struct Answer: Sendable {
    /// Seconds over the part that they know.
    public let time: ClosedRange<Double>
    /// The share of the way that they know, 0 to 1.
    public let knownShare: Double
    public let sections: Int
  }

  public let rows: [Row]
  public let source: String
  /// The ends of rows by cells of the grid; even numbers are starts, odd ones ends.
  private let cells: [Cell: [Int]]

  /// A row counts for a way where both its ends are this near to it.
  private static let reach = 1_500.0
  /// Metres within which two sections end at the same place.
  private static let sameEnd = 300.0
  private static let cellDegrees = 0.05

  /// Where a row lies on a way, in metres.
  private struct Cover {
    let row: Int
    let start: Double
    let end: Double
    let isForward: Bool
    /// The length of the row divided by that on the way.
    let scale: Double
  }

  private struct Cell: Hashable {
    let latitude: Int
    let longitude: Int

    init(_ place: Coordinate) {
      latitude = Int(held: (place.latitude / SectionSpeeds.cellDegrees).rounded(.down))
      longitude = Int(held: (place.longitude / SectionSpeeds.cellDegrees).rounded(.down))
    }

    init(latitude: Int, longitude: Int) {
      self.latitude = latitude
      self.longitude = longitude
    }

    /// The cell and those around it.
    var near: [Cell] {
      (-1...1).flatMap { north in
        // Meridians draw together towards the poles.
        (-3...3).map { Cell(latitude: latitude + north, longitude: longitude + $0) }
      }
    }
  }

  public init(rows: [Row], source: String) {
    self.rows = rows
    self.source = source
    var cells: [Cell: [Int]] = [:]
    for (index, row) in rows.enumerated() {
      cells[Cell(row.start), default: []].append(index * 2)
      cells[Cell(row.end), default: []].append(index * 2 + 1)
    }
    self.cells = cells
  }

  /// A point of a way with how far on it is, in metres.
  public typealias WayPoint = (place: Coordinate, chainage: Double)

  /// What is known of a way given by its points; nil where nothing is.
  public func answer(along way: [WayPoint], _ spread: TimetableSpread) -> Answer? {
    guard let length = way.last?.chainage, length > 0 else { return nil }
    let covers = self.covers(of: way)
    guard !covers.isEmpty else { return nil }
    // Trains between the same two stops say more than those that call between.
    let whole = covers.filter { $0.start < Self.sameEnd && $0.end > length - Self.sameEnd }
    let parts = whole.isEmpty ? covers : whole
    var cuts = Set([0, length])
    if whole.isEmpty { for cover in covers { cuts.formUnion([cover.start, cover.end]) } }
    let places = cuts.sorted()
    var pieces: [(least: Double, most: Double)] = []
    var known = 0.0
    var used: [Int: Double] = [:]
    for (start, end) in zip(places, places.dropFirst()) where end - start > 0.1 {
      guard let best = whole.isEmpty ? Self.best(parts, from: start, to: end) : whole else {
        continue
      }
      let (speeds, trains) = speeds(of: best)
      let ratio = spread.ratio(ofTrains: trains)
      // The times are what is known; a length that differs from theirs does not change them.
      let length = (end - start) * best[0].scale
      pieces.append(
        (length / (speeds.upperBound * (1 + ratio)), length / (speeds.lowerBound * (1 - ratio))))
      known += end - start
      used[best[0].row, default: 0] += end - start
    }
    guard known > 0 else { return nil }
    // A sliver of a neighbouring section is no section.
    let sections = used.reduce(0) { $0 + ($1.value > 200 * rows[$1.key].kilometers ? 1 : 0) }
    return Answer(
      time: Self.sum(pieces, sharing: spread.shared), knownShare: min(1, known / length),
      sections: max(1, sections))
  }

  /// The shortest sections that cover a stretch know most of it.
  private static func best(_ covers: [Cover], from start: Double, to end: Double) -> [Cover]? {
    let over = covers.filter { $0.start <= start + 0.05 && $0.end >= end - 0.05 }
    guard let first = over.first else { return nil }
    return over.filter {
      abs($0.start - first.start) < sameEnd && abs($0.end - first.end) < sameEnd
    }
  }

  private func speeds(of covers: [Cover]) -> (speeds: ClosedRange<Double>, trains: Int) {
    // Trains the same way say enough where there are some; else those of the other direction count, too.
    let same = covers.filter(\.isForward)
    let isEnough = same.reduce(0) { $0 + rows[$1.row].trains } >= 3
    let found = (isEnough ? same : covers).map { rows[$0.row] }
    let least = found.map(\.speeds.lowerBound).min() ?? 1
    return (
      least...max(least, found.map(\.speeds.upperBound).max() ?? 1),
      found.reduce(0) { $0 + $1.trains }
    )
  }

  private static func sum(
    _ pieces: [(least: Double, most: Double)], sharing share: Double
  ) -> ClosedRange<Double> {
    let middle = pieces.reduce(0) { $0 + ($1.least + $1.most) / 2 }
    let halves = pieces.map { ($0.most - $0.least) / 2 }
    let together = halves.reduce(0, +)
    let apart = halves.reduce(0) { $0 + $1 * $1 }.squareRoot()
    let half = share * together + (1 - share) * apart
    return middle - half...middle + half
  }

  /// The rows whose ends lie on a way, with where, the shortest first.
  private func covers(of way: [WayPoint]) -> [Cover] {
    var found: [Int: (chainage: Double, distance: Double)] = [:]
    for point in way {
      for end in Cell(point.place).near.lazy.compactMap({ cells[$0] }).joined() {
        let row = rows[end / 2]
        let place = end.isMultiple(of: 2) ? row.start : row.end
        let distance = Ellipsoid.wgs84.distance(from: place, to: point.place).meters
        if distance <= Self.reach, distance < found[end]?.distance ?? .infinity {
          found[end] = (point.chainage, distance)
        }
      }
    }
    var covers: [Cover] = []
    for (end, place) in found where end.isMultiple(of: 2) {
      guard let other = found[end + 1] else { continue }
      let (start, stop) = (min(place.chainage, other.chainage), max(place.chainage, other.chainage))
      // A way that comes to both places by a detour is not the section's.
      let gap = abs(stop - start - rows[end / 2].kilometers * 1_000)
      if gap <= max(1_000, 0.05 * (stop - start)), stop > start {
        covers.append(
          Cover(
            row: end / 2, start: start, end: stop, isForward: place.chainage < other.chainage,
            scale: rows[end / 2].kilometers * 1_000 / (stop - start)))
      }
    }
    return covers.sorted { ($0.end - $0.start, $0.row) < ($1.end - $1.start, $1.row) }
  }
}

// MARK: The file

extension SectionSpeeds {
  static let columns = [
    "from", "from_lat", "from_lon", "to", "to_lat", "to_lon", "km", "least_kmh", "most_kmh",
    "trains",
  ]

  /// The table of a file.
  ///
  /// - Throws: `DatasetError` with the line of the first mistake.
  public init(csv bytes: [UInt8], name: String) throws(DatasetError) {
    var rows: [Row] = []
    for row in try Table(bytes: bytes, name: name, columns: Self.columns).rows {
      let (least, most) = (
        try row.requiredNumber("least_kmh"), try row.requiredNumber("most_kmh")
      )
      let kilometers = try row.requiredNumber("km")
      guard 0 < least, least <= most, most <= 1_000, 0 < kilometers, kilometers < 20_000 else {
        throw row.mistake("the speeds must rise from least_kmh to most_kmh", column: "most_kmh")
      }
      let trains = try row.requiredNumber("trains")
      guard (1...1e9).contains(trains) else {
        throw row.mistake("at least one train is needed", column: "trains")
      }
      do {
        rows.append(
          Row(
            from: row["from"], to: row["to"],
            start: try Coordinate(
              latitude: row.requiredNumber("from_lat"), longitude: row.requiredNumber("from_lon")),
            end: try Coordinate(
              latitude: row.requiredNumber("to_lat"), longitude: row.requiredNumber("to_lon")),
            kilometers: kilometers, speeds: least / 3.6...most / 3.6, trains: Int(held: trains)))
      } catch let error as DatasetError {
        throw error
      } catch {
        throw row.mistake("\(error)", column: "from_lat")
      }
    }
    self.init(rows: rows, source: name)
  }
}
