import Casework
import Claims
import Plausibility
import Testing

/// Figures of one journey that were not held against one another once, elsewhere in the world and by other means.
@Suite struct FigureVariationTests {
  @Test(arguments: all)
  func `each kind is judged rightly elsewhere`(variation: FailureVariation) throws {
    try variation.check()
  }

  private static let all =
    averages + sailedAndFlown + totals + limits + convoys

  /// A1: length, time and average speed of one journey are held against one another.
  private static let averages = [
    FailureVariation(
      "Istanbul-Ankara",
      journeys:
        "{id: j, mode: rail, vehicle: high-speed-train, date: 2024-05-01, stops: [{id: a, place: Istanbul}, {id: b, place: Ankara}]}",
      claims: """
        {id: km, distance: 533 km, from: Istanbul, to: Ankara, kind: track}
        {id: hours, duration: 4 h 30 min, from: departure a, to: arrival b}
        {id: average, speed: 220 km/h, kind: average, from: departure a, to: arrival b}
        """, verdicts: ["km": .disputed, "hours": .disputed, "average": .disputed]),
    FailureVariation(
      "Nairobi-Mombasa",
      journeys:
        "{id: j, mode: rail, date: 2024-05-01, stops: [{id: a, place: Nairobi}, {id: b, place: Mombasa}]}",
      claims: """
        {id: km, distance: 472 km, from: Nairobi, to: Mombasa, kind: track}
        {id: hours, duration: 5 h 10 min, from: departure a, to: arrival b}
        {id: average, speed: 55 km/h, kind: average, from: departure a, to: arrival b}
        """, verdicts: ["km": .disputed, "hours": .disputed, "average": .disputed]),
    FailureVariation(
      "road Perth-Adelaide fits",
      journeys:
        "{id: j, mode: road, vehicle: bus, date: 2024-05-01, stops: [{id: a, place: Perth}, {id: b, place: Adelaide}]}",
      claims: """
        {id: km, distance: "2,690 km", from: Perth, to: Adelaide, kind: road}
        {id: hours, duration: 33 h 30 min, from: departure a, to: arrival b}
        {id: average, speed: 80 km/h, kind: average, from: departure a, to: arrival b}
        """, verdicts: ["km": .consistent, "hours": .consistent, "average": .consistent]),
  ]

  /// A2: the same of a flown or sailed length.
  private static let sailedAndFlown = [
    FailureVariation(
      "Sydney-Perth",
      journeys:
        "{id: j, mode: air, vehicle: a330, date: 2024-05-01, stops: [{id: a, place: SYD}, {id: b, place: PER}]}",
      claims: """
        {id: km, distance: "3,400 km", from: SYD, to: PER, kind: flown}
        {id: hours, duration: 4 h 40 min, from: take-off a, to: landing b}
        {id: average, speed: 860 km/h, kind: average, from: take-off a, to: landing b}
        """, verdicts: ["km": .disputed, "hours": .disputed, "average": .disputed]),
    FailureVariation(
      "Lima-Bogota",
      journeys:
        "{id: j, mode: air, date: 2024-05-01, stops: [{id: a, place: LIM}, {id: b, place: BOG}]}",
      claims: """
        {id: km, distance: "1,950 km", from: LIM, to: BOG, kind: flown}
        {id: hours, duration: 3 h 10 min, from: take-off a, to: landing b}
        {id: average, speed: 780 km/h, kind: average, from: take-off a, to: landing b}
        """, verdicts: ["km": .disputed, "hours": .disputed, "average": .disputed]),
    FailureVariation(
      "sea Auckland-Suva",
      journeys:
        "{id: j, mode: sea, date: 2024-05-01, stops: [{id: a, place: Auckland}, {id: b, place: Suva}]}",
      claims: """
        {id: km, distance: "1,150 nautical miles", from: Auckland, to: Suva, kind: sea}
        {id: hours, duration: 5 days, from: departure a, to: arrival b}
        {id: average, speed: 15 knots, kind: average, from: departure a, to: arrival b}
        """, verdicts: ["km": .disputed, "hours": .disputed, "average": .disputed]),
  ]

  /// A3: parts and their total.
  private static let totals = [
    FailureVariation(
      "Lagos road",
      journeys:
        "{id: j, mode: road, date: 2024-05-01, stops: [{id: a, place: Lagos}, {id: b, place: Ibadan}, {id: c, place: Abuja}]}",
      claims: """
        {id: first, distance: 128 km, from: Lagos, to: Ibadan, kind: road}
        {id: second, distance: 660 km, from: Ibadan, to: Abuja, kind: road}
        {id: total, distance: "1,160 km", from: Lagos, to: Abuja, kind: road}
        """, verdicts: ["first": .disputed, "second": .disputed, "total": .disputed]),
    FailureVariation(
      "Kangaroo flown",
      journeys:
        "{id: j, mode: air, date: 2024-05-01, stops: [{id: a, place: LHR}, {id: b, place: SIN}, {id: c, place: SYD}]}",
      claims: """
        {id: first, distance: "10,900 km", from: LHR, to: SIN, kind: flown}
        {id: second, distance: "6,310 km", from: SIN, to: SYD, kind: flown}
        {id: total, distance: "21,900 km", from: LHR, to: SYD, kind: flown}
        """, verdicts: ["first": .disputed, "second": .disputed, "total": .disputed]),
    FailureVariation(
      "sea Chile fits",
      journeys:
        "{id: j, mode: sea, date: 2024-05-01, stops: [{id: a, place: Valparaiso}, {id: b, place: Callao}, {id: c, place: Guayaquil}]}",
      claims: """
        {id: first, distance: "1,300 nautical miles", from: Valparaiso, to: Callao, kind: sea}
        {id: second, distance: 690 nautical miles, from: Callao, to: Guayaquil, kind: sea}
        {id: total, distance: "1,990 nautical miles", from: a, to: c, kind: sea}
        """, verdicts: ["first": .consistent, "second": .consistent, "total": .consistent]),
  ]

  /// A length, a time and a limit that is never passed.
  private static let limits = [
    FailureVariation(
      "Chicago-Denver",
      journeys:
        "{id: j, mode: rail, vehicle: passenger-train, date: 2024-05-01, stops: [{id: a, place: Chicago}, {id: b, place: Denver}]}",
      claims: """
        {id: km, distance: "1,038 miles", from: Chicago, to: Denver, kind: track}
        {id: t, duration: 11 h 30 min, from: departure a, to: arrival b}
        {id: m, speed: at most 79 mph, kind: maximum, vehicle: passenger-train}
        """, verdicts: ["km": .disputed, "t": .disputed, "m": .disputed]),
    FailureVariation(
      "Mumbai-Goa",
      journeys:
        "{id: j, mode: rail, vehicle: passenger-train, date: 2024-05-01, stops: [{id: a, place: Mumbai}, {id: b, place: Madgaon}]}",
      claims: """
        {id: km, distance: 765 km, from: Mumbai, to: Madgaon, kind: track}
        {id: t, duration: 6 h 10 min, from: departure a, to: arrival b}
        {id: m, speed: at most 110 km/h, kind: maximum, vehicle: passenger-train}
        """, verdicts: ["km": .disputed, "t": .disputed, "m": .disputed]),
    FailureVariation(
      "Cairo-Aswan ferry sea",
      journeys:
        "{id: j, mode: sea, vehicle: hydrofoil, date: 2024-05-01, stops: [{id: a, place: Hong Kong}, {id: b, place: Macau}]}",
      claims: """
        {id: km, distance: 60 km, from: Hong Kong, to: Macau, kind: sea}
        {id: t, duration: 40 min, from: departure a, to: arrival b}
        {id: m, speed: at most 40 knots, kind: maximum, vehicle: hydrofoil}
        """, verdicts: ["km": .disputed, "t": .disputed, "m": .disputed]),
  ]

  /// Clock times, a length by road and a limit.
  private static let convoys = [
    FailureVariation(
      "Stuart Highway",
      journeys:
        "{id: j, mode: road, vehicle: car, stops: [{id: a, place: Alice Springs}, {id: b, place: Darwin}]}",
      claims: """
        {id: left, time: "5 a.m., Tuesday", event: departure a}
        {id: came, time: "about 3 p.m., Tuesday", event: arrival b}
        {id: km, distance: "some 1,500 km", kind: road, from: Alice Springs, to: Darwin}
        {id: m, speed: at most 110 km/h, kind: maximum, vehicle: car}
        """, verdicts: ["left": .disputed, "came": .disputed, "km": .disputed, "m": .disputed]),
    FailureVariation(
      "Bolivia",
      journeys:
        "{id: j, mode: road, vehicle: bus, stops: [{id: a, place: La Paz}, {id: b, place: Santa Cruz de la Sierra}]}",
      claims: """
        {id: left, time: "6 a.m., Saturday", event: departure a}
        {id: came, time: "about 2 p.m., Saturday", event: arrival b}
        {id: km, distance: some 850 km, kind: road, from: La Paz, to: Santa Cruz de la Sierra}
        {id: m, speed: at most 80 km/h, kind: maximum, vehicle: bus}
        """, verdicts: ["left": .disputed, "came": .disputed, "km": .disputed, "m": .disputed]),
    FailureVariation(
      "Mongolia",
      journeys:
        "{id: j, mode: road, vehicle: lorry, stops: [{id: a, place: Ulaanbaatar}, {id: b, place: Khovd}]}",
      claims: """
        {id: left, time: "8 p.m., Friday", event: departure a}
        {id: came, time: "about 10 a.m., Saturday", event: arrival b}
        {id: km, distance: "some 1,400 km", kind: road, from: Ulaanbaatar, to: Khovd}
        {id: m, speed: at most 70 km/h, kind: maximum, vehicle: lorry}
        """, verdicts: ["left": .disputed, "came": .disputed, "km": .disputed, "m": .disputed]),
  ]
}
