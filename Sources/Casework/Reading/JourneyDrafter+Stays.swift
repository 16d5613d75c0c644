import ClaimReading
import Claims
import Quantities

extension JourneyDrafter {
  /// From which confidence on a stay on the way is reason enough not to take a flight for one without stops.
  private static let leastOfStay = 0.3

  /// Whether the articles tell of a stay on the way, at a place that is none of the journey's stops.
  ///
  /// Of a flight that may have landed in between no usual time is known.
  func hasUndraftedStay(_ journey: DraftJourney) -> Bool {
    guard journey.mode == .air else { return false }
    return Set(journey.accounts.map(\.article)).contains { article in
      articles[article].reading.figures.contains { figure in
        guard case .event(.stay, let place) = figure.tie.target,
          figure.tie.confidence >= Self.leastOfStay
        else { return false }
        return place.map { !$0.ids.contains { journey.stops.contains($0) } } ?? true
      }
    }
  }
}
