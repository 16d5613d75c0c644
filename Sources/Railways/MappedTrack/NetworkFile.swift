import Datasets

/// The form in which a network lies in a file: a header with a table of columns, then the columns.
///
/// Numbers are little-endian. The header is checked at opening by its own digest; every column carries a
/// digest, which `verify` checks.
enum NetworkFile {
  static let version = 2
  private static let magic = Array("WAYPROOF-NETWORK".utf8)
  private static let alignment = 64
  private static let entrySize = 56
  private static let digestSize = 32

  /// What the columns hold.
  enum ColumnID: UInt32, CaseIterable, Sendable {
    case detail, meta, strings, stringStarts
    case nodeLatitude, nodeLongitude, nodeRole, arcStarts, arcs
    case edgeFrom, edgeTo, edgeLength, edgeCost, edgeForwardTime, edgeBackwardTime, edgeKind
    case edgeGauges, edgeHeadingFrom, edgeHeadingTo, edgeSideFrom, edgeSideTo, edgeMarks
    case geometryStarts, geometryLatitude, geometryLongitude
    case sectionStarts, sectionOffset, sectionAttribute, attributes, gauges, gaugeMasks, gaugeSets
    case gridKeys, gridStarts, gridEdges
    case stationLatitude, stationLongitude, stationKind, stationNameStarts, stationNames
    case stationKeys, stationKeyOwners
    case milestoneEdge, milestoneOffset, milestoneKilometers, milestoneAttribute
    case labelStarts, labelMiddles, labels, labelNext, labelEdges
    case landmarkCosts, landmarkTimes
  }

  /// A column's place in the file.
  struct Entry: Sendable {
    let elementSize: Int
    let count: Int
    let offset: Int
    let digest: [UInt8]
  }

  // MARK: Writing

  /// Columns to be written, in the order of their identifiers.
  struct Draft {
    fileprivate var columns: [ColumnID: (bytes: [UInt8], elementSize: Int)] = [:]

    mutating func set<Element: BitwiseCopyable>(_ id: ColumnID, _ values: [Element]) {
      columns[id] = (
        values.withUnsafeBytes { Array($0) }, MemoryLayout<Element>.stride
      )
    }

    /// All bytes of the file.
    func encoded() -> [UInt8] {
      let ids = ColumnID.allCases.filter { columns[$0] != nil }
      let head = magic.count + 16 + ids.count * entrySize + digestSize
      var offset = head.rounded(up: alignment)
      var header = magic
      header.append(UInt32(version))
      header.append(UInt32(ids.count))
      let total = ids.reduce(offset) { $0 + (columns[$1]?.bytes.count ?? 0).rounded(up: alignment) }
      header.append(UInt64(total))
      for id in ids {
        guard let column = columns[id] else { continue }
        header.append(id.rawValue)
        header.append(UInt32(column.elementSize))
        header.append(UInt64(column.bytes.count / column.elementSize))
        header.append(UInt64(offset))
        header += digest(column.bytes)
        offset += column.bytes.count.rounded(up: alignment)
      }
      header += digest(header)
      var file: [UInt8] = []
      file.reserveCapacity(total)
      file += header
      for id in ids {
        file.pad(to: alignment)
        file += columns[id]?.bytes ?? []
      }
      file.pad(to: alignment)
      return file
    }
  }

  // MARK: Reading

  /// The table of columns.
  ///
  /// - Throws: `NetworkFileError` for what is no network, of another version, cut short or damaged in
  ///   its header.
  static func entries(
    of bytes: MappedBytes, name: String
  ) throws(NetworkFileError) -> [ColumnID: Entry] {
    let fixed = magic.count + 16
    guard bytes.count >= fixed, Array(bytes, 0..<magic.count) == magic else {
      throw .notANetwork(name)
    }
    let found = Int(bytes.load(UInt32.self, at: magic.count))
    guard found == version else { throw .otherVersion(name, found: found, wanted: version) }
    let count = Int(bytes.load(UInt32.self, at: magic.count + 4))
    let end = fixed + count * entrySize
    guard count <= 1_000, bytes.count >= end + digestSize else {
      throw .damaged(name, reason: "its header is cut short")
    }
    guard digest(Array(bytes, 0..<end)) == Array(bytes, end..<end + digestSize) else {
      throw .damaged(name, reason: "its header is not as it was written")
    }
    guard UInt64(bytes.count) == bytes.load(UInt64.self, at: magic.count + 8) else {
      throw .damaged(name, reason: "it is cut short or was added to")
    }
    var entries: [ColumnID: Entry] = [:]
    for index in 0..<count {
      let place = fixed + index * entrySize
      guard let id = ColumnID(rawValue: bytes.load(UInt32.self, at: place)) else { continue }
      let entry = Entry(
        elementSize: Int(bytes.load(UInt32.self, at: place + 4)),
        count: Int(clamping: bytes.load(UInt64.self, at: place + 8)),
        offset: Int(clamping: bytes.load(UInt64.self, at: place + 16)),
        digest: Array(bytes, place + 24..<place + 56))
      let (size, overflow) = entry.count.multipliedReportingOverflow(by: entry.elementSize)
      guard !overflow, entry.offset <= bytes.count, size <= bytes.count - entry.offset,
        entry.offset.isMultiple(of: alignment)
      else { throw .damaged(name, reason: "its table of columns is wrong") }
      entries[id] = entry
    }
    return entries
  }

  /// Checks every byte against the digests.
  ///
  /// - Throws: `NetworkFileError.damaged` with the first column that is not as it was written.
  static func verify(_ bytes: MappedBytes, name: String) throws(NetworkFileError) {
    for (id, entry) in try entries(of: bytes, name: name).sorted(by: {
      $0.key.rawValue < $1.key.rawValue
    }) {
      let content = Array(bytes, entry.offset..<entry.offset + entry.count * entry.elementSize)
      guard digest(content) == entry.digest else {
        throw .damaged(name, reason: "the column \(id) is not as it was written")
      }
    }
  }

  private static func digest(_ bytes: [UInt8]) -> [UInt8] {
    let hex = Array(sha256(bytes).utf8)
    return stride(from: 0, to: hex.count, by: 2).map { place in
      UInt8(String(decoding: hex[place..<place + 2], as: UTF8.self), radix: 16) ?? 0
    }
  }
}

extension Int {
  fileprivate func rounded(up step: Int) -> Int { (self + step - 1) / step * step }
}

extension [UInt8] {
  fileprivate mutating func append<Value: FixedWidthInteger>(_ value: Value) {
    Swift.withUnsafeBytes(of: value.littleEndian) { append(contentsOf: $0) }
  }

  fileprivate mutating func pad(to step: Int) {
    append(contentsOf: repeatElement(0, count: count.rounded(up: step) - count))
  }

  fileprivate init(_ bytes: MappedBytes, _ range: Range<Int>) {
    self = Array(UnsafeRawBufferPointer(start: bytes.base + range.lowerBound, count: range.count))
  }
}

extension MappedBytes {
  fileprivate func load<Value: FixedWidthInteger>(_ type: Value.Type, at place: Int) -> Value {
    Value(littleEndian: base.loadUnaligned(fromByteOffset: place, as: type))
  }
}
