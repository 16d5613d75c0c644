/// What the models see of a word: numbers that stand for its form, its beginnings and its endings.
///
/// Capitals and small letters are one, and so are all digits.
package struct WordAtoms: Sendable {
  var form: UInt32 = 0
  var suffixes = SIMD4<UInt32>(repeating: 0)
  var prefixes = SIMD4<UInt32>(repeating: 0)
  /// Capitals, digits and signs in the word.
  var shape: UInt32 = 0
  /// Whether it has a letter or a digit; punctuation and signs have none.
  package var isWordLike = false

  /// The word of no place: before the first, behind the last.
  static func outside(_ kind: UInt32) -> Self {
    var atoms = Self()
    atoms.form = kind
    atoms.shape = kind << 16
    return atoms
  }

  enum Shape {
    static let capital: UInt32 = 1
    static let laterCapital: UInt32 = 2
    static let small: UInt32 = 4
    static let digit: UInt32 = 8
    static let hyphen: UInt32 = 16
    static let colon: UInt32 = 32
    static let point: UInt32 = 64
    static let sign: UInt32 = 128
  }

  /// The atoms of a word in valid or invalid UTF-8.
  package init(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) {
    var place = bytes.startIndex
    var hash: UInt32 = 0x811C_9DC5
    var last = SIMD4<UInt32>(repeating: 0)
    var first = SIMD4<UInt32>(repeating: 0)
    var count = 0
    while place < bytes.endIndex {
      var scalar = Scalars.next(bytes.base, at: &place, end: bytes.endIndex)
      note(&scalar, isFirst: count == 0)
      hash = (hash ^ scalar) &* 0x0100_0193
      hash ^= hash >> 15
      last = SIMD4(scalar, last.x, last.y, last.z)
      if count < 3 { first[count] = scalar }
      count += 1
    }
    form = hash
    finish(last, first, count)
  }

  private init() {}

  /// Folds a scalar and keeps what it says of the shape.
  @inline(__always)
  private mutating func note(_ scalar: inout UInt32, isFirst: Bool) {
    if scalar &- 0x30 < 10 {
      shape |= Shape.digit
      isWordLike = true
      scalar = 0x30
      return
    }
    if Scalars.isLetter(scalar) {
      isWordLike = true
      let small = Scalars.lowercased(scalar)
      shape |= small == scalar ? Shape.small : isFirst ? Shape.capital : Shape.laterCapital
      scalar = small
      return
    }
    switch scalar {
    case 0x2D, 0x2010, 0x2011, 0x2013: shape |= Shape.hyphen
    case 0x3A: shape |= Shape.colon
    case 0x2E, 0x2C: shape |= Shape.point
    default: shape |= Shape.sign
    }
    if scalar == 0x2019 || scalar == 0x02BC { scalar = 0x27 }
  }

  private mutating func finish(_ last: SIMD4<UInt32>, _ first: SIMD4<UInt32>, _ count: Int) {
    var ending: UInt32 = 7
    for length in 0..<min(count, 4) {
      ending = Self.mixed(ending, last[length])
      suffixes[length] = ending
    }
    var beginning: UInt32 = 9
    for length in 0..<min(count, 3) {
      beginning = Self.mixed(beginning, first[length])
      prefixes[length] = beginning
    }
    shape |= UInt32(min(count, 4)) << 8
  }

  @inline(__always)
  private static func mixed(_ hash: UInt32, _ scalar: UInt32) -> UInt32 {
    let next = (hash ^ scalar) &* 0x85EB_CA6B
    return next ^ (next >> 13)
  }
}

/// Words as the models see them, with room at either end.
package enum Atoms {
  /// The words with two that are not there before the first and behind the last.
  package static func padded(_ words: [WordAtoms]) -> [WordAtoms] {
    [.outside(4), .outside(5)] + words + [.outside(6), .outside(7)]
  }
}
