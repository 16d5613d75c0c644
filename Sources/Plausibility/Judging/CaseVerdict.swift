/// What is to be said of all claims together.
public enum CaseVerdict: Sendable {
  case canAllBeTrue(Witness)
  case cannotAllBeTrue(isFirm: Bool)
  case undecided(Undecided)
}

extension CaseVerdict {
  /// Whether it was proved that not all can be true.
  public var isContradictory: Bool {
    if case .cannotAllBeTrue = self { return true }
    return false
  }

  /// Whether that holds however widely the words are read.
  public var isFirm: Bool {
    if case .cannotAllBeTrue(true) = self { return true }
    return false
  }
}
