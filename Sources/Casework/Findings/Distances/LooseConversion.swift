import Claims
import Wording

extension Rules {
  /// A bracketed conversion that is not the same value.
  enum LooseConversion: CaseRule {
    static let summary = "the value in brackets is not the value before them in another unit"
    static let threshold =
      "off by more than half its last printed digit; a warning from 5 % on"
    static let basis = "the International Yard and Pound Agreement, 1959: a mile is 1,609.344 m"

    static func findings(_ context: FindingContext) -> [Finding] {
      context.claims.compactMap { account in
        guard let value = account.claim.value, let conversion = value.conversion, value.siValue > 0
        else { return nil }
        let exact = value.siValue / conversion.unit.siSize
        let printed = conversion.number.value
        guard abs(exact - printed) > conversion.number.lastDigit / 2 else { return nil }
        let gap = abs(conversion.siValue - value.siValue) / value.siValue
        return finding(
          gap > 0.05 ? .warning : .note,
          """
          \(value.number.value.plain) \(term: value.unit.symbol) is \(exact, decimals: 1) \
          \(term: conversion.unit.symbol), printed as \(printed.plain): off by \(gap * 100, decimals: 1) %
          """, claims: [account.claim.id])
      }
    }
  }
}
