public import Quantities

/// What is asked of the railways: by which places and under which conditions, in the words of whoever asks.
///
/// It goes as it is from the command line and the service down to the search of either store.
public struct RailQuery: Sendable {
  public enum Objective: String, CaseIterable, Sendable {
    /// Least length; of mapped track, sidings and yards count more than they measure.
    case shortest
    /// Least time at the line speeds.
    case fastest
  }

  /// Names, identifiers, coordinates or kilometres of a line, in order: the start, places to pass, the end.
  public var stops: [String]
  /// What the course must not use.
  public var avoided: [RailAvoidance] = []
  /// The gauge that the train is bound to, 180 to 2,500 mm; nil for any, and changes of gauge.
  public var gauge: Gauge?
  public var objective = Objective.shortest
  /// How many courses that really differ, 1 to 20.
  public var alternatives = 1
  /// How far from track a place may be, 0 to 100 km; nil for what is usual on the network that answers.
  public var snapLimit: Distance?
  /// The train's own greatest speed, 1 to 1,000 km/h, for the fastest course; nil for one that keeps up with every
  /// line.
  public var trainSpeed: Speed?
  /// Whether the course must have wires or a conductor rail throughout, as far as the data says.
  public var needsElectrification = false
  /// Whether the gauge may change only where somebody records that it can.
  public var recordedBreaksOnly = false
  /// Kinds of track besides main railways, such as trams.
  public var furtherKinds: Set<TrackAttributes.Kind> = []

  /// How far from mapped track a place may be if nothing is said.
  public static let usualSnapLimit = Distance.kilometers(2)

  /// Railways in the narrow sense, with the ferries and links between them; no trams, no metro.
  public static let mainlineKinds: TrackNetwork.Kinds = [.rail, .narrowGauge, .ferry, .joint]
  /// Urban rail that `furtherKinds` may add.
  public static let urbanKinds: TrackNetwork.Kinds = [
    .tram, .lightRail, .subway, .monorail, .funicular,
  ]

  public init(stops: [String] = []) { self.stops = stops }

  /// The kinds of track that will do.
  public var kinds: TrackNetwork.Kinds { Self.mainlineKinds.union(furtherKinds) }

  /// Whether the gauge may change where nobody records that it can; never for a train bound to its gauge.
  var allowsUnrecordedBreaks: Bool { !recordedBreaksOnly && gauge == nil }

  /// What narrows the search, in words, for saying why nothing was found.
  public var restrictions: [String] {
    var words: [String] = []
    if let gauge { words.append("gauge \(gauge)") }
    if needsElectrification { words.append("electrified throughout") }
    if !avoided.isEmpty { words.append("with what is to be avoided") }
    if recordedBreaksOnly, gauge == nil {
      words.append("the gauge changed only where that is recorded")
    }
    return words
  }
}

extension RailQuery {
  /// Refuses conditions whose values cannot be.
  ///
  /// - Throws: `ConditionError` for the first of them.
  public func check() throws(ConditionError) {
    guard (1...20).contains(alternatives) else {
      throw ConditionError(.alternatives, alternatives, "write 1 to 20")
    }
    if let snap = snapLimit?.kilometers, !(snap.isFinite && (0...100).contains(snap)) {
      throw ConditionError(.snapLimit, snap, "places may be 0 to 100 km from track")
    }
    if let gauge, !(180...2_500).contains(gauge.millimeters) {
      throw ConditionError(
        .gauge, gauge.millimeters, "gauges are given in millimetres, 180 to 2500")
    }
    guard let speed = trainSpeed?.kilometersPerHour else { return }
    guard objective == .fastest, speed.isFinite, (0.999...1_000.001).contains(speed) else {
      throw ConditionError(
        .trainSpeed, (speed * 10).rounded() / 10,
        "1 to 1000 km/h, and only where the fastest route is asked for")
    }
  }

  /// The conditions that only a network of mapped track can hold, as far as they are given.
  var ofMappedTrack: [RailCondition] {
    let given: [(RailCondition, Bool)] = [
      (.objective, objective != .shortest), (.trainSpeed, trainSpeed != nil),
      (.snapLimit, snapLimit != nil), (.furtherKinds, !furtherKinds.isEmpty),
    ]
    return given.filter(\.1).map(\.0)
  }

  /// The conditions that speak of railways, as far as they are given.
  public var conditions: [RailCondition] {
    let given: [(RailCondition, Bool)] = [
      (.avoidance, !avoided.isEmpty), (.gauge, gauge != nil), (.alternatives, alternatives != 1),
      (.electrification, needsElectrification), (.recordedBreaks, recordedBreaksOnly),
    ]
    return given.filter(\.1).map(\.0) + ofMappedTrack
  }
}
