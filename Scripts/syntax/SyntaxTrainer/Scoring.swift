import Datasets
import Foundation
import Syntax

/// Scores the model of a data folder on a treebank as the program uses it, and times it.
struct Scoring {
  private let parser: Parser

  init(language: String, folder: DataFolder) throws {
    parser = try Parser(language: language, from: folder)
  }

  private struct Counts {
    var words = 0
    var tags = 0
    var heads = 0
    var both = 0
    /// Without punctuation.
    var contentWords = 0
    var contentHeads = 0
  }

  func run(_ sentences: [GoldSentence]) {
    let texts = sentences.map { Self.text($0.words) }
    var counts = Counts()
    for (sentence, text) in zip(sentences, texts) {
      count(parser.parse(text.bytes, words: text.words), sentence, &counts)
    }
    let rounds = max(1, 100_000 / max(counts.words, 1))
    let seconds =
      (0..<3).map { _ in
        let start = Self.processorSeconds
        for _ in 0..<rounds {
          for text in texts { _ = parser.parse(text.bytes, words: text.words) }
        }
        return Self.processorSeconds - start
      }.min() ?? 1
    func share(_ part: Int, _ whole: Int) -> String {
      String(format: "%.2f", Double(part) / Double(max(whole, 1)) * 100)
    }
    print(
      "{\"sentences\":\(sentences.count),\"words\":\(counts.words),"
        + "\"parted\":\(String(format: "%.2f", partedRightly(sentences))),"
        + "\"tags\":\(share(counts.tags, counts.words)),"
        + "\"uas\":\(share(counts.heads, counts.words)),"
        + "\"las\":\(share(counts.both, counts.words)),"
        + "\"uas_without_punctuation\":\(share(counts.contentHeads, counts.contentWords)),"
        + "\"words_per_second\":\(Int(Double(counts.words * rounds) / max(seconds, 1e-9)))}")
  }

  private func count(_ parse: Parse, _ sentence: GoldSentence, _ counts: inout Counts) {
    for (index, word) in parse.words.enumerated() {
      counts.words += 1
      if word.tag == sentence.tags[index] { counts.tags += 1 }
      let isRight = (word.head ?? parse.words.count) == sentence.heads[index]
      if word.tag != .punctuation {
        counts.contentWords += 1
        if isRight { counts.contentHeads += 1 }
      }
      guard isRight else { continue }
      counts.heads += 1
      if word.relation == sentence.relations[index] { counts.both += 1 }
    }
  }

  /// The words that are found as the treebank has them, as F1 in per cent.
  private func partedRightly(_ sentences: [GoldSentence]) -> Double {
    var (right, found, wanted) = (0, 0, 0)
    for sentence in sentences where !sentence.text.isEmpty {
      let bytes = Array(sentence.text.utf8)
      let words = parser.words(of: bytes, in: 0..<bytes.count)
      let printed = words.map { String(decoding: bytes[$0], as: UTF8.self) }
      let difference = sentence.words.difference(from: printed)
      found += printed.count
      wanted += sentence.words.count
      right += printed.count - difference.removals.count
      if ProcessInfo.processInfo.environment["SHOW"] != nil, !difference.isEmpty {
        let lost = difference.removals.map {
          "\($0)".split(separator: "\"").dropFirst().first ?? ""
        }
        let missed = difference.insertions.map {
          "\($0)".split(separator: "\"").dropFirst().first ?? ""
        }
        print("PART", lost, "SHOULD BE", missed)
      }
    }
    return 200 * Double(right) / Double(max(found + wanted, 1))
  }

  private static var processorSeconds: Double {
    Double(clock()) / Double(CLOCKS_PER_SEC)
  }

  /// The words with blanks between them, and where they are.
  static func text(_ words: [String]) -> (bytes: [UInt8], words: [Range<Int>]) {
    var bytes: [UInt8] = []
    var ranges: [Range<Int>] = []
    for word in words {
      let start = bytes.count
      bytes.append(contentsOf: word.utf8)
      ranges.append(start..<bytes.count)
      bytes.append(0x20)
    }
    return (bytes, ranges)
  }
}
