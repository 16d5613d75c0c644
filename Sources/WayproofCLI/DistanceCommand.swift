import ArgumentParser
import Casework
import Claims
import Datasets
import Foundation
import Gazetteer
import Quantities
import Railways
import Reporting
import Wording

struct DistanceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "distance",
    abstract: "Measure between places, every kind of distance that is known.",
    discussion: """
      A coordinate is latitude,longitude in degrees; write -- before one that begins with a minus.
      With - pairs are read from standard input, one a line, as CSV (lat,lon,lat,lon or from,to) or \
      JSON Lines ({"from": …, "to": …}); each line comes back with the geodesic and, between \
      stations, the track in kilometres.

      EXAMPLES:
        wayproof distance pyongyang vladivostok
        wayproof distance FNJ VVO --format json
        wayproof distance 39.0047,125.7359 43.1112,131.8819
        wayproof distance - < pairs.csv
        wayproof distance 50.9430,6.9590 50.7321,7.0966 --network cologne
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, csv }

  @OptionGroup var data: DataOptions

  @Argument(help: "Two or more places, or - to read pairs from standard input.")
  var places: [String]

  @Option(help: "text, json or csv.")
  var format: Format = .text

  @Option(help: "An imported network; its track is measured as well. May be given several times.")
  var network: [String] = []

  @Option(help: "With --network: how many km from track a place may be.")
  var snap = 2.0

  @Flag(help: "Coordinates read from standard input are longitude first.")
  var lonlat = false

  @Option(help: "At most this many cores.")
  var threads: Int?

  func run() throws {
    if places == ["-"] {
      guard network.isEmpty else {
        throw CommandFailure("--network does not go with -; ask pair by pair with `wayproof route`")
      }
      try PairStream(data: data, isLongitudeFirst: lonlat, threads: threads).run()
      return
    }
    guard places.count >= 2 else {
      throw CommandFailure("a distance needs two places or more, or - to read pairs")
    }
    guard snap.isFinite, (0...100).contains(snap) else {
      throw CommandFailure("--snap \(snap): places may be 0 to 100 km from track")
    }
    let world = try data.world(vehicles: false)
    let networks = try network.map { name throws(CommandFailure) in
      do { return try TrackNetwork(file: UserFolder().network(name).path) } catch {
        throw CommandFailure(error)
      }
    }
    let stops = try places.map { try stop($0, world, networks) }
    let legs = try zip(stops, stops.dropFirst()).map { start, end in
      Measured(
        start: start, end: end,
        distances: try world.distances(from: start, to: end)
          + networks.map { try track(from: start, to: end, on: $0, world) })
    }
    for leg in legs where leg.distances.isEmpty {
      throw CommandFailure(
        "nothing is known between '\(leg.start.name)' and '\(leg.end.name)': "
          + "no sourced position and no track")
    }
    let shown =
      networks.flatMap { $0.meta.sources.map(\.attribution) } + world.attributions(of: stops)
    let attributions = shown.reduce(into: [String]()) {
      if !$1.isEmpty, !$0.contains($1) { $0.append($1) }
    }
    Output.write(render(legs, attributions: attributions))
  }

  /// A place of the gazetteer, or the one station of that name in a network.
  private func stop(
    _ name: String, _ world: World, _ networks: [TrackNetwork]
  ) throws(CommandFailure) -> Place {
    // Where networks are asked, their own stations of a name are meant first, as for a route.
    let stations = networks.flatMap { $0.places(named: name) }
    if let only = stations.first, stations.count == 1 { return only }
    return try world.place(name)
  }

  private func track(
    from start: Place, to end: Place, on network: TrackNetwork, _ world: World
  ) throws(CommandFailure) -> TypedDistance {
    do {
      return try world.track(
        through: [start, end], on: network, within: .kilometers(snap))
    } catch {
      throw CommandFailure("\(network.meta.name): \(error)")
    }
  }

  private struct Measured {
    let start: Place
    let end: Place
    let distances: [TypedDistance]
  }

  private func render(_ legs: [Measured], attributions: [String]) -> String {
    switch format {
    case .csv:
      let rows = legs.flatMap { leg in
        leg.distances.map { distance in
          [
            leg.start.id.text, leg.end.id.text, distance.kind.rawValue,
            "\((distance.central.meters).rounded() / 1_000)",
            distance.interval.lower.map { "\($0.meters.rounded() / 1_000)" } ?? "",
            distance.interval.upper.map { "\($0.meters.rounded() / 1_000)" } ?? "",
            distance.basis.english,
          ].map(CommaSeparated.field).joined(separator: ",")
        }
      }
      return (["from,to,kind,km,least_km,most_km,basis"] + rows).joined(separator: "\n") + "\n"
    case .json: return JSONValue.array(legs.map(json)).text()
    case .text:
      return Output.terminalText(story(legs, attributions))
    }
  }

  private func json(_ leg: Measured) -> JSONValue {
    .object([
      "from": .text(leg.start.id.text), "to": .text(leg.end.id.text),
      "distances": .array(
        leg.distances.map { distance in
          .object([
            "kind": .text(distance.kind.rawValue),
            "km": .rounded(distance.central.kilometers, 3),
            "interval_km": .array([
              .rounded(distance.interval.lower?.kilometers, 3),
              .rounded(distance.interval.upper?.kilometers, 3),
            ]), "basis": .words(distance.basis), "hard": .flag(distance.isHard),
          ])
        }),
    ])
  }

  private func story(_ legs: [Measured], _ attributions: [String]) -> Story {
    var story = Story()
    for leg in legs {
      story.blocks.append(
        .heading(level: 3, Line("\(title(leg.start)) – \(title(leg.end))", .strong)))
      story.blocks.append(
        .items(
          leg.distances.map { distance in
            (Line(words(distance)) + Line(": \(distance.basis)", .dim), [])
          }))
    }
    for kind in DistanceKind.allCases where legs.count > 1 {
      let all = legs.compactMap { leg in leg.distances.first { $0.kind == kind } }
      guard all.count == legs.count, all.allSatisfy(\.isHard) else { continue }
      let sum = all.reduce(Distance.zero) { $0 + $1.central }
      story.blocks.append(
        .paragraph(Line("\(kind.rawValue) in all \(Numbers.distance(sum.meters))", .strong)))
    }
    story.blocks.append(.paragraph(Line(attributions.joined(separator: "; "), .dim)))
    return story
  }

  private func title(_ place: Place) -> String {
    place.kind == .point ? place.name : "\(place.name) (\(place.id))"
  }

  private func words(_ distance: TypedDistance) -> String {
    let low = Numbers.distance(distance.interval.lower?.meters ?? 0)
    let high = Numbers.distance(distance.interval.upper?.meters ?? .infinity)
    let central = Numbers.distance(distance.central.meters)
    switch distance.kind {
    case .geodesic: return "geodesic \(central)"
    case _ where distance.isHard: return "\(distance.kind.rawValue) \(central) (\(low) to \(high))"
    default: return "\(distance.kind.rawValue) \(low) to \(high), estimated"
    }
  }
}
