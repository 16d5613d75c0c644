import ClaimReading
import Claims
import Quantities

extension JourneyDrafter {
  /// From which confidence on a stay on the way is reason enough not to take a flight for one without stops.
  private static let leastOfStay = 0.3

  /// Whether a figure is of a way from an end of a journey to a place that is none of its stops, or from there to its end.
  private func isPart(_ figure: Figure, of journey: DraftJourney) -> Bool {
    guard case .leg(let from?, let to?) = figure.tie.target, from.isKnown, to.isKnown,
      figure.tie.confidence >= Self.leastOfStay
    else { return false }
    let stops = [from, to].map { id(of: $0, journey.mode) }
    let ends = [journey.stops.first, journey.stops.last]
    return stops[0] == ends[0] && !isStop(stops[1], journey)
      || stops[1] == ends[1] && !isStop(stops[0], journey)
  }

  private func isStop(_ id: String?, _ journey: DraftJourney) -> Bool {
    id.map { journey.stops.contains($0) } ?? true
  }

  /// Whether the articles tell of a stay on the way, at a place that is none of the journey's stops.
  ///
  /// Of a flight that may have landed in between no usual time is known.
  func hasUndraftedStay(_ journey: DraftJourney) -> Bool {
    guard journey.mode == .air else { return false }
    return Set(journey.accounts.map(\.article)).contains { article in
      articles[article].reading.figures.contains { figure in
        if isPart(figure, of: journey) { return true }
        guard case .event(.stay, let place) = figure.tie.target,
          figure.tie.confidence >= Self.leastOfStay
        else { return false }
        return place.map { !$0.ids.contains { journey.stops.contains($0) } } ?? true
      }
    }
  }
}
