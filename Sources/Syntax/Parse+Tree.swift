extension Parse {
  /// The word itself, its head, the head of that, up to the root.
  public func ancestors(of word: Int) -> [Int] {
    var result = [word]
    while let head = words[result[result.count - 1]].head, result.count <= words.count {
      result.append(head)
    }
    return result
  }

  /// The word and all that hangs on it, in the order of the text.
  public func subtree(of word: Int) -> [Int] {
    var result = [word]
    var next = 0
    while next < result.count {
      result.append(contentsOf: children(of: result[next]))
      next += 1
    }
    return result.sorted()
  }

  /// From the first to the last word of a subtree, in bytes of the text.
  public func span(of word: Int) -> Range<Int> {
    let subtree = subtree(of: word)
    let first = subtree.first ?? word
    let last = subtree.last ?? word
    return words[first].range.lowerBound..<words[last].range.upperBound
  }

  /// The way from a word to another by heads and children, both included.
  public func path(from first: Int, to last: Int) -> [Int] {
    let up = ancestors(of: first)
    let down = ancestors(of: last)
    guard let meeting = up.firstIndex(where: { down.contains($0) }),
      let place = down.firstIndex(of: up[meeting])
    else { return [] }
    return Array(up[...meeting]) + down[..<place].reversed()
  }

  /// How many arcs lie between two words.
  public func distance(from first: Int, to last: Int) -> Int {
    max(0, path(from: first, to: last).count - 1)
  }

  /// The words that lie at least in part in a range of bytes.
  public func words(in range: Range<Int>) -> Range<Int> {
    var (low, high) = (0, words.count)
    while low < high {
      let middle = (low + high) / 2
      if words[middle].range.upperBound <= range.lowerBound {
        low = middle + 1
      } else {
        high = middle
      }
    }
    var end = low
    while end < words.count, words[end].range.lowerBound < range.upperBound { end += 1 }
    return low..<end
  }

  /// The word of a range of bytes that the others in it hang on: of "six hours" the word "hours".
  ///
  /// It is the word nearest to the root, the first where several are; nil where no word is there.
  public func head(of range: Range<Int>) -> Int? {
    words(in: range).min { (ancestors(of: $0).count, $0) < (ancestors(of: $1).count, $1) }
  }
}
