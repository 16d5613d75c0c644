public import Claims
public import Plausibility
import Quantities
import Travel

/// A case under some circumstances: what is said and known, to be judged as far as somebody asks.
public struct CaseOutcome: Sendable {
  let context: CaseContext
  /// Everything that is said and computed.
  public let system: ConstraintSystem
  /// What its quantities are called, and what its members say.
  public let titles: Titles
  let accounts: ClaimAccounts
  /// Every distance that was measured for it.
  let distances: [QuantityID: TypedDistance]

  public var caseFile: CaseFile { context.caseFile }
  public var profile: HedgeProfile { context.profile }
  public var itineraries: [Itinerary] { context.itineraries }

  /// The members that say what happened, with all facts and assumptions.
  public var stated: [Int] { accounts.stated }
}
