public import Datasets
import Foundation
public import Gazetteer
public import Quantities

/// The railways of the whole world, in two layers that are never merged away: a graph of junctions of OpenStreetMap
/// whose gaps Natural Earth's lines fill, and those lines alone, as a second witness of lengths.
public struct WorldRailways: Sendable {
  public let graph: RailGraph
  public let lines: RailGraph?
  let spread: LengthSpread
  /// The usual gauge of a country's railways, by its code.
  let gauges: [String: Gauge]
  let breakSites: [Place.ID: [GaugeBreakSite]]

  /// Beyond these multiples of the shortest way next to no train goes: what may be held against reports.
  public var extremeRatios: ClosedRange<Double> { spread.extremes }

  /// The way by rail divided by the straight line, as nine in ten published lengths have it: where no network has a way.
  public var usualDetour: ClosedRange<Double> { spread.detour }

  /// Whether every place has track within reach, whatever joins it.
  public func isNearTrack(_ places: [Place]) -> Bool {
    places.allSatisfy { (try? graph.snap($0, within: Self.usualSnapLimit)) != nil }
  }

  /// How far from track a place may be where nobody says: only half of Europe's stations lie within 2 km of a junction
  /// of the graph, and lines for small maps miss theirs by kilometres.
  public static let usualSnapLimit = Distance.kilometers(5)
}

extension DataFolder {
  /// How many times what it measures a generalized line counts, as `Scripts/build-world-rail` has it.
  private static let lineFactor = 1.25

  /// The railways of `world/rail.graph`, mapped and not read; nil where the folder has none.
  ///
  /// - Parameter network: where the gauge can be changed.
  /// - Throws: `DatasetError` for files that are damaged or of another version, and for mistakes in their tables.
  public func worldRailways(_ network: RailNetwork) throws(DatasetError) -> WorldRailways? {
    let (joint, plain) = (file("world/rail.graph"), file("world/rail-lines.graph"))
    guard (try? joint.checkResourceIsReachable()) == true else { return nil }
    let hasLines = (try? plain.checkResourceIsReachable()) == true
    do {
      return WorldRailways(
        graph: try RailGraph(file: joint.path, lineFactor: Self.lineFactor),
        lines: hasLines ? try RailGraph(file: plain.path, lineFactor: 1) : nil,
        spread: try lengthSpread(), gauges: try usualGauges(), breakSites: network.breakSites)
    } catch let error as RailGraphError {
      throw .unreadable("geo/world", reason: "\(error)")
    } catch let error as DatasetError {
      throw error
    } catch {
      throw .unreadable("geo/world", reason: "\(error)")
    }
  }

  /// The usual gauge of each country of `country_gauges.csv`.
  func usualGauges() throws(DatasetError) -> [String: Gauge] {
    let table = try table("country_gauges.csv", columns: ["country", "gauge_mm", "source"])
    var gauges: [String: Gauge] = [:]
    for row in table.rows {
      let number = try row.requiredNumber("gauge_mm")
      guard let gauge = Int(exactly: number), (180...2_500).contains(gauge) else {
        throw row.mistake("a gauge is given in whole millimetres, 180 to 2500", column: "gauge_mm")
      }
      gauges[row["country"]] = Gauge(millimeters: gauge)
    }
    return gauges
  }
}
