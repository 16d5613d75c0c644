/// A place that a name is taken to mean.
public struct SettledPlace: Hashable, Sendable {
  public let place: Place
  /// Other places that it could mean, the most prominent first.
  public let others: [Place]

  public init(place: Place, others: [Place]) {
    self.place = place
    self.others = others
  }
}
