import Syntax

/// An averaged perceptron whose features are numbers of 64 bits.
///
/// A feature gets a row when it has been mended `least` times (Goldberg and Elhadad 2011), or it has
/// one from the start where the features are given.
final class Perceptron {
  let width: Int
  private var keys: [UInt64]
  private var rows: [Int32]
  private(set) var rowCount = 0
  private(set) var weights: [Float] = []
  private(set) var sums: [Float] = []
  private(set) var step: Float = 1
  /// How often each feature was met in training.
  private(set) var counts: [Float] = []
  private var mends: [UInt8]
  private let least: UInt8
  private let isFrozen: Bool
  /// Whether the averaged weights are asked for.
  var isAveraged = false

  init(width: Int, least: UInt8 = 1, capacity: Int = 1 << 18) {
    self.width = width
    self.least = least
    isFrozen = false
    keys = Array(repeating: 0, count: capacity)
    rows = Array(repeating: -1, count: capacity)
    mends = least > 1 ? Array(repeating: 0, count: 1 << 24) : []
  }

  /// A perceptron of given features, in the order of their rows.
  init(width: Int, features: [UInt64]) {
    self.width = width
    least = 1
    isFrozen = true
    mends = []
    var capacity = 1 << 10
    while capacity < features.count * 2 { capacity *= 2 }
    keys = Array(repeating: 0, count: capacity)
    rows = Array(repeating: -1, count: capacity)
    for feature in features { addRow(feature, at: place(feature)) }
  }

  private func addRow(_ feature: UInt64, at place: Int) {
    keys[place] = feature
    rows[place] = Int32(rowCount)
    rowCount += 1
    weights.append(contentsOf: repeatElement(0, count: width))
    sums.append(contentsOf: repeatElement(0, count: width))
    counts.append(0)
  }

  @inline(__always)
  private func place(_ key: UInt64) -> Int {
    let mask = keys.count - 1
    var place = Int(truncatingIfNeeded: key >> 20) & mask
    while rows[place] >= 0, keys[place] != key { place = (place + 1) & mask }
    return place
  }

  func row(_ key: UInt64) -> Int { Int(rows[place(key)]) }

  func score(_ features: UnsafeBufferPointer<UInt64>, _ scores: UnsafeMutablePointer<Float>) {
    for lane in 0..<width { scores[lane] = 0 }
    let inverse = isAveraged ? 1 / step : 0
    weights.withUnsafeBufferPointer { weights in
      sums.withUnsafeBufferPointer { sums in
        for feature in features {
          let row = row(feature)
          guard row >= 0 else { continue }
          let base = row * width
          if isAveraged {
            for lane in 0..<width {
              scores[lane] += weights[base + lane] - sums[base + lane] * inverse
            }
          } else {
            counts[row] += 1
            for lane in 0..<width { scores[lane] += weights[base + lane] }
          }
        }
      }
    }
  }

  func tick() { step += 1 }

  func mend(_ features: UnsafeBufferPointer<UInt64>, good: Int, bad: Int) {
    for feature in features {
      var place = place(feature)
      if rows[place] < 0 {
        if isFrozen || !isMendedOften(feature) { continue }
        if rowCount * 2 > keys.count {
          grow()
          place = self.place(feature)
        }
        addRow(feature, at: place)
      }
      let base = Int(rows[place]) * width
      weights[base + good] += 1
      sums[base + good] += step
      weights[base + bad] -= 1
      sums[base + bad] -= step
    }
  }

  private func isMendedOften(_ feature: UInt64) -> Bool {
    guard least > 1 else { return true }
    let place = Int(truncatingIfNeeded: feature >> 16) & (mends.count - 1)
    mends[place] += mends[place] < 255 ? 1 : 0
    return mends[place] >= least
  }

  private func grow() {
    let (oldKeys, oldRows) = (keys, rows)
    keys = Array(repeating: 0, count: oldKeys.count * 2)
    rows = Array(repeating: -1, count: keys.count)
    for (key, row) in zip(oldKeys, oldRows) where row >= 0 {
      let place = place(key)
      keys[place] = key
      rows[place] = row
    }
  }

  /// The averaged weights of a row.
  func averaged(_ row: Int) -> [Float] {
    (0..<width).map { weights[row * width + $0] - sums[row * width + $0] / step }
  }

  /// The features that say most, at most so many: those of great weights that are met often.
  func strongest(_ limit: Int) -> [UInt64] {
    var sizes = [Float](repeating: 0, count: rowCount)
    for row in 0..<rowCount {
      sizes[row] = (averaged(row).map(abs).max() ?? 0) * counts[row].squareRoot()
    }
    let all = keys.indices.filter { rows[$0] >= 0 }.map { (keys[$0], sizes[Int(rows[$0])]) }
    return all.sorted { ($1.1, $0.0) < ($0.1, $1.0) }.prefix(limit).map(\.0)
  }
}
