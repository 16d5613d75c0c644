/// A constraint with its variables as positions, as the solvers read it.
struct Relation: Sendable {
  enum Kind: UInt8, Sendable {
    /// Quantity `first` lies in the interval.
    case within
    /// Event `second` follows event `first` by the interval's seconds.
    case elapsed
    /// Quantity `first` is at least quantity `second`.
    case order
    /// Quantity `first` is the sum of `parts`.
    case sum
    /// Quantity `first`, a distance, is at most the speed `second` times the seconds from event `start` to
    /// event `end`, which are not negative.
    case reach
    /// The same, and not less either.
    case average
  }

  var kind: Kind
  var first: Int32 = -1
  var second: Int32 = -1
  var start: Int32 = -1
  var end: Int32 = -1
  var low = -Double.infinity
  var high = Double.infinity
  /// Where its parts stand in the pool of the system or the problem.
  var parts = 0..<0

  var isProduct: Bool { kind == .reach || kind == .average }

  /// Hands over each of its quantities.
  ///
  /// - Parameter pool: where its parts stand.
  func forEachQuantity(_ pool: [Int32], _ body: (Int) -> Void) {
    switch kind {
    case .elapsed: break
    case .within: body(Int(first))
    case .order, .reach, .average:
      body(Int(first))
      body(Int(second))
    case .sum:
      body(Int(first))
      for part in parts { body(Int(pool[part])) }
    }
  }

  /// Hands over each of its events.
  func forEachEvent(_ body: (Int) -> Void) {
    switch kind {
    case .elapsed:
      body(Int(first))
      body(Int(second))
    case .reach, .average:
      body(Int(start))
      body(Int(end))
    case .within, .order, .sum: break
    }
  }
}
