import Claims
import Plausibility
import TestSupport

/// Small random worlds of events, distances and speeds, with disjunctions and products.
struct RandomSystem {
  let members: [Member]
  let laws: [Constraint]

  init(_ random: inout SeededGenerator, members count: Int) {
    let events = (0..<4).map { EventID("e\($0)") }
    let distances = (0..<2).map { QuantityID("d\($0)") }
    let speed = QuantityID("speed v")
    let forwards = ClaimedInterval(lower: 0, upper: nil, shape: .atLeast)
    laws =
      zip(events, events.dropFirst()).map { .elapsed(from: $0, to: $1, forwards) } + [
        .reach(distance: distances[0], speed: speed, from: events[0], to: events[1]),
        .average(distance: distances[1], speed: speed, from: events[1], to: events[2]),
        .sum(QuantityID("d all"), of: distances),
      ]
    func interval(_ scale: Double) -> ClaimedInterval {
      let low = Double(Int.random(in: 0...20, using: &random)) * scale
      let size = Double(Int.random(in: 1...6, using: &random)) * scale
      switch Int.random(in: 0...3, using: &random) {
      case 0: return ClaimedInterval(lower: nil, upper: low + size, shape: .atMost)
      case 1: return ClaimedInterval(lower: low, upper: nil, shape: .atLeast)
      default: return ClaimedInterval(lower: low, upper: low + size, shape: .twoSided)
      }
    }
    func constraint() -> Constraint {
      switch Int.random(in: 0...5, using: &random) {
      case 0: return .within(distances[0], interval(10))
      case 1: return .within(distances[1], interval(10))
      case 2: return .within(QuantityID("d all"), interval(20))
      case 3: return .within(speed, interval(1))
      case 4: return .moment(events[Int.random(in: 0..<4, using: &random)], interval(10))
      default:
        let start = Int.random(in: 0..<3, using: &random)
        let end = Int.random(in: (start + 1)..<4, using: &random)
        return .elapsed(from: events[start], to: events[end], interval(10))
      }
    }
    members = (0..<count).map { index in
      let readings = (0..<(Int.random(in: 0...4, using: &random) == 0 ? 2 : 1)).map {
        Reading(label: "r\($0)", value: constraint())
      }
      return Member(
        id: Member.ID("m\(index)"), origin: .claim(Claim.ID("m\(index)")), strength: .hard,
        words: "m\(index)", readings: readings)
    }
  }

  var system: ConstraintSystem { ConstraintSystem(members: members, laws: laws) }

  /// The same world with one member replaced.
  func replacing(_ index: Int, with member: Member) -> ConstraintSystem {
    var changed = members
    changed[index] = member
    return ConstraintSystem(members: changed, laws: laws)
  }
}
