import Claims
import Plausibility
import Quantities

extension EventReference {
  /// The event as the plausibility engine knows it.
  var eventID: EventID {
    switch self {
    case .stop(let journey, let stop, let kind): .stop(journey, stop, kind)
    case .named(let id): .named(id)
    }
  }
}

extension Journey {
  /// The kind under which a departure or arrival is known for this mode.
  func canonical(_ kind: EventKind) -> EventKind {
    guard mode == .air else { return kind }
    switch kind {
    case .departure: return .offBlock
    case .arrival: return .onBlock
    default: return kind
    }
  }
}
