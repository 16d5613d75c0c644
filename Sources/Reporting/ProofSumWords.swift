import Casework
import Claims
import Plausibility

/// Statements that only together cannot hold, told one after another with their numbers.
struct ProofSumWords {
  private let sum: ProofSum
  private let words: ProofWords

  init(_ sum: ProofSum, _ words: ProofWords) {
    self.sum = sum
    self.words = words
  }

  var sentences: String {
    let bounds = sum.parts.filter(\.isBound).map(told)
    let others = sum.parts.filter { !$0.isBound }.map(told)
    return "Together these cannot hold: \((others + bounds).joined(separator: "; "))."
  }

  private func told(_ part: ProofSum.Part) -> String {
    let reason =
      part.member.map { " (\(words.name($0)))" } ?? (part.isBound ? words.reasons(part.steps) : "")
    switch part.statement {
    case .bound(let subject, let relation, let value):
      let format = ValueFormat(subject, words.dossier.titles)
      let text = format.text(value)
      let bound =
        if case .moment = format {
          relation == .atLeast ? "at the earliest \(text)" : "at the latest \(text)"
        } else {
          relation == .atLeast ? "at least \(text)" : "at most \(text)"
        }
      return "\(words.subject(subject)) is \(bound)\(reason)"
    case .order(let greater, let less):
      return "\(words.subject(.quantity(greater))) is not less than "
        + "\(words.subject(.quantity(less)))\(reason)"
    case .total(let total, let parts):
      let names = parts.map { words.subject(.quantity($0)) }
      return "\(words.subject(.quantity(total))) is the sum of \(names.joined(separator: ", "))"
        + reason
    case .product(let product): return told(product) + reason
    }
  }

  private func told(_ product: ProofProduct) -> String {
    let distance = words.subject(.quantity(product.distance))
    let time = words.subject(.elapsed(product.from, product.to))
    let speed = Numbers.speed(product.pace)
    let side = product.isUpper ? "at most" : "at least"
    guard product.time > 0 else { return "\(distance) is \(side) \(speed) times \(time)" }
    return "\(distance) is \(words.subject(.quantity(product.speed))) times \(time), which near "
      + "\(speed) and \(Numbers.duration(product.time)) is \(side) a plane through both"
  }
}

extension ProofSum.Part {
  /// Whether it is the bound of one subject.
  var isBound: Bool {
    if case .bound = statement { return true }
    return false
  }
}
