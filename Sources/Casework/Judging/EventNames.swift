public import Claims
public import Plausibility
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

extension CaseFile {
  /// The event under the name that fits the mode of its journey.
  public func event(_ reference: EventReference) -> EventID {
    guard case .stop(let id, let stop, let kind) = reference,
      let journey = journeys.first(where: { $0.id == id })
    else { return reference.eventID }
    return .stop(id, stop, journey.canonical(kind))
  }
}
