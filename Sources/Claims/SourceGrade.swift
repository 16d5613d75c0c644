/// How good a source and its information are held to be, by the Admiralty code (NATO AJP-2.1, annex: reliability
/// A to F, credibility 1 to 6). It ranks what is shown first and never decides what is true.
public struct SourceGrade: Hashable, Sendable, CustomStringConvertible {
  public enum Reliability: String, CaseIterable, Sendable {
    case completely = "A"
    case usually = "B"
    case fairly = "C"
    case notUsually = "D"
    case unreliable = "E"
    case cannotBeJudged = "F"
  }

  public let reliability: Reliability
  /// 1 confirmed, 2 probably true, 3 possibly true, 4 doubtful, 5 improbable, 6 cannot be judged; nil where
  /// nobody said.
  public let credibility: Int?

  /// A grade as it is written, such as `B2` or `B`; nil where it is none.
  public init?(_ text: String) {
    guard let first = text.first, let reliability = Reliability(rawValue: String(first)) else {
      return nil
    }
    self.reliability = reliability
    guard text.count > 1 else {
      credibility = nil
      return
    }
    guard text.count == 2, let digit = text.last?.wholeNumberValue, (1...6).contains(digit) else {
      return nil
    }
    credibility = digit
  }

  public var description: String {
    reliability.rawValue + (credibility.map(String.init) ?? "")
  }

  /// What giving up a statement of this grade costs beside one of which nothing is known, which costs 1.
  ///
  /// From a quarter for E5 to three times for A1: an order, not a measure.
  public var weight: Double {
    let letters: [Reliability: Double] = [
      .completely: 2, .usually: 1.5, .fairly: 1.25, .notUsually: 0.75, .unreliable: 0.5,
      .cannotBeJudged: 1,
    ]
    let digits: [Int: Double] = [1: 1.5, 2: 1.25, 3: 1, 4: 0.75, 5: 0.5, 6: 1]
    return (letters[reliability] ?? 1) * (credibility.flatMap { digits[$0] } ?? 1)
  }
}
