public import Claims
public import Plausibility

/// The strongest that can be said for a claim and against it: the cheapest sets of statements that would have to give
/// way for all others to stand, with the claim among those that stand, and among those that give way.
public struct BestCases: Sendable {
  /// One way in which everything else can stand.
  public struct Way: Sendable {
    public let correction: Correction
    /// The claims of its group that stand then, the claim itself among them where the way is for it.
    public let standing: [Claim.ID]
    /// What those leave for the claim, reading by reading.
    public let implications: [Implication]
  }

  /// The cheapest first.
  public let favourable: [Way]
  public let against: [Way]
}

extension Dossier {
  /// How many ways are worked out on each side.
  private static let toldWays = 3

  /// The best cases for and against a claim; nil where it is in no conflict, or none of them can be mended.
  public func bestCases(of claim: Claim.ID) -> BestCases? {
    let id = Member.ID.claim(claim)
    let groups = corrections.map(\.list)
    guard let own = system.indices(of: [id]).first,
      let group = groups.first(where: { $0.contains { $0.parts.contains { $0.member == id } } })
    else { return nil }
    let disputed = Set(group.flatMap { $0.parts.map(\.member) })
    func ways(_ isFor: Bool) -> [BestCases.Way] {
      let chosen = group.filter { correction in
        correction.parts.contains { $0.member == id } != isFor
      }
      return chosen.prefix(Self.toldWays).map { correction in
        let given = Set(correction.parts.map(\.member))
        let rest = stated.filter { !given.contains(system.members[$0].id) && $0 != own }
        let standing = disputed.subtracting(given).compactMap { members[$0]?.claim }
        return BestCases.Way(
          correction: correction, standing: standing.sorted(),
          implications: system.implications(for: own, from: rest))
      }
    }
    return BestCases(favourable: ways(true), against: ways(false))
  }
}
