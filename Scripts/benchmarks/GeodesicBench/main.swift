import Foundation
import Geodesy

// usage: GeodesicBench FILE COUNT THREADS
// FILE holds latitude, longitude, latitude, longitude as 64-bit floats, COUNT times.
let arguments = CommandLine.arguments
guard arguments.count == 4, let count = Int(arguments[2]), let threads = Int(arguments[3]) else {
  FileHandle.standardError.write(Data("usage: GeodesicBench FILE COUNT THREADS\n".utf8))
  exit(2)
}
let data = try Data(contentsOf: URL(fileURLWithPath: arguments[1]))
let values = data.withUnsafeBytes { Array($0.bindMemory(to: Double.self).prefix(4 * count)) }
let pairs = try CoordinatePairs(rows: values)
let start = ContinuousClock.now
let answers = Ellipsoid.wgs84.inverse(of: pairs, threads: threads)
let took = ContinuousClock.now - start
let mean = answers.meters.reduce(0, +) / Double(count)
let seconds = Double(took.components.seconds) + Double(took.components.attoseconds) * 1e-18
print("{\"work_s\": \(seconds), \"items\": \(count), \"check\": \(mean)}")
