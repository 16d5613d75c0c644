/// One thing that a figure may belong to.
public struct TieChoice: Sendable {
  /// What it would be tied to; its confidence is the share of all choices.
  public internal(set) var tie: FigureTie
  /// What kind of tie it is, for the table of weights.
  public var kindName: String { kind.rawValue }
  /// The signs that speak for it or against it.
  public var signNames: [String] { features.map { TieFeature.names[$0.index] } }

  /// From where to where the journey goes that it is of.
  public internal(set) var ends: (from: MentionedPlace?, to: MentionedPlace?) = (nil, nil)

  let kind: TieKind
  let features: [TieFeature]
}
