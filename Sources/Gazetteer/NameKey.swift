import Foundation

/// A name as it is compared: without case, accents, apostrophes and punctuation.
///
/// P'yŏngyang, PYONGYANG and Pyongyang share one key; so do Артём and Артем.
public struct NameKey: Hashable, Comparable, Sendable {
  /// The key itself: lower case, without accents.
  public let text: String

  public init(_ name: some StringProtocol) {
    if let key = NameKey.ascii(name) {
      text = key
    } else {
      text = NameKey.folded(String(name))
    }
  }

  public static func < (left: NameKey, right: NameKey) -> Bool { left.text < right.text }

  /// The key of a name of ASCII letters; nil for others.
  private static func ascii(_ name: some StringProtocol) -> String? {
    var isASCII = true
    let key = String(unsafeUninitializedCapacity: name.utf8.count) { bytes in
      var count = 0
      for byte in name.utf8 where count < bytes.count {
        switch byte {
        case 0x61...0x7A, 0x30...0x39: bytes[count] = byte
        case 0x41...0x5A: bytes[count] = byte | 0x20
        case 0x27, 0x60: continue
        case 0x80...:
          isASCII = false
          return 0
        default:
          guard count > 0, bytes[count - 1] != 0x20 else { continue }
          bytes[count] = 0x20
        }
        count += 1
      }
      return count > 0 && bytes[count - 1] == 0x20 ? count - 1 : count
    }
    return isASCII ? key : nil
  }

  private static func folded(_ name: String) -> String {
    var result = String.UnicodeScalarView()
    var pendingSpace = false
    for scalar in name.decomposedStringWithCompatibilityMapping.lowercased().unicodeScalars {
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .format: continue
      case .lowercaseLetter, .uppercaseLetter, .titlecaseLetter, .otherLetter, .modifierLetter,
        .decimalNumber, .spacingMark:
        if apostrophes.contains(scalar) { continue }
        if pendingSpace, !result.isEmpty { result.append(" ") }
        pendingSpace = false
        result.append(scalar == "đ" ? "d" : scalar == "ı" ? "i" : scalar)
      default:
        if !apostrophes.contains(scalar) { pendingSpace = true }
      }
    }
    return String(result)
  }

  private static let apostrophes: Set<Unicode.Scalar> = ["'", "`", "’", "‘", "ʼ", "ʻ", "′"]
}

extension NameKey {
  /// How many single-letter edits lead from one key to the other (Levenshtein), or nil above `limit`.
  public func edits(to other: NameKey, limit: Int) -> Int? {
    let own = Array(text.unicodeScalars.prefix(64))
    let its = Array(other.text.unicodeScalars.prefix(64))
    guard abs(own.count - its.count) <= limit else { return nil }
    var row = Array(0...its.count)
    for (line, scalar) in own.enumerated() {
      var diagonal = row[0]
      row[0] = line + 1
      for (column, candidate) in its.enumerated() {
        let kept = diagonal + (scalar == candidate ? 0 : 1)
        diagonal = row[column + 1]
        row[column + 1] = min(kept, row[column] + 1, diagonal + 1)
      }
      if (row.min() ?? 0) > limit { return nil }
    }
    guard let last = row.last, last <= limit else { return nil }
    return last
  }
}
