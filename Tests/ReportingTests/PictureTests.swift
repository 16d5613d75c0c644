import Chronology
import Foundation
import FoundationXML
import Geodesy
import Testing

@testable import Reporting

/// Every picture is well-formed and holds nothing of its words as markup.
@Suite struct PictureTests {
  private static let nasty = "a <script>&\"' \u{1B}[31m\u{7} \u{202E}txt ]]>"

  private static func place(_ latitude: Double, _ longitude: Double) -> Coordinate {
    Coordinate(latitudeE7: Int32(latitude * 1e7), longitudeE7: Int32(longitude * 1e7))
  }

  private static func map(_ points: [Coordinate]) -> MapPicture {
    MapPicture(
      title: nasty, routes: [MapPicture.Route(name: nasty, points: points, style: .main)],
      marks: points.map { MapPicture.Mark(name: nasty, place: $0, symbol: .gaugeBreak) })
  }

  private static let graph = TrainGraph(
    title: nasty, axis: .moments(nasty, holding: [0, 86_400], zone: .utc), upper: nil,
    stations: [
      TrainGraph.Station(name: nasty, position: 0), TrainGraph.Station(name: nasty, position: 9),
    ],
    boxes: [
      TrainGraph.Box(name: nasty, position: 9, from: 3_600, to: .infinity, kind: .disputed)
    ],
    windows: [
      TrainGraph.Window(position: 0, from: -.infinity, to: 7_200),
      TrainGraph.Window(position: 9, from: 7_200, to: .infinity),
    ],
    runs: [
      TrainGraph.Run(name: nasty, points: [(0, 0), (7_200, 5), (900_000, 9)], style: .second)
    ])

  private static let pictures: [any Picture] = [
    graph, map([place(43.1, 131.9), place(39.0, 125.7)]),
    // The antimeridian, the pole, one place twice.
    map([place(52, 179), place(52, -179)]), map([place(89, 10), place(89, -170)]),
    map([place(0, 0), place(0, 0)]), map([]),
    HeatMap(
      title: nasty, xTitle: nasty, yTitle: nasty, columns: [nasty, "b"], rows: [nasty],
      cells: [
        [
          HeatMap.Cell(text: nasty, shade: .value(0.5), isClaimed: true),
          HeatMap.Cell(text: "", shade: .none),
        ]
      ],
      key: [(.good, nasty)], notes: [nasty]),
    HeatMap(title: "", xTitle: "", yTitle: "", columns: [], rows: [], cells: []),
    IntervalBars(
      title: nasty, axis: .numbers(nasty, holding: [1, 5]),
      rows: [
        IntervalBars.Row(
          name: nasty, claimed: (-.infinity, 3), implied: [(2, .infinity)], verdict: .bad,
          words: nasty)
      ]),
    Tornado(panels: [
      Tornado.Panel(
        title: nasty,
        bars: [
          Tornado.Bar(
            name: nasty, low: 1, high: .nan, lowText: nasty, highText: nasty, share: nasty),
          Tornado.Bar(name: "b", low: 3, high: 1, lowText: "3", highText: "1", share: "0.5"),
        ])
    ]),
    Chart(
      title: nasty, x: .numbers("", holding: []), y: .numbers("", holding: [.nan]), series: [],
      bands: [Chart.Band(name: nasty, low: -.infinity, high: .infinity)]),
  ]

  @Test func `pictures are well-formed and inert`() {
    for picture in Self.pictures {
      let svg = picture.svg
      let parser = XMLParser(data: Data(svg.utf8))
      #expect(parser.parse(), "\(type(of: picture)): \(String(describing: parser.parserError))")
      #expect(!svg.contains("<script") && !svg.contains("\u{1B}") && !svg.contains("\u{202E}"))
      #expect(!svg.lowercased().contains("\"nan") && !svg.contains("inf\""))
      // Several stand in one page: nothing has a name of its own.
      #expect(!svg.contains(" id="))
    }
  }

  @Test func `a scale bar is as long as it says, and every degree is where it belongs`() throws {
    let map = Self.map([Self.place(43.1, 131.9), Self.place(39.0, 125.7)])
    #expect(map.svg.contains("100 km") && map.svg.contains("42°N") && map.svg.contains("130°E"))
    #expect(map.svg.contains("Lambert azimuthal equal-area about"))
    let projection = try MapProjection(centredOn: Self.place(41, 128))
    let (centre, far) = (
      projection.point(Self.place(41, 128)), projection.point(Self.place(43, 131))
    )
    guard let centre, let far else {
      Issue.record("both places are on the map")
      return
    }
    #expect(abs(centre.east) < 1e-6 && abs(centre.north) < 1e-6)
    // Snyder's formula for the sphere gives the same to the flattening.
    #expect(abs(far.east / 244_000 - 1) < 0.01 && abs(far.north / 226_800 - 1) < 0.01)
  }

  @Test func `axes of moments have round hours by their own clocks`() throws {
    let zone = try Zone("Asia/Pyongyang")
    // 00:10 to 09:40 in Pyongyang on 24 April 2019.
    let axis = Axis.moments("", holding: [1_556_032_200, 1_556_066_400], zone: zone)
    #expect(
      axis.ticks.map(\.label) == ["24 Apr 00:00", "02:00", "04:00", "06:00", "08:00", "10:00"])
    let numbers = Axis.numbers("", holding: [0, 123])
    #expect(numbers.ticks.map(\.label) == ["0", "50", "100", "150"])
    #expect(Axis.numbers("", holding: [5, 5]).ticks.count < 24)
    #expect(!Axis.moments("", holding: [0, 1e12], zone: .utc).ticks.isEmpty)
  }

  @Test func `a run ends where the picture does`() {
    let run = TrainGraph.Run(name: "", points: [(0, 0), (10, 100)], style: .main)
    let points = run.points(until: 4)
    #expect(points.map(\.time) == [0, 4] && points.map(\.position) == [0, 40])
    #expect(run.points(until: 20).count == 2 && run.points(until: -1).isEmpty)
  }

  @Test func `a page carries its case along, and nothing of it is markup`() {
    let text = "wayproof: 1\ntitle: </script><script>alert(1)</script> \u{202E}\n"
    let page = HTMLRenderer(title: "t", embedding: EmbeddedCase(bytes: Array(text.utf8))).text(
      Story(blocks: [
        .heading(level: 1, "t"), .heading(level: 2, "one"), .heading(level: 2, "two"),
        .heading(level: 2, "<b>three</b>"),
      ]))
    #expect(!page.contains("alert(1)</script>") && !page.contains("<b>"))
    #expect(page.components(separatedBy: "<script").count == 2)
    #expect(EmbeddedCase.bytes(in: Array(page.utf8)) == Array(text.utf8))
    #expect(page.contains("<a href=\"#s1\">one</a>") && page.contains("<h2 id=\"s1\">one</h2>"))
    for other in ["", "wayproof: 1", "<!doctype html><p>none</p>"] {
      #expect(EmbeddedCase.bytes(in: Array(other.utf8)) == nil)
    }
  }
}
