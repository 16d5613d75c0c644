import Reporting
import Questions
import Testing
import Travel

@Suite struct MotionTests {
  @Test func `a way begins by the clocks of its place`() throws {
    let place = try #require(
      try PlaceQuestion(name: "NBO").answer(in: Asked.world.gazetteer).first)
    let motion = try MotionTexts(date: "2024-05-02", departure: "06:30", average: 36)
      .motion(from: place)
    // 06:30 in Nairobi is 03:30 UTC.
    #expect(motion.start == 1_714_620_600 && motion.speed == 10)
    let utc = try MotionTexts(date: "2024-05-02", departure: "03:30", average: 36)
      .motion(from: nil)
    #expect(utc.start == motion.start)
  }

  @Test(
    arguments: [
      ("2024-05-02", "06:30", nil, "date"), ("2024-02-30", "06:30", 36, "date"),
      ("2024-05-02", "6.30", 36, "depart"), ("2024-05-02", "06:30", 0.5, "average"),
      ("2024-05-02", "06:30", .nan, "average"),
    ] as [(String, String, Double?, String)])
  func `a value that cannot be is refused with its name`(
    date: String, departure: String, average: Double?, parameter: String
  ) {
    #expect(
      Asked.refusal {
        try MotionTexts(date: date, departure: departure, average: average).motion(from: nil)
      } == parameter)
  }

  @Test(arguments: [("5", 5.0...5.0), ("-40..80", -40...80), ("1.5..1.5", 1.5...1.5)])
  func `numbers are one or two`(text: String, range: ClosedRange<Double>) {
    #expect(NumberRange.parse(text) == range)
  }

  @Test(arguments: ["", "..", "5..", "5..4", "1..2..3", "nan", "inf", "x"])
  func `other texts are no numbers`(text: String) { #expect(NumberRange.parse(text) == nil) }
}
