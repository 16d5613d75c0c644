/// What a report says that happened.
public enum ReportedEvent: String, CaseIterable, Hashable, Sendable {
  case departure, arrival, passing
  case takeOff = "take-off"
  case landing
  case meeting, visit, stay, start, end
  /// Somebody said something: its day is no journey's.
  case speech

  /// Whether a vehicle does it.
  public var isTravel: Bool {
    switch self {
    case .departure, .arrival, .passing, .takeOff, .landing: true
    default: false
    }
  }
}
