/// Offsets in Unicode scalars for offsets in bytes of valid UTF-8, asked the counts of blocks kept.
struct ScalarOffsets {
  private let bytes: [UInt8]
  /// The number of scalars before each 1,024th byte.
  private let counts: [Int]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var counts: [Int] = []
    var count = 0
    for (index, byte) in bytes.enumerated() {
      if index.isMultiple(of: 1_024) { counts.append(count) }
      if byte & 0xC0 != 0x80 { count += 1 }
    }
    self.counts = counts
  }

  func scalars(at offset: Int) -> Int {
    guard !counts.isEmpty else { return 0 }
    let block = min(offset / 1_024, counts.count - 1)
    return bytes[(block * 1_024)..<min(offset, bytes.count)].reduce(counts[block]) {
      $0 + ($1 & 0xC0 != 0x80 ? 1 : 0)
    }
  }

  func before(_ offset: Int, by count: Int) -> Int {
    var (place, left) = (offset, count)
    while place > 0, left > 0 {
      place -= 1
      if bytes[place] & 0xC0 != 0x80 { left -= 1 }
    }
    return place
  }

  func after(_ offset: Int, by count: Int) -> Int {
    var (place, left) = (offset, count)
    while place < bytes.count {
      if bytes[place] & 0xC0 != 0x80 {
        if left == 0 { break }
        left -= 1
      }
      place += 1
    }
    return place
  }
}
