import Foundation

/// A table of text, mapped and not read: a line each, the first field followed by a tab, sorted by its bytes where it
/// is to be searched.
struct SortedLines: Sendable {
  private let bytes: Data
  /// What numbers of bytes are written to, where one table tells places in another.
  static let radix = 36

  /// The table in a file; nil where there is none.
  init?(file: URL) {
    guard let data = try? Data(contentsOf: file, options: .alwaysMapped) else { return nil }
    bytes = data
  }

  /// The fields of the line that begins at an offset; empty outside the table.
  func fields(at offset: Int) -> [Substring] {
    guard offset >= 0, offset < bytes.count else { return [] }
    let line = bytes.withUnsafeBytes { raw in
      String(decoding: raw[offset..<Self.end(of: offset, in: raw)], as: UTF8.self)
    }
    return line.split(separator: "\t", omittingEmptySubsequences: false)
  }

  /// The line whose first field is a key; nil where none is.
  func line(of key: String) -> [Substring]? {
    let offset = lowerBound(key)
    let fields = fields(at: offset)
    return fields.first.map { $0 == key } == true ? fields : nil
  }

  /// The lines whose first fields begin with a text, at most so many.
  func lines(beginningWith prefix: String, limit: Int) -> [[Substring]] {
    var offset = lowerBound(prefix)
    var found: [[Substring]] = []
    while found.count < limit {
      let fields = fields(at: offset)
      guard let first = fields.first, first.utf8.starts(with: prefix.utf8) else { break }
      found.append(fields)
      offset = bytes.withUnsafeBytes { Self.end(of: offset, in: $0) } + 1
    }
    return found
  }

  /// Where the line begins whose first field is a text, unsorted tables being gone through; nil where none does.
  func offset(ofFirstField text: String) -> Int? {
    let wanted = Array((text + "\t").utf8)
    return bytes.withUnsafeBytes { raw -> Int? in
      guard let base = raw.baseAddress else { return nil }
      var start = 0
      while start + wanted.count <= raw.count {
        if memcmp(base + start, wanted, wanted.count) == 0 { return start }
        guard let end = memchr(base + start, 0x0A, raw.count - start) else { return nil }
        start = base.distance(to: UnsafeRawPointer(end)) + 1
      }
      return nil
    }
  }

  /// Where the first line begins whose first field is not before a key.
  private func lowerBound(_ key: String) -> Int {
    bytes.withUnsafeBytes { raw in
      Array(key.utf8).withUnsafeBytes { wanted in
        var (low, high) = (0, raw.count)
        while low < high {
          let middle = Self.start(of: (low + high) / 2, in: raw)
          if Self.isBefore(raw, at: middle, wanted) {
            low = Self.end(of: middle, in: raw) + 1
          } else {
            high = middle
          }
        }
        return low
      }
    }
  }

  private static func start(of place: Int, in raw: UnsafeRawBufferPointer) -> Int {
    var place = place
    while place > 0, raw[place - 1] != 0x0A { place -= 1 }
    return place
  }

  private static func end(of place: Int, in raw: UnsafeRawBufferPointer) -> Int {
    var place = place
    while place < raw.count, raw[place] != 0x0A { place += 1 }
    return place
  }

  /// Whether the first field of the line at an offset comes before a key.
  private static func isBefore(
    _ raw: UnsafeRawBufferPointer, at offset: Int, _ key: UnsafeRawBufferPointer
  ) -> Bool {
    var place = offset
    for byte in key {
      guard place < raw.count, raw[place] != 0x09, raw[place] != 0x0A else { return true }
      if raw[place] != byte { return raw[place] < byte }
      place += 1
    }
    return false
  }
}
