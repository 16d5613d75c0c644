import Gazetteer
import Geodesy
import Quantities

/// Turns the steps of a search over mapped track into a course.
struct TrackCourse {
  private let network: TrackNetwork
  private let places: [Place.ID: Place]
  private var sections: [RailCourse.Section] = []
  private var stretches: [MappedTrace.Stretch] = []
  private var gaugeBreaks: [RailCourse.GaugeBreak] = []
  private var reversals: [RailCourse.Location] = []
  private var marks: [RailCourse.Location] = []
  private var calls: [RailCourse.Location] = []
  private var travelled = 0.0
  /// The attributes of the last section by their number, and whether its own direction is the course's.
  private var last: (attributes: UInt32, isAlong: Bool)?

  init(network: TrackNetwork, steps: [TrackStep], places: [Place.ID: Place]) {
    self.network = network
    self.places = places
    var stage = steps.first?.stage ?? 1
    for step in steps {
      let isCall = step.stage != stage
      stage = step.stage
      if isCall || step.event.reverses || step.event.gaugeChange != nil
        || step.crossesBorder(in: network)
      {
        note(step, isCall: isCall)
      }
      append(step)
    }
  }

  var course: RailCourse {
    let sections = sections.numberedByLine
    let (low, high) = sections.reduce((0.0, 0.0)) { sum, section in
      let own = section.lengthInterval
      return (sum.0 + (own.lower?.meters ?? 0), sum.1 + (own.upper?.meters ?? 0))
    }
    let trace = MappedTrace(network: network, stretches: stretches)
    return RailCourse(
      sections: sections, gaugeBreaks: gaugeBreaks, reversals: reversals,
      borders: Borders(sections: sections, marks: marks).borders { section in
        trace.points(of: section.stretches).first
      }, calls: calls, length: .meters(travelled),
      lengthInterval: Interval(from: .meters(low), to: .meters(high)),
      isHard: network.detail != .generalized, trace: .mapped(trace))
  }

  /// What happens before a step.
  private mutating func note(_ step: TrackStep, isCall: Bool) {
    let here = network.coordinate(of: TrackPosition(edge: step.edge, offset: step.from))
    let location = RailCourse.Location(chainage: .meters(travelled), coordinate: here)
    if step.event.reverses { reversals.append(location) }
    if step.crossesBorder(in: network) { marks.append(location) }
    if isCall { calls.append(location) }
    guard let change = step.event.gaugeChange else { return }
    let place = change.place.flatMap { places[$0] }
    gaugeBreaks.append(
      RailCourse.GaugeBreak(
        location: RailCourse.Location(
          chainage: .meters(travelled), place: place?.id, name: place?.name ?? "", coordinate: here),
        from: network.gauges(in: change.from).withoutRunningThrough,
        to: network.gauges(in: change.to).withoutRunningThrough, site: change.site,
        alternatives: []))
  }

  private mutating func append(_ step: TrackStep) {
    for piece in network.pieces(of: step) {
      let isAlong = piece.isAlong == (piece.to >= piece.from)
      let length = abs(piece.to - piece.from)
      if let last, last == (piece.attributes, isAlong) {
        extend(by: length)
      } else {
        begin(piece, length, isAlong: isAlong)
      }
      last = (piece.attributes, isAlong)
      stretches.append(MappedTrace.Stretch(edge: step.edge, from: piece.from, to: piece.to))
      let index = sections.count - 1
      sections[index].stretches = sections[index].stretches.lowerBound..<stretches.count
      travelled += length
    }
  }

  private mutating func extend(by length: Double) {
    let index = sections.count - 1
    sections[index].length = sections[index].length + .meters(length)
  }

  /// Begins a section, unless the last one is like it.
  private mutating func begin(_ piece: TrackNetwork.Piece, _ length: Double, isAlong: Bool) {
    let attributes = network.attributes(piece.attributes)
    let limit = isAlong ? attributes.forwardSpeed : attributes.backwardSpeed
    let speed: Speed? = limit > 0 ? .kilometersPerHour(Double(limit)) : nil
    if let old = sections.last, old.attributes == attributes, old.lineSpeed == speed {
      extend(by: length)
      return
    }
    sections.append(
      RailCourse.Section(
        chainage: .meters(travelled), length: .meters(length), attributes: attributes,
        lineSpeed: speed, error: attributes.lengthError, run: 0,
        stretches: stretches.count..<stretches.count))
  }
}

extension TrackAttributes {
  /// By which share of itself a length along such track may be off.
  var lengthError: ClosedRange<Double> { basis == .geometry ? detail.lengthError : -0.01...0.01 }
}

extension TrackNetwork {
  /// The best course that answers a query; nil where there is none.
  public func course(_ query: PlacedQuery) -> RailCourse? {
    var search = TrackSearch(network: self, query: query)
    return search.steps().map {
      TrackCourse(network: self, steps: $0, places: query.breaks.places).course
    }
  }
}

extension [RailCourse.Section] {
  /// The same with a run for each line; short track between belongs to the line before it.
  fileprivate var numberedByLine: [RailCourse.Section] {
    var run = 0
    var line: String?
    return map { section in
      if section.isLong, section.attributes.title != line {
        if line != nil { run += 1 }
        line = section.attributes.title
      }
      var section = section
      section.run = run
      return section
    }
  }
}
