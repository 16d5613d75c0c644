import Claims
public import Plausibility
public import TestSupport

/// Random worlds of one journey over three legs: clocks, distances, sums, a ceiling that all legs share, and
/// averages of some legs, which may share one too, and of the whole, with claims of one or several readings; now
/// near 1970, now decades away from it.
public struct RandomSystem {
  public let members: [Member]
  public let laws: [Constraint]

  private static let events = (0..<4).map { EventID.named("e\($0)") }
  private static let ways = (0..<3).map { QuantityID.named("d\($0)", .distance) }
  private static let speeds = (0..<3).map { QuantityID.named("speed v\($0)", .speed) }
  private static let ceiling = QuantityID.named("speed ceiling", .speed)
  private static let whole = QuantityID.named("d all", .distance)
  private static let average = QuantityID.named("speed all", .speed)

  public init(_ random: inout SeededGenerator, members count: Int) {
    let (events, ways) = (Self.events, Self.ways)
    let forwards = ClaimedInterval(lower: 0, upper: nil, shape: .atLeast)
    var laws: [Constraint] = zip(events, events.dropFirst()).map {
      .elapsed(from: $0, to: $1, forwards)
    }
    laws.append(.sum(Self.whole, of: ways))
    for leg in 0..<3 {
      laws.append(
        .reach(distance: ways[leg], speed: Self.ceiling, from: events[leg], to: events[leg + 1]))
    }
    let legs = [0, 1, 2].shuffled(using: &random).prefix(
      [1, 1, 1, 2, 2, 3].randomElement(using: &random) ?? 1)
    let isShared = Bool.random(using: &random)
    for leg in legs {
      let speed = Self.speeds[isShared ? 0 : leg]
      laws.append(
        .average(distance: ways[leg], speed: speed, from: events[leg], to: events[leg + 1]))
      laws.append(.atLeast(Self.ceiling, speed))
    }
    // Nothing is infinitely fast. Without this, whether a way can take no time at all hangs on nothing.
    let limit = ClaimedInterval(lower: nil, upper: 20, shape: .atMost)
    for speed in [Self.ceiling, Self.average] + Self.speeds { laws.append(.within(speed, limit)) }
    self.laws = laws
    let start = [0, 0, 1_556_000_000, -2_000_000_000].randomElement(using: &random) ?? 0
    var claims: [Member] = []
    for index in 0..<count {
      let isOpen = Int.random(in: 0..<4, using: &random) == 0
      let readings = (0..<(isOpen ? [2, 2, 3, 3, 5].randomElement(using: &random) ?? 2 : 1)).map {
        _ in
        Self.reading(start, &random)
      }
      claims.append(
        Member(
          id: .claim(Claim.ID("m\(index)")), origin: .claim(Claim.ID("m\(index)")),
          strength: .hard, readings: readings))
    }
    members = claims
  }

  private static func reading(
    _ start: Int, _ random: inout SeededGenerator
  ) -> Reading {
    switch Int.random(in: 0...9, using: &random) {
    case 0, 1:
      let way = ways[Int.random(in: 0..<3, using: &random)]
      return Reading(value: .within(way, interval(10...70, 10, &random)))
    case 2:
      return Reading(value: .within(whole, interval(60...160, 10, &random)))
    case 3:
      return Reading(value: .within(ceiling, interval(3...9, 1, &random)))
    case 4:
      let speed = speeds[Int.random(in: 0..<3, using: &random)]
      return Reading(value: .within(speed, interval(2...8, 1, &random)))
    case 5:
      // An average of the whole: a product of its own, given up with the claim.
      return Reading(
        value: .within(average, interval(2...6, 1, &random)),
        others: [.average(distance: whole, speed: average, from: events[0], to: events[3])])
    case 6, 7:
      let event = events[Int.random(in: 0..<4, using: &random)]
      return Reading(
        value: .moment(event, interval(start + 100...start + 140, 2, &random).asWindow))
    default:
      let start = Int.random(in: 0..<3, using: &random)
      let end = Int.random(in: (start + 1)..<4, using: &random)
      let span = Double(end - start)
      return Reading(
        value: .elapsed(
          from: events[start], to: events[end], interval(4...16, span, &random)))
    }
  }

  /// Whole numbers, so that what touches touches exactly.
  private static func interval(
    _ range: ClosedRange<Int>, _ scale: Double, _ random: inout SeededGenerator
  ) -> ClaimedInterval {
    let low = Double(Int.random(in: range, using: &random))
    let size = Double(Int.random(in: 1...4, using: &random)) * scale
    switch Int.random(in: 0...3, using: &random) {
    case 0: return ClaimedInterval(lower: nil, upper: low + size, shape: .atMost)
    case 1: return ClaimedInterval(lower: low, upper: nil, shape: .atLeast)
    default: return ClaimedInterval(lower: low, upper: low + size, shape: .twoSided)
    }
  }

  public var system: ConstraintSystem { ConstraintSystem(members: members, laws: laws) }

  /// The same world with one member replaced.
  public func replacing(_ index: Int, with member: Member) -> ConstraintSystem {
    var changed = members
    changed[index] = member
    return ConstraintSystem(members: changed, laws: laws)
  }
}

extension ClaimedInterval {
  /// The same of a moment, which is stretched by hours and not by a share of what it happens to count from.
  fileprivate var asWindow: ClaimedInterval {
    ClaimedInterval(lower: lower, upper: upper, shape: .window)
  }
}
