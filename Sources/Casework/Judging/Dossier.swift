public import Gazetteer
public import Claims
public import Datasets
public import Plausibility

/// Everything that judging a case came to, ready to be told in any format.
public struct Dossier: Sendable {
  public let caseFile: CaseFile
  public let profile: HedgeProfile
  public let itineraries: [Itinerary]
  /// One account for each leg of each journey, in order.
  public let legs: [LegAccount]
  /// One account for each claim, in the order of the file.
  public let claims: [ClaimAccount]
  public let verdict: CaseVerdict
  public let conflicts: [Conflict]
  /// What would mend everything, for each group of statements that bear on one another.
  public let corrections: [Corrections]
  /// Whether there may be more conflicts than were listed.
  public let isIncomplete: Bool
  /// Everything that was said and computed, as the engine judged it.
  public let system: ConstraintSystem
  /// The positions of the members that say what happened; forecasts are not among them.
  public let stated: [Int]
  /// The members by their identifiers.
  public let members: [Member.ID: Member]
  /// Every place that the case names or one of its paths passes.
  public let places: [Place.ID: Place]
  /// What events and quantities are called, and what the members say in words.
  public let titles: Titles
  /// Remarks that are no verdicts.
  public let findings: [Finding]
  /// The data that went into it.
  public let datasets: [Dataset]

  /// The same dossier with further findings.
  func adding(_ more: [Finding]) -> Dossier {
    Dossier(
      caseFile: caseFile, profile: profile, itineraries: itineraries, legs: legs, claims: claims,
      verdict: verdict, conflicts: conflicts, corrections: corrections, isIncomplete: isIncomplete,
      system: system, stated: stated, members: members,
      places: places, titles: titles,
      findings: findings + more, datasets: datasets)
  }

  /// How many claims have each verdict, the gravest first; those that none has are left out.
  public var verdictCounts: [(verdict: Verdict, count: Int)] {
    Verdict.allCases.compactMap { verdict in
      let count = claims.count { $0.verdict == verdict }
      return count > 0 ? (verdict, count) : nil
    }
  }

  /// Whether a claim cannot be true, by itself or beside others.
  public var isRefuted: Bool { claims.contains { $0.verdict.isAgainst } }

  /// Whether a claim cannot be true, or hardly.
  public var isDoubted: Bool { claims.contains { $0.verdict.isAgainst || $0.verdict == .unlikely } }

  /// How many claims could be held against anything.
  public var testedClaims: Int { claims.count { $0.verdict != .untested } }

  /// Whether any could.
  public var hasTested: Bool { testedClaims > 0 }

  /// The account of a claim.
  public func account(of id: Claim.ID) -> ClaimAccount? { claims.first { $0.claim.id == id } }

  /// The source of a claim.
  public func source(of claim: Claim) -> Source? {
    caseFile.sources.first { $0.id == claim.source }
  }
}
