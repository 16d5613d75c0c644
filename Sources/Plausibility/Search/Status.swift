import Claims

/// Whether members can all hold.
public enum Status: Sendable {
  /// They can: here is one way the world could be.
  case consistent(Witness)
  case contradictory
  /// Neither a contradiction nor an example was found.
  case undecided(Undecided)

  /// Whether a contradiction was proved.
  public var isContradictory: Bool {
    if case .contradictory = self { return true }
    return false
  }
}

extension ConstraintSystem {
  /// Whether the members at the given positions are proved to contradict each other under every reading.
  public func isContradictory(
    _ selected: [Int], widening: Widening = .asTheyStand
  ) -> Bool {
    contradicts(selected, widening: widening) == true
  }

  /// The same, nil where the search was given up before it was proved either way.
  func contradicts(
    _ selected: [Int], widening: Widening = .asTheyStand, patience: Int = 2_000
  ) -> Bool? {
    let problem = Problem(self, members: selected, widening: widening)
    switch Decider(problem, patience: patience).decide(.all(selected.count)) {
    case .consistent: return false
    case .contradictory: return true
    case .undecided: return nil
    }
  }

  /// Whether the members at the given positions can hold together; nil where that is not decided.
  public func canHold(_ selected: [Int]) -> Bool? { contradicts(selected).map { !$0 } }

  /// The status of the members at the given positions, with an example where there is one.
  public func status(of selected: [Int]) -> Status {
    var whole = Witness.empty
    var doubt: Undecided?
    for group in components(of: selected) {
      let problem = Problem(self, members: group)
      switch Decider(problem).decide(.all(group.count)) {
      case .consistent(let assignment, let readings):
        if let witness = Witness(assignment, readings, problem) {
          whole.formUnion(witness)
        } else {
          doubt = .failedExample
        }
      case .contradictory: return .contradictory
      case .undecided(let reason): doubt = reason
      }
    }
    return doubt.map { .undecided($0) } ?? .consistent(whole)
  }
}
