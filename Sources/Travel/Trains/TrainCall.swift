public import TrainMotion

/// A stop on the way of a train.
public struct TrainCall: Sendable {
  /// A name of the gazetteer or of an imported network's station.
  public let place: String
  public let kind: StopKind
  /// What it goes on with, where locomotives or cars are changed.
  public let train: TrainModel?

  public init(place: String, kind: StopKind, train: TrainModel? = nil) {
    self.place = place
    self.kind = kind
    self.train = train
  }
}
