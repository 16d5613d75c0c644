import Casework
import Chronology
import Claims
import Gazetteer
import Geodesy
import Quantities
import Testing

/// Where something can have been: never too little, and no more than its speed allows.
@Suite struct ReachTests {
  private func model(_ journey: String, _ claims: String) throws -> CaseModel {
    try CaseJudging(world: BuiltIn.world).model(
      of: Array(JudgedText.text(journey, claims).utf8), name: "text")
  }

  private static let journeys: [(String, String, String)] = [
    (
      "{id: j, mode: road, vehicle: van, date: 2024-03-01, stops: [{id: a, place: Nairobi}, {id: b, place: Mombasa}]}",
      "2024-03-01 08:00", "2024-03-01 18:00"
    ),
    (
      "{id: j, mode: air, date: 2024-03-01, stops: [{id: a, place: AKL}, {id: b, place: HNL}]}",
      "2024-03-01 20:00", "2024-03-01 04:50"
    ),
    (
      "{id: j, mode: sea, date: 2024-03-01, stops: [{id: a, place: Lima}, {id: b, place: Guayaquil}]}",
      "2024-03-01 08:00", "2024-03-03 20:00"
    ),
    (
      "{id: j, mode: rail, date: 2024-03-01, stops: [{id: a, place: Moscow}, {id: b, place: Kazan}]}",
      "2024-03-01 20:00", "2024-03-02 08:10"
    ),
  ]

  /// It went by any way at a steady speed that was within its bounds: it was in the area at every moment.
  @Test(arguments: journeys.indices)
  func `a way that was gone is within the area at each moment`(index: Int) throws {
    let (journey, left, came) = Self.journeys[index]
    let isAir = journey.contains("air")
    let model = try model(
      journey,
      """
      {id: left, time: "\(left)", event: \(isAir ? "take-off" : "departure") a}
      {id: came, time: "\(came)", event: \(isAir ? "landing" : "arrival") b}
      """)
    let whole = try #require(model.reaches(of: "j", Reach.Request()).first)
    let (start, end) = (try #require(whole.before?.earliest), try #require(whole.after?.latest))
    let (one, other) = (
      try #require(whole.before?.place.coordinate), try #require(whole.after?.place.coordinate)
    )
    let line = Ellipsoid.wgs84.line(from: one, to: other)
    for share in [0.0, 0.1, 0.5, 0.9, 1] {
      let place = line.point(at: line.length * share)
      let moment = start.advanced(bySeconds: end.seconds(since: start) * share)
      for isUntil in [false, true] {
        var request = Reach.Request()
        request.moment = moment...moment
        request.isUntil = isUntil
        let reach = try #require(model.reaches(of: "j", request).first)
        #expect(!reach.bounds.isEmpty)
        for bound in reach.bounds {
          #expect(bound.area?.contains(place) == true, "\(share) \(isUntil) \(bound.kind)")
        }
      }
      for bound in whole.bounds { #expect(bound.area?.contains(place) == true) }
    }
  }

  @Test func `a speed that is said narrows the area, and left out it does not`() throws {
    let model = try model(
      Self.journeys[0].0,
      """
      {id: left, time: "2024-03-01 08:00", event: departure a}
      {id: came, time: "2024-03-01 18:00", event: arrival b}
      {id: top, speed: at most 70 km/h, kind: maximum, vehicle: van, years: 2024}
      """)
    let mombasa = try Coordinate(latitude: -4.05, longitude: 39.67)
    let kisumu = try Coordinate(latitude: -0.1, longitude: 34.75)
    let bounds = try #require(model.reaches(of: "j", Reach.Request()).first).bounds
    let said = try #require(bounds.first { $0.kind == .reported })
    #expect(abs(said.speed.kilometersPerHour - 70) < 1e-9)
    #expect(said.area?.contains(mombasa) == true && said.area?.contains(kisumu) == false)
    #expect(bounds.first { $0.kind == .possible }?.area?.contains(kisumu) == true)
  }

  @Test func `what cannot be reached has no area`() throws {
    let model = try model(
      Self.journeys[0].0,
      """
      {id: left, time: "2024-03-01 08:00", event: departure a}
      {id: came, time: "2024-03-01 18:00", event: arrival b}
      """)
    var request = Reach.Request()
    request.speed = .kilometersPerHour(20)
    let bound = try #require(model.reaches(of: "j", request).first?.bounds.first)
    #expect(bound.kind == .asked && bound.area == nil)
    request.disbelieved = [Claim.ID("came")]
    #expect(model.reaches(of: "j", request).isEmpty)
  }

  @Test func `a sighting is a moment like a stop's`() throws {
    let model = try model(
      Self.journeys[0].0,
      """
      {id: left, time: "2024-03-01 08:00", event: departure a}
      {id: seen, sighting: "-2.5,38.0", radius: 5 km, time: "2024-03-01 12:00", zone: Africa/Nairobi}
      {id: came, time: "2024-03-01 18:00", event: arrival b}
      """)
    let reaches = model.reaches(of: "j", Reach.Request())
    #expect(reaches.map { $0.before?.name } == ["departure a", "seen"])
    #expect(reaches.first?.after?.radius == .kilometers(5))
  }
}
