public import Claims
public import Plausibility

/// What a moment or quantity can be with a claim believed, and without it.
public struct Influence: Sendable {
  public let subject: ProofSubject
  public let with: Bounds
  public let without: Bounds
}

extension Dossier {
  /// What believing a claim changes: every moment and quantity that what nobody disputes leaves one interval
  /// without it and a narrower one with it.
  ///
  /// Nil where the claim contradicts what nobody disputes, or bears on nothing.
  public func influence(of claim: Claim.ID) -> [Influence]? {
    guard let own = system.members.indices.first(where: { system.members[$0].claim == claim })
    else { return nil }
    let disputed = Set(conflicts.flatMap(\.members))
    let others = stated.filter { member in
      member != own
        && (system.members[member].claim == nil || !disputed.contains(system.members[member].id))
    }
    let without = system.impliedValues(from: others)
    let with = system.impliedValues(from: (others + [own]).sorted())
    guard !with.isEmpty else { return nil }
    let changed = with.compactMap { subject, bounds -> Influence? in
      let old = without[subject]?.bounds ?? .all
      let bounds = bounds.bounds
      guard !old.isNearly(bounds) else { return nil }
      return Influence(subject: subject, with: bounds, without: old)
    }
    return changed.sorted { $0.subject.name < $1.subject.name }
  }
}

extension Bounds {
  /// Whether both ends agree to the second, or to a metre.
  fileprivate func isNearly(_ other: Bounds) -> Bool {
    (low == other.low || abs(low - other.low) < 1)
      && (high == other.high || abs(high - other.high) < 1)
  }
}

extension ProofSubject {
  fileprivate var name: String {
    switch self {
    case .quantity(let quantity): quantity.text
    case .elapsed(let from, let to): "\(from) \(to)"
    }
  }
}
