public import Plausibility
public import Wording

extension Undecided {
  /// The reason as a clause.
  public var words: Phrase {
    switch self {
    case .timeUp: "the time was up"
    case .effortSpent: "more would have to be looked at than is of one case"
    case .tooManyReadings: "there are too many readings to try all"
    case .openProducts:
      "products of speeds and times leave room, and no example was found in it"
    case .tooFine: "an example would have to be more exact than the arithmetic is"
    case .openCases: "a distinction of cases was not finished"
    case .failedExample: "an example was found, and did not pass when it was checked again"
    case .moreConflicts: "there are more conflicts than are looked for"
    }
  }
}
