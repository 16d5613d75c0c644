import Casework
import Claims
import Gazetteer

/// Something in a case that could be otherwise.
public struct Parameter: Sendable {
  /// What its values are.
  public enum Dimension: Hashable, Sendable {
    /// Metres a second, metres, seconds.
    case speed, distance, duration
    /// Seconds since 1970, told by the clocks of a zone on a date, where the journey has one.
    case moment(Clock)
    /// One of some words.
    case choice([String])

    /// The clocks by which moments are told.
    public struct Clock: Hashable, Sendable {
      public let zone: String
      /// Of the journey, as ISO 8601; nil where the case does not say it.
      public let date: String?
    }
  }

  /// Such as `train.max_speed`.
  public let path: String
  public let dimension: Dimension
  /// What it is now, in words; blank where it is open.
  public let current: String
  /// Where that comes from.
  public let source: String
  let target: Target

  /// What it changes.
  enum Target: Hashable, Sendable {
    case ceiling(String)
    case way(Circumstances.LegID)
    case stay(Circumstances.StopID)
    case gaugeChange(Place.ID)
    case departure(String)
    case number(Claim.ID, unitSize: Double)
    case zone(Claim.ID)
    case belief(Claim.ID)
  }

  /// Takes the parameter to have a value.
  func set(_ value: ParameterValue, in circumstances: inout Circumstances) {
    switch (target, value) {
    case (.ceiling(let journey), .number(let speed)): circumstances.ceilings[journey] = speed
    case (.way(let leg), .number(let meters)): circumstances.ways[leg] = meters
    case (.stay(let stop), .number(let seconds)): circumstances.stays[stop] = seconds
    case (.gaugeChange(let place), .number(let seconds)):
      circumstances.gaugeChanges[place] = seconds
    case (.departure(let journey), .number(let moment)):
      circumstances.departures[journey] = moment
    case (.number(let claim, let size), .number(let number)):
      circumstances.numbers[claim] = number / size
    case (.zone(let claim), .choice(let zone)): circumstances.zones[claim] = zone
    case (.belief(let claim), .choice(let answer)):
      if answer == "no" { circumstances.disbelieved.insert(claim) }
    case (_, .number), (_, .choice): break
    }
  }
}

/// What a parameter is taken to be: a number in SI, a moment in seconds since 1970, or one of some words.
public enum ParameterValue: Hashable, Sendable {
  case number(Double)
  case choice(String)
}

/// Why a scenario cannot be tried.
public struct ScenarioError: Error, CustomStringConvertible {
  public let message: String
  public var description: String { message }

  init(_ message: String) { self.message = message }
}
