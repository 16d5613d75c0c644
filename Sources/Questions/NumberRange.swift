/// Numbers as questions give them.
public enum NumberRange {
  /// A number, or two joined by `..`, the lesser first.
  public static func parse(_ text: String) -> ClosedRange<Double>? {
    let parts = text.split(separator: "..", omittingEmptySubsequences: false).map(String.init)
    let numbers = parts.compactMap { Double($0) }
    guard numbers.count == parts.count, (1...2).contains(numbers.count),
      numbers.allSatisfy(\.isFinite), let low = numbers.first, let high = numbers.last, low <= high
    else { return nil }
    return low...high
  }
}
