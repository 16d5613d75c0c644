import Claims
import Plausibility

/// Goes through a proof step by step, from what the system says and by arithmetic of its own.
///
/// It shares nothing with the engine that made the proof: every step must follow from one constraint of the member
/// named, or of the laws, and the steps that it cites; at the end bounds must cross, or statements add up to what
/// cannot be.
struct ProofChecker {
  let system: ConstraintSystem
  /// The members of the conflict, which alone may be named.
  let conflict: Set<Member.ID>

  /// What is wrong with a proof, nil where it proves its end.
  func fault(in proof: Proof) -> String? {
    fault(in: proof, readings: proof.readings, supposing: [])
  }

  /// Whether some proof speaks of every choice of the members' readings.
  func cover(_ proofs: [Proof]) -> Bool {
    var choices: [[Member.ID: Int]] = [[:]]
    for member in system.members where conflict.contains(member.id) && member.readings.count > 1 {
      choices = choices.flatMap { choice in
        member.readings.indices.map { reading in choice.merging([member.id: reading]) { $1 } }
      }
    }
    return choices.allSatisfy { choice in
      proofs.contains { $0.readings.allSatisfy { choice[$0.key] == $0.value } }
    }
  }

  private func fault(
    in proof: Proof, readings: [Member.ID: Int], supposing: [KnownBounds.Bound]
  ) -> String? {
    for (number, step) in proof.steps.enumerated() {
      guard step.premises.allSatisfy({ $0 < number }) else { return "step \(number) looks ahead" }
      let known = KnownBounds(step.premises.map { .init(proof.steps[$0]) })
      let wanted = KnownBounds.Bound(step)
      let follows =
        if step.member == nil, supposing.contains(where: { $0.implies(wanted) }) {
          true
        } else {
          constraints(of: step.member, readings).contains { alternatives in
            alternatives.allSatisfy { known.implies(wanted, by: $0) }
          }
        }
      guard follows else { return "step \(number) does not follow: \(step)" }
    }
    func known(_ steps: [Int]) -> KnownBounds {
      KnownBounds(steps.map { .init(proof.steps[$0]) } + supposing)
    }
    switch proof.end {
    case .crossing(let crossing):
      let upper = known(crossing.upperSteps).most(crossing.subject)
      let lower = known(crossing.lowerSteps).least(crossing.subject)
      guard upper <= crossing.upper + slack(crossing.upper),
        lower >= crossing.lower - slack(crossing.lower), crossing.lower > crossing.upper
      else { return "the end does not cross: \(crossing), \(upper), \(lower)" }
      return nil
    case .sum(let sum): return fault(in: sum, readings, known)
    case .cases(let quantity, let value, let below, let above):
      let low = KnownBounds.Bound(subject: .quantity(quantity), isMost: true, value: value)
      let high = KnownBounds.Bound(subject: .quantity(quantity), isMost: false, value: value)
      return fault(in: below, readings: readings, supposing: supposing + [low])
        ?? fault(in: above, readings: readings, supposing: supposing + [high])
    }
  }

  /// The constraints that a step may rest on, each as the alternatives that must all give it: of a member whose
  /// reading is not told, those of all readings.
  private func constraints(
    of id: Member.ID?, _ readings: [Member.ID: Int]
  ) -> [[Constraint]] {
    guard let id else { return system.laws.map { [$0] } }
    guard conflict.contains(id), let member = system.members.first(where: { $0.id == id }) else {
      return []
    }
    if let chosen = member.readings.count == 1 ? 0 : readings[id] {
      let reading = member.readings[chosen]
      return [[reading.value]] + reading.others.map { [$0] }
    }
    return [member.readings.map(\.value)]
  }

  // MARK: Sums

  private func fault(
    in sum: ProofSum, _ readings: [Member.ID: Int], _ known: ([Int]) -> KnownBounds
  ) -> String? {
    var total = LinearSum()
    for part in sum.parts {
      guard add(part, readings, known(part.steps), to: &total) else {
        return "a part of the sum does not hold: \(part)"
      }
    }
    guard total.cancels else { return "the sum leaves variables: \(total.residue)" }
    guard total.constant < 0 else { return "the sum can be: \(total.constant)" }
    return nil
  }

  /// Adds a statement that is at least nothing; false where it does not hold.
  private func add(
    _ part: ProofSum.Part, _ readings: [Member.ID: Int], _ known: KnownBounds,
    to total: inout LinearSum
  ) -> Bool {
    let size = abs(part.weight)
    func isSaid(_ matches: (Constraint) -> Bool) -> Bool {
      constraints(of: part.member, readings).contains { $0.allSatisfy(matches) }
    }
    switch part.statement {
    case .bound(let subject, let relation, let value):
      let bound = KnownBounds.Bound(subject: subject, isMost: relation == .atMost, value: value)
      guard known.gives(bound) else { return false }
      let sign = bound.isMost ? -size : size
      total.add(sign, subject)
      total.constant -= sign * value
    case .order(let greater, let less):
      guard isSaid({ $0 == .atLeast(greater, less) }) else { return false }
      total.add(size, .quantity(greater))
      total.add(-size, .quantity(less))
    case .total(let whole, let parts):
      guard isSaid({ $0 == .sum(whole, of: parts) }) else { return false }
      total.add(part.weight, .quantity(whole))
      for one in parts { total.add(-part.weight, .quantity(one)) }
    case .product(let product):
      guard isSaid({ $0.isProduct(product) }), known.holds(product) else { return false }
      let sign = product.isUpper ? -size : size
      total.add(sign, .quantity(product.distance))
      total.add(-sign * product.pace, .elapsed(product.from, product.to))
      total.add(-sign * product.time, .quantity(product.speed))
      total.constant += sign * product.pace * product.time
    }
    return true
  }
}

/// A sum of variables with weights.
private struct LinearSum {
  private var weights: [String: Double] = [:]
  private var sizes: [String: Double] = [:]
  var constant = 0.0

  mutating func add(_ weight: Double, _ subject: ProofSubject) {
    switch subject {
    case .quantity(let quantity): add(weight, "q \(quantity)")
    case .elapsed(let from, let to):
      add(weight, "e \(to)")
      add(-weight, "e \(from)")
    }
  }

  private mutating func add(_ weight: Double, _ name: String) {
    guard name != "e \(EventID.epoch)" else { return }
    weights[name, default: 0] += weight
    sizes[name, default: 0] += abs(weight)
  }

  var residue: [String: Double] { weights.filter { abs($0.value) > 1e-9 * (sizes[$0.key] ?? 0) } }
  var cancels: Bool { residue.isEmpty }
}

/// Bounds that some steps state, and what follows from them by going from event to event.
struct KnownBounds {
  struct Bound {
    let subject: ProofSubject
    let isMost: Bool
    let value: Double

    init(subject: ProofSubject, isMost: Bool, value: Double) {
      self.subject = subject
      self.isMost = isMost
      self.value = value
    }

    init(_ step: ProofStep) {
      self.init(subject: step.subject, isMost: step.relation == .atMost, value: step.value)
    }

    func implies(_ other: Bound) -> Bool {
      subject == other.subject && isMost == other.isMost
        && (isMost
          ? value <= other.value + slack(value) : value >= other.value - slack(value))
    }
  }

  private struct Way: Hashable {
    let from: EventID
    let to: EventID
  }

  private var low: [QuantityID: Double] = [:]
  private var high: [QuantityID: Double] = [:]
  private var ways: [Way: Double] = [:]

  init(_ bounds: [Bound]) {
    for bound in bounds {
      switch bound.subject {
      case .quantity(let quantity):
        if bound.isMost {
          high[quantity] = min(high[quantity] ?? .infinity, bound.value)
        } else {
          low[quantity] = max(low[quantity] ?? 0, bound.value)
        }
      case .elapsed(let from, let to):
        let way = bound.isMost ? Way(from: from, to: to) : Way(from: to, to: from)
        ways[way] = min(ways[way] ?? .infinity, bound.isMost ? bound.value : -bound.value)
      }
    }
    let events = Set(ways.keys.flatMap { [$0.from, $0.to] })
    for middle in events {
      for start in events {
        guard let first = ways[Way(from: start, to: middle)] else { continue }
        for end in events where end != start {
          guard let second = ways[Way(from: middle, to: end)] else { continue }
          let way = Way(from: start, to: end)
          ways[way] = min(ways[way] ?? .infinity, first + second)
        }
      }
    }
  }

  func least(_ quantity: QuantityID) -> Double { low[quantity] ?? 0 }
  func most(_ quantity: QuantityID) -> Double { high[quantity] ?? .infinity }

  /// The most seconds from one event to another.
  func most(_ from: EventID, _ to: EventID) -> Double { ways[Way(from: from, to: to)] ?? .infinity }
  func least(_ from: EventID, _ to: EventID) -> Double { -most(to, from) }

  func least(_ subject: ProofSubject) -> Double {
    switch subject {
    case .quantity(let quantity): least(quantity)
    case .elapsed(let from, let to): least(from, to)
    }
  }

  func most(_ subject: ProofSubject) -> Double {
    switch subject {
    case .quantity(let quantity): most(quantity)
    case .elapsed(let from, let to): most(from, to)
    }
  }

  func gives(_ bound: Bound) -> Bool {
    bound.isMost
      ? most(bound.subject) <= bound.value + slack(bound.value)
      : least(bound.subject) >= bound.value - slack(bound.value)
  }

  /// Whether a plane lies on its side of the product within these bounds.
  func holds(_ product: ProofProduct) -> Bool {
    let (pace, time) = (product.pace, product.time)
    let isFastest = most(product.speed) <= pace + slack(pace)
    let isSlowest = least(product.speed) >= pace - slack(pace)
    // Time passes forwards where there is a way.
    let isShortest = max(0, least(product.from, product.to)) >= time - slack(time)
    let isLongest = most(product.from, product.to) <= time + slack(time)
    return product.isUpper
      ? isFastest && isShortest || isSlowest && isLongest
      : isSlowest && isShortest || isFastest && isLongest
  }

  /// Whether a constraint gives a bound from these.
  func implies(_ wanted: Bound, by constraint: Constraint) -> Bool {
    consequences(of: constraint).contains { $0.implies(wanted) }
  }

  /// What one constraint says of each of its variables, given these bounds of the others.
  private func consequences(of constraint: Constraint) -> [Bound] {
    func atLeast(_ quantity: QuantityID, _ value: Double) -> Bound {
      Bound(subject: .quantity(quantity), isMost: false, value: value)
    }
    func atMost(_ quantity: QuantityID, _ value: Double) -> Bound {
      Bound(subject: .quantity(quantity), isMost: true, value: value)
    }
    switch constraint {
    case .within(let quantity, let interval):
      return [
        atLeast(quantity, interval.lower ?? 0), atMost(quantity, interval.upper ?? .infinity),
      ]
    case .elapsed(let from, let to, let interval):
      return both(from, to, interval.lower ?? -.infinity, interval.upper ?? .infinity)
    case .atLeast(let greater, let less):
      return [atLeast(greater, least(less)), atMost(less, most(greater))]
    case .sum(let total, let parts):
      let (lows, highs) = (parts.map { least($0) }, parts.map { most($0) })
      var found = [atLeast(total, lows.reduce(0, +)), atMost(total, highs.reduce(0, +))]
      for (place, part) in parts.enumerated() {
        let others = parts.indices.filter { $0 != place }
        found.append(atLeast(part, least(total) - others.reduce(0) { $0 + highs[$1] }))
        found.append(atMost(part, most(total) - others.reduce(0) { $0 + lows[$1] }))
      }
      return found
    case .reach(let way, let pace, let from, let to):
      return reach(way, pace, from, to)
    case .average(let way, let pace, let from, let to):
      let shortest = least(from, to)
      var found = reach(way, pace, from, to)
      if least(pace) > 0 { found += both(from, to, -.infinity, most(way) / least(pace)) }
      if shortest > 0 {
        found.append(atMost(pace, most(way) / shortest))
        found.append(atLeast(way, least(pace) * shortest))
      }
      return found
    }
  }

  private func reach(
    _ way: QuantityID, _ pace: QuantityID, _ from: EventID, _ to: EventID
  ) -> [Bound] {
    let longest = most(from, to)
    var found = both(from, to, most(pace) > 0 ? max(0, least(way) / most(pace)) : 0, .infinity)
    if longest > 0 {
      found.append(Bound(subject: .quantity(pace), isMost: false, value: least(way) / longest))
    }
    let farthest = longest <= 0 || most(pace) <= 0 ? 0 : most(pace) * longest
    found.append(Bound(subject: .quantity(way), isMost: true, value: farthest))
    return found
  }

  /// The bounds of a time, told forwards and backwards.
  private func both(_ from: EventID, _ to: EventID, _ least: Double, _ most: Double) -> [Bound] {
    [
      Bound(subject: .elapsed(from, to), isMost: false, value: least),
      Bound(subject: .elapsed(from, to), isMost: true, value: most),
      Bound(subject: .elapsed(to, from), isMost: true, value: -least),
      Bound(subject: .elapsed(to, from), isMost: false, value: -most),
    ]
  }
}

extension Constraint {
  fileprivate func isProduct(_ product: ProofProduct) -> Bool {
    let distance = product.distance
    if case .average(distance, product.speed, product.from, product.to) = self { return true }
    guard product.isUpper else { return false }
    return self
      == .reach(distance: distance, speed: product.speed, from: product.from, to: product.to)
  }
}

/// What rounding may have cost, also of moments that have been through seconds since 1970.
private func slack(_ value: Double) -> Double {
  value.isFinite ? 1e-6 + 1e-9 * abs(value) : 0
}
