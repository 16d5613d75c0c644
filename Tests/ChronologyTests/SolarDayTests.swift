import Chronology
import Foundation
import TestSupport
import Testing

@Suite struct SolarDayTests {
  private struct Row {
    let words: String
    let day: SolarDay
    let altitude: SolarDay.Altitude
    let rising: String
    let setting: String
  }

  /// What another program with other formulas says (Scripts/make-solar-vectors).
  private func rows() throws -> [Row] {
    let file = Repository.root.appendingPathComponent("Tests/ChronologyTests/Vectors/sun.csv")
    let text = try String(contentsOf: file, encoding: .utf8)
    return text.split(separator: "\n").dropFirst().compactMap { line in
      let fields = line.split(separator: ",").map(String.init)
      guard fields.count == 7, let latitude = Double(fields[1]), let longitude = Double(fields[2]),
        let date = CivilDate(iso: fields[3]),
        let altitude = Double(fields[4]).flatMap(SolarDay.Altitude.init)
      else { return nil }
      return Row(
        words: String(line),
        day: SolarDay(latitude: latitude, longitude: longitude, date: date), altitude: altitude,
        rising: fields[5], setting: fields[6])
    }
  }

  @Test func `sunrise, sunset and twilight agree with an independent ephemeris to a minute`() throws
  {
    let rows = try rows()
    #expect(rows.count == 960)
    var (worst, counted) = (0.0, 0)
    for row in rows {
      guard let rising = Double(row.rising), let setting = Double(row.setting) else { continue }
      guard case .both(let up, let down) = row.day.passage(row.altitude) else {
        Issue.record("\(row.words): no passage")
        continue
      }
      let off = max(abs(up.secondsSinceEpoch - rising), abs(down.secondsSinceEpoch - setting))
      worst = max(worst, off)
      counted += 1
      #expect(off <= 60, "\(row.words): \(off) s")
    }
    print("sun: greatest difference \(worst.rounded()) s over \(counted) days")
  }

  @Test func `polar day and polar night are told apart from days with a sunrise`() throws {
    for row in try rows() where Double(row.rising) == nil {
      #expect(
        row.day.passage(row.altitude) == (row.rising == "above" ? .alwaysAbove : .alwaysBelow),
        "\(row.words)")
    }
  }

  @Test func `any place and day has an answer`() throws {
    let date = try #require(CivilDate(year: 2024, month: 6, day: 21))
    #expect(SolarDay(latitude: 90, longitude: 0, date: date).passage(.horizon) == .alwaysAbove)
    #expect(SolarDay(latitude: -90, longitude: 180, date: date).passage(.civil) == .alwaysBelow)
    #expect(SolarDay(latitude: .nan, longitude: .infinity, date: date).latitude == 0)
  }

  @Test func `a span of the sun lies between its passages`() throws {
    let dusk = try #require(SolarSpan(start: "sunset-5", end: "nautical-dusk"))
    let day = try #require(CivilDate(year: 2024, month: 5, day: 10))
    guard
      case .between(let start, let end) = dusk.outcome(latitude: -1.28, longitude: 36.82, on: day),
      case .both(_, let set) = SolarDay(latitude: -1.28, longitude: 36.82, date: day).passage(
        .horizon)
    else {
      Issue.record("no dusk in Nairobi")
      return
    }
    #expect(set.secondsSinceEpoch - start.secondsSinceEpoch == 300)
    // Near the equator nautical twilight lasts some 45 minutes.
    #expect((40.0...55.0).contains((end.secondsSinceEpoch - set.secondsSinceEpoch) / 60))
    #expect(SolarSpan(start: "lunch", end: "sunset") == nil)
  }

  @Test(arguments: [
    ("sunset", "nautical-dusk", 6, SolarSpan.Outcome.neverDark),
    ("civil-dusk", "next civil-dawn", 6, .neverDark), ("sunrise-15", "sunrise+15", 12, .neverLight),
  ])
  func `polar day and night lack some spans`(
    start: String, end: String, month: Int, outcome: SolarSpan.Outcome
  ) throws {
    let span = try #require(SolarSpan(start: start, end: end))
    let date = try #require(CivilDate(year: 2023, month: month, day: 21))
    #expect(span.outcome(latitude: 69.65, longitude: 18.96, on: date) == outcome)
  }

  @Test func `in a white night dawn begins at the lowest sun`() throws {
    let dawn = try #require(SolarSpan(start: "nautical-dawn", end: "sunrise"))
    let date = try #require(CivilDate(year: 2024, month: 6, day: 21))
    guard
      case .between(let start, let end) = dawn.outcome(latitude: 59.9, longitude: 30.3, on: date)
    else {
      Issue.record("no dawn in Saint Petersburg")
      return
    }
    #expect((1.0...4.0).contains((end.secondsSinceEpoch - start.secondsSinceEpoch) / 3_600))
  }
}
