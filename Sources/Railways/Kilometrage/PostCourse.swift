import Gazetteer
import Quantities

/// Turns the steps of a search over kilometre posts into a course.
struct PostCourse {
  private let network: RailNetwork
  private let gazetteer: Gazetteer
  private var stations: [RailCourse.Location] = []
  private var sections: [RailCourse.Section] = []
  private var gaugeBreaks: [RailCourse.GaugeBreak] = []
  private var reversals: [RailCourse.Location] = []
  private var calls: [RailCourse.Location] = []
  private var length = Distance.zero
  private var halfWidth = Distance.zero
  /// By how much less and more than the length the numbers of the posts make it.
  private var (less, more) = (Distance.zero, Distance.zero)
  private var runs = 0

  init(network: RailNetwork, steps: [SearchStep], gazetteer: Gazetteer) {
    self.network = network
    self.gazetteer = gazetteer
    var open: [SearchStep] = []
    var travelled = Distance.zero
    for step in steps {
      let here = RailCourse.Location(
        network.places[step.edge.from], at: travelled, in: gazetteer)
      if stations.isEmpty { stations.append(here) }
      if let last = open.last {
        if last.stage != step.stage { calls.append(here) }
        if last.edge.line != step.edge.line || last.edge.direction != step.edge.direction {
          close(open)
          open = []
        }
      }
      if step.reversesBefore { reversals.append(here) }
      if let change = step.breaksBefore { note(change.from, step.gauge, change.site, at: here) }
      open.append(step)
      travelled = travelled + .meters(step.edge.length)
      stations.append(
        RailCourse.Location(network.places[step.edge.to], at: travelled, in: gazetteer))
    }
    close(open)
  }

  var course: RailCourse {
    let trace = CourseTrace.posts(stations)
    let course = RailCourse(
      sections: sections, gaugeBreaks: gaugeBreaks.map(withAlternatives), reversals: reversals,
      borders: borders(trace), calls: calls, length: length,
      lengthInterval: Interval(
        from: max(.zero, length - halfWidth - less), to: length + halfWidth + more),
      isHard: false, trace: trace)
    return course.publishedShare >= 0.9 ? course.hard : course
  }

  private mutating func note(
    _ from: Gauge, _ to: Gauge, _ site: GaugeBreakSite, at location: RailCourse.Location
  ) {
    gaugeBreaks.append(
      RailCourse.GaugeBreak(
        location: location, from: [from], to: [to], site: site, alternatives: []))
  }

  private func withAlternatives(_ change: RailCourse.GaugeBreak) -> RailCourse.GaugeBreak {
    let gauges = Set(change.from + change.to)
    var seen: Set<Place.ID> = []
    let others = stations.dropFirst().filter { station in
      guard let place = station.place, place != change.location.place,
        seen.insert(place).inserted
      else { return false }
      return network.breakSites[place]?.contains { $0.gauges == gauges } == true
    }
    return RailCourse.GaugeBreak(
      location: change.location, from: change.from, to: change.to, site: change.site,
      alternatives: others.sorted { ($0.place?.text ?? "") < ($1.place?.text ?? "") })
  }

  /// A border is at the station that stands on it, if one does.
  private func borders(_ trace: CourseTrace) -> [RailCourse.Border] {
    let found = Borders(sections: sections, marks: []).borders { trace.points(of: $0).first }
    return found.map { border in
      let chainage = border.location.chainage.meters
      let station = stations.first { abs($0.chainage.meters - chainage) < 1 }
      return RailCourse.Border(
        location: station ?? border.location, countries: border.countries)
    }
  }

  /// Takes consecutive steps on one line in one direction as a run, cut where the line's attributes change.
  private mutating func close(_ steps: [SearchStep]) {
    guard let first = steps.first else { return }
    let line = network.lines[first.edge.line]
    let posts = posts(of: line, along: steps)
    let own = Distance.meters(steps.reduce(0) { $0 + $1.edge.length })
    if let numbered = Self.numbered(posts) {
      less = less + max(.zero, own - numbered)
      more = more + max(.zero, numbered - own)
    }
    let ends = [posts.first, posts.last].compactMap { $0?.halfWidth }
    let error = ends.reduce(line.halfWidth + own * line.halfWidthShare, +)
    var chainage = length
    for piece in line.pieces(along: posts) {
      sections.append(
        RailCourse.Section(
          chainage: chainage, length: piece.length, attributes: piece.attributes,
          lineSpeed: piece.lineSpeed, error: Self.shares(of: error, in: own), run: runs))
      chainage = chainage + piece.length
    }
    runs += 1
    length = length + own
    halfWidth = halfWidth + error
  }

  /// How far the ends of a run are apart by the numbers of their posts; nil where they have none of their own.
  private static func numbered(_ posts: [KilometragePost]) -> Distance? {
    guard let one = posts.first?.number, let other = posts.last?.number else { return nil }
    return max(one, other) - min(one, other)
  }

  /// The posts from the first station of a run to the last.
  private func posts(of line: RailwayLine, along steps: [SearchStep]) -> [KilometragePost] {
    guard let first = steps.first else { return [] }
    let (from, to) = (network.places[first.edge.from], network.places[first.edge.to])
    let isUp = first.edge.direction == .up
    let start = line.posts.indices.first { index in
      let next = isUp ? index + 1 : index - 1
      return line.posts[index].place == from && line.posts.indices.contains(next)
        && line.posts[next].place == to
    }
    guard let start else { return [] }
    let end = isUp ? start + steps.count : start - steps.count
    guard line.posts.indices.contains(end) else { return [] }
    return isUp ? Array(line.posts[start...end]) : line.posts[end...start].reversed()
  }

  /// The error of a length as shares, by which a measured one may exceed and fall short of the true one.
  private static func shares(of halfWidth: Distance, in length: Distance) -> ClosedRange<Double> {
    guard length.meters > 0 else { return 0...0 }
    let share = halfWidth / length
    // A length that may be off by itself may be nothing.
    let most = share < 1 ? 1 / (1 - share) - 1 : .greatestFiniteMagnitude
    return (1 / (1 + share) - 1)...most
  }
}

extension RailCourse {
  /// The same with a length that is a hard bound.
  fileprivate var hard: RailCourse {
    RailCourse(
      sections: sections, gaugeBreaks: gaugeBreaks, reversals: reversals, borders: borders,
      calls: calls, length: length, lengthInterval: lengthInterval, isHard: true, trace: trace)
  }
}
