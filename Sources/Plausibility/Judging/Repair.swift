public import Claims

/// What would resolve a conflict.
public struct Repair: Sendable {
  /// The claim that would have to give way.
  public let claim: Claim.ID
  /// How far its words would have to be stretched; nil where no stretch would do and it must be
  /// dropped.
  public let stretch: Stretch?
  /// The nearest value that would do, in SI; moments are seconds since 1970.
  public let value: Double?
  /// The readings of the other members under which that is the least, where they have several.
  public let readings: [Member.ID: Int]
  /// What the other members of the conflict imply for it, reading by reading.
  public let implications: [Implication]
  /// Whether the stretch is within what the profile calls one.
  public let isWithinLimit: Bool
  /// Whether the stretch is shown to do; else it takes at least as much.
  public let isExact: Bool
  /// Whether it leaves out some of what the claim says, as the outliers of a track; then its readings say what.
  public var leavesOut = false
}
