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
  /// When it began and ended by the clock, where the figures are that and the time between.
  public var clocks: Clocks?

  /// A departure and an arrival by the clock.
  public struct Clocks: Sendable {
    /// Indices into the article's figures.
    public let departure: Int
    public let arrival: Int
    /// Where they were, as far as the words tell.
    public let from: MentionedPlace?
    public let to: MentionedPlace?
    /// Whether the words say of the time that it is the whole journey's, and not only that it went by before the arrival.
    public let isOfWhole: Bool
    /// A place that the article names.
    public let beside: MentionedPlace?
  }
}
