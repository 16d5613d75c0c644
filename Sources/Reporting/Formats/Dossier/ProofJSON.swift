import Casework
import Chronology
import Claims
import Plausibility
import Wording

extension JSONValue {
  /// A proof as a tree: steps, each an inequality with its member or the steps it follows from, and what cannot be
  /// at their end.
  init(_ proof: Proof, _ titles: Titles) {
    self = .object([
      "readings": JSONValue(readings: proof.readings, titles),
      "steps": .array(
        proof.steps.map { step in
          .object([
            "subject": Self.subject(step.subject, titles),
            "relation": .text(step.relation == .atLeast ? "at least" : "at most"),
            "value": Self.value(step.value, of: step.subject),
            "member": step.member.map { .text($0.text) } ?? .null,
            "from": .array(step.premises.map { .whole($0) }),
          ])
        }),
      "end": Self.end(proof.end, titles),
    ])
  }

  /// What tells the chosen readings from the others, by their members.
  init(readings: [Member.ID: Int], _ titles: Titles) {
    self = .object(
      Dictionary(
        uniqueKeysWithValues: readings.map {
          ($0.key.text, JSONValue.words(titles.label(of: $0.value, in: $0.key)))
        }))
  }

  private static func end(_ end: Proof.End, _ titles: Titles) -> JSONValue {
    switch end {
    case .crossing(let crossing):
      return .object([
        "kind": .text("crossing"), "subject": subject(crossing.subject, titles),
        "at_least": value(crossing.lower, of: crossing.subject),
        "at_most": value(crossing.upper, of: crossing.subject),
        "at_least_from": .array(crossing.lowerSteps.map { .whole($0) }),
        "at_most_from": .array(crossing.upperSteps.map { .whole($0) }),
      ])
    case .sum(let sum):
      return .object([
        "kind": .text("sum"), "at_least": .rounded(sum.lower, 6), "at_most": .rounded(sum.upper, 6),
        "parts": .array(
          sum.parts.map { part in
            .object([
              "weight": .rounded(part.weight, 9),
              "statement": statement(part.statement, titles),
              "member": part.member.map { .text($0.text) } ?? .null,
              "from": .array(part.steps.map { .whole($0) }),
            ])
          }),
      ])
    case .cases(let quantity, let limit, let below, let above):
      return .object([
        "kind": .text("cases"), "subject": subject(.quantity(quantity), titles),
        "limit": .rounded(limit, 6), "if_at_most": JSONValue(below, titles),
        "if_more": JSONValue(above, titles),
      ])
    }
  }

  private static func statement(_ statement: ProofSum.Statement, _ titles: Titles) -> JSONValue {
    func name(_ quantity: QuantityID) -> JSONValue {
      .words(titles.quantities[quantity] ?? "\(quantity)")
    }
    switch statement {
    case .bound(let about, let relation, let bound):
      return .object([
        "subject": subject(about, titles),
        "relation": .text(relation == .atLeast ? "at least" : "at most"),
        "value": value(bound, of: about),
      ])
    case .order(let greater, let less):
      return .object([
        "subject": name(greater), "relation": .text("not less than"), "value": name(less),
      ])
    case .total(let total, let parts):
      return .object([
        "subject": name(total), "relation": .text("sum of"), "value": .array(parts.map(name)),
      ])
    case .product(let product):
      return .object([
        "subject": name(product.distance),
        "relation": .text(product.isUpper ? "at most" : "at least"),
        "speed": name(product.speed),
        "time": subject(.elapsed(product.from, product.to), titles),
        "near_m_s": .rounded(product.pace, 6), "near_s": .rounded(product.time, 3),
      ])
    }
  }

  private static func subject(_ subject: ProofSubject, _ titles: Titles) -> JSONValue {
    switch subject {
    case .quantity(let quantity): return .words(titles.quantities[quantity] ?? "\(quantity)")
    case .elapsed(.origin, let to) where titles.stands[to] != nil:
      return titles.stands[to].map { self.subject(.quantity($0), titles) } ?? .null
    case .elapsed(let from, let to):
      let end = titles.events[to]?.words ?? "\(to)"
      guard from != .epoch else { return .words(end) }
      let start = titles.events[from]?.words ?? "\(from)"
      return .words("the time from \(start) to \(end)")
    }
  }

  /// Moments in ISO 8601, all else in SI.
  private static func value(_ value: Double, of subject: ProofSubject) -> JSONValue {
    if case .elapsed(.epoch, _) = subject {
      return value.isFinite ? .text(Numbers.iso(value)) : .null
    }
    return .rounded(value, 3)
  }
}
