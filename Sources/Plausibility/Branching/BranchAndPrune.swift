/// Decides whether a store's constraints can hold, by contraction, relaxation and distinctions of cases.
///
/// Branch and prune (P. Van Hentenryck, D. McAllester and D. Kapur, Solving polynomial systems using a
/// branch and prune approach, SIAM Journal on Numerical Analysis 34 (1997) 797–827): where neither a
/// contradiction nor an example is found, the speed of the product that is farthest from holding is split.
struct BranchAndPrune {
  enum Answer {
    case example(Assignment)
    case refuted(Refutation)
    case undecided(Undecided)
  }

  /// The relations that an example must satisfy.
  private let chosen: [Int]
  /// What it must satisfy besides.
  private let supposition: (Assignment) -> Bool
  /// Whether a contradiction with a short proof is sought before one is sought at all.
  private let keepsProof: Bool
  /// How many distinctions of cases are looked at at the most.
  private let most: Int
  private var nodes = 0

  /// How many distinctions of cases are looked at; fewer of large systems, whose every step takes long.
  static let nodeLimit = 400
  private static let cellLimit = 20_000_000
  /// Distinctions of cases within one another; a core keeps them as 64 bits.
  private static let depthLimit = 60

  init(
    chosen: [Int], keepsProof: Bool = false, nodes most: Int = BranchAndPrune.nodeLimit,
    supposing supposition: @escaping (Assignment) -> Bool = { _ in true }
  ) {
    self.chosen = chosen
    self.keepsProof = keepsProof
    self.most = most
    self.supposition = supposition
  }

  /// - Parameter store: contracted.
  mutating func decide(_ store: BoundStore) -> Answer { decide(store, depth: 0) }

  private mutating func decide(_ store: BoundStore, depth: Int) -> Answer {
    guard !store.isContradictory else { return refuted(store) }
    nodes += 1
    if let guess = guess(store) { return .example(guess) }
    if keepsProof {
      if case .infeasible(let plain) = Relaxation(store, isPlain: true).solve() {
        return .refuted(Refutation(plain, of: store, keepsProof: true))
      }
      var contracted = store
      contracted.propagate()
      if contracted.isContradictory { return refuted(contracted) }
    }
    switch Relaxation(store).solve() {
    case .infeasible(let combination):
      return .refuted(Refutation(combination, of: store, keepsProof: keepsProof))
    case .gaveUp: return split(store, near: nil, depth: depth)
    case .feasible(let point):
      if let example = example(near: point, store) { return .example(example) }
      return split(store, near: point, depth: depth)
    }
  }

  private func refuted(_ store: BoundStore) -> Answer {
    .refuted(Refutation(crossing: store, keepsProof: keepsProof))
  }

  private func guess(_ store: BoundStore) -> Assignment? {
    for isEarly in [true, false] {
      let guess = Assignment(guessing: store, isEarly: isEarly)
      if isExample(guess, store) { return guess }
    }
    return nil
  }

  private func isExample(_ assignment: Assignment, _ store: BoundStore) -> Bool {
    assignment.satisfies(store.problem, chosen) && supposition(assignment)
  }

  // MARK: Examples

  /// The point itself, or one with the speeds of products held where the rows are exact.
  private func example(near point: [Double], _ store: BoundStore) -> Assignment? {
    let found = Assignment(store, point)
    if isExample(found, store) { return found }
    let products = store.active.map { store.problem.relations[$0] }.filter(\.isProduct)
    let averages = Set(products.filter { $0.kind == .average }.map { Int($0.second) })
    var fixing: [Int: Double] = [:]
    for product in products {
      let speed = Int(product.second)
      let high = store.high[speed]
      guard averages.contains(speed) || !high.isFinite else {
        fixing[speed] = high
        continue
      }
      let needed = found.speed(of: product, store)
      fixing[speed] = max(needed, fixing[speed] ?? needed)
    }
    if let example = solved(store, fixing) { return example }
    guard !averages.isEmpty else { return nil }
    for speed in averages where store.high[speed].isFinite { fixing[speed] = store.high[speed] }
    return solved(store, fixing)
  }

  private func solved(_ store: BoundStore, _ fixing: [Int: Double]) -> Assignment? {
    guard case .feasible(let point) = Relaxation(store, fixing: fixing).solve() else { return nil }
    let example = Assignment(store, point)
    return isExample(example, store) ? example : nil
  }

  // MARK: Distinctions of cases

  private mutating func split(_ store: BoundStore, near point: [Double]?, depth: Int) -> Answer {
    if let reason = Undecided.now { return .undecided(reason) }
    guard nodes < nodeLimit(store), depth < Self.depthLimit else {
      return .undecided(.openProducts)
    }
    guard let (quantity, value) = splitting(store, near: point) else {
      return .undecided(.tooFine)
    }
    var answers: [Refutation] = []
    var undecided: Answer?
    for interval in [Bounds(-.infinity, value), Bounds(value, .infinity)] {
      var half = store
      half.suppose(quantity, interval, depth: depth)
      half.propagate()
      switch decide(half, depth: depth + 1) {
      case .example(let example): return .example(example)
      case .undecided(let reason): undecided = .undecided(reason)
      case .refuted(let refutation):
        // What does not rest on this distinction needs no second half.
        guard refutation.core.splits & (1 << UInt64(depth)) != 0 else {
          return .refuted(refutation)
        }
        answers.append(refutation)
      }
    }
    guard undecided == nil, answers.count == 2 else {
      return undecided ?? .undecided(.openCases)
    }
    return .refuted(
      Refutation(
        store.problem.name(ofQuantity: quantity), at: value, depth: depth, below: answers[0],
        above: answers[1]))
  }

  private func nodeLimit(_ store: BoundStore) -> Int {
    let columns = store.eventCount + store.low.count
    let cells = columns * (4 * store.active.count + store.pairs.count + 1)
    return max(4, min(most, Self.cellLimit / max(1, cells)))
  }

  /// The speed of the product that is farthest from holding, and where to split it.
  private func splitting(_ store: BoundStore, near point: [Double]?) -> (
    quantity: Int, value: Double
  )? {
    let found = point.map { Assignment(store, $0) }
    var best: (quantity: Int, value: Double)?
    var widest = 0.0
    for index in store.active {
      let product = store.problem.relations[index]
      guard product.isProduct else { continue }
      let speed = Int(product.second)
      let (low, high) = (store.low[speed], store.high[speed])
      guard high - low > 1e-7 * max(1e-3, abs(low)) else { continue }
      let gap = found.map { $0.gap(of: product) } ?? high - low
      guard best == nil || gap > widest else { continue }
      let middle = high.isFinite ? (low + high) / 2 : max(1, 4 * low)
      let own = found.map { $0.values[speed] } ?? middle
      let isInside = own > low + 0.1 * (middle - low) && own < high - 0.1 * (middle - low)
      best = (speed, isInside ? own : middle)
      widest = gap
    }
    return best
  }
}

extension Assignment {
  /// A point of a relaxation.
  fileprivate init(_ store: BoundStore, _ point: [Double]) {
    moments = Array(point[..<store.eventCount])
    values = Array(point[store.eventCount...])
    let epoch = moments[0]
    for event in moments.indices { moments[event] -= epoch }
  }

  /// How far a product is from holding, in metres.
  fileprivate func gap(of product: Relation) -> Double {
    let seconds = moments[Int(product.end)] - moments[Int(product.start)]
    let excess = values[Int(product.first)] - values[Int(product.second)] * seconds
    return product.kind == .reach ? max(0, excess) : abs(excess)
  }

  /// The speed that would make a product hold at its distance and time, within the speed's bounds.
  fileprivate func speed(of product: Relation, _ store: BoundStore) -> Double {
    let speed = Int(product.second)
    let seconds = moments[Int(product.end)] - moments[Int(product.start)]
    let needed = seconds > 0 ? values[Int(product.first)] / seconds : values[speed]
    return min(store.high[speed], max(store.low[speed], needed))
  }
}
