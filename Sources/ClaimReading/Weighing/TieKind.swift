import Claims
import Figures

/// What a figure may be of, as far as weights are told apart by it.
enum TieKind: String, CaseIterable {
  case wholeLength = "whole-length"
  case legLength = "leg-length"
  case dayLength = "day-length"
  case otherLength = "other-length"
  case noLength = "no-length"
  case wholeTime = "whole-time"
  case legTime = "leg-time"
  case stopTime = "stop-time"
  case dayTime = "day-time"
  case movingTime = "moving-time"
  case otherTime = "other-time"
  case noTime = "no-time"
  case departure, arrival, passing, stay
  case otherMoment = "other-moment"
  case noMoment = "no-moment"
  case wholeSpeed = "whole-speed"
  case vehicleSpeed = "vehicle-speed"
  case otherSpeed = "other-speed"
  case noSpeed = "no-speed"

  /// The kind of a tie of a value.
  init(_ target: FigureTie.Target, of value: FigureValue, isWhole: Bool) {
    switch value {
    case .moment:
      switch target {
      case .event(.departure, _), .event(.takeOff, _): self = .departure
      case .event(.arrival, _), .event(.landing, _): self = .arrival
      case .event(.passing, _): self = .passing
      case .event(.stay, _): self = .stay
      case .nothing: self = .noMoment
      default: self = .otherMoment
      }
    case .quantity(let value):
      switch value.unit.dimension {
      case .distance: self = Self.length(target, isWhole)
      case .duration: self = Self.time(target, isWhole)
      case .speed: self = Self.speed(target, isWhole)
      }
    }
  }

  private static func length(_ target: FigureTie.Target, _ isWhole: Bool) -> TieKind {
    switch target {
    case .journey(nil, false): .wholeLength
    case .leg: isWhole ? .wholeLength : .legLength
    case .daily: .dayLength
    case .nothing: .noLength
    default: .otherLength
    }
  }

  private static func time(_ target: FigureTie.Target, _ isWhole: Bool) -> TieKind {
    switch target {
    case .journey(nil, false): .wholeTime
    case .leg: isWhole ? .wholeTime : .legTime
    case .event(.stay, _): .stopTime
    case .daily: .dayTime
    case .moving: .movingTime
    case .nothing: .noTime
    default: .otherTime
    }
  }

  private static func speed(_ target: FigureTie.Target, _ isWhole: Bool) -> TieKind {
    switch target {
    case .journey(nil, false): .wholeSpeed
    case .leg where isWhole: .wholeSpeed
    case .vehicle: .vehicleSpeed
    case .nothing: .noSpeed
    default: .otherSpeed
    }
  }

  /// Whether it ties the figure to nothing.
  var isNone: Bool {
    switch self {
    case .noLength, .noTime, .noMoment, .noSpeed: true
    default: false
    }
  }

  /// Whether it is of all of a journey.
  var isWhole: Bool {
    switch self {
    case .wholeLength, .wholeTime, .wholeSpeed: true
    default: false
    }
  }

  /// What happened, where it is a kind of moment.
  var event: ReportedEvent? {
    switch self {
    case .departure: .departure
    case .arrival: .arrival
    case .passing: .passing
    case .stay: .stay
    default: nil
    }
  }
}
