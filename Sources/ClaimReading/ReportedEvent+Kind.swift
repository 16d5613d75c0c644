public import Claims
public import Figures

extension ReportedEvent {
  /// What a case calls it; nil for what no vehicle does.
  public var kind: EventKind? {
    switch self {
    case .departure: .departure
    case .arrival: .arrival
    case .passing: .passing
    case .takeOff: .takeOff
    case .landing: .landing
    default: nil
    }
  }
}
