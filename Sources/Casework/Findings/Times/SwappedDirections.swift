import Claims
import Gazetteer
import Plausibility
import Wording

extension Rules {
  /// A journey there and one back whose clocks contradict, and would not if they were exchanged.
  enum SwappedDirections: CaseRule {
    static let summary =
      "the times of a journey there and of one back would fit if they were exchanged: the table was misread"
    static let threshold =
      "two journeys between the same ends in opposite directions, with contradicted claims; with the "
      + "journeys' events exchanged nothing disputes them"
    static let basis =
      "the flights between Vladivostok and Pyongyang as printed in August 2023, one of minus 20 minutes"

    static func findings(_ context: FindingContext) -> [Finding] {
      let itineraries = context.itineraries
      return itineraries.indices.flatMap { index in
        itineraries[(index + 1)...].compactMap { swapped(itineraries[index], $0, context) }
      }
    }

    private static func swapped(_ one: Itinerary, _ other: Itinerary, _ context: FindingContext)
      -> Finding?
    {
      let (there, back) = (one.journey, other.journey)
      guard one.places.map(\.id) == other.places.map(\.id).reversed() else { return nil }
      let own = context.claims.filter { $0.claim.isOf(there.id) || $0.claim.isOf(back.id) }
      guard own.contains(where: { $0.verdict.isAgainst || $0.verdict == .unlikely }) else {
        return nil
      }
      let exchange = Exchange(there: there, back: back)
      let changed = own.map { $0.claim.with(exchange.subject($0.claim.subject)) }
      guard context.areFree(changed) else { return nil }
      return finding(
        .warning,
        "the times of \"\(there.title)\" and \"\(back.title)\" fit if they are exchanged",
        claims: own.map(\.claim.id))
    }
  }
}

extension Claim {
  /// Whether it speaks of an event of a journey.
  fileprivate func isOf(_ journey: String) -> Bool {
    let references: [EventReference] =
      switch subject {
      case .time(_, let event, _): [event]
      case .duration(_, let from, let to): [from, to]
      default: []
      }
    return references.contains { reference in
      if case .stop(journey, _, _) = reference { return true }
      return false
    }
  }
}

/// Exchanges the events of two journeys: the first departure for the first departure.
private struct Exchange {
  let there: Journey
  let back: Journey

  func subject(_ subject: ClaimSubject) -> ClaimSubject {
    switch subject {
    case .time(let expression, let event, let zones):
      .time(expression, event: exchanged(event), zones: zones)
    case .duration(let value, let from, let to):
      .duration(value, from: exchanged(from), to: exchanged(to))
    default: subject
    }
  }

  private func exchanged(_ reference: EventReference) -> EventReference {
    guard case .stop(let journey, let stop, let kind) = reference else { return reference }
    let (own, other) = journey == there.id ? (there, back) : (back, there)
    guard journey == own.id, let index = own.stops.firstIndex(where: { $0.id == stop }),
      other.stops.indices.contains(index)
    else { return reference }
    return .stop(journey: other.id, stop: other.stops[index].id, kind: kind)
  }
}
