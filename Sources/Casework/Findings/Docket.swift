import Claims
import Gazetteer
import Plausibility

/// A judged case as the rules look at it.
struct Docket {
  let world: World
  let caseFile: CaseFile
  let profile: HedgeProfile
  let itineraries: [Itinerary]
  let claims: [ClaimAccount]
  let conflicts: [Conflict]
  let finder: PlaceFinder
  /// Judges the case anew with some claims changed.
  let judged: ([Claim]) -> Outcome

  /// What judging came to.
  struct Outcome {
    let claims: [ClaimAccount]
    let conflicts: [Conflict]
  }

  func source(of claim: Claim) -> Source? { caseFile.sources.first { $0.id == claim.source } }

  /// A claim's outlet, or its source's identifier.
  func outlet(of claim: Claim) -> String { source(of: claim)?.outlet ?? claim.source }

  /// The account of a claim when its subject is another.
  func account(of claim: Claim, saying subject: ClaimSubject) -> ClaimAccount? {
    outcome(of: claim, saying: subject).claims.first { $0.claim.id == claim.id }
  }

  /// Whether a claim is in no conflict when its subject is another.
  func isFree(_ claim: Claim, saying subject: ClaimSubject) -> Bool {
    !Docket.isDisputed(claim, outcome(of: claim, saying: subject).conflicts)
  }

  static func isDisputed(_ claim: Claim, _ conflicts: [Conflict]) -> Bool {
    conflicts.contains { $0.members.contains(Member.ID(claim.id.text)) }
  }

  private func outcome(of claim: Claim, saying subject: ClaimSubject) -> Outcome {
    judged(caseFile.claims.map { $0.id == claim.id ? $0.with(subject) : $0 })
  }
}

extension CaseFile {
  /// The same case with other claims.
  func with(_ claims: [Claim]) -> CaseFile {
    CaseFile(
      id: id, title: title, summary: summary, profile: profile, sources: sources,
      journeys: journeys, events: events, claims: claims, assumptions: assumptions,
      digest: digest)
  }
}

extension Claim {
  /// The same claim about another subject.
  func with(_ subject: ClaimSubject) -> Claim {
    Claim(
      id: id, source: source, quote: quote, selector: selector, modality: modality,
      subject: subject, note: note, place: place, names: names)
  }

  /// The number with its unit, nil where the claim has none.
  var value: HedgedValue? {
    switch subject {
    case .distance(let distance, _, _, _): distance
    case .speed(let speed, _): speed
    case .duration(let duration, _, _): duration
    case .time, .gauge, .mode, .route, .sighting, .track: nil
    }
  }
}

extension HedgedValue {
  /// Its number in SI.
  var si: Double { number.value * unit.siSize }

  /// Such as `about 150 km`.
  var plain: String {
    let upper = upperNumber.map { "–\($0.value.plain)" } ?? ""
    return "\(number.value.plain)\(upper) \(unit.symbol)"
  }
}

extension Double {
  /// Without a fraction where it has none, else as it is.
  var plain: String {
    self == rounded() && abs(self) < 1e15 ? String(Int(self)) : String(self)
  }
}
