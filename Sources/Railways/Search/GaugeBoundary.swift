/// What can become of a train's gauge from one edge to the next. Gauges are bits.
struct GaugeBoundary {
  /// The gauges the train may be on, of those of the edge it comes from.
  let from: UInt64
  let on: UInt64
  /// The gauges of the edge it goes to.
  let to: UInt64
  /// The gauges of track on which it has to reverse on the way, before or after a change; every bit where it has
  /// not.
  let tails: UInt64

  /// The gauges that can be gone over to.
  var gauges: UInt64 { gauges { _, _ in true } }

  /// The gauges that can be gone over to where track of the old gauge or of the new one ends: for a train that
  /// comes the other way it is the same place.
  var gaugesWhereTrackEnds: UInt64 {
    gauges { old, new in old & to & tails == 0 || new & on & tails == 0 }
  }

  private func gauges(where isAllowed: (UInt64, UInt64) -> Bool) -> UInt64 {
    var result: UInt64 = 0
    for new in to.bits {
      for old in from.bits
      where old != new && (old | new) & tails != 0 && isAllowed(old, new) { result |= new }
    }
    return result
  }
}

extension UInt64 {
  /// Its bits one by one, the lowest first.
  fileprivate var bits: some Sequence<UInt64> {
    sequence(state: self) { left in
      guard left != 0 else { return nil }
      let lowest = left & (~left &+ 1)
      left &= ~lowest
      return lowest
    }
  }
}
