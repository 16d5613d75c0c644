public import Flights
import Gazetteer
public import TrainMotion
public import Travel

extension World {
  /// The train of a name; an unnamed one is an ordinary passenger train.
  public func train(_ name: String) -> TrainModel? {
    train(named: name) ?? trains.first { $0.isGeneric }
  }

  /// Whether a name says more of a train than that it is one.
  func isNamed(_ train: String) -> Bool {
    self.train(named: train).map { !$0.isGeneric } ?? false
  }

  /// Whether a name says more of an aircraft than that it is an airliner.
  func isNamedAircraft(_ name: String) -> Bool {
    aircraft.called(name).map { $0.id != "jet-airliner" } ?? false
  }

  /// The aircraft of a name; an unnamed one is an ordinary airliner, one that nobody knows may be anything that flies.
  public func aircraft(_ name: String) -> Aircraft? {
    aircraft.called(name.isEmpty ? "jet-airliner" : name)
  }
}

extension TrainModel {
  /// Whether it stands for any train whose type nobody told.
  var isGeneric: Bool {
    ["passenger-train", "high-speed-train"].contains(id)
  }
}
