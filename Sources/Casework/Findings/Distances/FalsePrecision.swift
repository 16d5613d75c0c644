import Claims
import Quantities
import Wording

extension Rules {
  /// A number printed with more digits than what it comes from had.
  enum FalsePrecision: CaseRule {
    static let summary =
      "a number has digits that nobody measured: a rounded figure was converted and not rounded again, or a "
      + "hedge stands before exact digits"
    static let threshold =
      "a conversion with at least two significant digits more than its original; \"about\" before five "
      + "significant digits or more"
    static let basis =
      "JCGM 100:2008 (GUM) 7.2.6: digits beyond the uncertainty are superfluous"

    static func findings(_ context: FindingContext) -> [Finding] {
      context.claims.compactMap { account in
        guard let value = account.claim.value else { return nil }
        let own = value.number.significantDigits
        if let other = value.conversion?.number.significantDigits, abs(own - other) >= 2 {
          let fewer = min(own, other)
          return finding(
            .note,
            """
            "\(account.claim.quote)": one of its two figures has \(max(own, other)) significant digits, the other \
            \(fewer); it is known to \(fewer) at most
            """, claims: [account.claim.id])
        }
        let isHedged = [Hedge.about, .nearly, .justOver].contains(value.hedge)
        guard isHedged, own >= 5 else { return nil }
        return finding(
          .note, "\"\(account.claim.quote)\" hedges \(own) significant digits",
          claims: [account.claim.id])
      }
    }
  }
}

extension PrintedNumber {
  /// How many digits say something: 3 for 1,180, 6 for 2,758.42.
  var significantDigits: Int {
    var digits = 0
    var whole = (abs(value) / grain).rounded()
    while whole >= 1, digits < 18 {
      digits += 1
      whole = (whole / 10).rounded(.down)
    }
    return digits
  }
}
