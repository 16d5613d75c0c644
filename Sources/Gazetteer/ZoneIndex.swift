/// Which time zone a point lies in, by an index of geohashes: sorted lines of five letters of geohash, shorter
/// ones filled up with dashes, and three digits that count the lines of a list of zones from 1.
///
/// The cells are 5 km wide; where several zones share one, all are given.
public struct ZoneIndex: Sendable {
  private static let width = 8
  private let lines: [UInt8]
  private let zones: [String]

  /// - Parameters:
  ///   - index: the lines, with or without line ends.
  ///   - list: the zones' names, one a line.
  public init?(index: [UInt8], list: [UInt8]) {
    lines = index.filter { $0 != 0x0A && $0 != 0x0D }
    zones = String(decoding: list, as: UTF8.self).split(whereSeparator: \.isNewline).map(
      String.init)
    let letters = index.prefix(5)
    guard lines.count.isMultiple(of: Self.width), !lines.isEmpty, !zones.isEmpty,
      letters.allSatisfy({ Self.alphabet.contains($0) || $0 == 0x2D })
    else { return nil }
  }

  /// The zones of a point, none at sea.
  public func zones(latitude: Double, longitude: Double) -> [String] {
    let hash = Self.geohash(latitude: latitude, longitude: longitude)
    for length in stride(from: 5, through: 1, by: -1) {
      let key = hash.prefix(length) + Array(repeating: 0x2D, count: 5 - length)
      let found = zones(of: Array(key))
      if !found.isEmpty { return found }
    }
    return []
  }

  private func zones(of key: [UInt8]) -> [String] {
    var low = 0
    var high = lines.count / Self.width
    while low < high {
      let middle = (low + high) / 2
      if lines[middle * Self.width..<middle * Self.width + 5].lexicographicallyPrecedes(key) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    var found: [String] = []
    while (low + 1) * Self.width <= lines.count {
      let start = low * Self.width
      guard lines[start..<start + 5].elementsEqual(key) else { break }
      let digits = String(decoding: lines[start + 5..<start + 8], as: UTF8.self)
      if let number = Int(digits.drop { !$0.isNumber }), zones.indices.contains(number - 1) {
        found.append(zones[number - 1])
      }
      low += 1
    }
    return found
  }

  private static let alphabet = Array("0123456789bcdefghjkmnpqrstuvwxyz".utf8)

  /// Five letters of geohash (Niemeyer 2008).
  static func geohash(latitude: Double, longitude: Double) -> [UInt8] {
    var (south, north, west, east) = (-90.0, 90.0, -180.0, 180.0)
    var letters: [UInt8] = []
    var isLongitude = true
    for _ in 0..<5 {
      var letter = 0
      for _ in 0..<5 {
        letter <<= 1
        if isLongitude {
          let middle = (west + east) / 2
          if longitude >= middle {
            letter |= 1
            west = middle
          } else {
            east = middle
          }
        } else {
          let middle = (south + north) / 2
          if latitude >= middle {
            letter |= 1
            south = middle
          } else {
            north = middle
          }
        }
        isLongitude.toggle()
      }
      letters.append(alphabet[letter])
    }
    return letters
  }
}
