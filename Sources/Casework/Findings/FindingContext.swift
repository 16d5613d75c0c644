import Travel
import Claims
import Gazetteer
import Plausibility
import Wording
import Quantities

/// A judged case as the rules look at it.
struct FindingContext: CaseContextual {
  let context: CaseContext
  let claims: [ClaimAccount]
  let conflicts: [Conflict]
  /// Everything that is said and computed.
  let system: ConstraintSystem
  var titles = Titles()
  /// Which of the case's statements can hold together.
  let known: KnownSets
  /// The statements of the case with other claims.
  let changedSystem: ([Claim]) -> ConstraintSystem

  func source(of claim: Claim) -> Source? { caseFile.sources.first { $0.id == claim.source } }

  /// What tells the readings of a claim from one another.
  func labels(of claim: Claim.ID) -> [Phrase]? { titles.statements[.claim(claim)]?.readings }

  /// What a place is called, or its identifier where nobody knows.
  func named(_ place: Place.ID) -> Phrase {
    Phrase(term: world.gazetteer[id: place]?.name ?? place.text)
  }

  /// A claim's outlet, or its source's identifier.
  func outlet(of claim: Claim) -> String { source(of: claim)?.outlet ?? claim.source }

  /// Whether claims would be in no conflict if they said something else, as one that bounds nothing is in none; false
  /// where that is not known.
  func areFree(_ changed: [Claim]) -> Bool {
    let claims = caseFile.claims.map { claim in changed.first { $0.id == claim.id } ?? claim }
    let system = changedSystem(claims)
    let ids = Set(changed.map { Member.ID.claim($0.id) })
    let own = system.members.indices.filter {
      ids.contains(system.members[$0].id) || !known.has(system.members[$0].id)
    }
    return system.standsBeside(own, known) ?? false
  }

  static func isDisputed(_ claim: Claim, _ conflicts: [Conflict]) -> Bool {
    conflicts.contains { $0.members.contains(.claim(claim.id)) }
  }
}

extension HedgedValue {
  /// Such as `about 150 km`.
  var plain: Phrase {
    let upper = upperNumber.map { "–\($0.value.plain)" } ?? ""
    return "\(number.value.plain + upper) \(term: unit.symbol)"
  }
}

extension Double {
  /// Without a fraction where it has none, else as it is.
  var plain: String {
    self == rounded() && abs(self) < 1e15 ? String(Int(held: self)) : String(self)
  }
}
