import Travel
public import Casework
import Chronology
import Claims
import Datasets
import Plausibility
import Quantities
import Wording

extension JSONValue {
  /// The version of the dossier's format, published as `geo/schema/dossier-2.json`.
  static let dossierVersion = 2

  /// A dossier as a document: SI numbers with the unit in the key, moments in ISO 8601.
  public init(_ dossier: Dossier) {
    let writer = DossierWriter(dossier: dossier)
    self = .object([
      "format": .text("wayproof-dossier"), "program": .text(ProgramVersion.name),
      "version": .whole(Self.dossierVersion),
      "case": .object([
        "id": .text(dossier.caseFile.id), "title": .text(dossier.caseFile.title),
        "sha256": .text(dossier.caseFile.digest),
        "profile": .text("\(dossier.profile.name)-\(dossier.profile.version)"),
      ]),
      "verdict": writer.verdict, "summary": JSONValue(summaryOf: dossier),
      "claims": .array(dossier.claims.map(writer.claim)),
      "conflicts": .array(dossier.conflicts.map(writer.conflict)),
      "corrections": .array(
        dossier.corrections.map { .array($0.list.map(writer.correction)) }),
      "corrections_left_out": .array(dossier.corrections.map { .whole($0.more) }),
      "conflicts_incomplete": .flag(dossier.isIncomplete),
      "legs": .array(dossier.legs.map(writer.leg)),
      "findings": .array(dossier.findings.map(writer.finding)),
      "sources": .array(dossier.caseFile.sources.map(writer.source)),
      "datasets": .array(dossier.datasets.map(writer.dataset)),
    ])
  }
}

extension Dossier {
  /// The verdict of the whole case as programs read it: `no-contradiction`, `nothing-checked`, `unlikely`,
  /// `cannot-all-be-true` or `undecided`.
  public var verdictStatus: String {
    switch verdict {
    case .noContradiction: hasTested ? "no-contradiction" : "nothing-checked"
    case .unlikely: "unlikely"
    case .cannotAllBeTrue: "cannot-all-be-true"
    case .undecided: "undecided"
    }
  }
}

struct DossierWriter {
  let dossier: Dossier

  var verdict: JSONValue {
    var fields: [String: JSONValue] = [
      "status": .text(dossier.verdictStatus),
      "counts": .object(
        Dictionary(
          uniqueKeysWithValues: dossier.verdictCounts.map {
            ($0.verdict.rawValue, JSONValue.whole($0.count))
          })),
    ]
    switch dossier.verdict {
    case .noContradiction(let witness):
      let moments = witness?.moments.filter { $0.key.isMoment } ?? [:]
      fields["example"] = .object(
        Dictionary(
          uniqueKeysWithValues: moments.map { ($0.key.text, .text(Numbers.iso($0.value))) }))
    case .undecided(let reason): fields["reason"] = .words(reason.words)
    case .unlikely, .cannotAllBeTrue: break
    }
    return .object(fields)
  }

  func claim(_ account: ClaimAccount) -> JSONValue {
    let member = dossier.members[.claim(account.claim.id)]
    var fields: [String: JSONValue] = [
      "id": .text(account.claim.id.text), "source": .text(account.claim.source),
      "quote": .text(account.claim.quote), "modality": .text(account.claim.modality.rawValue),
      "verdict": .text(account.verdict.rawValue), "reason": .words(account.reason),
      "readings": .array(member.map(readings) ?? []),
      "implied": .array(account.implications.map { implication($0, member) }),
      "needed_stretch": account.neededStretch.map(stretch) ?? .null,
      "conflicts": .array(
        account.conflicts.map { .array($0.members.map { .text($0.text) }) }),
    ]
    fields["unlikely_reading"] = account.unlikelyReading.map {
      .words(dossier.titles.label(of: $0, in: .claim(account.claim.id)))
    }
    fields["selector"] = account.claim.selector?.json
    return .object(fields)
  }

  private func readings(_ member: Member) -> [JSONValue] {
    member.readings.enumerated().compactMap { place, reading in
      guard let interval = reading.value.interval else { return nil }
      return .object([
        "label": .words(dossier.titles.label(of: place, in: member.id)),
        "claimed": bounds(
          Bounds(interval.lower ?? -.infinity, interval.upper ?? .infinity), reading),
      ])
    }
  }

  private func implication(_ implication: Implication, _ member: Member?) -> JSONValue {
    .object([
      "reading": .words(
        member.map { dossier.titles.label(of: implication.reading, in: $0.id) } ?? ""),
      "others": readings(implication.others),
      "implied": member.map { bounds(implication.implied, $0.readings[implication.reading]) }
        ?? .null,
      "fits": .flag(implication.meets),
      "stretch": implication.stretch.map(stretch) ?? .null,
    ])
  }

  func conflict(_ conflict: Conflict) -> JSONValue {
    .object([
      "gravity": .text(conflict.gravity.rawValue),
      "members": .array(
        conflict.members.map { id in
          let member = dossier.members[id]
          return .object([
            "id": .text(id.text), "origin": .words(member?.sort ?? ""),
            "strength": .text(member?.strength.rawValue ?? ""),
            "words": .words(dossier.titles.words(of: id)),
          ])
        }),
      "proofs": .array(
        conflict.proofs.map { .words(ProofWords(dossier, $0, of: conflict).sentences) }),
      "derivations": .array(conflict.proofs.map { JSONValue($0, dossier.titles) }),
      "repairs": .array(
        conflict.repairs.map { repair in
          let member = dossier.members[.claim(repair.claim)]
          return .object([
            "claim": .text(repair.claim.text),
            "stretch": repair.stretch.map(stretch) ?? .null,
            "value": member?.readings.first.flatMap { reading in
              repair.value.map { value($0, reading) }
            } ?? .null,
            "within_limit": .flag(repair.isWithinLimit), "exact": .flag(repair.isExact),
            "readings": readings(repair.readings),
            "implied": .array(repair.implications.map { implication($0, member) }),
          ])
        }),
      "requirements": .array(
        conflict.requirements.map { requirement in
          .object([
            "member": .text(requirement.member.text),
            "implied": implication(requirement.implication, dossier.members[requirement.member]),
          ])
        }),
    ])
  }

  func correction(_ correction: Correction) -> JSONValue {
    .object([
      "cost": .rounded(correction.cost, 3), "exact": .flag(correction.isExact),
      "members": .array(
        correction.parts.map { part in
          .object([
            "id": .text(part.member.text), "stretch": part.stretch.map(stretch) ?? .null,
            "within_limit": .flag(part.isWithinLimit),
          ])
        }),
    ])
  }

  func leg(_ account: LegAccount) -> JSONValue {
    let leg = account.leg
    return .object([
      "journey": .text(account.journey.id), "from": .text(leg.start.id), "to": .text(leg.end.id),
      "mode": .text(leg.mode.rawValue),
      "geodesic_km": .rounded(leg.geodesic?.central.kilometers, 3),
      "way": leg.way.map(way) ?? .null, "way_problem": .words(leg.wayProblem),
      "alternatives": .array(
        leg.alternatives.map { .object(["title": .text($0.title), "way": way($0.way)]) }),
      "fastest_s": .rounded(account.fastest?.inSeconds, 0),
      "usual_s": .array([
        .rounded(account.running?.lower?.inSeconds, 0),
        .rounded(account.running?.upper?.inSeconds, 0),
      ]),
      "windows": .array(
        account.windows.map { window in
          let needed = leg.way.flatMap { LegAccount.neededSpeed(over: $0, within: window.seconds) }
          return .object([
            "readings": readings(window.readings),
            "most_s": .rounded(window.seconds.high, 0), "least_s": .rounded(window.seconds.low, 0),
            "needed_kmh": .array([
              .rounded(needed?.lower?.kilometersPerHour, 2),
              .rounded(needed?.upper?.kilometersPerHour, 2),
            ]),
          ])
        }),
    ])
  }

  private func way(_ way: TypedDistance) -> JSONValue {
    .object([
      "kind": .text(way.kind.rawValue), "km": .rounded(way.central.kilometers, 3),
      "interval_km": .array([
        .rounded(way.interval.lower?.kilometers, 3), .rounded(way.interval.upper?.kilometers, 3),
      ]), "basis": .words(way.basis), "hard": .flag(way.isHard),
    ])
  }

  func finding(_ finding: Finding) -> JSONValue {
    .object([
      "code": .text(finding.code), "severity": .text(finding.severity.rawValue),
      "message": .words(finding.message),
      "claims": .array(finding.claims.map { .text($0.text) }),
    ])
  }

  func source(_ source: Source) -> JSONValue {
    .object([
      "id": .text(source.id), "outlet": .text(source.outlet), "title": .text(source.title),
      "published": source.published.map { .text($0.description) } ?? .null,
      "url": .text(source.url), "archive": .text(source.archive),
      "retrieved": .text(source.retrieved), "sha256": .text(source.sha256),
      "grade": source.grade.map { .text($0.description) } ?? .null,
    ])
  }

  func dataset(_ dataset: Dataset) -> JSONValue {
    .object([
      "file": .text(dataset.file), "title": .text(dataset.title),
      "licence": .text(dataset.licence), "attribution": .text(dataset.attribution),
    ])
  }

  private func stretch(_ stretch: Stretch) -> JSONValue {
    let (measure, amount): (String, Double) =
      switch stretch {
      case .factor(let factor): ("factor", factor)
      case .share(let share): ("share", share)
      case .hours(let hours): ("hours", hours)
      }
    return .object([
      "measure": .text(measure), "amount": .rounded(amount, 4), "words": .words(stretch.words),
    ])
  }

  private func readings(_ readings: [Member.ID: Int]) -> JSONValue {
    JSONValue(readings: readings, dossier.titles)
  }

  private func bounds(_ bounds: Bounds, _ reading: Reading) -> JSONValue {
    let format = ValueFormat(reading.value, dossier.titles)
    return .object([
      "unit": .text(format.unit), "low": value(bounds.low, reading),
      "high": value(bounds.high, reading), "words": .words(format.text(bounds)),
    ])
  }

  private func value(_ value: Double, _ reading: Reading) -> JSONValue {
    guard value.isFinite else { return .null }
    let format = ValueFormat(reading.value, dossier.titles)
    if case .moment = format { return .text(Numbers.iso(value)) }
    if case .mode = format { return .words(format.text(value)) }
    return .rounded(value, 3)
  }

}

extension ValueFormat {
  fileprivate var unit: String {
    switch self {
    case .distance: "m"
    case .speed: "m/s"
    case .duration: "s"
    case .ratio: "1"
    case .moment: "UTC"
    case .mode: "mode"
    }
  }
}
