import Foundation

/// Words that a native English editor would not print, and what to write instead.
public enum PlainWords {
  /// A habit as a regular expression over lower-case text, and its plain English.
  private static let habits: [(habit: String, plain: String)] = [
    (#"\btold\b|\btells?\b|\btelling\b"#, "reported, given, listed, shown"),
    (#"\bmend(s|ed|ing)?\b"#, "resolve, correct, fix"),
    (#"\bbesides\b"#, "also, in addition"),
    (#"\bso many\b"#, "at most N, up to N"),
    (#"\bat the (least|most)\b(?! [a-z])"#, "at least, at most"),
    (#"\btaken for granted\b|\btakes for granted\b"#, "assumed, assumptions"),
    (#"\bstand together\b"#, "all be true, be consistent"),
    (#"\bis gone\b|\bgo(es)? on with\b|\bgone on\b"#, "travelled, continued"),
    (#"\bbeyond any stretch\b|\btimes its profile\b"#, "no reading stretches that far"),
    (#"\bis stood\b|\bis otherwise\b|\bare otherwise\b"#, "standing time, changed"),
    (#"\bnot all can\b|\bby and by\b"#, "say it directly"),
    (#", .{1,40} otherwise[.;)]"#, "(default: …)"),
  ]

  /// Where a habit is the right word, each with the reason.
  private static let exceptions: [(words: String, reason: String)] = [
    ("tell the grain", "what a digit shows"),
    ("told apart", "distinguished, an idiom"),
  ]

  /// Every habit in a text, with the words around it.
  public static func habits(in text: String) -> [String] {
    var lower = text.lowercased().replacing(/\s+/, with: " ")
    for exception in exceptions { lower = lower.replacing(exception.words, with: "") }
    return habits.flatMap { habit -> [String] in
      guard let pattern = try? Regex(habit.habit) else { return ["no pattern: \(habit.habit)"] }
      return lower.ranges(of: pattern).map { range in
        let start = lower.index(range.lowerBound, offsetBy: -40, limitedBy: lower.startIndex)
        let end = lower.index(range.upperBound, offsetBy: 40, limitedBy: lower.endIndex)
        let around = lower[(start ?? lower.startIndex)..<(end ?? lower.endIndex)]
        return "“…\(around)…”: write \(habit.plain)"
      }
    }
  }
}
