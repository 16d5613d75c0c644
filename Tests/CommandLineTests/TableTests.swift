import Foundation
import Reporting
import TestSupport
import Testing

/// Tables as spreadsheets and scripts read them.
@Suite struct TableTests: CommandTests {
  private func rows(_ text: String) throws -> [[String: String]] {
    let lines = text.split(separator: "\n")
    let header = try #require(lines.first.flatMap { CommaSeparated.fields($0) })
    return try lines.dropFirst().map { line in
      let fields = try #require(CommaSeparated.fields(line))
      try #require(fields.count == header.count)
      return Dictionary(zip(header, fields), uniquingKeysWith: { first, _ in first })
    }
  }

  private func number(_ name: String, _ row: [String: String]) throws -> Double {
    try #require(row[name].flatMap(Double.init), "\(name) is '\(row[name] ?? "")'")
  }

  @Test func `a route's sections follow each other and sum to its length`() throws {
    let answer = try run(["route", "cn-beijing", "cn-dandong", "--format", "csv"])
    let rows = try rows(answer.output)
    #expect(rows.map { $0["from"] } == ["Beijing", "Shenyang"])
    #expect(rows.map { $0["basis"] } == ["derived", "published"])
    var travelled = 0.0
    for row in rows {
      #expect(abs(try number("from_km", row) - travelled) < 0.001)
      travelled += try number("length_km", row)
      #expect(try number("least_km", row) < number("most_km", row))
    }
    // 859 and 277 km, as published.
    #expect(travelled == 1_136)
  }

  @Test func `a route by air is one row, whose thousands have no mark`() throws {
    let answer = try run(["route", "LHR", "JFK", "--mode", "air", "--format", "csv"])
    let rows = try rows(answer.output)
    #expect(rows.count == 1 && rows[0]["length_km"] == "5554.517")
    #expect(rows[0]["basis"] == "geodesic" && rows[0]["line"] == "")
  }

  @Test func `a route by an imported network has its gauge and its basis`() throws {
    try Bench.use { bench in
      #expect(
        try run(
          ["network", "import", bench.path("map.osm"), "-o", "made"],
          environment: bench.environment
        ).code == 0)
      let answer = try run(
        ["route", "Nariz Baja", "Nariz Alta", "--network", "made", "--format", "csv"],
        environment: bench.environment)
      let rows = try rows(answer.output)
      #expect(rows.allSatisfy { $0["gauge_mm"] == "1067" && $0["basis"] == "geometry" })
      let length = try rows.map { try number("length_km", $0) }.reduce(0, +)
      #expect(abs(length - 22.465) < 0.01)
    }
  }

  @Test(arguments: [
    ["route", "LHR", "SYD", "--mode", "air"], ["distance", "LHR", "SYD"],
    ["run", "ru-khabarovsk-1", "ru-vladivostok"], ["fly", "LHR", "SYD", "--aircraft", "a380"],
    ["timetable", "@calls.csv"],
  ])
  func `whatever is a measure is a plain number`(arguments: [String]) throws {
    try Bench.use { bench in
      let words = arguments.map { $0.hasPrefix("@") ? bench.path(String($0.dropFirst())) : $0 }
      let rows = try rows(run(words + ["--format", "csv"]).output)
      #expect(!rows.isEmpty)
      for row in rows {
        for (name, value) in row where !value.isEmpty {
          let isMeasure =
            ["km", "kmh", "seconds"].contains(name)
            || ["_km", "_kmh", "_s", "_m"].contains { name.hasSuffix($0) }
          if isMeasure { #expect(Double(value) != nil, "\(name): \(value)") }
        }
      }
    }
  }
}
