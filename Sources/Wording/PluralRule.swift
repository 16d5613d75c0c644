/// How a language's words change with a count, by the Unicode CLDR rules for plurals (UTS 35, part 3) of whole numbers.
public enum PluralRule: String, CaseIterable, Sendable {
  /// Nothing changes: Chinese, Japanese, Korean.
  case unchanging
  /// One, and any other: English, German.
  case oneOrOther = "one-or-other"
  /// 1, 21, 31; 2 to 4, 22 to 24; all others: Russian, Ukrainian.
  case eastSlavic = "east-slavic"

  /// CLDR's names for the kinds of counts.
  public enum Category: String, CaseIterable, Sendable { case one, few, many, other }

  public func category(of count: Int) -> Category {
    switch self {
    case .unchanging: return .other
    case .oneOrOther: return count == 1 ? .one : .other
    case .eastSlavic:
      let (ten, hundred) = (count.magnitude % 10, count.magnitude % 100)
      if ten == 1, hundred != 11 { return .one }
      return (2...4).contains(ten) && !(12...14).contains(hundred) ? .few : .many
    }
  }
}
