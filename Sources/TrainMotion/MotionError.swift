import Quantities

/// Why a run cannot be worked out.
public enum MotionError: Error, Hashable, Sendable, CustomStringConvertible {
  case effort(String)
  case stock(String)
  case path(String)
  /// The train cannot go on at a place, in metres from the start: its effort does not overcome resistance and
  /// gradient.
  case stalls(at: Double, perMille: Double)
  /// The target is less than the train needs at its best, in seconds.
  case tooFast(target: Double, least: Double)

  public var description: String {
    switch self {
    case .effort(let message): "tractive effort: \(message)"
    case .stock(let message): "rolling stock: \(message)"
    case .path(let message): "running path: \(message)"
    case .stalls(let place, let gradient):
      "the train stalls \(Int(held: place.rounded())) m on: its effort does not overcome a resistance of "
        + "\((gradient * 10).rounded() / 10) ‰ there"
    case .tooFast(let target, let least):
      "\(Int(held: target.rounded())) s are less than the \(Int(held: least.rounded())) s that the train needs at its best"
    }
  }
}
