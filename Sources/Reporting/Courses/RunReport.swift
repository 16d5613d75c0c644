public import Travel
import Gazetteer
import Quantities
import TrainMotion
import Wording

/// How long a train needs over a way, ready for any format.
public struct RunReport: Sendable {
  private let journey: TrainJourney
  private let attributions: [String]

  public init(_ journey: TrainJourney, attributions: [String]) {
    self.journey = journey
    self.attributions = attributions
  }

  public var title: String { journey.places.map(\.name).joined(separator: " – ") }

  // MARK: Words

  public var story: Story {
    var story = Story()
    story.blocks.append(.heading(level: 1, Line("\(title) by \(journey.model.name)", .strong)))
    story.blocks.append(.items(lines.map { (Line($0), []) }))
    story.blocks.append(.figure(chart))
    story.blocks.append(
      .table(
        header: ["what takes time", "least", "most"],
        rows: (journey.ledger.map { ($0.title, $0.time) } + [("in all" as Phrase, journey.likely)])
          .map {
            [$0, Numbers.duration($1.lowerBound), Numbers.duration($1.upperBound)].map(\.english)
          }))
    let bases = journey.ledger.map { "\($0.title): \($0.basis.english)" }
    story.blocks.append(.items((bases + terms).map { (Line($0, .dim), []) }))
    story.blocks.append(.paragraph(Line(attributions.joined(separator: "; "), .dim)))
    return story
  }

  private var lines: [String] {
    let way = journey.way
    let bounds = (way.interval.lower?.meters ?? 0, way.interval.upper?.meters ?? .infinity)
    return [
      "track \(Numbers.distance(way.central.meters))"
        + (bounds.0 == bounds.1
          ? "" : " (\(Numbers.distance(bounds.0)) to \(Numbers.distance(bounds.1)))")
        + ": \(way.basis)",
      "cannot take less than \(Numbers.duration(journey.fastest)): the greatest speeds of train and line "
        + "alone",
      "technical running time \(range(journey.technical)), at most "
        + "\(Numbers.speed(journey.bestCurve.greatestSpeed))",
      "likely \(range(journey.likely)), an average of \(average)",
    ]
  }

  private func range(_ seconds: ClosedRange<Double>) -> String {
    "\(Numbers.duration(seconds.lowerBound)) to \(Numbers.duration(seconds.upperBound))"
  }

  private var average: String {
    // The longest way goes with the longest time, as the least with the least.
    let slow = (journey.way.interval.upper?.meters ?? 0) / journey.likely.upperBound
    let quick = (journey.way.interval.lower?.meters ?? 0) / journey.likely.lowerBound
    let (least, most) = (min(slow, quick), max(slow, quick))
    return "\(Numbers.fixed(least * 3.6, 0)) to \(Numbers.speed(most))"
  }

  /// What was taken where nobody says.
  private var terms: [String] {
    let profile = journey.profile
    var terms = [
      "line speed known on \(Int(held: (profile.knownSpeedShare * 100).rounded())) % of the route"
    ]
    for (country, taken) in profile.defaults.sorted(by: { $0.key < $1.key }) {
      let (low, high) = (taken.speed.lowerBound * 3.6, taken.speed.upperBound * 3.6)
      terms.append(
        "\(country.isEmpty ? "elsewhere" : country): \(Numbers.fixed(low, 0)) to "
          + "\(Numbers.fixed(high, 0)) km/h, gradients to \(Numbers.fixed(taken.gradient, 0)) ‰ assumed "
          + "(\(taken.source))")
    }
    let (best, worst) = (journey.model.best, journey.model.worst)
    terms.append(
      "train of \(tonnes(best.mass)) to \(tonnes(worst.mass)) t, "
        + "\(Numbers.fixed(best.length, 0)) to \(Numbers.fixed(worst.length, 0)) m, braking at "
        + "\(Numbers.fixed(worst.braking, 2)) to \(Numbers.fixed(best.braking, 2)) m/s²")
    return terms
  }

  /// The speed over the distance: what the line allows, the best run and the worst.
  public var chart: Chart { SpeedProfile(run: journey).chart }

  private func tonnes(_ mass: Double) -> String { Numbers.fixed(mass / 1_000, 0) }

  // MARK: Data

  public var json: JSONValue {
    .object([
      "format": .text("wayproof-run"), "version": .whole(1), "train": .text(journey.model.id),
      "places": .array(journey.places.map { .text($0.id.text) }),
      "length_km": .rounded(journey.way.central.kilometers, 3),
      "fastest_s": .rounded(journey.fastest, 1), "technical_s": seconds(journey.technical),
      "likely_s": seconds(journey.likely),
      "line_speed_known_share": .rounded(journey.profile.knownSpeedShare, 3),
      "ledger": .array(
        journey.ledger.map { entry in
          .object([
            "title": .words(entry.title), "seconds": seconds(entry.time),
            "basis": .words(entry.basis),
          ])
        }), "assumptions": .array(terms.map { .text($0) }),
      "train_sources": .array(journey.model.sources.map { .text($0) }),
      "curves": .object([
        "best": curve(journey.bestCurve), "worst": curve(journey.worstCurve),
      ]), "attribution": .array(attributions.map { .text($0) }),
    ])
  }

  private func seconds(_ range: ClosedRange<Double>) -> JSONValue {
    .array([.rounded(range.lowerBound, 1), .rounded(range.upperBound, 1)])
  }

  private func curve(_ curve: RunCurve) -> JSONValue {
    .array(
      curve.points.map { point in
        .object([
          "km": .rounded(point.position / 1_000, 3), "kmh": .rounded(point.speed * 3.6, 2),
          "s": .rounded(point.time, 1), "phase": .text(point.phase.rawValue),
        ])
      })
  }

  /// Both curves as rows: the best case and the worst.
  public var csv: String {
    var rows = ["case,km,kmh,seconds,phase"]
    for (name, curve) in [("best", journey.bestCurve), ("worst", journey.worstCurve)] {
      for point in curve.points {
        rows.append(
          CommaSeparated.row([
            name, Numbers.plain(point.position / 1_000, 3), Numbers.plain(point.speed * 3.6, 2),
            Numbers.plain(point.time, 1), point.phase.rawValue,
          ]))
      }
    }
    return rows.joined(separator: "\n") + "\n"
  }
}
