import Foundation
import TrainMotion

// usage: MotionBench STOCK.yaml PATH.yaml RUNS     railtoolkit files; prints the time of a run and what it takes
func fail(_ message: String) -> Never {
  FileHandle.standardError.write(Data((message + "\n").utf8))
  exit(2)
}

let arguments = CommandLine.arguments
guard arguments.count == 4, let runs = Int(arguments[3]) else {
  fail("usage: MotionBench STOCK.yaml PATH.yaml RUNS")
}

func bytes(_ path: String) throws -> [UInt8] {
  Array(try Data(contentsOf: URL(fileURLWithPath: path)))
}

guard
  let stock = try RailtoolkitTrain.trains(yaml: bytes(arguments[1]), file: arguments[1]).first?
    .stock,
  let path = try RailtoolkitPath.paths(yaml: bytes(arguments[2]), file: arguments[2]).first?.path
else { fail("no train or no path") }

let clock = ContinuousClock()
var check = 0.0
var points = 0
let took = try clock.measure {
  for _ in 0..<runs {
    let curve = try RunCurve(maximumEffortOf: stock, over: path)
    check += curve.time
    points += curve.points.count
  }
}
let seconds = took / .seconds(1)
print(
  "{\"work_s\":\(seconds),\"items\":\(runs),\"check\":\(check / Double(runs)),\"points\":\(points / runs)}"
)
