import Casework
import Claims
import Plausibility
import Testing

/// Kinds of journeys that were judged wrongly once, elsewhere in the world and by other means.
@Suite struct StoryVariationTests {
  @Test(arguments: all)
  func `each kind is judged rightly elsewhere`(variation: FailureVariation) throws {
    try variation.check()
  }

  private static let all =
    dateLines + roundTrips + oldAircraft + greatCircles + twoAverages + twoAveragesByAir
    + nightJourneys

  /// C: weekdays on the other side of the date line, printed the day before.
  private static let dateLines = [
    FailureVariation(
      "Auckland Friday printed Thursday in LA",
      journeys:
        "{id: j, mode: air, date: 2024-05-02, stops: [{id: a, place: HNL}, {id: b, place: AKL}]}",
      claims: """
        {id: local, time: "6:30 a.m. Friday", event: arrival b}
        {id: gmt, time: "18:30 GMT Thursday", event: arrival b}
        """, verdicts: ["local": .consistent, "gmt": .consistent]),
    FailureVariation(
      "Tokyo Monday printed Sunday in NY",
      journeys:
        "{id: j, mode: rail, date: 2024-06-03, stops: [{id: a, place: Osaka}, {id: b, place: Tokyo}]}",
      claims: """
        {id: local, time: "9:15 a.m. Monday", event: arrival b}
        {id: gmt, time: "8:15 p.m. EDT Sunday", event: arrival b}
        """, verdicts: ["local": .consistent, "gmt": .consistent],
      published: "2024-06-02"),
    FailureVariation(
      "Sydney Saturday printed Friday in Lima",
      journeys:
        """
        {id: j, mode: sea, date: 2024-05-04, stops: [{id: a, place: "-32.93,151.78"}, {id: b, place: Sydney}]}
        """,
      claims: """
        {id: local, time: "7 a.m. Saturday", event: arrival b}
        {id: gmt, time: "21:00 GMT Friday", event: arrival b}
        """, verdicts: ["local": .consistent, "gmt": .consistent],
      published: "2024-05-03"),
  ]

  /// D: a journey that ends where it began.
  private static let roundTrips = [
    FailureVariation(
      "sightseeing flight Christchurch",
      journeys:
        "{id: j, mode: air, date: 2024-01-05, stops: [{id: a, place: CHC}, {id: b, place: CHC}]}",
      claims: """
        {id: km, distance: "10,000 km", from: CHC, to: CHC, kind: flown}
        {id: hours, duration: about 12 hours, from: take-off a, to: landing b}
        """, verdicts: ["km": .consistent, "hours": .consistent]),
    FailureVariation(
      "too fast round trip by road",
      journeys:
        "{id: j, mode: road, vehicle: bus, date: 2024-01-05, stops: [{id: a, place: Nairobi}, {id: b, place: Nairobi}]}",
      claims: """
        {id: km, distance: 900 km, from: start, to: end}
        {id: hours, duration: 5 h 30 min, from: departure a, to: arrival b}
        {id: m, speed: at most 100 km/h, kind: maximum, vehicle: bus}
        """, verdicts: ["km": .disputed, "hours": .disputed, "m": .disputed]),
    FailureVariation(
      "cruise round trip",
      journeys:
        "{id: j, mode: sea, date: 2024-01-05, stops: [{id: a, place: Ushuaia}, {id: b, place: Ushuaia}]}",
      claims: """
        {id: km, distance: "1,800 nautical miles", from: start, to: end}
        {id: days, duration: 10 days, from: departure a, to: arrival b}
        {id: pace, speed: 22 knots, kind: average, from: departure a, to: arrival b}
        """, verdicts: ["km": .disputed, "days": .disputed, "pace": .disputed]),
  ]

  /// G: aircraft of other times and kinds.
  private static let oldAircraft = [
    FailureVariation(
      "Vimy 1919",
      journeys:
        """
        {id: j, mode: air, date: 1919-06-14, stops: [{id: a, place: YYT}, {id: b, place: "53.44,-10.02"}]}
        """,
      claims: """
        {id: hours, duration: 16 h 28 min, from: take-off a, to: landing b}
        {id: pace, speed: about 185 km/h, kind: average, from: take-off a, to: landing b}
        """, verdicts: ["hours": .consistent, "pace": .consistent],
      published: "1919-06-16"),
    FailureVariation(
      "flying boat own vehicle",
      journeys:
        "{id: j, mode: air, vehicle: flying boat, date: 1938-03-01, stops: [{id: a, place: Sydney}, {id: b, place: Brisbane}]}",
      claims: """
        {id: hours, duration: 3 h 20 min, from: take-off a, to: landing b}
        {id: pace, speed: about 230 km/h, kind: average, from: take-off a, to: landing b}
        """, verdicts: ["hours": .consistent, "pace": .consistent],
      published: "1938-03-02"),
    FailureVariation(
      "airship",
      journeys:
        """
        {id: j, mode: air, vehicle: airship, date: 1929-08-15, stops: [{id: a, place: "47.66,9.5"}, {id: b, place: Tokyo}]}
        """,
      claims: """
        {id: hours, duration: 101 h 49 min, from: take-off a, to: landing b}
        {id: km, distance: "11,247 km", from: a, to: b, kind: flown}
        """, verdicts: ["hours": .consistent, "km": .consistent],
      published: "1929-08-20"),
  ]

  /// H: a great circle printed from a globe.
  private static let greatCircles = [
    FailureVariation(
      "SYD-SCL 11340",
      journeys:
        "",
      claims: """
        {id: sphere, distance: "11340 km", from: SYD, to: SCL, kind: geodesic}
        {id: off, distance: "11681 km", from: SYD, to: SCL, kind: geodesic}
        """, verdicts: ["sphere": .consistent, "off": .contradicted]),
    FailureVariation(
      "JNB-ATL 13583",
      journeys:
        "",
      claims: """
        {id: sphere, distance: "13583 km", from: JNB, to: ATL, kind: geodesic}
        {id: off, distance: "13990 km", from: JNB, to: ATL, kind: geodesic}
        """, verdicts: ["sphere": .consistent, "off": .contradicted]),
    FailureVariation(
      "AKL-DOH 14534",
      journeys:
        "",
      claims: """
        {id: sphere, distance: "14534 km", from: AKL, to: DOH, kind: geodesic}
        {id: off, distance: "14970 km", from: AKL, to: DOH, kind: geodesic}
        """, verdicts: ["sphere": .consistent, "off": .contradicted]),
  ]

  /// U: two averages of one leg are one conflict.
  private static let twoAverages = [
    FailureVariation(
      "road Accra-Kumasi",
      journeys:
        "{id: j, mode: road, date: 2024-05-01, stops: [{id: a, place: Accra}, {id: b, place: Kumasi}]}",
      claims: """
        {id: slow, speed: 51.2 km/h, kind: average, from: departure a, to: arrival b}
        {id: fast, speed: 51.9 km/h, kind: average, from: departure a, to: arrival b}
        """, verdicts: ["slow": .disputed, "fast": .disputed]),
    FailureVariation(
      "sea",
      journeys:
        "{id: j, mode: sea, date: 2024-05-01, stops: [{id: a, place: Wellington}, {id: b, place: city-nz-christchurch}]}",
      claims: """
        {id: slow, speed: 15.2 knots, kind: average, from: departure a, to: arrival b}
        {id: fast, speed: 15.9 knots, kind: average, from: departure a, to: arrival b}
        """, verdicts: ["slow": .disputed, "fast": .disputed]),
    FailureVariation(
      "rail Andes",
      journeys:
        "{id: j, mode: rail, date: 2024-05-01, stops: [{id: a, place: Cusco}, {id: b, place: Puno}]}",
      claims: """
        {id: slow, speed: 36.2 km/h, kind: average, from: departure a, to: arrival b}
        {id: fast, speed: 36.9 km/h, kind: average, from: departure a, to: arrival b}
        """, verdicts: ["slow": .disputed, "fast": .disputed]),
  ]

  /// U by air.
  private static let twoAveragesByAir = [
    FailureVariation(
      "Okavango",
      journeys:
        "{id: j, mode: air, vehicle: Cessna 208, date: 2024-05-01, stops: [{id: a, place: Maun}, {id: b, place: Windhoek}]}",
      claims: """
        {id: slow, speed: 282.2 km/h, kind: average, from: take-off a, to: landing b}
        {id: fast, speed: 283.9 km/h, kind: average, from: take-off a, to: landing b}
        """, verdicts: ["slow": .disputed, "fast": .disputed]),
    FailureVariation(
      "Alaska",
      journeys:
        "{id: j, mode: air, vehicle: helicopter, date: 2024-05-01, stops: [{id: a, place: Anchorage}, {id: b, place: Juneau}]}",
      claims: """
        {id: slow, speed: 226.2 km/h, kind: average, from: take-off a, to: landing b}
        {id: fast, speed: 227.9 km/h, kind: average, from: take-off a, to: landing b}
        """, verdicts: ["slow": .disputed, "fast": .disputed]),
    FailureVariation(
      "jet",
      journeys:
        "{id: j, mode: air, vehicle: a320, date: 2024-05-01, stops: [{id: a, place: DEL}, {id: b, place: BLR}]}",
      claims: """
        {id: slow, speed: 786.2 km/h, kind: average, from: take-off a, to: landing b}
        {id: fast, speed: 787.9 km/h, kind: average, from: take-off a, to: landing b}
        """, verdicts: ["slow": .disputed, "fast": .disputed]),
  ]

  /// kw3: clock times of two zones, "before", and rounded figures.
  private static let nightJourneys = [
    FailureVariation(
      "Thailand",
      journeys:
        """
        {id: j, mode: rail, stops: [{id: a, place: Bangkok}, {id: b, place: "Nong Khai"}]}
        """,
      claims: """
        {id: left, time: "8:45 p.m., Sunday", event: departure a}
        {id: came, time: "shortly before 7 a.m., Monday", event: arrival b}
        {id: t, duration: about ten hours, from: departure a, to: arrival b}
        {id: km, distance: roughly 620 kilometres, from: Bangkok, to: "Nong Khai"}
        """,
      verdicts: ["left": .consistent, "came": .consistent, "t": .consistent, "km": .consistent],
      published: "2024-03-11"),
    FailureVariation(
      "Africa by road",
      journeys:
        """
        {id: j, mode: road, stops: [{id: a, place: "Dar es Salaam"}, {id: b, place: Lilongwe}]}
        """,
      claims: """
        {id: left, time: "10:30 p.m., Saturday", event: departure a}
        {id: came, time: "before 6 a.m., Monday", event: arrival b}
        {id: t, duration: about 32 hours, from: departure a, to: arrival b}
        {id: km, distance: "roughly 1,600 kilometres", from: "Dar es Salaam", to: Lilongwe}
        """,
      verdicts: ["left": .consistent, "came": .consistent, "t": .consistent, "km": .consistent],
      published: "2024-03-11"),
    FailureVariation(
      "Australia red-eye",
      journeys:
        "{id: j, mode: air, stops: [{id: a, place: Perth}, {id: b, place: Sydney}]}",
      claims: """
        {id: left, time: "11:30 p.m., Sunday", event: departure a}
        {id: came, time: "before 6 a.m., Monday", event: arrival b}
        {id: t, duration: about three and a half hours, from: departure a, to: arrival b}
        {id: km, distance: "roughly 3,300 kilometres", from: Perth, to: Sydney}
        """,
      verdicts: ["left": .consistent, "came": .consistent, "t": .consistent, "km": .consistent],
      published: "2024-03-11"),
    FailureVariation(
      "too short an evening",
      journeys:
        """
        {id: j, mode: rail, stops: [{id: a, place: Denver}, {id: b, place: "Salt Lake City"}]}
        """,
      claims: """
        {id: left, time: "7 p.m., Sunday", event: departure a}
        {id: came, time: "before midnight, Sunday", event: arrival b}
        {id: t, duration: about fifteen hours, from: departure a, to: arrival b}
        {id: km, distance: roughly 900 kilometres, from: Denver, to: "Salt Lake City"}
        """, verdicts: ["left": .disputed, "came": .disputed, "t": .disputed, "km": .consistent],
      published: "2024-03-11"),
  ]
}
