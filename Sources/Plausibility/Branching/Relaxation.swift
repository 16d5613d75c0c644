/// The linear rows that a store's constraints imply: differences, orders, sums, and for each product the
/// planes that hold it between its bounds (G. McCormick, Computability of global solutions to factorable
/// nonconvex programs, Mathematical Programming 10 (1976) 147–175).
///
/// Contraction looks at one constraint at a time and cannot see what follows only from totals; this can.
struct Relaxation {
  /// Where a row comes from, with the facts that its sides and its coefficients rest on.
  enum Origin {
    case difference(BoundStore.Pair)
    case relation(Int)
    case plane(Int, Plane)
  }

  /// The plane over a product that touches it along two edges of its box.
  enum Plane {
    case leastSpeedLeastTime, greatestSpeedGreatestTime, greatestSpeed, leastSpeed

    /// Whether the distance is at most what the plane says.
    var isUpper: Bool { self == .greatestSpeed || self == .leastSpeed }
  }

  struct Row {
    let origin: Origin
    /// Columns and weights: events first, then quantities.
    let terms: [(column: Int, weight: Double)]
    let low: Double
    let high: Double

    /// Whether a plane rests on a bound of the time, and not only on that it is not negative.
    let restsOnTime: Bool
  }

  enum Answer {
    /// Moments, then quantities, in seconds and SI.
    case feasible([Double])
    case infeasible(Combination)
    case gaveUp
  }

  private let store: BoundStore
  /// How many columns are events.
  let eventCount: Int
  private let isPlain: Bool
  private(set) var rows: [Row] = []
  private var low: [Double]
  private var high: [Double]

  /// - Parameters:
  ///   - fixing: values to be taken by some quantities, where an example is sought.
  ///   - isPlain: whether products are held between their least and greatest speeds alone, as people would say it,
  ///     where the planes through both bounds are closer.
  init(_ store: BoundStore, fixing: [Int: Double] = [:], isPlain: Bool = false) {
    self.isPlain = isPlain
    self.store = store
    eventCount = store.eventCount
    low = []
    high = []
    for event in 0..<eventCount {
      let moment = store.elapsed(0, event)
      low.append(moment.low)
      high.append(moment.high)
    }
    low += store.low
    high += store.high
    for (quantity, value) in fixing {
      low[eventCount + quantity] = value
      high[eventCount + quantity] = value
    }
    addDifferences()
    for index in store.active { add(index) }
  }

  private mutating func addDifferences() {
    var known: Set<BoundStore.Pair> = []
    for pair in store.pairs {
      let forwards = pair.from < pair.to ? pair : BoundStore.Pair(from: pair.to, to: pair.from)
      guard known.insert(forwards).inserted else { continue }
      let time = store.elapsed(forwards.from, forwards.to)
      append(
        .difference(forwards), [(forwards.to, 1), (forwards.from, -1)], time.low, time.high)
    }
  }

  private mutating func add(_ index: Int) {
    let relation = store.problem.relations[index]
    let first = eventCount + Int(relation.first)
    switch relation.kind {
    case .within, .elapsed: break
    case .order:
      append(.relation(index), [(first, 1), (eventCount + Int(relation.second), -1)], 0, .infinity)
    case .sum:
      let parts = relation.parts.map {
        (column: eventCount + Int(store.problem.parts[$0]), weight: -1.0)
      }
      append(.relation(index), [(first, 1)] + parts, 0, 0)
    case .reach: addPlanes(index, relation, isAverage: false)
    case .average: addPlanes(index, relation, isAverage: true)
    }
  }

  private mutating func addPlanes(_ index: Int, _ relation: Relation, isAverage: Bool) {
    let speed = eventCount + Int(relation.second)
    let time = store.elapsed(Int(relation.start), Int(relation.end))
    let (slow, fast) = (low[speed], high[speed])
    let (short, long) = isPlain ? (0, .infinity) : (max(0, time.low), time.high)
    addPlane(index, .greatestSpeed, fast, short)
    if slow < fast { addPlane(index, .leastSpeed, slow, long) }
    guard isAverage else { return }
    addPlane(index, .leastSpeedLeastTime, slow, short)
    if slow < fast { addPlane(index, .greatestSpeedGreatestTime, fast, long) }
  }

  /// d − speed·t − time·v lies on one side of −speed·time.
  private mutating func addPlane(_ index: Int, _ plane: Plane, _ speed: Double, _ time: Double) {
    guard speed.isFinite, time.isFinite else { return }
    let relation = store.problem.relations[index]
    let terms = [
      (column: eventCount + Int(relation.first), weight: 1.0), (Int(relation.end), -speed),
      (Int(relation.start), speed), (eventCount + Int(relation.second), -time),
    ]
    let edge = -speed * time
    append(
      .plane(index, plane), terms, plane.isUpper ? -.infinity : edge,
      plane.isUpper ? edge : .infinity,
      restsOnTime: time > 0)
  }

  private mutating func append(
    _ origin: Origin, _ terms: [(column: Int, weight: Double)], _ low: Double, _ high: Double,
    restsOnTime: Bool = false
  ) {
    rows.append(
      Row(
        origin: origin, terms: terms.filter { $0.weight != 0 }, low: low, high: high,
        restsOnTime: restsOnTime))
  }

  // MARK: Solving

  func solve() -> Answer {
    let scales = (0..<low.count).map(scale)
    var matrix = Array(repeating: 0.0, count: rows.count * low.count)
    var least = zip(low, scales).map { $0 / $1 }
    var most = zip(high, scales).map { $0 / $1 }
    var rowScales: [Double] = []
    for (index, row) in rows.enumerated() {
      let greatest = row.terms.reduce(0) { max($0, abs($1.weight) * scales[$1.column]) }
      let size = greatest > 0 ? greatest : 1
      rowScales.append(size)
      for term in row.terms {
        matrix[index * low.count + term.column] += term.weight * scales[term.column] / size
      }
      least.append(row.low / size)
      most.append(row.high / size)
    }
    var simplex = Simplex(columns: low.count, rows: matrix, low: least, high: most)
    switch simplex.solve() {
    case .feasible:
      return .feasible(
        low.indices.map { min(high[$0], max(low[$0], simplex.values[$0] * scales[$0])) })
    case .infeasible(let terms):
      var weights = Array(repeating: 0.0, count: rows.count)
      for term in terms where term.variable >= low.count {
        weights[term.variable - low.count] = term.weight / rowScales[term.variable - low.count]
      }
      return combination(weights).map { .infeasible($0) } ?? .gaveUp
    case .gaveUp: return .gaveUp
    }
  }

  /// The order of a column's values.
  private func scale(_ column: Int) -> Double {
    let greatest = max(
      low[column].isFinite ? abs(low[column]) : 0, high[column].isFinite ? abs(high[column]) : 0)
    return greatest > 0 ? greatest : 1
  }

  /// What rounding leaves of weights that cancel, as a share of them.
  static let rest = 1e-11

  /// How far out anything is looked for, in seconds or SI: what is left of weights that cancel is multiplied by no
  /// more.
  private static func domain(_ isEvent: Bool) -> Double {
    isEvent ? Tolerance.farthestMoment : Tolerance.greatest
  }

  /// The rows added up with weights, if that is shown to be impossible whatever the simplex has rounded.
  ///
  /// The sum of the rows lies where their own sides put it, and where the bounds of the columns put it; it
  /// proves a contradiction if these do not meet, by more than rounding can have cost (A. Neumaier and
  /// O. Shcherbina, Safe bounds in linear and mixed-integer linear programming, Mathematical Programming
  /// 99 (2004) 283–296).
  private func combination(_ weights: [Double]) -> Combination? {
    var columns = Array(repeating: 0.0, count: low.count)
    var sizes = columns
    var sides = Sides()
    for (row, weight) in zip(rows, weights) where weight != 0 {
      for term in row.terms {
        columns[term.column] += weight * term.weight
        sizes[term.column] += abs(weight * term.weight)
      }
      sides.add(weight, row.low, row.high)
    }
    var box = Sides()
    for column in columns.indices where columns[column] != 0 {
      let isRest = abs(columns[column]) <= Self.rest * sizes[column]
      let limit = isRest ? Self.domain(column < eventCount) : .infinity
      box.add(columns[column], max(low[column], -limit), min(high[column], limit))
    }
    let slack = 1e-9 * max(sides.size, box.size)
    if sides.low > box.high + slack {
      return Combination(
        self, weights, Combination.Columns(weights: columns, sizes: sizes),
        .above(rows: sides.low, bounds: box.high))
    }
    if sides.high < box.low - slack {
      return Combination(
        self, weights, Combination.Columns(weights: columns, sizes: sizes),
        .below(rows: sides.high, bounds: box.low))
    }
    return nil
  }
}

/// A sum of bounded terms.
private struct Sides {
  var low = 0.0
  var high = 0.0
  var size = 0.0

  mutating func add(_ weight: Double, _ least: Double, _ most: Double) {
    let (one, other) = (weight * least, weight * most)
    low += min(one, other)
    high += max(one, other)
    for term in [one, other] where term.isFinite { size += abs(term) }
  }
}
