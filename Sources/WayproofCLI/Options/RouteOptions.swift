public import ArgumentParser
import Quantities
public import Railways

/// Under which conditions a course by rail is sought.
struct RouteOptions: ParsableArguments {
  @Option(help: "A place, a country or line:NAME not to pass; may be given several times.")
  var avoid: [String] = []

  @Option(help: "The gauge in mm that the train is bound to.")
  var gauge: Int?

  @Option(help: "This many ways that really differ.")
  var alternatives = 1

  @Option(help: "With --network: shortest or fastest.")
  var objective: RailQuery.Objective = .shortest

  @Option(help: "With --objective fastest: the train's own greatest speed in km/h.")
  var maxSpeed: Double?

  @Option(
    help: """
      How many km from track a place may be (default: 2 with --network, 5 over the railways of the world).
      """)
  var snap: Double?

  @Flag(help: "Electrified track only.")
  var electrified = false

  @Flag(help: "Never change the gauge where nobody records that it can be.")
  var recordedBreaksOnly = false

  @Flag(help: "With --network: trams, light rail and metro too.")
  var trams = false

  /// The query by some places, in order.
  func query(stops: [String]) -> RailQuery {
    var query = RailQuery(stops: stops)
    query.avoided = avoid.map { RailAvoidance($0) }
    query.gauge = gauge.map { Gauge(millimeters: $0) }
    query.alternatives = alternatives
    query.objective = objective
    query.trainSpeed = maxSpeed.map { .kilometersPerHour($0) }
    query.snapLimit = snap.map { .kilometers($0) }
    query.needsElectrification = electrified
    query.recordedBreaksOnly = recordedBreaksOnly
    query.furtherKinds = trams ? RailQuery.urbanKinds : []
    return query
  }
}

extension RailQuery.Objective: ExpressibleByArgument {}
