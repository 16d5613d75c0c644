import Gazetteer

/// One stretch of a found way: an edge, gone from one offset to another, and what happened before it.
struct TrackStep: Sendable {
  /// What the train does before it goes on.
  struct Event: Sendable {
    var reverses = false
    var gaugeChange: GaugeChange?

    static let none = Event()
    static let reversal = Event(reverses: true)
  }

  /// From which gauges to which, as bits, and how.
  struct GaugeChange: Sendable {
    let from: UInt64
    let to: UInt64
    let site: GaugeBreakSite
    /// The recorded place; nil where there is none.
    let place: Place.ID?
  }

  let edge: Int
  let from: Double
  let to: Double
  var event: Event
  /// How many of the stops are behind it.
  let stage: Int
}

extension TrackStep {
  /// Whether it begins at a junction that lies on a border.
  func crossesBorder(in network: TrackNetwork) -> Bool {
    let node: UInt32
    if from <= 0, to > from {
      node = network.edgeTable.from[edge]
    } else if to < from, from >= network.edgeTable.length.measure(edge) {
      node = network.edgeTable.to[edge]
    } else {
      return false
    }
    return TrackSurvey.PointRole(rawValue: network.nodeRole[Int(node)]).contains(.border)
  }
}
