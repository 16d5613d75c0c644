import Gazetteer
import Quantities

extension RailPath {
  /// The path that a search found.
  init(network: RailNetwork, steps: [SearchStep]) {
    var runs: [Run] = []
    var reversals: [Reversal] = []
    var breaks: [GaugeBreak] = []
    var travelled = Distance.zero
    var open: [SearchStep] = []
    func close() {
      if let run = Run(network: network, steps: open) { runs.append(run) }
      open = []
    }
    for step in steps {
      let place = network.places[step.edge.from]
      if let last = open.last,
        last.edge.line != step.edge.line || last.edge.direction != step.edge.direction
      {
        close()
      }
      if step.reversesBefore { reversals.append(Reversal(place: place, chainage: travelled)) }
      if let change = step.breaksBefore {
        breaks.append(
          GaugeBreak(
            place: place, chainage: travelled, from: change.from, to: step.gauge,
            site: change.site, alternatives: []))
      }
      open.append(step)
      travelled = travelled + .meters(step.edge.length)
    }
    close()
    self.runs = runs
    self.reversals = reversals
    let passed = Set(steps.map { network.places[$0.edge.to] })
    gaugeBreaks = breaks.map { $0.withAlternatives(network: network, passed: passed) }
  }
}

extension RailPath {
  /// This way and another that goes on where it ends.
  public func followed(by next: RailPath) -> RailPath {
    RailPath(
      runs: runs + next.runs,
      reversals: reversals
        + next.reversals.map { Reversal(place: $0.place, chainage: length + $0.chainage) },
      gaugeBreaks: gaugeBreaks
        + next.gaugeBreaks.map { change in
          GaugeBreak(
            place: change.place, chainage: length + change.chainage, from: change.from,
            to: change.to, site: change.site, alternatives: change.alternatives)
        })
  }
}

extension RailPath.GaugeBreak {
  fileprivate func withAlternatives(network: RailNetwork, passed: Set<Place.ID>) -> Self {
    let others = passed.filter { other in
      other != place
        && network.breakSites[other]?.contains { $0.gauges == [from, to] } == true
    }
    return Self(
      place: place, chainage: chainage, from: from, to: to, site: site,
      alternatives: others.sorted())
  }
}

extension RailPath.Run {
  /// The run of consecutive steps on one line; nil for no steps.
  fileprivate init?(network: RailNetwork, steps: [SearchStep]) {
    guard let first = steps.first else { return nil }
    let line = network.lines[first.edge.line]
    self.line = line.id
    lineName = line.name
    direction = first.edge.direction
    stations = [network.places[first.edge.from]] + steps.map { network.places[$0.edge.to] }
    var chainage = Distance.zero
    chainages =
      [.zero]
      + steps.map { step in
        chainage = chainage + .meters(step.edge.length)
        return chainage
      }
    length = chainage
    let posts = Dictionary(
      line.posts.map { ($0.place, $0) }, uniquingKeysWith: { first, _ in first })
    let statuses = stations.map { posts[$0]?.status ?? .estimated }
    let ends = [stations.first, stations.last].compactMap { $0.flatMap { posts[$0]?.halfWidth } }
    halfWidth = ends.reduce(line.halfWidth + length * line.halfWidthShare, +)
    coverage = Self.coverage(statuses: statuses, chainages: chainages)
  }

  /// Track between two published posts is published, whatever lies between; the rest is as its
  /// weaker end.
  private static func coverage(
    statuses: [KilometrageStatus], chainages: [Distance]
  ) -> [KilometrageStatus: Distance] {
    guard let firstSure = statuses.firstIndex(of: .published),
      let lastSure = statuses.lastIndex(of: .published), let total = chainages.last
    else {
      return chainages.last.map {
        [statuses.allSatisfy { $0 != .estimated } ? .derived : .estimated: $0]
      } ?? [:]
    }
    var result: [KilometrageStatus: Distance] = [:]
    result[.published] = chainages[lastSure] - chainages[firstSure]
    let before = chainages[firstSure]
    let after = total - chainages[lastSure]
    if before.meters > 0 { result[statuses[0], default: .zero] = before }
    if after.meters > 0, let last = statuses.last {
      result[last] = (result[last] ?? .zero) + after
    }
    return result.filter { $0.value.meters > 0 }
  }
}
