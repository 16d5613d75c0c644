public import Quantities
public import Railways
public import Wording

/// A distance between two places with its kind and where it comes from.
public struct TypedDistance: Sendable {
  public let kind: DistanceKind
  public internal(set) var interval: Interval<Distance>
  /// The middle, or the best single figure.
  public internal(set) var central: Distance
  /// How it is known, in words.
  public let basis: Phrase
  /// Whether it is hard: computed or published.
  public let isHard: Bool
  /// The course that it is the length of, for a distance along rails that some network holds.
  public var course: RailCourse?

  /// The bounds beyond which next to no way lies, where they are wider than the interval that the way is taken to be in.
  var extremes: Interval<Distance>?

  /// What may be held against a report: no estimate accuses by itself.
  public var judged: Interval<Distance> { extremes ?? interval }

  /// Whether a network says by which way it goes.
  public var followsTrack: Bool { course != nil }

  /// Whether it says of no particular way how long it is: no network has one, or only the shortest over the whole world
  /// is known, which trains need not take.
  public var isEstimate: Bool { course?.isShortestOverWorld ?? true }
}

extension TypedDistance {
  /// The length of a course by rail.
  public init(course: RailCourse, kind: DistanceKind = .track) {
    self.init(course: course, kind: kind, interval: course.lengthInterval)
  }

  /// The length of a course by rail whose ends may lie elsewhere.
  init(course: RailCourse, kind: DistanceKind = .track, interval: Interval<Distance>) {
    self.init(
      kind: kind, interval: interval, central: max(course.length, interval.lower ?? .zero),
      basis: course.basis, isHard: course.isHard, course: course)
  }
}

extension RailCourse {
  /// Where the length comes from, in words.
  public var basis: Phrase {
    let source = source
    if isShortestOverWorld { return worldBasis }
    if let detail = source.detail {
      let lines: Phrase = lineNames.isEmpty ? "" : " by \(lineNames.joined(separator: ", "))"
      return
        """
        the shortest way, measured along the network '\(source.name)' (\(term: detail.rawValue))\(lines)
        """
    }
    let percent = Int(held: (publishedShare * 100).rounded())
    let lines = lineNames.map(Phrase.init(term:)).joined(separator: ", ")
    return percent == 100
      ? "published kilometrage of the \(lines)"
      : "\(percent) % published kilometrage of the \(lines)"
  }
}

extension RailCourse {
  /// Whether it is the shortest way over the railways of the whole world, which trains need not take.
  public var isShortestOverWorld: Bool { source.detail == .junctions }

  private var worldBasis: Phrase {
    let lines = share { $0.attributes.detail == .generalized }
    let percent = Int(held: (lines * 100).rounded())
    switch percent {
    case 0: return "the shortest route by rail, from the junction graph of OpenStreetMap"
    case 100: return "the shortest route by rail, from generalized lines of Natural Earth"
    default:
      return """
        the shortest route by rail, from the junction graph of OpenStreetMap and for \(percent) % of it from \
        generalized lines of Natural Earth
        """
    }
  }
}
