import Datasets
import Gazetteer
public import Quantities

/// What can be said of a way without a network: how much longer than the geodesic, how fast.
public struct ModeRange: Sendable {
  /// The way divided by the geodesic; 1 at the least.
  public let detour: Interval<Double>
  /// What hardly a way of 100 km and more falls below, divided by the geodesic between the middles of its ends.
  let seldomBelow: Double
  /// As far as this a way may go however near its ends are, round a bay or a canyon.
  public let leastMost: Distance
  /// What few vehicles of the mode pass in service.
  public let ceiling: Speed
  /// What none ever passed.
  public let record: Speed
  /// What none ever passed on average over ways of so many kilometres and more, the shortest first.
  let longWays: [(kilometers: Double, most: Speed)]
  public let usualSpeed: Interval<Speed>
  public let source: String

  /// What none ever passed on average over a way of a length; nil where no record of long ways is known.
  public func record(over way: Distance) -> Speed? {
    longWays.last { $0.kilometers <= way.kilometers }?.most
  }
}

/// The ranges of all modes, and those of classes of vehicles that have their own.
struct ModeRanges: Sendable {
  fileprivate(set) var modes: [TravelMode: ModeRange] = [:]
  fileprivate var classes: [TravelMode: [(words: [String], range: ModeRange)]] = [:]

  /// The range of the class that a vehicle's name tells, such as "school bus"; nil where it tells none.
  func range(of mode: TravelMode, _ vehicle: String) -> ModeRange? {
    guard let classes = classes[mode] else { return nil }
    // Identifiers are written with hyphens.
    let name = " \(NameKey(vehicle.replacing("-", with: " ")).text) "
    return classes.first { $0.words.contains { name.contains(" \($0) ") } }?.range
  }
}

extension DataFolder {
  /// The ranges of `modes.csv`.
  ///
  /// - Throws: `DatasetError` with the line of the first mistake.
  func modeRanges() throws(DatasetError) -> ModeRanges {
    let table = try table(
      "modes.csv",
      columns: [
        "mode", "vehicles", "least_ratio", "seldom_below_ratio", "most_ratio", "most_at_least_km",
        "ceiling_kmh",
        "record_kmh", "long_ways", "usual_low_kmh", "usual_high_kmh", "source",
      ])
    var ranges = ModeRanges()
    for row in table.rows {
      guard let mode = TravelMode(rawValue: row["mode"]) else {
        throw row.mistake("'\(row["mode"])' is no mode of travel", column: "mode")
      }
      let least = try row.requiredNumber("least_ratio")
      let most = try row.requiredNumber("most_ratio")
      guard 1 <= least, least <= most else {
        throw row.mistake("a way cannot be shorter than the geodesic", column: "least_ratio")
      }
      let range = ModeRange(
        detour: Interval(from: least, to: most),
        seldomBelow: try row.requiredNumber("seldom_below_ratio"),
        leastMost: .kilometers(try row.requiredNumber("most_at_least_km")),
        ceiling: .kilometersPerHour(try row.requiredNumber("ceiling_kmh")),
        record: .kilometersPerHour(try row.requiredNumber("record_kmh")),
        longWays: try longWays(of: row),
        usualSpeed: Interval(
          from: .kilometersPerHour(try row.requiredNumber("usual_low_kmh")),
          to: .kilometersPerHour(try row.requiredNumber("usual_high_kmh"))),
        source: row["source"])
      let words = row["vehicles"].split(separator: ";").map { NameKey(String($0)).text }
      if words.isEmpty {
        ranges.modes[mode] = range
      } else {
        ranges.classes[mode, default: []].append((words, range))
      }
    }
    return ranges
  }

  /// Such as `42.195:21.1;100:16.5`: kilometres and km/h.
  private func longWays(
    of row: Table.Row
  ) throws(DatasetError) -> [(kilometers: Double, most: Speed)] {
    var ways: [(kilometers: Double, most: Speed)] = []
    for part in row["long_ways"].split(separator: ";") {
      let numbers = part.split(separator: ":").compactMap { Double($0) }
      guard numbers.count == 2, numbers.allSatisfy({ $0 > 0 }),
        numbers[0] > ways.last?.kilometers ?? 0
      else {
        throw row.mistake(
          "'\(part)' is no length with its speed, such as 42.195:21.1, the shortest first",
          column: "long_ways")
      }
      ways.append((numbers[0], .kilometersPerHour(numbers[1])))
    }
    return ways
  }
}
