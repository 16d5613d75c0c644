/// What is to be said of all claims together.
public enum CaseVerdict: Sendable {
  /// They cannot all be true, however widely words are read.
  case cannotAllBeTrue
  /// They can, but only beyond what nearly all of the kind keep to.
  case unlikely
  /// No contradiction was found, with a way in which all that is stated holds; nil where that asks for words to be read
  /// loosely.
  case noContradiction(Witness?)
  case undecided(Undecided)
}

extension CaseVerdict {
  /// Whether it was proved that not all can be true.
  public var isContradictory: Bool {
    if case .cannotAllBeTrue = self { return true }
    return false
  }
}
