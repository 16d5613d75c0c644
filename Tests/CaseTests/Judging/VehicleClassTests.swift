import Casework
import Claims
import Plausibility
import Testing

/// Classes of vehicles that are slower than the fastest of their mode.
@Suite struct VehicleClassTests {
  private func dossier(
    _ mode: String, _ vehicle: String, _ from: String, _ to: String, _ length: String,
    _ time: String
  ) throws -> Dossier {
    try JudgedText.judged(
      """
      {id: j, mode: \(mode), vehicle: \(vehicle), stops: [{id: a, place: "\(from)"}, {id: b, place: "\(to)"}]}
      """,
      """
      {id: far, distance: "\(length)", from: a, to: b}
      {id: long, duration: \(time), from: departure a, to: arrival b}
      """)
  }

  @Test(arguments: [
    ("road", "on foot", "Zürich", "Vienna", "875 km", "15 hours"),
    ("road", "coach", "Oxford", "London", "90 km", "10 minutes"),
    ("sea", "container ship", "Shanghai", "Los Angeles", "5,800 nautical miles", "5 days"),
    ("sea", "clipper", "Sydney", "London", "13,750 nautical miles", "7 days"),
    ("sea", "rowing boat", "Ilhabela", "Dakar", "5,300 km", "5 days"),
  ])
  func `nothing of the kind is so fast`(
    mode: String, vehicle: String, from: String, to: String, length: String, time: String
  ) throws {
    let dossier = try dossier(mode, vehicle, from, to, length, time)
    #expect(!dossier.accused.isEmpty)
  }

  /// The Spartathlon was run in 20 h 25 min (1984), Cutty Sark came home in 73 days (1885), the United States crossed at 35.59
  /// knots (1952), a motorcycle is no bicycle, a stage coach no coach.
  @Test(arguments: [
    ("road", "on foot", "Athens", "37.08,22.43", "246 km", "20 h 25 min"),
    ("sea", "clipper Cutty Sark", "Sydney", "London", "13,750 nautical miles", "73 days"),
    ("sea", "liner", "40.45,-73.83", "49.87,-6.45", "2,942 nautical miles", "82 h 40 min"),
    ("road", "motor cycle", "Munich", "Stuttgart", "220 km", "1 h 20 min"),
    ("road", "stage coach", "London", "York", "320 km", "20 hours"),
  ])
  func `what was done is not called impossible`(
    mode: String, vehicle: String, from: String, to: String, length: String, time: String
  ) throws {
    let dossier = try dossier(mode, vehicle, from, to, length, time)
    #expect(dossier.accused.isEmpty)
  }
}
