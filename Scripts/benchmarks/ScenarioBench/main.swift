// usage: ScenarioBench SAMPLES THREADS
//
// Draws t = d/v + g, d triangular(540, 560, 580) km, v lognormal(ln 45, 0.2) km/h, g triangular(0, 2, 6) h, and prints
// how long that took with the mean and two quantiles in hours.
import Foundation
import Scenarios

let arguments = CommandLine.arguments
guard arguments.count == 3, let count = Int(arguments[1]), let threads = Int(arguments[2]) else {
  print("usage: ScenarioBench SAMPLES THREADS")
  exit(2)
}
let start = ContinuousClock.now
let time = try TravelTime(
  distance: .triangular(from: 540e3, mode: 560e3, to: 580e3),
  speed: .lognormal(median: 45 / 3.6, factor: exp(0.2)),
  stops: .triangular(from: 0, mode: 7_200, to: 21_600))
let summary = time.summary(of: count, seed: 1, threads: threads)
let work = (ContinuousClock.now - start) / .seconds(1)
let (low, high) = (summary.quantiles[0] / 3_600, summary.quantiles[4] / 3_600)
print(
  "{\"work_s\": \(work), \"items\": \(count), \"check\": \(summary.mean / 3_600), \"p05\": \(low), \"p95\": \(high)}"
)
