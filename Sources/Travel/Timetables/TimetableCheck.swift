import Quantities
public import Timetables
public import TrainMotion

/// A timetable held against tracks and the laws of motion, section by section.
public struct TimetableCheck: Sendable {
  /// How a section's time stands to what a train needs.
  public enum Verdict: String, CaseIterable, Sendable {
    /// Within the likely time.
    case fits
    /// Longer than is likely.
    case slow
    /// Shorter than is likely, but within what the train can do.
    case fast
    /// Shorter than the simulated run with every unknown at its best.
    case beyondSimulation = "beyond-simulation"
    /// Shorter than the ceiling of the train that was taken allows, where nobody named one.
    case beyondTrain = "beyond-train"
    /// Shorter than the ceilings allow: over the straight line, or over published track.
    case impossible
    /// Nobody knows how far it is.
    case unknown
  }

  /// Where a length comes from.
  public enum Basis: String, Sendable {
    /// Published kilometrage.
    case kilometrage
    /// An imported network.
    case network
    /// The line that the timetable itself draws.
    case shape
    /// The geodesic with a stated range of detours.
    case straight
    case none
  }

  /// What is known of the way between two stops, the same for all trains.
  public struct Way: Sendable {
    public let basis: Basis
    /// The straight line in metres, 0 where a place is unknown.
    public let geodesic: Double
    /// Metres along the track.
    public let length: ClosedRange<Double>?
    /// Less than this no train of the model can need, in seconds.
    public let fastest: Double
    /// The same where it starts and stops at the ends.
    public let fastestFromStand: Double
    /// Less than this no train at all needs, in seconds.
    let fastestOfAny: Double
    /// The simulated run with every unknown at its best, in seconds; nil where there is no way to run over.
    public let technical: Double?
    /// The likely time in seconds.
    public let likely: ClosedRange<Double>?
    /// Seconds that its time may hold besides where one time is printed for the call at its end.
    let hiddenDwell: Double
    /// The share of the way whose likely time comes from other trains' timetables.
    public let timetabledShare: Double
    public let profile: LineProfile?
  }

  /// A train's time between two calls.
  public struct Section: Sendable {
    public let trip: Int
    public let from: Timetable.Call
    public let to: Timetable.Call
    /// Index into the ways.
    public let way: Int
    public let verdict: Verdict
    /// Metres a second at the least that the section's time asks for on average; nil without a length or a time.
    public let neededAverage: Double?
    /// The least greatest speed with which it can be run, in metres a second; nil where even full effort is too slow.
    public let neededPeak: Double?

    /// Seconds from departure to arrival as printed.
    public var elapsed: Int { to.arrival - from.departure }

    /// The same under another verdict.
    func judged(_ verdict: Verdict) -> Section {
      Section(
        trip: trip, from: from, to: to, way: way, verdict: verdict, neededAverage: neededAverage,
        neededPeak: neededPeak)
    }

    /// Whether the timetable prints one time for the call at its end, so that the section's time may hold the dwell.
    public var mayHoldDwell: Bool { to.arrival == to.departure }
  }

  public let timetable: Timetable
  public let model: TrainModel
  public let ways: [Way]
  /// By trips in their order.
  public let sections: [Section]
  /// Which of the timetable's stops have a position.
  let placed: Set<Int>

  /// Whether it is known where a stop is.
  public func isPlaced(_ stop: Int) -> Bool { placed.contains(stop) }

  public func count(_ verdict: Verdict) -> Int {
    sections.reduce(0) { $0 + ($1.verdict == verdict ? 1 : 0) }
  }

  public func way(of section: Section) -> Way { ways[section.way] }

  /// The likely time of a section in seconds, with the dwell that its time may hold.
  public func likely(_ section: Section) -> ClosedRange<Double>? {
    way(of: section).likely(holdingDwell: section.mayHoldDwell)
  }
}

/// What a timetable is held against.
public struct TimetableConditions: Sendable {
  public var model: TrainModel
  /// What to take where nobody gives the line's speed, in place of the country's default.
  public var line: LineDefault?
  /// Times of other trains, in place of the built-in ones.
  public var speeds: SectionSpeeds?
  /// Whether ways are sought in networks even where the timetable draws its own.
  public var ignoresShapes = false
  /// Whether somebody named the train; else it is but an ordinary one, and others may be faster.
  public var isTrainNamed = true

  public init(model: TrainModel) { self.model = model }
}
