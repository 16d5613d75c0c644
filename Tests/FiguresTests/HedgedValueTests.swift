import Datasets
import Figures
import FoundationEssentials
import TestSupport
import Testing

@Suite struct HedgedValueTests {
  let profile: HedgeProfile
  let grammar: FigureGrammar

  static let distances: [(String, Double, Double)] = [
    ("about 560 km", 543.2, 576.8), ("about 150 km", 145, 155), ("200 kilometers", 190, 210),
    ("about 150 kilometers (95 miles)", 145, 155), ("326 km", 325.5, 326.5),
    ("1,180 km", 1_174.1, 1_185.9), ("1 180 km", 1_174.1, 1_185.9),
    ("exactly 560 km", 559.5, 560.5),
    ("almost 1,000 kilometers", 900, 1_000), ("a little over 480 km", 480, 494.4),
    ("more than 200 km", 200, .infinity), ("up to 300 km", -.infinity, 300),
    ("between 50 and 60 km", 50, 60), ("50-60 km", 50, 60), ("from 8 to 10 km", 8, 10),
    ("several hundred km", 300, 1_000), ("a 1,180-kilometre", 1_174.1, 1_185.9),
    ("2,758.42 km", 2_758.415, 2_758.425), ("300 km or more", 300, .infinity),
    ("some 1,200 km", 1_150, 1_250), ("60 kilometers at most", -.infinity, 60),
  ]

  static let durations: [(String, Double, Double)] = [
    ("about 20 hours", 18.0, 22.0), ("some six hours", 5.5, 6.5), ("some 6 h", 5.5, 6.5),
    ("two and a half hours", 2.25, 2.75), ("half an hour", 0.475, 0.525),
    ("a couple of hours", 2, 3),
    ("a few hours", 3, 5), ("at least 2-3 hours", 2, .infinity), ("from 8 to 10 hours", 8, 10),
    ("up to 50-60 hours", -.infinity, 60), ("several hours", 3, 10), ("hours", 2, .infinity),
    ("22 h 44 min", 22.725, 22.741_666_666_666_667), ("more than five hours", 5, .infinity),
    ("10-15 hours", 10, 15), ("six-hour", 5.5, 6.5), ("an hour", 0.8, 1.2),
    ("exactly 60 min", 0.991_666_666_666_666_7, 1.008_333_333_333_333_3),
    ("twenty-one hours", 20.5, 21.5), ("about 2 hours", 1.8, 2.2), ("2 hours", 1.8, 2.2),
    ("4 hours", 3.6, 4.4), ("about 12 hours", 11.5, 12.5),
    ("exactly 2 hours", 23.0 / 12, 25.0 / 12), ("exactly 3 days", 71, 73),
    ("47181 s", 47_180.5 / 3_600, 47_181.5 / 3_600), ("7 d 17 h", 184.5, 185.5),
    ("6 h 30", 6.491_666_666_666_667, 6.508_333_333_333_333),
  ]

  static let speeds: [(String, Double, Double)] = [
    ("at most 60 km/h", -.infinity, 60.0), ("a maximum of 60 kilometers per hour", -.infinity, 60),
    ("about 50 km/h (31 mph)", 45, 55), ("top speed of 38 mph", -.infinity, 61.155_072),
    ("at most 59 kmph", -.infinity, 59), ("only around 60 kilometers (37 miles) per hour", 55, 65),
    ("more than 100 kph", 100, .infinity),
  ]

  init() throws {
    let folder = try DataFolder(path: Repository.geo.path)
    profile = try folder.hedgeProfile()
    grammar = try folder.figureGrammar()
  }

  private func bounds(_ text: String, _ dimension: ValueUnit.Dimension, _ unit: Double) throws
    -> [Double]
  {
    let interval = try grammar.value(text, as: dimension).interval(under: profile)
    return [
      interval.lower.map { $0 / unit } ?? -.infinity, interval.upper.map { $0 / unit } ?? .infinity,
    ]
  }

  private func expect(_ found: [Double], _ low: Double, _ high: Double, _ text: String) {
    #expect(abs(found[0] - low) < 1e-9 || found[0] == low, "\(text): \(found)")
    #expect(abs(found[1] - high) < 1e-9 || found[1] == high, "\(text): \(found)")
  }

  @Test(arguments: HedgedValueTests.distances)
  func `distances mean what the profile says`(text: String, low: Double, high: Double) throws {
    let words = text.hasPrefix("a 1,180") ? String(text.dropFirst(2)) : text
    expect(try bounds(words, .distance, 1_000), low, high, text)
  }

  @Test(arguments: HedgedValueTests.durations)
  func `durations mean what the profile says`(text: String, low: Double, high: Double) throws {
    expect(try bounds(text, .duration, 3_600), low, high, text)
  }

  @Test(arguments: HedgedValueTests.speeds)
  func `speeds mean what the profile says`(text: String, low: Double, high: Double) throws {
    expect(try bounds(text, .speed, 1 / 3.6), low, high, text)
  }

  @Test(arguments: [
    "", "about", "560", "about km", "560 parsecs", "50-40 km", "between 50 km",
    "about 560 km extra",
    "1.2.3 km", "more than a few km", "6 h 99", "150 km (95 hours)", "150 km (95 miles", "NaN km",
    "9999999999999999999999 km",
  ])
  func `what cannot be read is refused with its place`(text: String) {
    #expect(throws: ValueError.self) { try grammar.value(text, as: .distance) }
  }

  @Test func `a value of another dimension is refused`() {
    let error = #expect(throws: ValueError.self) { try grammar.value("6 h", as: .distance) }
    #expect(error?.message.contains("duration, not a distance") == true)
  }

  @Test func `a conversion is kept and never narrows`() throws {
    let value = try grammar.value("about 150 km (95 miles)", as: .distance)
    #expect(value.conversion?.siValue == 95 * 1_609.344)
    let alone = try grammar.value("about 150 km", as: .distance)
    #expect(value.interval(under: profile) == alone.interval(under: profile))
  }
}
