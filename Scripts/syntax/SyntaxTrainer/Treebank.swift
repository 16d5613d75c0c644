import Foundation
import Syntax

/// A sentence of a treebank, its words as a text prints them.
struct GoldSentence {
  var text = ""
  var words: [String] = []
  var tags: [UniversalTag] = []
  /// The tag with what the treebank says of case, form of the verb and the like.
  var fineNames: [String] = []
  /// The head of each word; the number of words for the root.
  var heads: [Int] = []
  var relations: [UniversalRelation] = []
  var atoms: [WordAtoms] = []
}

/// Reads CoNLL-U. Words that a treebank takes apart but a text prints as one ("du", "zum", "dámelo")
/// become one word, which hangs where the first of them with a head outside hangs.
struct Treebank {
  var sentences: [GoldSentence] = []

  init(file: String, language: String) throws {
    let text = String(decoding: try Data(contentsOf: URL(fileURLWithPath: file)), as: UTF8.self)
    var lines: [Substring] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.isEmpty {
        if let sentence = Self.sentence(lines, language) { sentences.append(sentence) }
        lines.removeAll(keepingCapacity: true)
      } else {
        lines.append(line)
      }
    }
    if let sentence = Self.sentence(lines, language) { sentences.append(sentence) }
  }

  private struct Row {
    var form: String
    var tag: UniversalTag
    var fine: String
    var head: Int
    var relation: UniversalRelation
  }

  private static func sentence(_ lines: [Substring], _ language: String) -> GoldSentence? {
    var rows: [Row] = []
    var groups: [(range: ClosedRange<Int>, form: String)] = []
    var sentence = GoldSentence()
    for line in lines {
      if line.hasPrefix("# text = ") { sentence.text = String(line.dropFirst(9)) }
      if line.hasPrefix("#") { continue }
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard fields.count >= 8 else { return nil }
      if fields[0].contains(".") { continue }
      if fields[0].contains("-") {
        let ends = fields[0].split(separator: "-").compactMap { Int($0) }
        guard ends.count == 2, ends[0] <= ends[1] else { return nil }
        groups.append((ends[0]...ends[1], String(fields[1])))
        continue
      }
      guard let tag = UniversalTag(name: fields[3]), let head = Int(fields[6]),
        let relation = UniversalRelation(name: fields[7])
      else { return nil }
      rows.append(
        Row(
          form: String(fields[1]), tag: tag, fine: FineNames.name(fields, tag, language),
          head: head, relation: relation))
    }
    guard !rows.isEmpty else { return nil }
    collapse(rows, groups, into: &sentence, language)
    return sentence.heads.filter { $0 == sentence.words.count }.count == 1 ? sentence : nil
  }

  private static func collapse(
    _ rows: [Row], _ groups: [(range: ClosedRange<Int>, form: String)],
    into sentence: inout GoldSentence, _ language: String
  ) {
    var place = Array(repeating: 0, count: rows.count + 1)
    var kept: [Int] = []
    var number = 1
    while number <= rows.count {
      let group = groups.first { $0.range.lowerBound == number }
      let joined = group.map { $0.range.map { rows[$0 - 1].form }.joined() == $0.form } ?? false
      if let group, !(language == "en" && joined), group.range.upperBound <= rows.count {
        let chosen =
          group.range.first { !group.range.contains(rows[$0 - 1].head) } ?? number
        kept.append(chosen)
        sentence.words.append(group.form)
        for member in group.range { place[member] = kept.count - 1 }
        number = group.range.upperBound + 1
      } else {
        kept.append(number)
        sentence.words.append(rows[number - 1].form)
        place[number] = kept.count - 1
        number += 1
      }
    }
    for number in kept {
      let row = rows[number - 1]
      sentence.tags.append(row.tag)
      sentence.fineNames.append(row.fine)
      sentence.heads.append(row.head == 0 ? kept.count : place[row.head])
      sentence.relations.append(row.relation)
    }
    sentence.atoms = atoms(sentence.words)
  }

  static func atoms(_ words: [String]) -> [WordAtoms] {
    Atoms.padded(
      words.map { word in
        Array(word.utf8).withUnsafeBufferPointer { WordAtoms($0[...]) }
      })
  }
}
