public import Gazetteer
public import TrainMotion
public import Wording

/// How long a train needs from a place to another, part by part.
public struct TrainJourney: Sendable {
  /// One thing that takes time.
  public struct Entry: Sendable {
    public let title: Phrase
    /// Seconds.
    public let time: ClosedRange<Double>
    public let basis: Phrase
    /// Whether it is something that happens at a place: a change of gauge, a reversal.
    public var isEvent = false
    /// Whether it is a stop.
    public var isDwell = false
    /// The station of a change of gauge.
    public var gaugeBreak: Place.ID?
  }

  public let route: TrainRoute
  /// What it sets out with.
  public let model: TrainModel
  /// Less than this no train of the model can need: its ceilings and the line's alone, in seconds.
  public let fastest: Double
  /// The technical running time, in seconds: full effort, every limit used, the best and the worst case.
  public let technical: ClosedRange<Double>
  /// Every part of the likely time.
  public let ledger: [Entry]
  public let bestCurve: RunCurve
  public let worstCurve: RunCurve
  /// Whether other trains' times went into the likely one.
  public let isTimetabled: Bool

  public var places: [Place] { route.places }
  public var way: TypedDistance { route.way }
  public var profile: LineProfile { route.profile }
  public var stops: [TrainRoute.Stop] { route.stops }

  /// What it runs with at a place, in metres from the start.
  public func train(at position: Double) -> TrainModel {
    stops.last { $0.call.train != nil && $0.position <= position }?.call.train ?? model
  }

  /// The likely time in seconds: the sum of the ledger.
  public var likely: ClosedRange<Double> {
    ledger.reduce(0...0) {
      $0.lowerBound + $1.time.lowerBound...$0.upperBound + $1.time.upperBound
    }
  }
}

extension TrainJourney {
  /// The same journey held back: what is likely without is likely with as well, and the rest is added.
  ///
  /// - Parameters:
  ///   - profile: the line with what holds the train back.
  ///   - runs: the runs over it.
  func held(by profile: LineProfile, _ runs: TrainRuns) -> TrainJourney {
    let technical = runs.technical
    let events = ledger.filter { $0.isEvent || $0.isDwell }.reduce(0) {
      $0 + $1.time.lowerBound
    }
    // At the least as slow as it must run; at the most as much slower as its worst case is.
    let least = max(0, technical.lowerBound + events - likely.lowerBound)
    let most = max(least, technical.upperBound - self.technical.upperBound)
    let entry = Entry(
      title: "held back", time: least...most,
      basis: "by the greatest speed and the slower stretches given")
    return TrainJourney(
      route: TrainRoute(places: places, way: way, profile: profile, stops: stops), model: model,
      fastest: runs.fastest, technical: technical, ledger: ledger + [entry], bestCurve: runs.best,
      worstCurve: runs.worst, isTimetabled: isTimetabled)
  }

  /// The same with another ledger, over a way of which the times are a share.
  func with(_ ledger: [Entry], share: Double = 1) -> TrainJourney {
    TrainJourney(
      route: route, model: model, fastest: fastest * share,
      technical: technical.lowerBound * share...technical.upperBound * share, ledger: ledger,
      bestCurve: bestCurve, worstCurve: worstCurve, isTimetabled: isTimetabled)
  }
}
