import Casework
import ClaimReading
import Claims
import Datasets
import Foundation
import Travel

// usage: ReadingBench GEO TEXT RUNS     reads each line of a text alone, prints what it took and what it found
//        ReadingBench GEO TEXT -RUNS    reads the text as one
func fail(_ message: String) -> Never {
  FileHandle.standardError.write(Data((message + "\n").utf8))
  exit(2)
}

let arguments = CommandLine.arguments
guard arguments.count == 4, let runs = Int(arguments[3]), runs != 0 else {
  fail("usage: ReadingBench GEO TEXT RUNS")
}
let world = try World(folder: try DataFolder(path: arguments[1]))
let reader = try world.articleReader(language: "en")
let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: arguments[2])))
let texts =
  runs < 0
  ? [try ArticleText(utf8: bytes)]
  : try bytes.split(separator: 0x0A).map { try ArticleText(utf8: Array($0)) }

var found: [[String]] = []
var count = 0
let took = try ContinuousClock().measure {
  for run in 0..<abs(runs) {
    for text in texts {
      let figures = try reader.read(text, language: "en").figures
      count += figures.count
      guard run == 0, runs > 0 else { continue }
      found.append(
        figures.compactMap { figure in
          guard case .quantity(let value) = figure.value else { return nil }
          return "\(value.number.value) \(value.unit.symbol) \(value.hedge.rawValue)"
        })
    }
  }
}
let seconds = took / .seconds(1)
let list = String(decoding: try JSONEncoder().encode(found), as: UTF8.self)
print(
  "{\"work_s\":\(seconds),\"items\":\(bytes.count * abs(runs)),\"check\":\(count / abs(runs)),\"found\":\(list)}"
)
