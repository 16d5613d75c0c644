package import Datasets

/// How the treebanks of a language part its words: `geo/syntax/words.csv`.
package struct SplittingRules: Sendable {
  /// Whether "six-hour" is three words.
  var partsHyphens = false
  /// Whether "3." is one word in the middle of a sentence.
  var keepsOrdinals = false
  /// Whether "1 200" is one word.
  var joinsSpacedNumbers = false
  /// What keeps its hyphen where others are parted: "non-", "mid-".
  var prefixes: Set<UInt32> = []
  /// What is parted from a number before it: "10pm".
  var units: Set<UInt32> = []
  /// Words with their point.
  var abbreviations: Set<UInt32> = []
  /// Words that say that something is not so.
  var negations: Set<UInt32> = []
  /// Words that no beginning or ending is parted from.
  var whole: Set<UInt32> = []
  /// What is parted from the end and the beginning of a word, as folded scalars, the longest first.
  var endings: [[UInt32]] = []
  var beginnings: [[UInt32]] = []
  /// After how many scalars a word is parted: "can|not".
  var parted: [UInt32: Int] = [:]

  package init() {}

  /// The rules of a language; those of a language without hyphens or clitics where the table has none.
  ///
  /// - Throws: `DatasetError` with file, line and column of the first mistake.
  package init(language: String, from folder: DataFolder) throws(DatasetError) {
    let table = try folder.table(
      "syntax/words.csv", columns: ["language", "kind", "words", "source"])
    for row in table.rows where row["language"] == language {
      let words = row["words"].split(separator: " ").map(String.init)
      guard add(row["kind"], words) else {
        throw row.mistake(
          "'\(row["kind"])' is no kind of words that the parser knows", column: "kind")
      }
    }
    endings.sort { $0.count > $1.count }
    beginnings.sort { $0.count > $1.count }
  }

  private mutating func add(_ kind: String, _ words: [String]) -> Bool {
    switch kind {
    case "hyphens": partsHyphens = words == ["parted"]
    case "ordinals": keepsOrdinals = words == ["pointed"]
    case "numbers": joinsSpacedNumbers = words == ["spaced"]
    case "prefix": prefixes.formUnion(words.map(Self.form))
    case "unit": units.formUnion(words.map(Self.form))
    case "abbreviation": abbreviations.formUnion(words.map(Self.form))
    case "negation": negations.formUnion(words.map(Self.form))
    case "whole": whole.formUnion(words.map(Self.form))
    case "ending": endings.append(contentsOf: words.map(Self.scalars))
    case "beginning": beginnings.append(contentsOf: words.map(Self.scalars))
    case "parted":
      for word in words {
        let parts = word.split(separator: "|")
        if parts.count == 2 { parted[Self.form(parts.joined())] = parts[0].unicodeScalars.count }
      }
    default: return false
    }
    return true
  }

  private static func form(_ word: String) -> UInt32 {
    Array(word.utf8).withUnsafeBufferPointer { WordAtoms($0[...]).form }
  }

  private static func scalars(_ word: String) -> [UInt32] {
    word.unicodeScalars.map { Scalars.lowercased($0.value) }
  }
}
