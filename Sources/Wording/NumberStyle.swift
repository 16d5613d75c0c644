/// How a language writes numbers.
public struct NumberStyle: Hashable, Sendable {
  let decimalMark: String
  /// Between thousands.
  let groupMark: String

  public init(decimalMark: String, groupMark: String) {
    self.decimalMark = decimalMark
    self.groupMark = groupMark
  }

  public static let english = NumberStyle(decimalMark: ".", groupMark: ",")

  /// A number with a fixed count of decimals.
  public func text(_ value: Double, decimals: Int) -> String {
    var scale = 1.0
    for _ in 0..<decimals { scale *= 10 }
    guard value.isFinite, abs(value) * scale < 1e18 else { return "\(value)" }
    let units = Int64((abs(value) * scale).rounded())
    let divisor = Int64(scale)
    let sign = value < 0 && units > 0 ? "−" : ""
    let whole = sign + grouped(units / divisor)
    guard decimals > 0 else { return whole }
    let rest = String(units % divisor)
    return whole + decimalMark + String(repeating: "0", count: decimals - rest.count) + rest
  }

  private func grouped(_ value: Int64) -> String {
    let digits = Array(String(value))
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { text += groupMark }
      text.append(digit)
    }
    return text
  }
}
