import Testing

/// Departures and arrivals by the clock, with the time that an article says lay between them.
@Suite struct ClockWayTests {
  private let trial: ArticleTrial

  init() throws { trial = try ArticleTrial() }

  @Test(arguments: [
    (
      "en",
      "The plane left Lisbon at 9:10 a.m. and landed in Ponta Delgada at 10:35 p.m. after a flight of 2 hours and 25 minutes."
    ),
    (
      "en",
      "The bus left the depot at 9:10 a.m. and arrived at the beach at 10:35 p.m. The trip took 2 hours and 25 minutes."
    ),
    (
      "en",
      "The train had left Glasgow at 8.21 in the morning. After five hours and 22 minutes, at 1.43 a.m., it arrived in Mallaig."
    ),
    (
      "de",
      "Die Fähre legte um 18.45 Uhr ab. Nach vierzehneinhalb Stunden, um 21.15 Uhr, machten wir im Hafen fest."
    ),
  ])
  func `clock times half a day from the time between them are found`(
    language: String, text: String
  ) throws {
    #expect(try trial.isDoubted(text, language), "\(text)")
  }

  @Test(arguments: [
    (
      "en",
      "The plane left Lisbon at 9:10 a.m. and landed in Ponta Delgada at 10:35 a.m. after a flight of 2 hours and 25 minutes."
    ),
    (
      "en",
      "The bus left the depot at 9:10 a.m. and arrived at the beach at 11:35 a.m. The trip took 2 hours and 25 minutes."
    ),
    (
      "en",
      "The train had left Glasgow at 8.21 a.m. After five hours and 22 minutes, at 1.43 p.m., we arrived at the harbour."
    ),
    // A stop's time, another's, a delay: none lay between departure and arrival.
    ("en", "The bus left Leeds at 9 a.m. and, after two hours in York, reached Hull at 5 p.m."),
    (
      "en",
      "The 8.45 a.m. sailing from Wellington left at 10.30 a.m. and reached Picton at 2.45 p.m."
    ),
    (
      "en",
      "The plane left Tokyo at 5.20 p.m. and landed in Los Angeles at 11.10 a.m., nine hours and 50 minutes later."
    ),
    (
      "en",
      "The ambulance left Truro at 8 a.m. and reached Bristol at 11.30 a.m., nine hours after the accident."
    ),
    (
      "en",
      "The train left Rome at 8 a.m. In Florence we saw the Uffizi. After two hours, at 4.20 p.m., we arrived in Venice."
    ),
    (
      "en",
      "The bus left at 9 a.m. and arrived at 3 p.m. after a wait of two hours at the border."
    ),
  ])
  func `clock times that fit, or another time beside them, are not doubted`(
    language: String, text: String
  ) throws {
    #expect(try !trial.isDoubted(text, language), "\(text)")
  }

  @Test func `a short way that would have taken a day is of one day`() throws {
    #expect(
      try trial.isDoubted(
        "The train left Cardiff at 2.20 p.m. and came into Bristol at 1.10 p.m.", "en"))
    #expect(
      try !trial.isDoubted(
        "The night train left Paris at 8.20 p.m. and came into Nice at 8.10 a.m.", "en"))
  }

  @Test(arguments: [
    ("Perth is three hours ahead of London.", true),
    ("Perth is seven hours ahead of London.", false),
    ("Perth is eight hours ahead of London.", false),
    ("New York is five hours behind London.", false),
    ("New York is nine hours behind London.", true),
    ("The train from Lyon is an hour behind Paris.", false),
    ("Tokyo is eight hours ahead of London and one hour behind Sydney.", false),
  ])
  func `differences between clocks are held against the zones`(
    text: String, isWrong: Bool
  ) throws {
    #expect(try trial.isDoubted(text, "en") == isWrong, "\(text)")
  }

  @Test(arguments: [
    (
      "The express from Lisbon to Faro takes three hours and forty minutes, including a stop of five hours at Grândola.",
      true
    ),
    (
      "The express from Lisbon to Faro takes three hours and forty minutes, including a stop of five minutes at Grândola.",
      false
    ),
    ("The bus had gone 100 km from Madrid to Barcelona when it caught fire.", false),
    ("Police closed 30 km between Berlin and Dresden.", false),
    ("The 80 km from Frankfurt to Berlin take an hour by regional train.", false),
    ("The 860 km from Mumbai to Kolkata are too much for some.", true),
    ("The 1,970 km from Mumbai to Kolkata are too much for some.", false),
  ])
  func `parts and lengths beside their ends are held`(text: String, isWrong: Bool) throws {
    #expect(try trial.isDoubted(text, "en") == isWrong, "\(text)")
  }
}
