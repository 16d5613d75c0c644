public import Plausibility

/// What a scenario answers where it is asked for a word.
public enum AnswerWord: Hashable, Sendable {
  /// Whether everything that is stated can hold; nil where that is not decided.
  case verdict(Bool?)
  /// What is to be said of a claim.
  case claimVerdict(Verdict)
  /// Whether some claims can hold together; nil where that is not decided.
  case possible(Bool?)

  /// As it stands in conditions and documents.
  public var text: String {
    switch self {
    case .verdict(let isPlausible):
      isPlausible.map { $0 ? "plausible" : "implausible" } ?? Self.undecided
    case .claimVerdict(let verdict): verdict.rawValue
    case .possible(let isPossible): isPossible.map { $0 ? "yes" : "no" } ?? Self.undecided
    }
  }

  private static let undecided = "undecided"

  public var isUndecided: Bool {
    switch self {
    case .verdict(let answer), .possible(let answer): answer == nil
    case .claimVerdict(let verdict): verdict == .untested
    }
  }

  /// Whether it says that what was asked about can hold as it stands.
  public var isFavourable: Bool {
    switch self {
    case .verdict(let answer), .possible(let answer): answer == true
    case .claimVerdict(let verdict): verdict == .consistent
    }
  }
}
