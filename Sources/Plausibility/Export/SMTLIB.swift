import Claims

/// A system in the notation of SMT solvers (C. Barrett, P. Fontaine and C. Tinelli, The SMT-LIB Standard, version
/// 2.6, 2021), so that another program can confirm what this one says.
///
/// Every member is an assertion named by its identifier; laws have no names. Moments are seconds since 1970,
/// distances metres, speeds metres a second. The logic is the one of nonlinear real arithmetic; the solver
/// decides exactly, where this program declares a tolerance of a millisecond and a billionth.
public struct SMTLIB: Sendable {
  private let system: ConstraintSystem
  private let selected: [Int]

  public init(system: ConstraintSystem, selected: [Int]) {
    self.system = system
    self.selected = selected
  }

  /// All selected members with a question for their status, then one for each conflict alone.
  ///
  /// - Parameters:
  ///   - title: what stands at the head, as a comment.
  ///   - words: what each member says, as a comment.
  ///   - conflicts: sets that are said to be contradictory.
  ///   - isContradictory: whether the whole is said to be; a core is asked for then.
  public func script(
    titled title: String, saying words: (Member.ID) -> String, conflicts: [[Int]],
    isContradictory: Bool
  ) -> String {
    let comments = selected.map {
      "; \(system.members[$0].id): \(line(words(system.members[$0].id)))"
    }
    let answer = isContradictory ? "unsat" : "sat"
    let core = isContradictory ? "\n(get-unsat-core)" : ""
    let questions = conflicts.enumerated().map { index, members in
      """
      (echo "conflict \(index + 1) alone, expected: unsat")
      \(question(members))
      """
    }
    return """
      ; \(line(title))
      ; Moments are seconds since 1970-01-01 UTC, distances metres, speeds metres a second.
      \(comments.joined(separator: "\n"))
      (set-option :produce-unsat-cores true)
      (set-logic QF_NRA)
      \(declarations)
      (echo "all statements, expected: \(answer)")
      (push 1)
      \(selected.map { assertion($0) }.joined(separator: "\n"))
      (check-sat)\(core)
      (pop 1)
      \(questions.joined(separator: "\n"))

      """
  }

  /// The variables and laws, and a question of its own for each of some sets of members.
  public func script(checking sets: [[Int]]) -> String {
    """
    (set-logic QF_NRA)
    \(declarations)
    \(sets.map(question).joined(separator: "\n"))

    """
  }

  private func question(_ members: [Int]) -> String {
    """
    (push 1)
    \(members.map { assertion($0) }.joined(separator: "\n"))
    (check-sat)
    (pop 1)
    """
  }

  /// Text that stays on one line of comment.
  private func line(_ text: String) -> String {
    String(
      text.unicodeScalars.map { scalar in
        // Control characters and marks of direction are commands to whoever prints it.
        let isPlain = ![.control, .format].contains(scalar.properties.generalCategory)
        return isPlain && !scalar.properties.isWhitespace ? Character(scalar) : " "
      })
  }

  private var declarations: String {
    let events = system.symbols.eventNames.dropFirst().map {
      "(declare-const \(symbol($0)) Real)"
    }
    let quantities = system.symbols.quantityNames.flatMap {
      ["(declare-const \(symbol($0)) Real)", "(assert (>= \(symbol($0)) 0.0))"]
    }
    let laws = system.laws.map { "(assert \(term($0)))" }
    return (events + quantities + laws).joined(separator: "\n")
  }

  private func assertion(_ member: Int) -> String {
    let member = system.members[member]
    let readings = member.readings.map { reading in
      joined("and", ([reading.value] + reading.others).map(term))
    }
    return "(assert (! \(joined("or", readings)) :named \(quoted("says " + member.id.text))))"
  }

  // MARK: Terms

  private func term(_ constraint: Constraint) -> String {
    switch constraint {
    case .within(let quantity, let interval): return within(symbol(quantity), interval)
    case .elapsed(let from, let to, let interval): return within(elapsed(from, to), interval)
    case .atLeast(let greater, let less): return "(>= \(symbol(greater)) \(symbol(less)))"
    case .sum(let total, let parts):
      let sum =
        parts.count == 1 ? symbol(parts[0]) : "(+ \(parts.map(symbol).joined(separator: " ")))"
      return "(= \(symbol(total)) \(parts.isEmpty ? "0.0" : sum))"
    case .reach(let distance, let speed, let from, let to):
      let time = elapsed(from, to)
      return "(and (>= \(time) 0.0) (<= \(symbol(distance)) (* \(symbol(speed)) \(time))))"
    case .average(let distance, let speed, let from, let to):
      let time = elapsed(from, to)
      return "(and (>= \(time) 0.0) (= \(symbol(distance)) (* \(symbol(speed)) \(time))))"
    }
  }

  private func within(_ term: String, _ interval: ClaimedInterval) -> String {
    joined(
      "and",
      [
        interval.lower.map { "(>= \(term) \(number($0)))" },
        interval.upper.map { "(<= \(term) \(number($0)))" },
      ].compactMap(\.self))
  }

  private func elapsed(_ from: EventID, _ to: EventID) -> String {
    switch (from == .epoch, to == .epoch) {
    case (true, true): "0.0"
    case (true, false): symbol(to)
    case (false, true): "(- \(symbol(from)))"
    case (false, false): "(- \(symbol(to)) \(symbol(from)))"
    }
  }

  private func joined(_ word: String, _ terms: [String]) -> String {
    switch terms.count {
    case 0: "true"
    case 1: terms[0]
    default: "(\(word) \(terms.joined(separator: " ")))"
    }
  }

  private func symbol(_ event: EventID) -> String { quoted("at " + event.text) }
  private func symbol(_ quantity: QuantityID) -> String { quoted(quantity.text) }

  /// Bars and backslashes cannot stand in a quoted symbol: they are written as in addresses, so that no two names
  /// become one.
  private func quoted(_ name: String) -> String {
    let escapes: [Character: String] = ["|": "%7C", "\\": "%5C", "%": "%25"]
    return "|" + name.map { escapes[$0] ?? String($0) }.joined() + "|"
  }

  /// The shortest decimals that read back as the value, without an exponent, which the standard does not know.
  private func number(_ value: Double) -> String {
    value < 0 ? "(- \(decimals(-value)))" : decimals(value)
  }

  private func decimals(_ value: Double) -> String {
    let parts = value.description.split(separator: "e")
    guard parts.count == 2, let exponent = Int(parts[1]) else { return value.description }
    let digits = parts[0].filter { $0 != "." }
    let point =
      (parts[0].firstIndex(of: ".").map { parts[0].distance(from: parts[0].startIndex, to: $0) }
        ?? parts[0].count) + exponent
    if point <= 0 { return "0." + String(repeating: "0", count: -point) + digits }
    let zeros = String(repeating: "0", count: max(0, point - digits.count))
    let padded = digits + zeros
    let whole = padded.prefix(point)
    let rest = padded.dropFirst(point)
    return "\(whole).\(rest.isEmpty ? "0" : String(rest))"
  }
}
