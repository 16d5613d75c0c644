/// Which ways a train can take at a junction, by the angles between the tracks.
struct TurnRule {
  /// A train does not turn more sharply than this within a chord of 20 m, in hundredths of a degree;
  /// switches for trains part by less than 15 degrees, tramways by up to 40.
  static let sharpest = 4_500

  enum Move {
    case straight
    /// On beyond the junction and back, on a track that follows both; with the gauges of all such tracks as
    /// bits.
    case reversal(gauges: UInt64)
    case impossible
  }

  let network: TrackNetwork

  /// How a train that came in by one arc can go out by another.
  ///
  /// - Parameter isOpen: whether the train may use an arc as the tail of a reversal.
  func move(
    from incoming: UInt32, to outgoing: UInt32, at node: Int,
    isOpen: (UInt32) -> Bool = { _ in true }
  ) -> Move {
    if incoming ^ outgoing == 1, incoming >> 1 == outgoing >> 1 {
      return network.arcs(from: node).count == 1 ? .reversal(gauges: .max) : .impossible
    }
    guard hasAngles(incoming), hasAngles(outgoing) else {
      // Where lines are drawn and not tracks, only a source can say who has to turn round.
      let (one, other) = (side(incoming ^ 1), side(outgoing))
      return one != 0 && one == other ? .reversal(gauges: .max) : .straight
    }
    if goesStraight(from: incoming, to: outgoing, at: node) { return .straight }
    var gauges: UInt64 = 0
    for place in network.arcs(from: node) {
      let tail = network.arcs[place]
      guard tail != outgoing, tail >> 1 != incoming >> 1, isOpen(tail) else { continue }
      if goesStraight(from: incoming, to: tail, at: node),
        goesStraight(from: tail ^ 1, to: outgoing, at: node)
      {
        gauges |= network.gaugeMask(ofEdge: Int(tail >> 1))
      }
    }
    return gauges != 0 ? .reversal(gauges: gauges) : .impossible
  }

  private func goesStraight(from incoming: UInt32, to outgoing: UInt32, at node: Int) -> Bool {
    let turn = turn(from: incoming, to: outgoing)
    guard turn <= Self.sharpest else { return false }
    let role = TrackSurvey.PointRole(rawValue: network.nodeRole[node])
    guard role.contains(.crossing) else { return true }
    // Over a crossing there is only the track straight ahead, seen from either side.
    for place in network.arcs(from: node) {
      let other = network.arcs[place]
      if other >> 1 != incoming >> 1, self.turn(from: incoming, to: other) < turn { return false }
      if other >> 1 != outgoing >> 1, self.turn(from: outgoing ^ 1, to: other) < turn {
        return false
      }
    }
    return true
  }

  /// The angle between going on straight and an arc, 0 to 180 degrees in hundredths.
  private func turn(from incoming: UInt32, to outgoing: UInt32) -> Int {
    let back = heading(incoming ^ 1)
    let out = heading(outgoing)
    let difference = abs(out - back) % 36_000
    return abs(min(difference, 36_000 - difference) - 18_000)
  }

  /// Where a ship lies at its quay says nothing of how the track goes on.
  private func hasAngles(_ arc: UInt32) -> Bool {
    let edge = Int(arc >> 1)
    return network.marks(ofEdge: edge).contains(.turnRules) && network.kind(ofEdge: edge) != .ferry
  }

  /// The side of its first node on which an arc leaves; 0 where nobody says.
  private func side(_ arc: UInt32) -> UInt8 {
    let edge = Int(arc >> 1)
    return arc & 1 == 0 ? network.edgeTable.sideFrom[edge] : network.edgeTable.sideTo[edge]
  }

  /// The direction in which an arc leaves its first node.
  private func heading(_ arc: UInt32) -> Int {
    let edge = Int(arc >> 1)
    return Int(
      arc & 1 == 0 ? network.edgeTable.headingFrom[edge] : network.edgeTable.headingTo[edge])
  }
}
