/// Which known word a mistyped one most likely stands for.
public enum Likeness {
  /// The word of some that is nearest to another by edits, where it is near enough to be meant; the first of equals in
  /// alphabetical order. Nil where none is, or where the word is one of them.
  public static func nearest(to word: String, among words: some Sequence<String>) -> String? {
    let wanted = Array(word.lowercased())
    guard !wanted.isEmpty, wanted.count <= 60 else { return nil }
    let limit = max(1, wanted.count / 3)
    let found = words.compactMap { candidate -> (edits: Int, word: String)? in
      guard candidate != word, candidate.count <= 60 else { return nil }
      let edits = edits(wanted, Array(candidate.lowercased()))
      return edits <= limit ? (edits, candidate) : nil
    }
    return found.min { ($0.edits, $0.word) < ($1.edits, $1.word) }?.word
  }

  /// Letters added, left out, changed, or exchanged with their neighbour (optimal string alignment).
  private static func edits(_ one: [Character], _ other: [Character]) -> Int {
    guard !one.isEmpty, !other.isEmpty else { return max(one.count, other.count) }
    var before: [Int] = []
    var last = Array(0...other.count)
    for row in 1...one.count {
      var line = [row]
      for column in 1...other.count {
        let isSame = one[row - 1] == other[column - 1]
        var least = min(
          last[column] + 1, line[column - 1] + 1, last[column - 1] + (isSame ? 0 : 1))
        if row > 1, column > 1, one[row - 1] == other[column - 2],
          one[row - 2] == other[column - 1]
        {
          least = min(least, before[column - 2] + 1)
        }
        line.append(least)
      }
      (before, last) = (last, line)
    }
    return last[other.count]
  }
}
