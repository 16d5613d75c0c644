import CMemory
import Claims
import Foundation
import Plausibility

// usage: PlausibilityBench check|core|all[-alone] WORLD RUNS
// "-alone" leaves out what turns claims into a system, as Z3's own time leaves out what builds its terms.
func fail(_ message: String) -> Never {
  FileHandle.standardError.write(Data((message + "\n").utf8))
  exit(2)
}

struct World: Decodable {
  struct Said: Decodable {
    let of: String?
    let at: String?
    let from: String?
    let to: String?
    let `in`: [Double]
  }

  let legs: Int
  let claims: [Said]
}

func distance(_ name: String) -> QuantityID { .named(name, .distance) }
func speed(_ name: String) -> QuantityID { .named(name, .speed) }

/// Kilometres and hours as SI.
func constraint(_ said: World.Said) -> Constraint {
  func interval(_ scale: Double) -> ClaimedInterval {
    ClaimedInterval(lower: said.in[0] * scale, upper: said.in[1] * scale, shape: .twoSided)
  }
  if let name = said.of {
    return .within(
      name.hasPrefix("v") ? speed(name) : distance(name),
      interval(name.hasPrefix("v") ? 1 / 3.6 : 1_000))
  }
  if let name = said.at { return .moment(EventID.named(name), interval(3_600)) }
  return .elapsed(
    from: EventID.named(said.from ?? ""), to: EventID.named(said.to ?? ""), interval(3_600))
}

func system(_ world: World) -> ConstraintSystem {
  let forwards = ClaimedInterval(lower: 0, upper: nil, shape: .atLeast)
  var laws: [Constraint] = []
  for leg in 1...world.legs {
    let (start, end) = (EventID.named("dep\(leg)"), EventID.named("arr\(leg)"))
    if leg > 1 { laws.append(.elapsed(from: EventID.named("arr\(leg - 1)"), to: start, forwards)) }
    laws.append(
      .average(
        distance: distance("d\(leg)"), speed: speed("v\(leg)"), from: start, to: end))
  }
  laws.append(.sum(distance("D"), of: (1...world.legs).map { distance("d\($0)") }))
  let members = world.claims.enumerated().map { index, said in
    Member(
      id: .claim(Claim.ID("c\(index)")), origin: .claim(Claim.ID("c\(index)")), strength: .hard,
      readings: [Reading(value: constraint(said))])
  }
  return ConstraintSystem(members: members, laws: laws)
}

// As the command line does.
cmemory_keep_freed()

let arguments = CommandLine.arguments
guard arguments.count == 4, let runs = Int(arguments[3]), runs > 0 else {
  fail("usage: PlausibilityBench check|core|all[-alone] WORLD RUNS")
}
let world = try JSONDecoder().decode(
  World.self, from: Data(contentsOf: URL(fileURLWithPath: arguments[2])))
let ready = system(world)
let question = (
  name: arguments[1].split(separator: "-").first.map(String.init) ?? "",
  isAlone: arguments[1].hasSuffix("-alone")
)
let members = Array(ready.members.indices)
var answer = ""
let took = ContinuousClock().measure {
  for _ in 0..<runs {
    let asked = question.isAlone ? ready : system(world)
    switch question.name {
    case "check": answer = asked.isContradictory(members) ? "unsat" : "sat"
    case "core": answer = "core of \(asked.minimalConflict(of: members)?.count ?? 0)"
    default:
      let sets = asked.minimalSets(of: members)
      let conflicts = sets.reduce(0) { $0 + $1.conflicts.count }
      let corrections = sets.reduce(0) { $0 + $1.corrections.count }
      answer = "\(conflicts) conflicts, \(corrections) corrections"
    }
  }
}
print("{\"work_s\":\(took / .seconds(1)),\"items\":\(runs),\"check\":\"\(answer)\"}")
