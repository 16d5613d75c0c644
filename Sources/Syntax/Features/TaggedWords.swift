/// A sentence as the parser's features see it: a few numbers for every word, for the root and for
/// the word that is not there, in the order of `ParserState`.
package struct TaggedWords {
  /// What features see of a word.
  struct Node {
    let form: UInt32
    let suffix: UInt32
    /// The universal tag plus one; the root has 30, nothing has 31.
    let tag: UInt32
    /// The finer tag plus one; the root has 254, nothing has 255.
    let fine: UInt32
  }

  private var nodes: [Node] = []
  /// How many commas and other marks stand before each word.
  private var marks: [Int32] = []

  /// - Parameters:
  ///   - atoms: the words, with two outside at either end.
  ///   - fineTags: the finer tag of each word.
  ///   - tags: the universal tag of each finer one.
  package init(
    _ atoms: UnsafeBufferPointer<WordAtoms>, fineTags: [UInt8], tags: [UniversalTag]
  ) {
    let count = fineTags.count
    nodes.reserveCapacity(count + 2)
    marks.reserveCapacity(count + 2)
    var seen: Int32 = 0
    for index in 0..<count {
      let word = atoms[index + 2]
      let universal = tags[Int(fineTags[index])]
      nodes.append(
        Node(
          form: word.form, suffix: word.suffixes[2], tag: UInt32(universal.rawValue) + 1,
          fine: UInt32(fineTags[index]) + 1))
      marks.append(seen)
      if universal == .punctuation { seen += 1 }
    }
    for kind in 0..<UInt32(2) {
      nodes.append(Node(form: 2 + kind, suffix: 2 + kind, tag: 30 + kind, fine: 254 + kind))
      marks.append(seen)
    }
  }

  @inline(__always)
  subscript(word: Int) -> Node { nodes[word] }

  /// Whether a word is a mark of punctuation.
  @inline(__always)
  package func isPunctuation(_ word: Int) -> Bool {
    nodes[word].tag == UInt32(UniversalTag.punctuation.rawValue) + 1
  }

  /// How many marks stand between two words, three at most; neither word counts but the first.
  @inline(__always)
  func marks(from first: Int, to last: Int) -> UInt32 {
    UInt32(truncatingIfNeeded: min(3, max(0, marks[last] - marks[first])))
  }

  /// How far it is from one word to the next, in classes.
  @inline(__always)
  static func distance(_ first: Int, _ last: Int) -> UInt32 {
    let apart = abs(last - first)
    switch apart {
    case ...5: return UInt32(truncatingIfNeeded: apart)
    case 6...7: return 6
    case 8...11: return 7
    case 12...19: return 8
    default: return 9
    }
  }
}
