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
  var parts: [Int32] = []

  var isProduct: Bool { kind == .reach || kind == .average }

  /// The positions of its quantities.
  var quantities: [Int32] {
    switch kind {
    case .within: [first]
    case .elapsed: []
    case .order, .reach, .average: [first, second]
    case .sum: [first] + parts
    }
  }

  /// The positions of its events.
  var events: [Int32] {
    switch kind {
    case .elapsed: [first, second]
    case .reach, .average: [start, end]
    case .within, .order, .sum: []
    }
  }
}
