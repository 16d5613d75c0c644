import Quantities

/// What stretches of track and events cost a search: metres for the shortest course, seconds for the fastest.
struct TrackCosts {
  let reversal: Double
  private let recordedBreak: Double
  private let unrecordedBreak: Double
  private let network: TrackNetwork
  private let query: PlacedQuery
  /// The train's greatest speed in km/h.
  private let trainSpeed: Double?

  init(network: TrackNetwork, query: PlacedQuery) {
    self.network = network
    self.query = query
    trainSpeed = query.conditions.trainSpeed?.kilometersPerHour
    switch query.conditions.objective {
    case .shortest:
      reversal = ReversalCost.length.meters
      (recordedBreak, unrecordedBreak) = (50_000, 1_000_000)
    case .fastest:
      reversal = ReversalCost.time / .seconds(1)
      (recordedBreak, unrecordedBreak) = (7_200, 86_400)
    }
  }

  /// What a change of gauge costs: of several recorded sites the preferred one is a little cheaper.
  func change(_ site: GaugeBreakSite?) -> Double {
    guard let site else { return unrecordedBreak }
    return recordedBreak * (1 + 0.05 * Double(site.preference))
  }

  /// What a stretch of an edge costs.
  func running(_ edge: Int, from: Double, to: Double) -> Double {
    let length = network.edgeTable.length.measure(edge)
    // An edge without length may still cost something, as a joint does.
    let share = length > 0 ? abs(to - from) / length : 1
    let whole: Double
    switch query.conditions.objective {
    case .shortest: whole = network.edgeTable.cost.measure(edge)
    case .fastest: whole = time(edge, forward: to >= from)
    }
    return whole * share * (query.penalties[edge] ?? 1) * preference(edge, forward: to >= from)
  }

  /// The seconds along a whole edge at line speed, or at the train's where that is less.
  private func time(_ edge: Int, forward: Bool) -> Double {
    guard let most = trainSpeed else {
      return forward
        ? network.edgeTable.forwardTime.measure(edge)
        : network.edgeTable.backwardTime.measure(edge)
    }
    let sections = network.sections(ofEdge: edge)
    let length = network.edgeTable.length.measure(edge)
    return sections.indices.reduce(0) { sum, index in
      let end = index + 1 < sections.count ? sections[index + 1].offset : length
      let attributes = network.attributes(sections[index].attributes)
      let speed = attributes.usualSpeed(forward: sections[index].isAlong == forward)
      return sum + max(0, end - sections[index].offset) * 3.6 / min(speed, most)
    }
  }

  /// Of two tracks side by side, a train takes the one that is run its way by rule.
  private func preference(_ edge: Int, forward: Bool) -> Double {
    let against: EdgeMarks = forward ? .runsBackward : .runsForward
    return network.marks(ofEdge: edge).contains(against) ? 1.02 : 1
  }
}
