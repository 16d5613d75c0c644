import Syntax
import Testing

/// Sentences about journeys, each with what the ties of figures stand on.
@Suite struct EnglishTests {
  @Test func `each time hangs on its own verb`() throws {
    let parsed = try Parsed("The train left Lyon at 7:34 and reached Nice at 12:05.", "en")
    #expect(parsed.clause("7:34") == "left")
    #expect(parsed.clause("12:05") == "reached")
    #expect(parsed.head("Lyon") == "left")
    #expect(parsed.head("Nice") == "reached")
    #expect(parsed.subject("reached") == "train")
  }

  @Test func `the times of a relative clause are not those of the main one`() throws {
    let parsed = try Parsed(
      "The ferry that left Rostock at 10:00 reached Trelleborg at 16:00.", "en")
    #expect(parsed.clause("10:00") == "left")
    #expect(parsed.clause("16:00") == "reached")
    #expect(parsed.subject("left") == "ferry")
    #expect(parsed.subject("reached") == "ferry")
  }

  @Test func `an apposition hangs on the name that it explains`() throws {
    let parsed = try Parsed("Alice Springs, a six-hour drive from Uluru, is in the desert.", "en")
    #expect(parsed.head("hour") == "drive")
    #expect(parsed.head("six") == "hour")
    #expect(parsed.head("Uluru") == "drive")
    #expect(parsed.relation("drive") == .apposition)
  }

  @Test func `a number hangs on its unit, and the unit on what it measures`() throws {
    let parsed = try Parsed("The bus covered 480 km in six hours.", "en")
    #expect(parsed.head("480") == "km")
    #expect(parsed.head("km") == "covered")
    #expect(parsed.head("six") == "hours")
    #expect(parsed.clause("hours") == "covered")
    let parse = parsed.parse
    let covered = try #require(parsed.place("covered"))
    #expect(
      parse.obliques(of: covered).contains {
        parsed.form($0.word) == "hours" && $0.prepositions.map(parsed.form) == ["in"]
      })
  }

  @Test func `words are parted as the treebank parts them`() throws {
    let parsed = try Parsed(
      "It didn't stop for 1,200 km/h-fast trains at 9.30 a.m., Dr. Lee's say.", "en")
    #expect(
      parsed.parse.words.indices.map(parsed.form) == [
        "It", "did", "n't", "stop", "for", "1,200", "km/h", "-", "fast", "trains", "at", "9.30",
        "a.m.", ",", "Dr.", "Lee", "'s", "say", ".",
      ])
  }

  @Test func `a clause that denies is told from one that does not`() throws {
    let parsed = try Parsed("The train did not leave Lyon but reached Nice.", "en")
    let parse = parsed.parse
    #expect(parse.isNegated(try #require(parsed.place("leave"))))
    #expect(!parse.isNegated(try #require(parsed.place("reached"))))
  }

  @Test func `an hour of flight belongs to the flight and not to the city`() throws {
    let parsed = try Parsed("He reached Perth after a five-hour flight from Adelaide.", "en")
    #expect(parsed.head("flight") == "reached")
    #expect(parsed.head("hour") == "flight")
    #expect(parsed.head("Adelaide") == "flight")
    let flight = try #require(parsed.place("flight"))
    #expect(parsed.parse.prepositions(of: flight).map(parsed.form) == ["after"])
  }

  @Test func `what is said is a clause of its own`() throws {
    let parsed = try Parsed("Officials said on Monday that the ship left Oslo at 9:00.", "en")
    #expect(parsed.clause("Monday") == "said")
    #expect(parsed.clause("9:00") == "left")
    #expect(parsed.subject("left") == "ship")
  }
}
