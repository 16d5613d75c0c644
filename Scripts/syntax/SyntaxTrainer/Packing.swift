import Foundation
import Syntax

/// Makes a model file of what was learnt, with weights of 8 bits.
struct Packing {
  private(set) var bytes: Data

  init(
    _ tagger: TaggerTraining, _ parser: ParserTraining, tags: Buckets, actions: Buckets,
    labels: Buckets
  ) {
    let layout = ModelLayout(
      fineTags: tagger.fineTags.names.count, tagBuckets: tags.count, tagRows: tags.kept.count,
      actionBuckets: actions.count, labelBuckets: labels.count, labelRows: labels.kept.count)
    bytes = Data(count: 48)
    bytes.append(contentsOf: tagger.fineTags.tags.map(\.rawValue))
    bytes.append(Data(count: ModelLayout.headerSize - bytes.count))
    bytes.append(contentsOf: tags.bytes { UInt32($0 + 1) })
    for row in Self.quantized(tagger.perceptron, isCentred: false) { append(row: row) }
    let weights = Self.quantized(parser.actions, isCentred: true)
    bytes.append(
      contentsOf: actions.bytes { row in
        weights[row].enumerated().reduce(0) {
          $0 | UInt32(Int($1.element) + 128) << UInt32($1.offset * 8)
        }
      })
    bytes.append(contentsOf: labels.bytes { UInt32($0 + 1) })
    for row in Self.quantized(parser.labels, isCentred: false) { append(row: row) }
    finish(layout)
  }

  /// The averaged weights as numbers from −127 to 127; one weight in 2,000 may be cut.
  private static func quantized(_ perceptron: Perceptron, isCentred: Bool) -> [[Int8]] {
    var rows = (0..<perceptron.rowCount).map { perceptron.averaged($0) }
    if isCentred {
      rows = rows.map { row in
        let middle = ((row.max() ?? 0) + (row.min() ?? 0)) / 2
        return row.map { $0 - middle }
      }
    }
    let sizes = rows.map { $0.map(abs).max() ?? 0 }.sorted(by: >)
    guard !sizes.isEmpty else { return [] }
    let scale = 127 / max(sizes[sizes.count / 2_000], 1e-6)
    return rows.map { $0.map { Int8(max(-127, min(127, ($0 * scale).rounded()))) } }
  }

  private mutating func append(row: [Int8]) {
    bytes.append(contentsOf: row.map { UInt8(bitPattern: $0) })
  }

  private mutating func finish(_ layout: ModelLayout) {
    bytes.replaceSubrange(0..<8, with: ModelLayout.magic)
    for (index, number) in layout.numbers.enumerated() {
      let value = UInt32(number)
      bytes.replaceSubrange(
        (16 + index * 4)..<(20 + index * 4),
        with: (0..<4).map { UInt8(value >> UInt32($0 * 8) & 0xFF) })
    }
    let sum = bytes.withUnsafeBytes { ModelLayout.checksum($0) }
    bytes.replaceSubrange(8..<16, with: (0..<8).map { UInt8(sum >> UInt64($0 * 8) & 0xFF) })
  }
}
