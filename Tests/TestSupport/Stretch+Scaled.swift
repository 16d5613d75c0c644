public import Claims

extension Stretch {
  /// A share of the stretch: 1 is the stretch itself, 0 none.
  public func scaled(_ factor: Double) -> Stretch {
    switch self {
    case .factor(let amount): .factor(1 + (amount - 1) * factor)
    case .share(let amount): .share(amount * factor)
    case .hours(let amount): .hours(amount * factor)
    }
  }
}
