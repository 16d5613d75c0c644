// How fast must the train have been for a claim to be true, by the hour at which it left?
// usage: speed-needed [GEO-FOLDER CASE.yaml CLAIM]
import Casework
import Datasets
import Foundation
import Scenarios
import Travel

let arguments = CommandLine.arguments
let geo = arguments.count > 1 ? arguments[1] : "geo"
let path = arguments.count > 2 ? arguments[2] : "geo/cases/april-2019-train.yaml"
let claim = arguments.count > 3 ? arguments[3] : "khasan-1040"

do {
  let world = try World(folder: try DataFolder(path: geo))
  let bytes = try DataFolder.bytes(of: URL(fileURLWithPath: path))
  let model = try CaseJudging(world: world).model(of: bytes, name: path)

  let parameters = ParameterList(model)
  let speed = try parameters.parameter("train.max_speed")
  let solver = Solver(
    speed, for: try Condition(parsing: "possible.\(claim)", model),
    within: try Solver.usualRange(of: speed, model), model)
  let hours = Sweep(
    model, variations: [try Variation(parsing: "departure=00:00..03:00:1h", parameters)],
    measures: [], settings: Settings(leavesOutEstimates: true))

  for (place, row) in hours.solutions(of: solver).enumerated() {
    let least = row.solution.stretches.first.map { $0.bounds.low * 3.6 }
    print("\(place):00", least.map { "at least \(($0 * 10).rounded() / 10) km/h" } ?? "never")
  }
} catch {
  print(error)
  exit(2)
}
