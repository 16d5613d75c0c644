package import Datasets
package import Foundation

/// The weights of one language, mapped and not copied.
package struct Model: Sendable {
  private let bytes: Data
  package let layout: ModelLayout
  /// The universal tag of each fine one.
  package let tags: [UniversalTag]

  /// The model in a file.
  ///
  /// - Throws: `DatasetError.unreadable` where there is no such file or it is damaged.
  package init(file: URL) throws(DatasetError) {
    guard let data = try? Data(contentsOf: file, options: .alwaysMapped) else {
      throw .unreadable(file.path, reason: "there is no such file, or it may not be read")
    }
    try self.init(bytes: data, name: file.path)
  }

  package init(bytes: Data, name: String) throws(DatasetError) {
    let damage = "it is no model of the parser, or a damaged one; make it anew with "
    let advice = "Scripts/train-parser, or take it from the distribution"
    guard let (layout, tags) = bytes.withUnsafeBytes({ Self.header($0) }) else {
      throw .unreadable(name, reason: damage + advice)
    }
    self.bytes = bytes
    self.layout = layout
    self.tags = tags
  }

  private static func header(_ raw: UnsafeRawBufferPointer) -> (ModelLayout, [UniversalTag])? {
    guard raw.count >= ModelLayout.headerSize, raw.count <= ModelLayout.limit,
      raw.prefix(8).elementsEqual(ModelLayout.magic),
      UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
        == ModelLayout.checksum(raw)
    else { return nil }
    let numbers = (0..<6).map {
      Int(UInt32(littleEndian: raw.loadUnaligned(fromByteOffset: 16 + 4 * $0, as: UInt32.self)))
    }
    let layout = ModelLayout(
      fineTags: numbers[0], tagBuckets: numbers[1], tagRows: numbers[2], actionBuckets: numbers[3],
      labelBuckets: numbers[4], labelRows: numbers[5])
    guard layout.size == raw.count, (1...ModelLayout.tagWidth).contains(layout.fineTags),
      layout.tagBuckets > 0, layout.actionBuckets > 0, layout.labelBuckets > 0
    else { return nil }
    let tags = (0..<layout.fineTags).compactMap { UniversalTag(rawValue: raw[48 + $0]) }
    return tags.count == layout.fineTags ? (layout, tags) : nil
  }

  /// Runs a body with the weights where they lie.
  func withWeights<Result>(_ body: (borrowing Weights) -> Result) -> Result {
    bytes.withUnsafeBytes { raw in
      guard let base = raw.baseAddress else { preconditionFailure("a model is never empty") }
      return body(Weights(base, layout))
    }
  }
}
