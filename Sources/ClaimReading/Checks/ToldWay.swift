public import Figures

/// Figures that the words give of one way together, wherever it goes: "79 days for the 14,200 km", "averages 226 km/h; its
/// top speed is 170 km/h". What they come to holds whatever else they may be tied to.
public struct ToldWay: Sendable {
  /// Indices into the article's figures, in the text's order: a length with its time, averages and greatest speeds.
  public let figures: [Int]
  /// Indices of those that are parts of the first of them, in the order told: "14 km long, nineteen of them in tunnel".
  public var parts: [Int] = []
  /// By what it was made; nil where the words leave that open.
  public let means: Means?
}
