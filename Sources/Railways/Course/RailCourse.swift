public import Geodesy
public import Quantities

/// A course by rail through places in order, with everything that is known of it.
///
/// Two stores find courses, and each has what the other lacks: `RailNetwork` keeps posts with published lengths,
/// which are hard facts, on few lines and without geometry; `TrackNetwork` keeps mapped track as a junction graph
/// with hub labels, which is there for any railway, and whose lengths are measured. What they find is one thing:
/// above this module nobody asks which of them found it.
public struct RailCourse: Sendable {
  /// Stretches with one set of attributes, in travel order.
  public let sections: [Section]
  public let gaugeBreaks: [GaugeBreak]
  /// Where the train must turn round.
  public let reversals: [Location]
  /// Where it goes from country to country.
  public let borders: [Border]
  /// Where the stops between start and end are on it.
  public let calls: [Location]
  public let length: Distance
  /// The length as an interval: what is published with the half-widths of its tables, what is drawn widened by what
  /// drawings of its kind were measured to be off.
  public let lengthInterval: Interval<Distance>
  /// Whether the length is a hard bound: at least nine tenths from published tables, or measured along track that is
  /// not generalized.
  public let isHard: Bool
  let trace: CourseTrace

  /// Every station passed with its distance from the beginning, in travel order; of mapped track those that its data
  /// names.
  public var stations: [Location] { trace.stations }

  /// Where it begins and ends; nil for an empty course.
  public var ends: (start: Location, end: Location)? { trace.ends }

  /// Where it comes from.
  public var source: Source { trace.source }

  /// Whether it is drawn along its track, and not only straight between its stations.
  public var isDrawn: Bool { trace.isDrawn }

  /// The points of the whole course in travel order: of one that is not drawn, its stations that have a position.
  public var points: [Coordinate] {
    guard isDrawn else { return stations.compactMap(\.coordinate) }
    var points: [Coordinate] = []
    for section in sections {
      let own = self.points(of: section)
      points += points.last == own.first ? own.dropFirst() : own[...]
    }
    return points
  }

  /// The points of one of its sections in travel order; none where nobody says where it lies.
  public func points(of section: Section) -> [Coordinate] { trace.points(of: section) }

  /// Where on a network's mapped track it begins and ends; nil where it is on none.
  public var positions: (start: TrackPosition, end: TrackPosition)? { trace.positions }
}
