public import Casework
import Claims
import Plausibility
import Wording

/// What the service's page shows of a judged case beside its journeys and claims, in a language, in one answer.
///
/// It is made of the parts of the report's page; a public interface is `DossierJSON`.
public struct Board: Sendable {
  private let teller: CaseTeller
  private var dossier: Dossier { teller.dossier }

  /// How many contradictions have a card.
  private static let cardLimit = 50

  public init(_ dossier: Dossier, _ style: ReportStyle) {
    var style = style
    style.hasPictures = true
    teller = CaseTeller(dossier, style)
  }

  public var json: JSONValue {
    let summary = CaseSummary(dossier)
    let points =
      summary.points.map { point($0.account, teller.sentence(on: $0), $0.conflict) }
      + summary.crowFlies.map { account in
        point(account, nil, nil, teller.crowFliesPoint(account))
      }
    return .object([
      "status": .text(status), "headline": .text(teller.headline.text),
      "confidence": teller.confidenceLevel.map { .text($0.text) } ?? .null,
      "tally": .array(dossier.verdictCounts.map(count)), "points": .array(points),
      "conflicts": .array(dossier.conflicts.prefix(Self.cardLimit).map(card)),
      "conflict_count": .whole(dossier.conflicts.count),
      "corrections": .init(story: teller.corrections),
      "explanation": teller.explanation().map { .text(teller.say($0)) } ?? .null,
      "assumed": teller.assumed.map { .text(teller.say($0)) } ?? .null,
      "claims": .array(dossier.claims.map(claim)),
      "map": BoardMap(teller: teller).json, "times": BoardTimes(teller: teller).json,
      "sections": .init(story: teller.routes + teller.pageFoot),
    ])
  }

  private var status: String {
    guard dossier.hasTested else { return "nothing-checked" }
    return switch dossier.verdict {
    case .cannotAllBeTrue: "cannot-all-be-true"
    case .unlikely: "unlikely"
    case .noContradiction: "no-contradiction"
    case .undecided: "undecided"
    }
  }

  private func count(_ count: (verdict: Verdict, count: Int)) -> JSONValue {
    .object([
      "verdict": .text(count.verdict.rawValue), "count": .whole(count.count),
      "sign": .text(count.verdict.sign), "words": .text(teller.say(count.verdict.words)),
    ])
  }

  // MARK: Points and cards

  private func point(
    _ account: ClaimAccount, _ why: Phrase?, _ conflict: Conflict?, _ told: Story.Point? = nil
  ) -> JSONValue {
    var words = why.map { teller.say($0) } ?? ""
    if case .paragraph(let line)? = told?.below.first { words = line.text }
    var fields = named(account, limit: 90)
    fields["why"] = .text(words)
    fields["scale"] = scale(account, conflict)
    return .object(fields)
  }

  private func named(_ account: ClaimAccount, limit: Int) -> [String: JSONValue] {
    [
      "claim": .text(account.claim.id.text), "verdict": .text(account.verdict.rawValue),
      "sign": .text(account.verdict.sign), "words": .text(teller.say(account.verdict.words)),
      "quote": .text(teller.shortQuote(account.claim, limit: limit)),
      "outlet": .text(dossier.source(of: account.claim)?.outlet ?? ""),
    ]
  }

  private func scale(_ account: ClaimAccount, _ conflict: Conflict?) -> JSONValue {
    guard let scale = teller.scale(account, conflict) else { return .null }
    return .object([
      "title": .text(scale.title), "from_zero": .flag(scale.fromZero),
      "rows": .array(
        scale.rows.map { row in
          .object([
            "name": .text(row.name), "text": .text(row.text), "low": .optional(row.ends.low),
            "high": .optional(row.ends.high), "reported": .flag(row.isReported),
          ])
        }),
    ])
  }

  private func card(_ conflict: Conflict) -> JSONValue {
    let blame = teller.blame(conflict)
    let statements = conflict.members.compactMap { id -> (Member.ID, Story.Statement)? in
      teller.statement(id, isNamed: false).map { (id, $0) }
    }
    let sides = statements.filter { $0.1.isQuote }.map { id, statement -> JSONValue in
      guard case .object(var fields) = JSONValue(statement) else { return .null }
      fields["claim"] = dossier.members[id]?.claim.map { .text($0.text) } ?? .null
      return .object(fields)
    }
    let facts = statements.map { $0.1 }.filter { !$0.isQuote }
    return .object([
      "gravity": .text(gravity(conflict)),
      "title": blame.map { .text(teller.say($0.sentence)) } ?? .null,
      "culprit": blame.map { .text($0.account.claim.id.text) } ?? .null, "sides": .array(sides),
      "scale": blame.map { scale($0.account, conflict) } ?? .null,
      "reasoning": .init(
        story: (facts.isEmpty ? [] : [.statements(facts)])
          + teller.parts(of: conflict, number: 1).reasoning),
    ])
  }

  private func gravity(_ conflict: Conflict) -> String {
    switch conflict.gravity {
    case .contradiction: "contradiction"
    case .improbable: "improbable"
    case .wording: "wording"
    }
  }

  // MARK: Claims

  private func claim(_ account: ClaimAccount) -> JSONValue {
    var fields = named(account, limit: 120)
    let member = dossier.members[.claim(account.claim.id)]
    let taken = member?.readings.first.flatMap { reading in
      reading.value.interval.map { teller.say(teller.text($0, reading.value, of: account.claim)) }
    }
    fields["taken"] = .text(taken ?? "")
    fields["left"] = .array(teller.left(account).map { .text($0) })
    fields["reason"] = .text(
      account.reason.isEmpty ? "" : "\(teller.say(account.reason.capitalized)).")
    fields["modality"] = .text(account.claim.modality.rawValue)
    fields["details"] = .array(teller.detailLines(account).map(JSONValue.init))
    return .object(fields)
  }
}
