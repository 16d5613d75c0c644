public import Travel
public import Reporting
import Quantities
import Railways
public import TrainMotion

/// How long a train needs.
public struct RunQuestion: Sendable {
  /// What the train runs on.
  public enum Way: Sendable {
    case between(String, String)
    /// A running path as simulators have it, with its name.
    case over(RunningPath, named: String)
  }

  public var way: Way
  /// Of the library, by its name there.
  public var train = "passenger-train"
  /// A train that is in no library, in place of `train`.
  public var ownTrain: TrainModel?
  /// Places of stops in order, with what for (`khasan=border`) or how many minutes (`khasan=30..90`).
  public var stop: [String] = []
  /// Where it goes on with another train: `ussuriysk=passenger-train`.
  public var change: [String] = []
  /// A speed in km/h that it never passes.
  public var maxSpeed: Double?
  /// Slower stretches: `120..135=40` is 40 km/h between km 120 and 135.
  public var limit: [String] = []

  /// Whether the world has other timetables than the built-in ones.
  public var hasOtherSpeeds = false

  public init(_ way: Way) { self.way = way }

  /// - Throws: `QuestionError`.
  public func answer(in world: World) throws(QuestionError) -> RunReport {
    let model: TrainModel
    if let ownTrain { model = ownTrain } else { model = try self.model(train, world) }
    let restrictions = try restrictions()
    let journey: TrainJourney
    switch way {
    case .over(let path, let name):
      guard stop.isEmpty, change.isEmpty else {
        throw QuestionError("a running path of its own takes no stops and no changes of train")
      }
      do { journey = try world.journey(by: model, over: path, named: name, restrictions) } catch {
        throw QuestionError(naming: error)
      }
    case .between(let start, let end):
      let calls = try calls(world)
      do {
        journey = try world.journey(by: model, from: start, calls: calls, to: end, restrictions)
      } catch {
        throw QuestionError(naming: error)
      }
    }
    let source = journey.way.course?.source
    return RunReport(
      journey,
      attributions: world.attributions(
        of: journey.places, usesKilometrage: source != nil && source?.detail == nil,
        usesTimetables: !hasOtherSpeeds && journey.isTimetabled)
        + (source?.parts ?? []).map(\.attribution).filter { !$0.isEmpty })
  }

  private func model(_ name: String, _ world: World) throws(QuestionError) -> TrainModel {
    guard let model = world.train(named: name) else {
      throw QuestionError(
        naming: TrainJourneyError.unknownTrain(
          name, known: world.trains.map(\.id), similar: world.trains(like: name)))
    }
    return model
  }

  private func restrictions() throws(QuestionError) -> TrainRestrictions {
    var restrictions = TrainRestrictions()
    if let maxSpeed {
      guard maxSpeed.isFinite, (1...1_000).contains(maxSpeed) else {
        throw QuestionError(.maxSpeed, maxSpeed, "1 to 1000 km/h")
      }
      restrictions.cap = maxSpeed / 3.6
    }
    for text in limit {
      let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2, let range = NumberRange.parse(parts[0]), range.lowerBound >= 0,
        range.lowerBound < range.upperBound, let speed = Double(parts[1]),
        (1...1_000).contains(speed)
      else { throw QuestionError(.limit, text, "write km and km/h, 120..135=40") }
      restrictions.limits.append(
        TrainRestrictions.Limit(
          range: range.lowerBound * 1_000...range.upperBound * 1_000, speed: speed / 3.6))
    }
    return restrictions
  }

  /// The stops between, with those at which the train is changed.
  private func calls(_ world: World) throws(QuestionError) -> [TrainCall] {
    var trains: [(place: String, train: TrainModel)] = []
    for text in change {
      let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2 else {
        throw QuestionError(.change, text, "write PLACE=TRAIN, as in ussuriysk=passenger-train")
      }
      trains.append((parts[0], try model(parts[1], world)))
    }
    var calls: [TrainCall] = []
    if stop.isEmpty {
      for change in trains {
        calls.append(
          TrainCall(place: change.place, kind: try kind("locomotive", world), train: change.train))
      }
      return calls
    }
    for text in stop {
      let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
      let place = parts.first ?? text
      let index = trains.firstIndex { $0.place == place }
      let change = index.map { trains.remove(at: $0) }
      let kind = try kind(
        parts.count == 2 ? parts[1] : change == nil ? "call" : "locomotive", world)
      calls.append(TrainCall(place: place, kind: kind, train: change?.train))
    }
    if let left = trains.first {
      throw QuestionError(
        .change, left.place, "name it among the stops too, in their order")
    }
    return calls
  }

  private func kind(_ text: String, _ world: World) throws(QuestionError) -> StopKind {
    if let kind = world.stopKinds.first(where: { $0.id == text }) { return kind }
    if let minutes = NumberRange.parse(text), minutes.lowerBound >= 0, minutes.upperBound <= 10_000
    {
      return .given(minutes.lowerBound * 60...minutes.upperBound * 60)
    }
    throw QuestionError(
      .stop, "PLACE=\(text)",
      "write minutes, 60 or 30..90, or one of \(world.stopKinds.map(\.id).joined(separator: ", "))")
  }
}
