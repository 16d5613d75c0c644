/// A word by its small letters, and where each of them is.
struct FoldedWord {
  private var scalars: ArraySlice<UInt32>
  private var starts: ArraySlice<Int>
  private(set) var range: Range<Int>

  init(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    var scalars: [UInt32] = []
    var starts: [Int] = []
    var place = range.lowerBound
    while place < range.upperBound {
      starts.append(place)
      scalars.append(Scalars.lowercased(Scalars.next(text, at: &place, end: range.upperBound)))
    }
    self.scalars = scalars[...]
    self.starts = starts[...]
    self.range = range
  }

  func form(_ text: UnsafeBufferPointer<UInt8>) -> UInt32 { WordAtoms(text[range]).form }

  /// Whether it begins so and goes on.
  func begins(with beginning: [UInt32]) -> Bool {
    scalars.count > beginning.count && scalars.starts(with: beginning)
  }

  /// Whether it ends so and has something before.
  func ends(with ending: [UInt32]) -> Bool {
    scalars.count > ending.count && scalars.suffix(ending.count).elementsEqual(ending)
  }

  /// Takes so many scalars off the beginning, fewer than there are.
  mutating func takeFirst(_ count: Int) -> Range<Int> {
    let start = range.lowerBound
    scalars = scalars.dropFirst(count)
    starts = starts.dropFirst(count)
    range = (starts.first ?? range.upperBound)..<range.upperBound
    return start..<range.lowerBound
  }

  /// Takes so many scalars off the end, fewer than there are.
  mutating func takeLast(_ count: Int) -> Range<Int> {
    let end = range.upperBound
    let start = starts.suffix(count).first ?? end
    scalars = scalars.dropLast(count)
    starts = starts.dropLast(count)
    range = range.lowerBound..<start
    return start..<end
  }
}
