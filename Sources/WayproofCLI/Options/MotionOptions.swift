import ArgumentParser

/// When a way is gone, and how fast, for exports that need times.
struct MotionOptions: ParsableArguments {
  @Option(help: "With --format mfjson: the day on which it begins, such as 2019-04-24.")
  var date: String?

  @Option(help: "With --format mfjson: when it begins, by the clocks of the place, such as 06:57.")
  var depart: String?

  @Option(help: "With --format mfjson: the average speed in km/h.")
  var average: Double?

  /// Whether any of it was given.
  var isGiven: Bool { date != nil || depart != nil || average != nil }
}
