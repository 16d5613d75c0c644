import Foundation
import TestSupport

/// A folder with files for the program to read, and a data folder of its own.
struct Bench {
  let folder: URL
  var environment: [String: String] { ["WAYPROOF_DATA": path("kept")] }

  func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  /// Lima to La Paz: 1,500 km in about 24 hours at 60 km/h.
  static let caseFile = """
    wayproof: 1
    id: andes
    title: Lima to La Paz
    sources: [{id: one, outlet: One, published: 2024-05-02}]
    journeys: [{id: j, mode: road, stops: [{id: a, place: Lima}, {id: b, place: La Paz}]}]
    claims:
      - {id: way, source: one, quote: q, distance: 1500 km, from: Lima, to: La Paz, kind: road}
      - {id: time, source: one, quote: q, duration: about 24 hours, from: start, to: end}
      - {id: pace, source: one, quote: q, speed: 60 km/h, kind: average, from: start, to: end}

    """

  static let article =
    "NAIROBI, 2 May 2024 - The bus from Nairobi to Mombasa covered about 485 km in some nine hours.\n"

  /// What another program makes of the article.
  static let draft = #"""
    {"journeys": [{"mode": "road", "from": "Nairobi", "to": "Mombasa"}],
     "claims": [{"quote": "covered about 485 km", "of": "length"},
                {"quote": "some nine hours", "value": "about 9 h", "of": "time"},
                {"quote": "three hours", "of": "time"}]}
    """#

  /// A journey that was seen at both ends.
  static let seenCase = """
    wayproof: 1
    id: seen
    title: Lima to Arequipa
    sources: [{id: one, outlet: One, published: 2024-05-02}]
    journeys: [{id: j, mode: road, stops: [{id: a, place: Lima}, {id: b, place: Arequipa}]}]
    claims:
      - {id: left, source: one, quote: q, time: "2024-05-01 06:00", event: departure a}
      - {id: came, source: one, quote: q, time: "2024-05-01 22:00", event: arrival b}

    """

  /// Two journeys, the second with three hours for the clocks' difference.
  static let log = """
    from,to,date,departs,arrives,hours,mode
    Nairobi,Mombasa,2024-05-02,07:00,16:00,9,bus
    LHR,JFK,2024-06-10,11:20,14:10,2.8,flight

    """

  /// Two records, the second of which has no answer.
  static let records = """
    {"ask": "distance", "id": 1, "places": ["LHR", "JFK"]}
    {"ask": "distance", "id": 2, "places": ["LHR", "Erewhonia"]}

    """

  private static let files = [
    "records.jsonl": records,
    "log.csv": log,
    "case.yaml": caseFile, "list.yaml": "- one\n", "article.txt": article, "draft.json": draft,
    "map.osm": MadeMap.zigzag,
    "seen.yaml": seenCase,
    "scenarios.yaml": """
    wayproof-scenarios: 1
    title: Lima to La Paz in half the time
    case: case.yaml
    show: [verdict]
    scenarios:
      - {id: quick, title: In half the time, set: {claim.time.value: 12 h}}

    """,
    "calls.csv": """
    trip,stop,arrival,departure,lat,lon
    night,Nairobi,,19:00,-1.29,36.83
    night,Mombasa,05:00,,-4.05,39.66

    """,
    "places.csv": """
    name,latitude,longitude,kind,country,zone
    Nowhereton,-1.5,37.0,station,KE,Africa/Nairobi

    """,
    "broken.txt": "{\"\u{0}",
  ]

  /// Lets a body work in a new one, and removes it.
  static func use(_ body: (Bench) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "wayproof-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in files {
      try Data(text.utf8).write(to: folder.appendingPathComponent(name))
    }
    try body(Bench(folder: folder))
  }
}
