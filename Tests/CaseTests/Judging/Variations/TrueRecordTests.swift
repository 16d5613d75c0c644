import Casework
import Claims
import Plausibility
import Quantities
import Testing

/// Records, and journeys of unusual kinds that really were, as encyclopedias and timetables tell them: nothing speaks
/// against them.
@Suite struct TrueRecordTests {
  struct Record: CustomTestStringConvertible, Sendable {
    let id: String
    let mode: TravelMode
    let vehicle: String
    let date: String
    let ends: [String]
    let figures: [String: String]
    var testDescription: String { id }

    init(
      _ id: String, _ mode: TravelMode, _ vehicle: String, _ date: String, _ from: String,
      _ to: String, _ figures: [String: String]
    ) {
      (self.id, self.mode, self.vehicle, self.date) = (id, mode, vehicle, date)
      (ends, self.figures) = ([from, to], figures)
    }

    var claims: String {
      let isAir = mode == .air
      return figures.sorted { $0.key < $1.key }.map { key, value in
        let fields =
          switch key {
          case "air": "duration: \(value), from: take-off a, to: landing b"
          case "block": "duration: \(value), from: off-block a, to: on-block b"
          case "dur": "duration: \(value), from: start, to: end"
          case "km": "distance: \"\(value)\", from: start, to: end"
          case "avg":
            "speed: \(value), kind: average, from: \(isAir ? "take-off" : "departure") a, to: \(isAir ? "landing" : "arrival") b"
          default: "speed: \(value), kind: maximum, vehicle: \"\(vehicle)\""
          }
        return "{id: \(key), \(fields)}"
      }.joined(separator: "\n")
    }
  }

  @Test(arguments: records)
  func `a true record is not accused`(record: Record) throws {
    let ends = record.ends.map { "\"\($0)\"" }
    let dossier = try JudgedText.judged(
      "{id: j, mode: \(record.mode.rawValue), vehicle: \"\(record.vehicle)\", date: \(record.date), stops: [{id: a, place: \(ends[0])}, {id: b, place: \(ends[1])}]}",
      record.claims, published: "2024-05-02")
    #expect(dossier.accused.isEmpty, "\(record.id)")
    #expect(!dossier.verdict.isContradictory)
  }

  private static let records: [Record] = [
    Record("concorde-1996", .air, "Concorde", "1996-02-07", "JFK", "LHR", ["block": "2 h 53 min"]),
    Record("ba112", .air, "Boeing 747-400", "2020-02-08", "JFK", "LHR", ["block": "4 h 56 min"]),
    Record(
      "norwegian-787", .air, "Boeing 787-9", "2018-01-15", "JFK", "LGW", ["block": "5 h 13 min"]),
    Record(
      "qf-sunrise-test", .air, "Boeing 787-9", "2019-10-18", "JFK", "SYD", ["block": "19 h 16 min"]),
    Record(
      "tahiti-paris", .air, "Boeing 787-9", "2020-03-15", "PPT", "CDG",
      ["air": "15 h 45 min", "km": "15,715 km"]),
    Record("westray-record", .air, "", "2022-05-05", "WRY", "PPW", ["air": "53 s"]),
    Record(
      "nice-monaco", .air, "helicopter", "2022-05-05", "NCE", "43.7258,7.4197", ["air": "7 min"]),
    Record("stbarth", .air, "", "2022-05-05", "SXM", "SBH", ["air": "10 min"]),
    Record("comet", .air, "Comet", "1958-10-04", "LHR", "JFK", ["block": "10 h 22 min"]),
    Record(
      "double-eagle", .air, "balloon", "1978-08-11", "PQI", "49.0,1.33",
      ["air": "137 h 6 min", "km": "3,120 miles"]),
    Record(
      "graf-zeppelin", .air, "airship", "1929-08-23", "Tokyo", "LAX",
      ["air": "79 h 3 min", "km": "9,653 km"]),
    Record(
      "bleriot", .air, "", "1909-07-25", "50.96,1.75", "51.1326,1.3365", ["air": "36 min 30 s"]),
    Record(
      "lindbergh", .air, "", "1927-05-20", "40.74,-73.61", "LBG",
      ["air": "33 h 30 min", "km": "5,810 km"]),
    Record(
      "glider-margate", .air, "glider", "2010-05-05", "-40.05,-70.13", "-24.85,-65.48",
      ["air": "15 h", "km": "2,000 km"]),
    Record("an2-yakutia", .air, "An-2", "2015-07-03", "YKS", "62.66,135.62", ["air": "1 h 50 min"]),
    Record("vienna-bratislava", .air, "", "2010-02-14", "VIE", "BTS", ["block": "10 min"]),
    Record(
      "st-gallen-friedrichshafen", .air, "", "2017-02-14", "ACH", "FDH",
      ["air": "8 min", "block": "8 min"]),
    Record(
      "hkg-jfk-atlantic", .air, "", "2022-04-03", "HKG", "JFK",
      ["block": "17 h", "km": "16,618 km"]),
    Record("tu144", .air, "Tu-144", "1977-11-01", "DME", "ALA", ["block": "2 h"]),
    Record("perlan", .air, "glider", "2018-09-02", "FTE", "FTE", ["air": "6 h"]),
    Record(
      "airlander", .air, "airship", "2017-05-10", "52.1,-0.42", "52.2,-0.6", ["air": "2 h 30 min"]),
    Record(
      "cannonball-2019", .road, "car", "2019-11-10", "New York", "33.84,-118.39",
      ["dur": "27 h 25 min", "km": "2,825 miles", "avg": "103 mph", "mx": "193 mph"]),
    Record(
      "cannonball-2020", .road, "car", "2020-05-09", "New York", "33.84,-118.39",
      ["dur": "25 h 39 min", "km": "2,850 miles", "avg": "110 mph"]),
    Record(
      "mille-miglia", .road, "Mercedes 300 SLR", "1955-05-01", "45.54,10.22", "45.54,10.22",
      ["dur": "10 h 7 min 48 s", "km": "992 miles", "avg": "97.96 mph"]),
    Record(
      "le-mans-2010", .road, "Audi R15", "2010-06-12", "47.95,0.207", "47.95,0.207",
      ["dur": "24 hours", "km": "5,410 km", "avg": "225 km/h"]),
    Record(
      "lejog-cycle", .road, "bicycle", "2001-09-27", "50.066,-5.715", "58.64,-3.07",
      ["dur": "44 h 4 min", "km": "837 miles"]),
    Record(
      "raam", .road, "bicycle", "2014-06-11", "33.19,-117.38", "38.98,-76.49",
      ["dur": "7 days 15 h 56 min", "km": "3,020 miles", "avg": "16.42 mph"]),
    Record(
      "spartathlon", .road, "foot", "1984-09-29", "37.97,23.72", "37.08,22.43",
      ["dur": "20 h 25 min", "km": "246 km"]),
    Record(
      "marathon", .road, "foot", "2018-09-16", "52.5145,13.36", "52.5165,13.37",
      ["dur": "2 h 1 min 39 s", "km": "42.195 km"]),
    Record(
      "ox-wagon", .road, "ox wagon", "1847-04-05", "41.26,-96.0", "40.76,-111.89",
      ["dur": "111 days", "km": "1,031 miles"]),
    Record(
      "pony-express", .road, "horse", "1861-03-01", "39.77,-94.85", "38.58,-121.49",
      ["dur": "7 d 17 h", "km": "1,966 miles"]),
    Record(
      "peking-paris", .road, "car", "1907-06-10", "Beijing", "Paris",
      ["dur": "62 days", "km": "14,994 km"]),
    Record(
      "dakar", .road, "car", "1978-12-26", "Paris", "Dakar", ["dur": "19 days", "km": "10,000 km"]),
    Record(
      "grand-canyon", .road, "car", "2015-05-05", "36.0544,-112.1401", "36.1978,-112.0526",
      ["dur": "4 h 30 min", "km": "212 miles"]),
    Record(
      "oslo-nordkapp", .road, "car", "2015-05-05", "Oslo", "71.17,25.78",
      ["dur": "26 h", "km": "2,050 km"]),
    Record(
      "ushuaia-prudhoe", .road, "bicycle", "2018-05-05", "70.2,-148.46", "-54.8,-68.3",
      ["dur": "84 d 11 h 50 min", "km": "22,642 km"]),
    Record(
      "ice-road", .road, "lorry", "2015-02-05", "62.45,-114.37", "64.5,-110.3",
      ["dur": "16 h", "km": "400 km"]),
    Record(
      "autobahn", .road, "car", "2015-05-05", "Berlin", "Hamburg",
      ["dur": "1 h 35 min", "km": "289 km"]),
    Record(
      "thrust", .road, "ThrustSSC", "1997-10-15", "40.7,-119.1", "40.82,-119.0", ["mx": "763 mph"]),
    Record(
      "bonneville-bike", .road, "motorcycle", "2010-09-25", "40.76,-113.89", "40.85,-113.8",
      ["mx": "376.363 mph"]),
    Record(
      "iditarod", .road, "dog sled", "2017-03-06", "64.84,-147.72", "64.5,-165.41",
      ["dur": "8 d 3 h 40 min", "km": "979 miles"]),
  ]
}
