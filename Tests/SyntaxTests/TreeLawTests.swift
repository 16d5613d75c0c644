import Syntax
import TestSupport
import Testing

/// Whatever goes in, a tree comes out.
@Suite struct TreeLawTests {
  /// Whether there is one root, all heads are words, and no way from head to head is a circle.
  private func isTree(_ parse: Parse) -> Bool {
    let words = parse.words
    guard words.filter({ $0.head == nil }).count == (words.isEmpty ? 0 : 1) else { return false }
    // The depth of every word is kept once it is known, so that this is linear.
    var depths = [Int?](repeating: nil, count: words.count)
    for word in words.indices {
      var way: [Int] = []
      var current: Int? = word
      while let here = current, depths[here] == nil {
        way.append(here)
        current = words[here].head
        if way.count > words.count || current.map({ !words.indices.contains($0) }) == true {
          return false
        }
      }
      let base = current.flatMap { depths[$0] } ?? -1
      for (offset, here) in way.reversed().enumerated() { depths[here] = base + 1 + offset }
    }
    return words.allSatisfy { ($0.relation == .root) == ($0.head == nil) }
  }

  /// Whether words stand one behind the other within a text, none of them empty.
  private func areInOrder(_ parse: Parse, _ length: Int) -> Bool {
    var last = 0
    for word in parse.words {
      guard word.range.lowerBound >= last, !word.range.isEmpty else { return false }
      last = word.range.upperBound
    }
    return last <= length
  }

  @Test(arguments: Parsers.languages)
  func `no words are no tree`(language: String) throws {
    let parser = try Parsers.parser(language)
    #expect(parser.parse("").words.isEmpty)
    #expect(parser.parse(" \n\t ").words.isEmpty)
    #expect(parser.parse([], words: []).root == nil)
  }

  @Test(arguments: Parsers.languages)
  func `any bytes are parsed into a tree`(language: String) throws {
    let parser = try Parsers.parser(language)
    var random = SeededGenerator(seed: 20)
    for length in stride(from: 0, to: 200, by: 5) {
      let bytes = (0..<length).map { _ in
        Bool.random(using: &random)
          ? UInt8.random(in: 0x20...0x7E, using: &random)
          : UInt8.random(in: 0...255, using: &random)
      }
      let parse = parser.parse(bytes, in: 0..<bytes.count)
      #expect(isTree(parse))
      #expect(areInOrder(parse, bytes.count))
    }
  }

  @Test(arguments: Parsers.languages)
  func `words of any scalars are parsed into a tree`(language: String) throws {
    let parser = try Parsers.parser(language)
    var random = SeededGenerator(seed: 21)
    for _ in 0..<40 {
      var text = ""
      for _ in 0..<Int.random(in: 1...60, using: &random) {
        let scalar = Unicode.Scalar(UInt32.random(in: 1...0x2FFFF, using: &random)) ?? "x"
        text.unicodeScalars.append(scalar)
        if Bool.random(using: &random) {
          text += ["a", " ", "'", "-", ".", "7:3"].randomElement(using: &random) ?? ""
        }
      }
      #expect(isTree(parser.parse(text)))
    }
  }

  @Test(arguments: Parsers.languages)
  func `ten thousand words are parsed in pieces and are one tree`(language: String) throws {
    let parser = try Parsers.parser(language)
    var random = SeededGenerator(seed: 22)
    let words = ["train", "at", "7:34", "and", ",", "Nice", "left", "из", "기차", "l'été", "(", "."]
    let text = (0..<10_000).map { _ in words.randomElement(using: &random) ?? "" }
    let parse = parser.parse(text.joined(separator: " "))
    #expect(parse.words.count >= 10_000)
    #expect(isTree(parse))
  }

  @Test(arguments: Parsers.languages)
  func `places outside the text are empty words`(language: String) throws {
    let parse = try Parsers.parser(language).parse(
      Array("a b".utf8), words: [0..<1, 2..<3, 9..<12])
    #expect(parse.words.count == 3)
    #expect(isTree(parse))
  }

  @Test func `a word of a hundred thousand letters is one word`() throws {
    let parse = try Parsers.parser("en").parse(String(repeating: "x", count: 100_000))
    #expect(parse.words.count == 1)
  }

  @Test func `the way between two words goes over their nearest common head`() throws {
    let parsed = try Parsed("The train left Lyon at 7:34.", "en")
    let time = try #require(parsed.place("7:34"))
    let train = try #require(parsed.place("train"))
    #expect(parsed.parse.path(from: time, to: train).map(parsed.form) == ["7:34", "left", "train"])
    #expect(parsed.parse.path(from: time, to: time) == [time])
    #expect(parsed.parse.subtree(of: time).map(parsed.form) == ["at", "7:34"])
  }
}
