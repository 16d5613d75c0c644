public import Gazetteer
public import Quantities

/// A way by rail from station to station.
public struct RailPath: Sendable {
  /// A part of the way on one line in one direction.
  public struct Run: Hashable, Sendable {
    public let line: String
    public let lineName: String
    public let direction: JunctionArm.Direction
    /// Every station passed, both ends included.
    public let stations: [Place.ID]
    /// How far each of the stations is from the beginning of the run.
    public let chainages: [Distance]
    public let length: Distance
    /// How far the length may be off, both ways.
    public let halfWidth: Distance
    /// How much of the length is known in which way.
    public let coverage: [KilometrageStatus: Distance]
  }

  /// A place where the train must turn round.
  public struct Reversal: Hashable, Sendable {
    public let place: Place.ID
    /// How far along the path it is.
    public let chainage: Distance
  }

  /// A place where the gauge changes on this way.
  public struct GaugeBreak: Hashable, Sendable {
    public let place: Place.ID
    public let chainage: Distance
    public let from: Gauge
    public let to: Gauge
    public let site: GaugeBreakSite
    /// Other stations of this way at which it could happen.
    public let alternatives: [Place.ID]
  }

  public let runs: [Run]
  public let reversals: [Reversal]
  public let gaugeBreaks: [GaugeBreak]

  /// The first and last station.
  public var ends: (start: Place.ID, end: Place.ID)? {
    guard let start = runs.first?.stations.first, let end = runs.last?.stations.last else {
      return nil
    }
    return (start, end)
  }

  /// The length by the kilometre posts.
  public var length: Distance { runs.reduce(.zero) { $0 + $1.length } }

  /// How far the length may be off: the lines' half-widths, added up.
  public var halfWidth: Distance { runs.reduce(.zero) { $0 + $1.halfWidth } }

  /// The length as an interval.
  public var lengthInterval: Interval<Distance> {
    Interval(from: max(.zero, length - halfWidth), to: length + halfWidth)
  }

  /// How much of the length is known in which way.
  public var coverage: [KilometrageStatus: Distance] {
    runs.reduce(into: [:]) { sum, run in sum.merge(run.coverage) { $0 + $1 } }
  }

  /// The share of the length that comes from published tables, 0 to 1.
  public var publishedShare: Double {
    guard length.meters > 0 else { return 1 }
    let sure = [KilometrageStatus.published, .derived].reduce(Distance.zero) {
      $0 + (coverage[$1] ?? .zero)
    }
    return sure / length
  }

  /// Every station with its distance from the beginning, in travel order.
  public var stations: [(place: Place.ID, chainage: Distance)] {
    var result: [(place: Place.ID, chainage: Distance)] = []
    var start = Distance.zero
    for run in runs {
      for (place, chainage) in zip(run.stations, run.chainages) {
        if result.last?.place == place { continue }
        result.append((place, start + chainage))
      }
      start = start + run.length
    }
    return result
  }

  /// The lines in travel order, each named once where it follows itself.
  public var lineNames: [String] {
    runs.map(\.lineName).reduce(into: []) { if $0.last != $1 { $0.append($1) } }
  }
}
