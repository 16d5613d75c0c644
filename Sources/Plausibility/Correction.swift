public import Claims

/// A smallest set of statements that would have to give way for all others to hold.
public struct Correction: Sendable {
  /// One of its statements.
  public struct Part: Sendable {
    public let member: Member.ID
    /// How far its words would have to be stretched so that the others can hold; nil where it would have to be
    /// dropped, or is no claim.
    public let stretch: Stretch?
    public let isWithinLimit: Bool
  }

  public let parts: [Part]
  /// The efforts of its parts, each weighed by the grade of its source, for ranking alone. A stretch costs its
  /// share of the profile's limit, up to 4; a claim to be dropped 4; an assumption 2; an estimate 1.
  public let cost: Double
}

extension Judge {
  private static let costOfDropping = 4.0
  /// How many corrections are costed.
  private static let correctionLimit = 60

  /// What would mend everything in a group of members, the cheapest first. What nobody can give up, physics and
  /// published figures, is in none.
  func corrections(of sets: MinimalSets) -> [Correction] {
    let possible = sets.corrections.filter { correction in
      correction.allSatisfy { !system.members[$0].isGiven }
    }
    let fewest = possible.sorted { $0.count < $1.count }.prefix(Self.correctionLimit)
    return fewest.map { correction(giving: $0, among: sets.members) }.sorted {
      $0.cost == $1.cost ? $0.names < $1.names : $0.cost < $1.cost
    }
  }

  private func correction(giving members: [Int], among all: [Int]) -> Correction {
    let rest = all.filter { !members.contains($0) }
    var stretches: [Int: Stretch] = [:]
    for member in members where system.members[member].claim != nil {
      let held = (rest + [member]).sorted()
      let ways = system.implications(for: member, from: held)
      if let stretch = neededStretch(of: member, in: held, ways) {
        stretches[member] = stretch.slack
      }
    }
    // Each was stretched alone; together they may still not do.
    let stretched = members.filter { stretches[$0] != nil }
    let held = (rest + stretched).sorted()
    if stretched.count > 1, system.isContradictory(held, reading: .stretchingEach(stretches)) {
      stretches = [:]
    }
    let parts = members.map { member in
      Correction.Part(
        member: system.members[member].id, stretch: stretches[member],
        isWithinLimit: stretches[member]?.isWithinLimit(of: profile) ?? false)
    }
    let cost = members.reduce(0) { $0 + self.cost(of: $1, stretches[$1]) }
    return Correction(parts: parts, cost: (cost * 1e6).rounded() / 1e6)
  }

  private func cost(of member: Int, _ stretch: Stretch?) -> Double {
    let member = system.members[member]
    guard member.claim != nil else { return member.origin == .assumption ? 2 : 1 }
    let effort = stretch.map { min($0.effort(under: profile), Self.costOfDropping) }
    return (effort ?? Self.costOfDropping) * (member.grade?.weight ?? 1)
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
