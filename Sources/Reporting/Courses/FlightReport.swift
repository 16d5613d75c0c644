public import Travel
import Chronology
import Datasets
import Flights
import Gazetteer
import Geodesy
import Quantities
import Wording

/// How long a flight takes, ready for any format.
public struct FlightReport: Sendable {
  private let journey: FlightJourney
  private let attributions: [String]

  public init(_ journey: FlightJourney, attributions: [String]) {
    self.journey = journey
    self.attributions = attributions
  }

  private var flight: Flight { journey.flight }
  private var places: [Place] { journey.request.places }
  private var title: String { places.map(\.shortName).joined(separator: " – ") }

  // MARK: Words

  public var story: Story {
    var story = Story()
    story.blocks.append(.heading(level: 1, Line("\(title) by \(flight.aircraft.name)", .strong)))
    story.blocks.append(.items(lines.map { (Line($0), []) }))
    story.blocks.append(.figure(chart))
    let whole = (title: "block time", time: flight.block, typical: flight.typicalBlock)
    story.blocks.append(
      .table(
        header: ["what takes time", "least", "typical", "most"],
        rows: (journey.ledger.map { (title: $0.title, time: $0.time, typical: $0.typical) }
          + [whole]).map {
            [
              $0.title, Numbers.duration($0.time.lowerBound).english,
              Numbers.duration($0.typical).english, Numbers.duration($0.time.upperBound).english,
            ]
          }))
    if !journey.moments.isEmpty {
      story.blocks.append(
        .table(
          header: ["by the clocks", "earliest", "typical", "latest"],
          rows: journey.moments.map { moment in
            [moment.title]
              + [moment.earliest, moment.typical, moment.latest].map {
                Numbers.moment($0.secondsSinceEpoch, in: moment.zone).english
              }
          }))
    }
    story.blocks.append(.items(terms.map { (Line($0, .dim), []) }))
    story.blocks.append(.paragraph(Line(attributions.joined(separator: "; "), .dim)))
    return story
  }

  private var lines: [String] {
    let path = flight.path
    var lines = ["straight line \(Numbers.distance(path.geodesic.meters)): WGS 84 geodesic by PROJ"]
    if path.planned.meters > path.geodesic.meters * 1.000_001 {
      lines.append("by the waypoints \(Numbers.distance(path.planned.meters))")
    }
    lines += [
      "equivalent distance flown \(Numbers.distance(path.flown.lower?.meters ?? 0)) to "
        + "\(Numbers.distance(path.flown.upper?.meters ?? .infinity)), with detours and slow flight about both ends",
      "takes at least \(Numbers.duration(flight.fastestAirborne.inSeconds)) in the air: the planned route at the "
        + "top speed of \(Numbers.fixed(flight.aircraft.ceiling.kilometersPerHour, 0)) km/h with the strongest jet "
        + "stream behind",
      "in the air \(range(flight.airborne)), block time as flown \(range(flight.block)), "
        + "typically \(Numbers.duration(flight.typicalBlock)); as a timetable would print it "
        + range(flight.scheduledBlock),
    ]
    switch flight.reach {
    case .within: break
    case .onlyLightlyLoaded(let way):
      lines.append(
        "\(Numbers.distance(way)) through the air are farther than with a usual load (\(rangeOfAircraft))"
      )
    case .beyond(let way):
      lines.append(
        "beyond its range: \(Numbers.distance(way)) through the air without a stop, \(rangeOfAircraft)"
      )
    }
    return lines
  }

  private var rangeOfAircraft: String {
    let range = flight.aircraft.range
    return "range \(Numbers.fixed(range.lowerBound.kilometers, 0)) to "
      + "\(Numbers.fixed(range.upperBound.kilometers, 0)) km"
  }

  private func range(_ seconds: ClosedRange<Double>) -> String {
    "\(Numbers.duration(seconds.lowerBound)) to \(Numbers.duration(seconds.upperBound))"
  }

  /// What was taken, and from where.
  private var terms: [String] {
    var terms = [windTerm]
    terms += flight.path.points.dropFirst().dropLast().map { "turns at \($0.decimalText)" }
    terms += journey.ledger.map { "\($0.title): \($0.basis.english)" }
    terms += flight.aircraft.sources.map(Self.readable)
    return terms
  }

  /// A source's field without underscores and units: `climb_cas_ms: …` is told as `climb airspeed: …`.
  private static func readable(_ source: SourcedNumbers.Source) -> String {
    let name = source.field.split(separator: "_").dropLast().map {
      $0 == "cas" ? "airspeed" : String($0)
    }
    return "\(name.joined(separator: " ")): \(source.words)"
  }

  private var windTerm: String {
    guard journey.request.winds.isEmpty else { return "wind: as given" }
    let season = journey.request.date.map { "of the season (\($0))" } ?? "of the year's mean"
    return "wind: the usual westerly \(season), "
      + "± \(Numbers.fixed(flight.operations.windSpread * 3.6, 0)) km/h"
  }

  /// The altitude over the distance flown.
  public var chart: Chart {
    let styles: [Chart.Style] = [.third, .main, .second]
    return Chart(
      title: "\(title) by \(flight.aircraft.name): altitude", xTitle: "km flown", yTitle: "m",
      series: zip(curves, styles).map { curve, style in
        Chart.Series(
          name: "\(curve.0), \(Numbers.duration(curve.1.time))",
          points: curve.1.points.map { ($0.position / 1_000, $0.altitude) }, style: style)
      })
  }

  // MARK: Data

  public var json: JSONValue {
    .object([
      "format": .text("wayproof-flight"), "version": .whole(1),
      "aircraft": .text(flight.aircraft.id), "places": .array(places.map { .text($0.id.text) }),
      "geodesic_km": .rounded(flight.path.geodesic.kilometers, 3),
      "planned_km": .rounded(flight.path.planned.kilometers, 3),
      "fastest_airborne_s": .rounded(flight.fastestAirborne.inSeconds, 1),
      "airborne_s": seconds(flight.airborne),
      "typical_airborne_s": .rounded(flight.typical.time, 1), "block_s": seconds(flight.block),
      "typical_block_s": .rounded(flight.typicalBlock, 1),
      "scheduled_block_s": seconds(flight.scheduledBlock), "range": .text(reach),
      "ledger": .array(
        journey.ledger.map { entry in
          .object([
            "title": .text(entry.title), "seconds": seconds(entry.time),
            "typical_s": .rounded(entry.typical, 1), "basis": .words(entry.basis),
          ])
        }),
      "moments": momentsJSON,
      "assumptions": .array(terms.map { .text($0) }),
      "curves": curvesJSON,
      "attribution": .array(attributions.map { .text($0) }),
    ])
  }

  private var momentsJSON: JSONValue {
    .array(
      journey.moments.map { moment in
        .object([
          "title": .text(moment.title), "zone": .text(moment.zone.identifier),
          "unix_s": .array(
            [moment.earliest, moment.typical, moment.latest].map {
              .rounded($0.secondsSinceEpoch, 0)
            }),
        ])
      })
  }

  private var curvesJSON: JSONValue {
    let named = curves.map { name, curve in
      let points = curve.points.map { point -> JSONValue in
        .object([
          "km": .rounded(point.position / 1_000, 3), "m": .rounded(point.altitude, 0),
          "kmh": .rounded(point.groundSpeed * 3.6, 2), "s": .rounded(point.time, 1),
          "phase": .text(point.phase.rawValue),
        ])
      }
      return (name, JSONValue.array(points))
    }
    return .object(Dictionary(uniqueKeysWithValues: named))
  }

  private var reach: String {
    switch flight.reach {
    case .within: "within"
    case .onlyLightlyLoaded: "only-lightly-loaded"
    case .beyond: "beyond"
    }
  }

  private var curves: [(String, FlightCurve)] {
    [("fastest", flight.fastest), ("typical", flight.typical), ("slowest", flight.slowest)]
  }

  private func seconds(_ range: ClosedRange<Double>) -> JSONValue {
    .array([.rounded(range.lowerBound, 1), .rounded(range.upperBound, 1)])
  }

  /// The three flights as rows.
  public var csv: String {
    var rows = ["case,km,altitude_m,ground_kmh,seconds,phase"]
    for (name, curve) in curves {
      for point in curve.points {
        rows.append(
          CommaSeparated.row([
            name, Numbers.plain(point.position / 1_000, 3), Numbers.plain(point.altitude, 0),
            Numbers.plain(point.groundSpeed * 3.6, 2), Numbers.plain(point.time, 1),
            point.phase.rawValue,
          ]))
      }
    }
    return rows.joined(separator: "\n") + "\n"
  }

  public var geoJSON: JSONValue {
    let line = try? Polyline(flight.path.points).densified(every: .kilometers(50))
    let lines = [line].compactMap(\.self)
    return GeoJSON.collection(
      lines.map {
        GeoJSON.feature(
          line: $0,
          properties: [
            "title": .text("\(title) by \(flight.aircraft.name)"), "kind": .text("planned"),
            "length_km": .rounded(flight.path.planned.kilometers, 3),
            "block_s": seconds(flight.block), "stroke": .text("#1f6f8b"),
            "stroke-width": .number(3),
          ])
      }
        + places.map {
          GeoJSON.feature(
            point: $0.coordinate, properties: ["title": .text($0.name), "id": .text($0.id.text)])
        }, lines: lines, points: places.compactMap(\.coordinate),
      provenance: [
        "format": .text("wayproof-flight"), "version": .whole(1),
        "attribution": .array(attributions.map { .text($0) }),
      ])
  }

  /// A row for many flights: ends, kilometres, seconds.
  public static let rowHeader =
    "from,to,geodesic_km,least_airborne_s,least_block_s,typical_block_s,most_block_s"

  public var row: String {
    CommaSeparated.row([
      places.first?.id.text ?? "", places.last?.id.text ?? "",
      Numbers.plain(flight.path.geodesic.kilometers, 3),
      Numbers.plain(flight.fastestAirborne.inSeconds, 0),
      Numbers.plain(flight.block.lowerBound, 0), Numbers.plain(flight.typicalBlock, 0),
      Numbers.plain(flight.block.upperBound, 0),
    ])
  }
}
