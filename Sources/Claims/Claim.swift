public import Datasets
public import Quantities

/// A statement of a source about a journey, with the words it was made in.
public struct Claim: Hashable, Sendable {
  /// What names it in a case file.
  public struct ID: Identifier {
    public let text: String

    public init(_ text: String) { self.text = text }
  }

  public let id: ID
  /// The identifier of its source.
  public let source: String
  /// The source's own words, to the letter.
  public let quote: String
  /// Where its figure stands in the source's text; nil where that is not told.
  public let selector: TextQuoteSelector?
  public let modality: Modality
  public let subject: ClaimSubject
  /// A remark of the case's author.
  public let note: String
  public let place: FilePosition
  /// Where each place that it names stands in the file.
  public let names: [String: FilePosition]

  public init(
    id: ID, source: String, quote: String, selector: TextQuoteSelector?, modality: Modality,
    subject: ClaimSubject, note: String, place: FilePosition, names: [String: FilePosition]
  ) {
    self.id = id
    self.source = source
    self.quote = quote
    self.selector = selector
    self.modality = modality
    self.subject = subject
    self.note = note
    self.place = place
    self.names = names
  }
}

/// What a claim is about, with its value in the source's terms.
public enum ClaimSubject: Hashable, Sendable {
  /// How far it is between two places. Several places or kinds are readings the words leave open.
  case distance(HedgedValue, from: [String], to: [String], kinds: [DistanceKind])
  /// How long it was between two events.
  case duration(HedgedValue, from: EventReference, to: EventReference)
  /// When an event was. Zones are readings; empty takes those of the place.
  case time(TimeExpression, event: EventReference, zones: [String])
  /// How fast a vehicle is.
  case speed(HedgedValue, SpeedClaim)
  /// Whether the gauge of two places differs.
  case gauge(isDifferent: Bool, from: String, to: String)
  /// By what means a journey was made.
  case mode(TravelMode, journey: String)
  /// Which places a journey goes from, by and to, in this order.
  case route([String], journey: String)
  /// Where its vehicle was seen.
  case sighting(Sighting)
  /// How its vehicle was followed.
  case track(TrackClaim)
  /// How far a journey went between two of its events.
  case way(HedgedValue, from: EventReference, to: EventReference)
  /// How long a part of the time between two events was in all.
  case total(HedgedValue, CountedTime, from: EventReference, to: EventReference)
  /// How much more, or how many times as much, one quantity is than another.
  case comparison(QuantityComparison)
  /// How often a journey stopped on its way.
  case stops(HedgedValue, journey: String)
  /// By how much clocks at one place are ahead of those at another.
  case ahead(HedgedValue, from: String, to: String)
}

/// What a claimed speed is the speed of.
public struct SpeedClaim: Hashable, Sendable {
  public enum Kind: String, CaseIterable, Sendable {
    /// What it cannot pass.
    case maximum
    /// What it makes between its stops.
    case running
    /// From departure to arrival, stops included.
    case average
  }

  public let kind: Kind
  /// Blank where a running speed or an average is said of a journey alone.
  public let vehicle: String
  /// The years for which it is said.
  public let years: ClosedRange<Int>?
  /// Of a greatest speed: the journey that it is said of, where one is named; blank for all that the vehicle makes.
  public let journey: String
  /// For a running speed or an average: between which events. A running speed may be said of no journey.
  public let from: EventReference?
  public let to: EventReference?

  public init(
    kind: Kind, vehicle: String, years: ClosedRange<Int>?, journey: String = "",
    from: EventReference?, to: EventReference?
  ) {
    self.journey = journey
    self.kind = kind
    self.vehicle = vehicle
    self.years = years
    self.from = from
    self.to = to
  }
}

/// What happens to a vehicle at a stop.
public enum EventKind: String, CaseIterable, Sendable {
  case arrival, departure, passing
  case offBlock = "off-block"
  case takeOff = "take-off"
  case landing
  case onBlock = "on-block"
}

/// An event by its name in a case: of a journey's stop, or one of its own.
public enum EventReference: Hashable, Sendable {
  case stop(journey: String, stop: String, kind: EventKind)
  case named(String)
}

extension Claim {
  /// The number with its unit, nil where the claim has none.
  public var value: HedgedValue? {
    switch subject {
    case .distance(let distance, _, _, _): distance
    case .speed(let speed, _): speed
    case .duration(let duration, _, _): duration
    case .way(let way, _, _): way
    case .total(let duration, _, _, _): duration
    case .ahead(let hours, _, _): hours
    case .comparison(let comparison):
      comparison.relation == .more ? comparison.value : nil
    case .time, .gauge, .mode, .route, .sighting, .track, .stops: nil
    }
  }
}
