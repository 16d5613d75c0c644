import Plausibility
import Wording

/// What a claim comes to, in words. A case's headline is `CaseTeller+Verdict`.
extension Verdict {
  var words: Phrase {
    switch self {
    case .contradicted: "contradicted"
    case .disputed: "disputed"
    case .unlikely: "unlikely"
    case .loose: "loosely worded"
    case .crowFlies: "only as the crow flies"
    case .consistent: "consistent"
    case .untested: "not tested"
    }
  }

  /// How many claims come to it, such as `3 consistent`.
  func counted(_ count: Int) -> Phrase {
    switch self {
    case .contradicted: "\(count) contradicted"
    case .disputed: "\(count) disputed"
    case .unlikely: "\(count) unlikely"
    case .loose: "\(count) loosely worded"
    case .crowFlies: "\(count) only as the crow flies"
    case .consistent: "\(count) consistent"
    case .untested: "\(count) not tested"
    }
  }

  var style: Line.Style {
    switch self {
    case .contradicted, .disputed: .bad
    case .unlikely, .loose, .crowFlies: .warning
    case .consistent: .good
    case .untested: .dim
    }
  }

  var sign: String {
    switch self {
    case .contradicted, .disputed: "✗"
    case .unlikely: "!"
    case .loose: "~"
    case .crowFlies: "◐"
    case .consistent: "✓"
    case .untested: "?"
    }
  }
}
