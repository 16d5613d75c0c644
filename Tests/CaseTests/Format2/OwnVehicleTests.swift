import Casework
import Plausibility
import Testing

/// Vehicles that a case brings with it.
@Suite struct OwnVehicleTests {
  private func flight(_ claims: String, vehicle: String = "dh4") throws -> Dossier {
    try JudgedText.judged(
      """
      {id: out, mode: air, vehicle: \(vehicle), date: 1925-07-01, stops: [{id: a, place: city-de-berlin}, {id: b, place: city-ru-moscow}]}
      """, claims,
      more: """
        vehicles:
          - {id: dh4, name: Airco DH.4, mode: air, greatest: 230 km/h, usual: 140 to 160 km/h, altitude: 1 to 3 km, source: its handbook}
        """, published: "1925-07-02")
  }

  @Test func `a biplane of 1925 is judged by its own speeds`() throws {
    let dossier = try flight(
      """
      {id: hours, duration: 12 hours, from: take-off a, to: landing b}
      {id: pace, speed: about 140 km/h, kind: average, from: take-off a, to: landing b}
      """)
    #expect(dossier.accused.isEmpty)
    #expect(dossier.verdict("hours") == .consistent)
  }

  @Test func `what a jet may do is beyond a biplane`() throws {
    let dossier = try flight("{id: hours, duration: 3 hours, from: take-off a, to: landing b}")
    #expect(dossier.accused == ["hours"])
  }

  @Test func `a railcar of the Andes goes no faster than it can`() throws {
    func judged(_ hours: String) throws -> Dossier {
      try JudgedText.judged(
        """
        {id: out, mode: rail, vehicle: autocarril, date: 2023-05-01, stops: [{id: a, place: Cusco}, {id: b, place: "-15.84,-70.03"}]}
        """, "{id: t, duration: \(hours), from: a, to: b}",
        more: """
          vehicles:
            - {id: autocarril, mode: rail, greatest: exactly 40 km/h, source: a plate in its cab}
          """)
    }
    // 297 km in a straight line.
    #expect(try judged("10 hours").accused.isEmpty)
    #expect(
      try judged("5 hours").verdict("t") == .disputed
        || judged("5 hours").verdict("t") == .contradicted)
  }

  @Test func `a ship and a cart have speeds of their own`() throws {
    func judged(_ mode: String, _ ends: (String, String), _ top: String, _ time: String) throws
      -> Dossier
    {
      try JudgedText.judged(
        """
        {id: out, mode: \(mode), vehicle: own, stops: [{id: a, place: \(ends.0)}, {id: b, place: \(ends.1)}]}
        """, "{id: t, duration: \(time), from: a, to: b}",
        more: "vehicles: [{id: own, mode: \(mode), greatest: \(top), source: s}]")
    }
    let crossing = ("Piraeus", "Heraklion")
    #expect(try judged("sea", crossing, "exactly 22 knots", "9 hours").accused.isEmpty)
    #expect(try !judged("sea", crossing, "exactly 12 knots", "9 hours").accused.isEmpty)
    let road = ("Nairobi", "Mombasa")
    #expect(try judged("road", road, "exactly 90 km/h", "8 hours").accused.isEmpty)
    #expect(try !judged("road", road, "exactly 20 km/h", "8 hours").accused.isEmpty)
  }

  @Test func `a vehicle that goes by another mode is told`() throws {
    let error = #expect(throws: CaseJudging.Failure.self) {
      try JudgedText.judged(
        "{id: out, mode: rail, vehicle: own, stops: [{id: a, place: Lyon}, {id: b, place: Paris}]}",
        "{id: t, duration: 3 hours, from: a, to: b}",
        more: "vehicles: [{id: own, mode: sea, greatest: 20 knots, source: s}]")
    }
    #expect(error?.description.contains("'own' goes by sea") == true)
  }

  @Test func `before jets an aircraft that nobody names is none`() throws {
    let claims = "{id: hours, duration: 12 hours, from: take-off a, to: landing b}"
    #expect(try flight(claims, vehicle: "\"\"").accused.isEmpty)
    let today = try JudgedText.judged(
      "{id: out, mode: air, date: 2024-05-01, stops: [{id: a, place: city-de-berlin}, {id: b, place: city-ru-moscow}]}",
      claims)
    #expect(today.accused == ["hours"])
  }
}
