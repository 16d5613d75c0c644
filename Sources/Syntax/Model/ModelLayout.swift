/// Where the parts of a model lie in its file.
///
/// The file is: 8 bytes of magic, a checksum of all that follows (8 bytes), eight numbers of 32 bits
/// (little endian: fine tags, buckets and rows of the tagger, buckets of the actions, buckets and
/// rows of the labels, 0, 0), the universal tag of each fine one (64 bytes), then buckets and rows in
/// the order of those numbers.
package struct ModelLayout: Sendable {
  package var fineTags: Int
  package var tagBuckets: Int
  package var tagRows: Int
  package var actionBuckets: Int
  package var labelBuckets: Int
  package var labelRows: Int

  /// The first bytes of a file of this version.
  package static let magic = Array("WAYSYN01".utf8)
  package static let headerSize = 112
  /// How many weights a row of the tagger and one of the labels have.
  package static let tagWidth = 48
  package static let labelWidth = 32
  /// The greatest size of a model file in bytes.
  package static let limit = 4 << 20

  package init(
    fineTags: Int, tagBuckets: Int, tagRows: Int, actionBuckets: Int, labelBuckets: Int,
    labelRows: Int
  ) {
    self.fineTags = fineTags
    self.tagBuckets = tagBuckets
    self.tagRows = tagRows
    self.actionBuckets = actionBuckets
    self.labelBuckets = labelBuckets
    self.labelRows = labelRows
  }

  package var tagRowsStart: Int { Self.headerSize + tagBuckets * FeatureBuckets.stride }
  package var actionStart: Int { tagRowsStart + tagRows * Self.tagWidth }
  package var labelStart: Int { actionStart + actionBuckets * FeatureBuckets.stride }
  package var labelRowsStart: Int { labelStart + labelBuckets * FeatureBuckets.stride }
  package var size: Int { labelRowsStart + labelRows * Self.labelWidth }

  package var numbers: [Int] {
    [fineTags, tagBuckets, tagRows, actionBuckets, labelBuckets, labelRows, 0, 0]
  }

  /// The checksum of a file's bytes behind the first 16, eight at a time.
  package static func checksum(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var sum: UInt64 = 0xCBF2_9CE4_8422_2325
    var place = 16
    while place < bytes.count {
      var word: UInt64 = 0
      if place + 8 <= bytes.count {
        word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
      } else {
        for offset in place..<bytes.count {
          word |= UInt64(bytes[offset]) << UInt64((offset - place) * 8)
        }
      }
      sum = (sum ^ word) &* 0x0000_0100_0000_01B3
      sum ^= sum >> 29
      place += 8
    }
    return sum ^ UInt64(truncatingIfNeeded: bytes.count)
  }
}
