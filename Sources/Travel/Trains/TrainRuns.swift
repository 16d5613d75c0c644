import Quantities
import Railways
import TrainMotion

/// The runs of a train over a route, at their best and at their worst.
struct TrainRuns {
  let best: RunCurve
  let worst: RunCurve
  /// Seconds at the ceilings of train and line alone.
  let fastest: Double

  /// The technical running time in seconds.
  var technical: ClosedRange<Double> { best.time...max(best.time, worst.time) }

  /// - Parameters:
  ///   - model: what it sets out with.
  ///   - route: where it stops and goes on with something else.
  ///   - profile: the line as the train sees it.
  /// - Throws: `TrainJourneyError`.
  init(
    of model: TrainModel, over route: TrainRoute, _ profile: LineProfile
  ) throws(TrainJourneyError) {
    let parts = TrainPart.parts(of: route, setOutWith: model)
    best = try Self.curve(parts, isBest: true, over: profile.best)
    worst = try Self.curve(parts, isBest: false, over: profile.worst)
    let path = profile.ceilings
    fastest = parts.reduce(0) { sum, part in
      let piece = try? path.part(from: part.start * path.length, to: part.end * path.length)
      return sum + (piece?.fastestTime(noFasterThan: part.model.ceiling.metersPerSecond) ?? 0)
    }
  }

  /// The run with every train of the way, one after the other.
  private static func curve(
    _ parts: [TrainPart], isBest: Bool, over path: RunningPath
  ) throws(TrainJourneyError) -> RunCurve {
    var whole: RunCurve?
    for part in parts {
      do {
        let (from, to) = (part.start * path.length, part.end * path.length)
        let curve = try RunCurve(
          maximumEffortOf: isBest ? part.model.best : part.model.worst,
          over: path.part(from: from, to: to),
          stops: part.stops.map { $0 * path.length - from })
        whole = whole?.followed(by: curve) ?? curve
      } catch {
        throw .motion(error, train: part.model.name)
      }
    }
    guard let whole else { throw .noWay("the way is empty") }
    return whole
  }
}

/// A part of a way that is run with one train, as shares of its length, with the stops on it.
private struct TrainPart {
  let model: TrainModel
  let start: Double
  let end: Double
  let stops: [Double]

  static func parts(of route: TrainRoute, setOutWith model: TrainModel) -> [TrainPart] {
    var parts: [TrainPart] = []
    var (model, start, called) = (model, 0.0, [Double]())
    for stop in route.stops {
      let place = min(1, max(0, stop.position / route.length))
      guard let next = stop.call.train, place > start, place < 1 else {
        called.append(place)
        continue
      }
      parts.append(TrainPart(model: model, start: start, end: place, stops: called))
      (model, start, called) = (next, place, [])
    }
    return parts + [TrainPart(model: model, start: start, end: 1, stops: called)]
  }
}

extension RunningPath {
  /// The time at the ceilings of line and train alone, without speeding up or braking, in seconds.
  fileprivate func fastestTime(noFasterThan ceiling: Double) -> Double {
    sections.indices.reduce(0.0) { sum, index in
      let end = index + 1 < sections.count ? sections[index + 1].start : length
      return sum + (end - sections[index].start) / min(ceiling, sections[index].limit)
    }
  }
}
