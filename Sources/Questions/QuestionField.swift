/// A part of a question that a message speaks of. How it is written where it is given, as an option or as a parameter of a
/// request, is known there.
public enum QuestionField: String, Sendable, CaseIterable {
  // Of ways, runs and flights.
  case from, to, via, mode, avoid, gauge, alternatives, objective, maxSpeed, snap, electrified
  case recordedBreaksOnly, trams, explain, network, join, countries
  case train, stop, change, limit, wind, altitude, date, depart, takeOff, average
  // Of places.
  case within
  // Of cases and articles.
  case language, published, texts
  // Of where something can have been.
  case journey, at, by, without, speed
  // Of what-if.
  case set, vary, oneAtATime, show, believe, solve, `for`, simulate, draw, correlate, sensitivity
  // Of estimates.
  case distance, stops, claim, samples
  // Of timetables.
  case lineSpeed, speeds, trip, all, threads

  /// Its name in words, in lower case: `max`, `speed`.
  public var words: [String] {
    var words = [""]
    for letter in rawValue {
      if letter.isUppercase { words.append("") }
      words[words.count - 1] += letter.lowercased()
    }
    return words
  }
}
