public import Travel
public import Flights
import Gazetteer
import Quantities
public import Reporting

/// How long a flight takes.
public struct FlightQuestion: Sendable {
  /// Where it begins, what it flies over, and where it ends.
  public var places: [String]
  /// Of the library, by its name there.
  public var aircraft = "jet-airliner"
  /// In km/h along the way, from behind where positive (`50`, `-40..80`), or from a direction (`270@100`): once, or once
  /// for each leg.
  public var wind: [String] = []
  /// Of the cruise in metres, `10000` or `9000..11000`.
  public var altitude: String?
  /// The day, for the winds of its season.
  public var date: String?
  /// When it leaves its stand, by the clocks there.
  public var depart: String?
  /// Whether `depart` is when the wheels leave the ground.
  public var takeOff = false
  /// What it flies around.
  public var avoided: [Airspace] = []

  public init(places: [String]) { self.places = places }

  /// - Throws: `QuestionError`.
  public func answer(in world: World) throws(QuestionError) -> FlightReport {
    guard places.count >= 2 else {
      throw QuestionError("two places are wanted, where the flight begins and where it ends")
    }
    guard let type = world.aircraft(named: aircraft) else {
      throw QuestionError(
        FlightJourneyError.unknownAircraft(
          aircraft, known: world.aircraft.map(\.id), similar: world.aircraft(like: aircraft)))
    }
    let stops = try world.places(places, by: .air)
    let request = try request(stops, type)
    do {
      return FlightReport(
        try world.flight(by: type, request),
        attributions: world.attributions(of: stops, usesKilometrage: false))
    } catch {
      throw QuestionError(error)
    }
  }

  private func request(
    _ stops: [Place], _ type: Aircraft
  ) throws(QuestionError) -> FlightRequest {
    var request = FlightRequest(places: stops)
    for text in wind { request.winds.append(try Self.wind(text)) }
    if let altitude {
      guard let range = NumberRange.parse(altitude), range.lowerBound >= 100,
        range.upperBound <= 25_000
      else { throw QuestionError(.altitude, altitude, "100 to 25000 m, one number or a..b") }
      guard range.upperBound <= type.cruiseAltitude.upperBound + 1_500 else {
        throw QuestionError(
          .altitude, altitude,
          "\(type.name) cruises at \(Int(held: type.cruiseAltitude.lowerBound)) to \(Int(held: type.cruiseAltitude.upperBound)) m"
        )
      }
      request.altitude = range
    }
    if let date { request.date = try CivilTexts.day(date) }
    if let depart {
      guard date != nil else { throw QuestionError(.depart, depart, "give the day too") }
      request.departure = try CivilTexts.departure(depart)
    }
    if takeOff, depart == nil {
      throw QuestionError(about: "\(.takeOff) says what \(.depart) is; give it too")
    }
    request.departsAtTakeOff = takeOff
    request.avoided = avoided
    return request
  }

  /// `50`, `-40..80` or `270@100`, in km/h.
  private static func wind(_ text: String) throws(QuestionError) -> Wind {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false).map(String.init)
    if parts.count == 2, let direction = Double(parts[0]), (0...360).contains(direction),
      let speed = NumberRange.parse(parts[1]), speed.lowerBound >= 0, speed.upperBound <= 500
    {
      return .blowing(from: .degrees(direction), speed.lowerBound / 3.6...speed.upperBound / 3.6)
    }
    if parts.count == 1, let speed = NumberRange.parse(text), speed.lowerBound >= -500,
      speed.upperBound <= 500
    {
      return .along(speed.lowerBound / 3.6...speed.upperBound / 3.6)
    }
    throw QuestionError(
      .wind, text,
      "write km/h along the way, 50 or -40..80, or from a direction, 270@100; at most 500")
  }
}
