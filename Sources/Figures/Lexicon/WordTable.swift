/// The words that mean something, by number: a hash table over folded bytes.
package struct WordTable: Sendable {
  private var slots: [Int32]
  private var hashes: [UInt64] = []
  private var ends: [Int32] = [0]
  private var bytes: [UInt8] = []

  init() { slots = Array(repeating: -1, count: 1_024) }

  var count: Int { hashes.count }

  /// Whether there are endings that hang on names behind an apostrophe.
  private(set) var hasSuffixes = false

  /// The start of a running hash (FNV-1a).
  static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  @inline(__always)
  static func hash(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x100_0000_01B3
  }

  /// The number of a word; -1 where it is none of them.
  @inline(__always)
  func number(of word: UnsafeBufferPointer<UInt8>, _ hash: UInt64) -> Int32 {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash ^ (hash >> 32)) & mask
    while slots[slot] >= 0 {
      let found = Int(slots[slot])
      if hashes[found] == hash, isSame(found, word) { return slots[slot] }
      slot = (slot + 1) & mask
    }
    return -1
  }

  private func isSame(_ found: Int, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = Int(ends[found])
    guard Int(ends[found + 1]) - start == word.count else { return false }
    for index in 0..<word.count where bytes[start + index] != word[index] { return false }
    return true
  }

  /// The number of a word, a new one where it has none yet.
  mutating func add(_ word: [UInt8]) -> Int32 {
    let hash = word.reduce(Self.seed) { Self.hash($0, $1) }
    let known = word.withUnsafeBufferPointer { number(of: $0, hash) }
    if known >= 0 { return known }
    if (count + 1) * 2 > slots.count { grow() }
    if word.first == 0x27 { hasSuffixes = true }
    let added = Int32(count)
    hashes.append(hash)
    bytes.append(contentsOf: word)
    ends.append(Int32(bytes.count))
    place(added, hash)
    return added
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: slots.count * 2)
    for (number, hash) in hashes.enumerated() { place(Int32(number), hash) }
  }

  private mutating func place(_ number: Int32, _ hash: UInt64) {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash ^ (hash >> 32)) & mask
    while slots[slot] >= 0 { slot = (slot + 1) & mask }
    slots[slot] = number
  }
}
