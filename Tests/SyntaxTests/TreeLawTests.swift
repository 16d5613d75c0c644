import Syntax
import TestSupport
import Testing

/// Whatever goes in, a tree comes out.
@Suite struct TreeLawTests {
  private func expectTree(_ parse: Parse) {
    let roots = parse.words.indices.filter { parse.words[$0].head == nil }
    #expect(roots.count == (parse.words.isEmpty ? 0 : 1))
    #expect(roots.first == parse.root)
    // From every word the heads lead to the root; depths are kept, so that this is linear.
    var depths = [Int?](repeating: nil, count: parse.words.count)
    for word in parse.words.indices {
      var way: [Int] = []
      var current: Int? = word
      while let here = current, depths[here] == nil, way.count <= parse.words.count {
        way.append(here)
        current = parse.words[here].head
      }
      #expect(way.count <= parse.words.count, "there is a cycle")
      let base = current.flatMap { depths[$0] } ?? -1
      for (offset, here) in way.reversed().enumerated() { depths[here] = base + 1 + offset }
    }
    for word in parse.words.indices {
      #expect(parse.words[word].head.map { parse.words.indices.contains($0) } ?? true)
      #expect((parse.words[word].relation == .root) == (parse.words[word].head == nil))
    }
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
    for length in 0..<300 {
      let bytes = (0..<length).map { _ in
        Bool.random(using: &random)
          ? UInt8.random(in: 0x20...0x7E, using: &random)
          : UInt8.random(in: 0...255, using: &random)
      }
      let parse = parser.parse(bytes, in: 0..<bytes.count)
      expectTree(parse)
      var last = 0
      for word in parse.words {
        #expect(word.range.lowerBound >= last && !word.range.isEmpty)
        last = word.range.upperBound
      }
      #expect(last <= bytes.count)
    }
  }

  @Test(arguments: Parsers.languages)
  func `words of any scalars are parsed into a tree`(language: String) throws {
    let parser = try Parsers.parser(language)
    var random = SeededGenerator(seed: 21)
    for _ in 0..<200 {
      var text = ""
      for _ in 0..<Int.random(in: 1...60, using: &random) {
        let scalar = Unicode.Scalar(UInt32.random(in: 1...0x2FFFF, using: &random)) ?? "x"
        text.unicodeScalars.append(scalar)
        if Bool.random(using: &random) {
          text += ["a", " ", "'", "-", ".", "7:3"].randomElement(using: &random) ?? ""
        }
      }
      expectTree(parser.parse(text))
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
    expectTree(parse)
  }

  @Test(arguments: Parsers.languages)
  func `places outside the text are empty words`(language: String) throws {
    let parse = try Parsers.parser(language).parse(
      Array("a b".utf8), words: [0..<1, 2..<3, 9..<12])
    #expect(parse.words.count == 3)
    expectTree(parse)
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
