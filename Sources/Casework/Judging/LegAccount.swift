public import Travel
public import Claims
import Flights
public import Plausibility
public import Quantities
import TrainMotion

/// What is known about a leg: how far, how long at most, and how fast it would have had to be.
public struct LegAccount: Sendable {
  public let journey: Journey
  public let leg: Leg
  /// How long the sources leave for it, one window for each choice of readings.
  public let windows: [ElapsedWindow]
  /// Claims about its times that contradict those before them in the file, and were left out for it.
  public let leftOut: [Claim.ID]
  /// The likely time of the model, from departure to arrival or from take-off to landing; nil without a way.
  public let running: Interval<Duration>?
  /// The least time that physics allows.
  public let fastest: Duration?

  /// The average speeds that a way would need within a window: at the least, if the way has its least
  /// length, and if it has its greatest. Nil where the window leaves any time.
  public static func neededSpeed(
    over way: TypedDistance, within window: Bounds
  ) -> Interval<Speed>? {
    guard window.high.isFinite, window.high > 0, let least = way.interval.lower else { return nil }
    let time = Duration.clampedSeconds(window.high)
    return Interval(from: least.speed(over: time), to: way.interval.upper?.speed(over: time))
  }
}

extension World {
  /// The account of a leg from the claims about the times at its ends and between them.
  func account(
    of leg: Leg, in journey: Journey, _ system: ConstraintSystem, _ selected: [Int]
  ) -> LegAccount {
    let isAir = journey.mode == .air
    let start = EventID.stop(journey.id, leg.start.id, isAir ? .takeOff : .departure)
    let end = EventID.stop(journey.id, leg.end.id, isAir ? .landing : .arrival)
    let near: Set<EventID> = Set(
      [leg.start.id, leg.end.id].flatMap { stop in
        EventKind.allCases.map { EventID.stop(journey.id, stop, $0) }
      } + [.epoch])
    let local = selected.filter { member in
      system.members[member].claim != nil
        && system.members[member].readings.allSatisfy { reading in
          guard case .elapsed(let from, let to, _) = reading.value else { return false }
          return near.contains(from) && near.contains(to)
        }
    }
    let held = system.heldTogether(local)
    let leftOut = local.filter { !held.contains($0) }.compactMap { system.members[$0].claim }
    let (running, fastest) = runningTime(of: leg, journey)
    let windows = system.elapsed(from: start, to: end, given: held).filter {
      $0.seconds.high.isFinite || $0.start.low.isFinite
    }
    return LegAccount(
      journey: journey, leg: leg, windows: windows, leftOut: leftOut, running: running,
      fastest: fastest)
  }

  /// How long the way of a leg usually takes, and at the least: simulated, or by the mode's usual speeds.
  private func runningTime(
    of leg: Leg, _ journey: Journey
  ) -> (usual: Interval<Duration>?, least: Duration?) {
    if let run = leg.run {
      return (
        Interval(
          from: .clampedSeconds(run.likely.lowerBound), to: .clampedSeconds(run.likely.upperBound)),
        .clampedSeconds(run.fastest)
      )
    }
    if let flight = leg.flight {
      return (
        Interval(
          from: .clampedSeconds(flight.airborne.lowerBound),
          to: .clampedSeconds(flight.airborne.upperBound)), flight.fastestAirborne
      )
    }
    guard let way = leg.way, let mode = range(of: journey.mode, journey.vehicle) else {
      return (nil, nil)
    }
    return (
      Interval(
        from: mode.usualSpeed.upper.flatMap { way.interval.lower?.duration(at: $0) },
        to: mode.usualSpeed.lower.flatMap { way.interval.upper?.duration(at: $0) }),
      way.judged.lower?.duration(at: mode.ceiling)
    )
  }
}

extension ConstraintSystem {
  /// Of some members those that can hold together, the earlier ones before the later.
  fileprivate func heldTogether(_ members: [Int]) -> [Int] {
    guard isContradictory(members) else { return members }
    return members.reduce(into: []) { held, member in
      if !isContradictory(held + [member]) { held.append(member) }
    }
  }
}
