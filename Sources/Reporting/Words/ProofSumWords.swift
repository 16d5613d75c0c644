import Casework
import Claims
import Plausibility
import Wording

/// Statements that only together cannot hold, told one after another with their numbers.
struct ProofSumWords {
  private let sum: ProofSum
  private let words: ProofWords

  init(_ sum: ProofSum, _ words: ProofWords) {
    self.sum = sum
    self.words = words
  }

  var sentences: Phrase {
    let bounds = sum.parts.filter(\.isBound).map(told)
    let others = sum.parts.filter { !$0.isBound }.map(told)
    return "Together these cannot hold: \((others + bounds).joined(separator: "; "))."
  }

  private func told(_ part: ProofSum.Part) -> Phrase {
    let reason: Phrase =
      part.member.map { " (\(words.name($0)))" } ?? (part.isBound ? words.reasons(part.steps) : "")
    switch part.statement {
    case .bound(let subject, let relation, let value):
      return "\(words.bound(of: subject, relation, value))\(reason)"
    case .order(let greater, let less):
      return """
        \(words.subject(.quantity(greater))) is not less than \(words.subject(.quantity(less)))\(reason)
        """
    case .total(let total, let parts):
      let names = parts.map { words.subject(.quantity($0)) }
      return """
        \(words.subject(.quantity(total))) is the sum of \(names.joined(separator: ", "))\(reason)
        """
    case .product(let product): return told(product) + reason
    }
  }

  private func told(_ product: ProofProduct) -> Phrase {
    let distance = words.subject(.quantity(product.distance))
    let time = words.subject(.elapsed(product.from, product.to))
    if case .pace = product.speed { return "\(distance) is \(time)" }
    let speed =
      product.speed.dimension == .ratio
      ? ValueFormat(.quantity(product.speed), words.dossier.titles).text(product.pace)
      : Numbers.speed(product.pace)
    guard product.time > 0 else {
      return product.isUpper
        ? "\(distance) is at most \(speed) times \(time)"
        : "\(distance) is at least \(speed) times \(time)"
    }
    let (factor, near) = (words.subject(.quantity(product.speed)), Numbers.duration(product.time))
    return product.isUpper
      ? """
      \(distance) is \(factor) times \(time), which near \(speed) and \(near) is at most a plane through both
      """
      : """
      \(distance) is \(factor) times \(time), which near \(speed) and \(near) is at least a plane through both
      """
  }
}

extension ProofSum.Part {
  /// Whether it is the bound of one subject.
  var isBound: Bool {
    if case .bound = statement { return true }
    return false
  }
}
