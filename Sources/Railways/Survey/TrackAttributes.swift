/// What is known of a stretch of track, apart from where it lies.
public struct TrackAttributes: Hashable, Sendable {
  /// The kinds of track that OpenStreetMap tells apart (`railway=*`), and ferries.
  public enum Kind: UInt8, CaseIterable, Sendable {
    case rail, narrowGauge, lightRail, subway, tram, monorail, funicular, ferry
    /// A link between data sets: the same station, or a gap that someone closed.
    case joint
  }

  /// What the track is for (`usage=*`, `service=*`).
  public enum Use: UInt8, CaseIterable, Sendable {
    case main, branch, unstated, industrial, siding, crossover, spur, yard
  }

  /// How trains get their power (`electrified=*`).
  public enum Electrification: UInt8, CaseIterable, Sendable {
    case unknown, none, contactLine, rail, other
  }

  /// Which way along the track trains run by rule (`railway:preferred_direction=*`).
  public enum Preference: UInt8, Sendable { case none, forward, backward }

  /// Which trains the track is for (`railway:traffic_mode=*`).
  public enum Traffic: UInt8, Sendable { case unstated, passenger, freight, mixed }

  /// The line's name, blank where it has none.
  public var name = ""
  /// The line's number (`ref=*`), blank where it has none.
  public var number = ""
  public var kind = Kind.rail
  public var use = Use.unstated
  /// Every gauge that is laid, narrowest first; empty where nobody says.
  public var gauges: [Gauge] = []
  /// Whether the gauge is the country's usual one and not the track's own.
  public var isGaugeAssumed = false
  /// Line speed in the direction of the geometry in km/h; 0 where nobody says.
  public var forwardSpeed: UInt16 = 0
  /// Line speed against the direction of the geometry in km/h.
  public var backwardSpeed: UInt16 = 0
  public var electrification = Electrification.unknown
  /// Volts; 0 where nobody says.
  public var voltage: UInt32 = 0
  /// Hertz; 0 for direct current, nil where nobody says.
  public var frequency: Float?
  public var preference = Preference.none
  public var traffic = Traffic.unstated
  /// The ISO 3166 code; blank where nobody says.
  public var country = ""
  /// Where its length comes from.
  public var basis = KilometrageStatus.geometry
  /// How its geometry was drawn.
  public var detail = NetworkMeta.Detail.lines

  public init() {}
}

extension TrackAttributes {
  /// What the line is called: its name, else its number.
  public var title: String { name.isEmpty ? number : name }

  /// Whether the line goes by a name or number, in any case.
  func isCalled(_ text: String) -> Bool {
    let wanted = text.lowercased()
    return !wanted.isEmpty && (name.lowercased() == wanted || number.lowercased() == wanted)
  }

  /// How much longer than it is a track counts when ways are compared: running lines as they are, sidings
  /// and yards more, track for goods only a little more.
  var costFactor: Double {
    let factor: Double
    switch use {
    case .main, .branch, .unstated, .crossover: factor = 1
    case .industrial: factor = 1.5
    case .siding: factor = 1.3
    case .spur, .yard: factor = 2
    }
    return traffic == .freight ? factor * 1.1 : factor
  }

  /// How much longer than it is a track counts where data sets lie over one another: published kilometrage goes
  /// before tracks as mapped and lines as traced, those before lines generalized for small maps.
  var precedenceFactor: Double {
    switch (kind, basis) {
    case (.joint, _): 3
    case (_, .published), (_, .derived): 1
    case (_, .estimated): 1.05
    case (_, .geometry): detail == .generalized ? 1.25 : 1.05
    }
  }

  /// The speed in km/h by which ways are compared in time where no limit is known.
  func usualSpeed(forward: Bool) -> Double {
    let limit = forward ? forwardSpeed : backwardSpeed
    return limit > 0 ? Double(limit) : assumedSpeed
  }

  /// The speed in km/h that is taken where no limit is known, by kind and use: a stated guess.
  public var assumedSpeed: Double {
    switch (kind, use) {
    case (_, .siding), (_, .spur), (_, .yard), (_, .crossover), (_, .industrial): return 25
    case (.rail, .main): return 100
    case (.rail, _): return 60
    case (.ferry, _): return 25
    default: return 50
    }
  }
}
