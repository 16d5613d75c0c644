import Claims
import Parallelism

extension Judge {
  private static let costOfDropping = 4.0
  /// What it costs at the most that an assumption fails: more than that a report is wrong, for nobody says of a ferry at 200
  /// knots that it is faster than others.
  private static let costOfFailing = 4.5
  /// What each time costs by which it would have to be farther than it says.
  private static let costOfDistance = 5.0
  /// How many corrections are costed.
  private static let correctionLimit = 60

  /// What would mend everything in a group of members, the cheapest first. What nobody can give up, physics and
  /// published figures, is in none.
  func corrections(of sets: MinimalSets) -> Corrections {
    let possible = sets.corrections.filter { correction in
      correction.allSatisfy { !system.members[$0].isGiven }
    }
    let fewest = possible.sorted { $0.count < $1.count }.prefix(Self.correctionLimit)
    let costed = parallelMap(Array(fewest), grain: 2) {
      correction(giving: $0, among: sets.members)
    }.sorted {
      $0.cost == $1.cost ? $0.names < $1.names : $0.cost < $1.cost
    }
    return Corrections(list: costed, more: possible.count - costed.count)
  }

  private func correction(giving members: [Int], among all: [Int]) -> Correction {
    let rest = all.filter { !members.contains($0) }
    let (stretches, isExact) = stretches(of: members, among: all, rest)
    let implications = Dictionary(
      uniqueKeysWithValues: members.filter { system.members[$0].claim == nil }.map {
        ($0, system.implications(for: $0, from: (rest + [$0]).sorted()).nearest)
      })
    let parts = members.map { member in
      Correction.Part(
        member: system.members[member].id, stretch: stretches[member],
        isWithinLimit: stretches[member]?.isWithinLimit(of: profile) ?? false,
        implication: implications[member] ?? nil)
    }
    let cost = members.reduce(0) {
      $0 + self.cost(of: $1, stretches[$1], implications[$1] ?? nil)
    }
    return Correction(parts: parts, isExact: isExact, cost: (cost * 1e6).rounded() / 1e6)
  }

  /// How far the claims of a correction would have to be stretched so that they can hold beside the rest, and whether
  /// that is shown to do.
  private func stretches(
    of members: [Int], among all: [Int], _ rest: [Int]
  ) -> (stretches: [Int: Stretch], areExact: Bool) {
    var stretches: [Int: Stretch] = [:]
    var isExact = true
    let claims = members.filter { system.members[$0].claim != nil }
    // Small groups take less time than it takes to share them out.
    let leasts = parallelMap(claims, grain: all.count > 100 ? 1 : .max) { member in
      let held = (rest + [member]).sorted()
      let implied = system.implications(for: member, from: held, givesHull: false)
      return neededStretch(of: member, in: held, implied)
    }
    for (member, least) in zip(claims, leasts) {
      guard let least else { continue }
      stretches[member] = least.stretch.slack
      isExact = isExact && least.isExact
    }
    // Each was stretched alone; together they may still not do.
    let stretched = members.filter { stretches[$0] != nil }
    let held = (rest + stretched).sorted()
    if stretched.count > 1 || !isExact {
      switch system.contradicts(held, widening: .stretchingEach(stretches)) {
      case true?: (stretches, isExact) = (oneAfterTheOther(stretched, among: rest), true)
      case false?: isExact = true
      case nil: isExact = false
      }
    }
    return (stretches, isExact)
  }

  /// Stretches of claims, each the least beside those before it; none where that does not do.
  private func oneAfterTheOther(_ members: [Int], among rest: [Int]) -> [Int: Stretch] {
    var stretches: [Int: Stretch] = [:]
    var held = rest
    for member in members {
      held = (held + [member]).sorted()
      guard let least = neededStretch(of: member, in: held, [], besides: stretches) else {
        return [:]
      }
      stretches[member] = least.stretch.slack
    }
    let areEnough = system.contradicts(held, widening: .stretchingEach(stretches)) == false
    return areEnough ? stretches : [:]
  }

  private func cost(of member: Int, _ stretch: Stretch?, _ implication: Implication?) -> Double {
    let member = system.members[member]
    guard member.claim != nil else {
      let least = member.origin == .assumption ? 2.0 : 1
      let distance = implication?.distance ?? 0
      return min(Self.costOfFailing, least + Self.costOfDistance * distance)
    }
    let effort = stretch.map { min($0.effort(under: profile), Self.costOfDropping) }
    return (effort ?? Self.costOfDropping) * (member.grade?.weight ?? 1)
  }
}

extension [Implication] {
  /// The one that asks least of what the member says.
  fileprivate var nearest: Implication? { self.min { $0.distance < $1.distance } }
}

extension Implication {
  /// How far the claimed interval lies from the implied one, as a share of its end.
  fileprivate var distance: Double {
    if let upper = claimed.upper, implied.low > upper {
      return (implied.low - upper) / max(1, abs(upper))
    }
    if let lower = claimed.lower, implied.high < lower {
      return (lower - implied.high) / max(1, abs(lower))
    }
    return 0
  }
}

extension Correction {
  fileprivate var names: String { parts.map(\.member.text).joined(separator: ", ") }
}

extension Member {
  /// Whether nobody can give it up.
  fileprivate var isGiven: Bool {
    switch origin {
    case .claim, .assumption: false
    case .physics: true
    case .estimate: strength == .hard
    }
  }
}
