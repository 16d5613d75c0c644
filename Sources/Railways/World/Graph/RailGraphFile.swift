import Datasets

/// The form in which `Scripts/build-world-rail` writes the world's railways: a header with a table of columns, then the
/// columns, all numbers little-endian.
///
/// The header carries its own digest, which is checked at opening together with all sizes; that of the columns is
/// checked by `verify`, for it reads every byte.
struct RailGraphFile {
  static let version = 1
  private static let magic = Array("WAYPROOF-RAIL\0\0\0".utf8)
  private static let alignment = 64
  private static let entrySize = 24
  private static let digestSize = 32

  /// The columns in the order of their numbers.
  enum ColumnID: Int, CaseIterable {
    case latitudes, longitudes, parts, arcStarts, arcs, edgeFrom, edgeTo, edgeLengths, edgeKinds
    case edgeCountries, shapeStarts, shapes, boxes, outerBoxes, countries
  }

  let bytes: MappedBytes
  let name: String
  private var places: [(size: Int, count: Int, offset: Int)] = []
  private let bodyStart: Int
  private let bodyDigest: [UInt8]

  /// - Throws: `RailGraphError` for what is no such file, of another version, cut short or damaged in its header.
  init(_ bytes: MappedBytes, name: String) throws(RailGraphError) {
    self.bytes = bytes
    self.name = name
    let fixed = Self.magic.count + 16 + Self.digestSize
    guard bytes.count >= fixed, bytes.slice(0, Self.magic.count) == Self.magic else {
      throw .notAGraph(name)
    }
    let found = Int(bytes.number(UInt32.self, at: 16))
    guard found == Self.version else {
      throw .otherVersion(name, found: found, wanted: Self.version)
    }
    let count = Int(bytes.number(UInt32.self, at: 20))
    let end = fixed + count * Self.entrySize
    guard count == ColumnID.allCases.count, bytes.count >= end + Self.digestSize else {
      throw .damaged(name, reason: "its header is cut short")
    }
    guard sha256Bytes(bytes.slice(0, end)) == bytes.slice(end, Self.digestSize) else {
      throw .damaged(name, reason: "its header is not as it was written")
    }
    guard UInt64(bytes.count) == bytes.number(UInt64.self, at: 24) else {
      throw .damaged(name, reason: "it is cut short or was added to")
    }
    bodyDigest = bytes.slice(32, Self.digestSize)
    let head = end + Self.digestSize
    bodyStart = min(bytes.count, (head + Self.alignment - 1) / Self.alignment * Self.alignment)
    for index in 0..<count { places.append(try place(at: fixed + index * Self.entrySize, index)) }
  }

  private func place(
    at entry: Int, _ index: Int
  ) throws(RailGraphError) -> (size: Int, count: Int, offset: Int) {
    let size = Int(bytes.number(UInt32.self, at: entry + 4))
    let count = Int(clamping: bytes.number(UInt64.self, at: entry + 8))
    let offset = Int(clamping: bytes.number(UInt64.self, at: entry + 16))
    let (whole, overflow) = count.multipliedReportingOverflow(by: size)
    guard Int(bytes.number(UInt32.self, at: entry)) == index, !overflow, offset <= bytes.count,
      whole <= bytes.count - offset, offset.isMultiple(of: Self.alignment)
    else { throw .damaged(name, reason: "its table of columns is wrong") }
    return (size, count, offset)
  }

  func column<Element: BitwiseCopyable & Sendable>(
    _ id: ColumnID
  ) throws(RailGraphError) -> Column<Element> {
    let place = places[id.rawValue]
    guard place.size == MemoryLayout<Element>.stride else {
      throw .damaged(name, reason: "the column \(id) is of another size")
    }
    return Column(bytes: bytes, offset: place.offset, count: place.count)
  }

  /// Checks every byte against the digest.
  ///
  /// - Throws: `RailGraphError.damaged`.
  func verify() throws(RailGraphError) {
    let body = bytes.slice(bodyStart, bytes.count - bodyStart)
    guard sha256Bytes(body) == bodyDigest else {
      throw .damaged(name, reason: "it is not as it was written")
    }
  }
}

/// The digest as bytes.
private func sha256Bytes(_ bytes: [UInt8]) -> [UInt8] {
  let hex = Array(sha256(bytes).utf8)
  return stride(from: 0, to: hex.count - 1, by: 2).map { place in
    UInt8(String(decoding: hex[place...place + 1], as: UTF8.self), radix: 16) ?? 0
  }
}

extension MappedBytes {
  fileprivate func slice(_ start: Int, _ count: Int) -> [UInt8] {
    Array(UnsafeRawBufferPointer(start: base + start, count: count))
  }

  fileprivate func number<Value: FixedWidthInteger>(_ type: Value.Type, at place: Int) -> Value {
    Value(littleEndian: base.loadUnaligned(fromByteOffset: place, as: type))
  }
}
