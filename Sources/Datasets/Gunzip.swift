import CZlib

extension [UInt8] {
  /// Whether the bytes begin as a gzip file does (RFC 1952).
  var isGzip: Bool { count > 2 && self[0] == 0x1F && self[1] == 0x8B }

  /// Whether so much is unpacked of so little that it is made up to fill memory: data are packed some 10 times.
  private static func isFilling(_ unpacked: Int, from packed: Int) -> Bool {
    unpacked > 16 << 20 && unpacked / 100 > packed
  }

  /// The bytes that a gzip file packs; nil where it is damaged, cut short, or unpacks beyond a limit or to more than 100
  /// times its size.
  func gunzipped(limit: Int) -> [UInt8]? {
    var stream = z_stream()
    // 16 more than the window's size asks for the gzip form.
    guard
      inflateInit2_(&stream, 16 + MAX_WBITS, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        == Z_OK
    else { return nil }
    defer { inflateEnd(&stream) }
    var input = self
    var output: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 18)
    return input.withUnsafeMutableBufferPointer { buffer -> [UInt8]? in
      var offset = 0
      while true {
        if stream.avail_in == 0, offset < buffer.count, let base = buffer.baseAddress {
          let count = Swift.min(1 << 30, buffer.count - offset)
          stream.next_in = base + offset
          stream.avail_in = UInt32(count)
          offset += count
        }
        let status = piece.withUnsafeMutableBufferPointer { room in
          stream.next_out = room.baseAddress
          stream.avail_out = UInt32(room.count)
          return inflate(&stream, Z_NO_FLUSH)
        }
        output.append(contentsOf: piece[..<(piece.count - Int(stream.avail_out))])
        if output.count > limit || Self.isFilling(output.count, from: count) { return nil }
        if status == Z_STREAM_END {
          // Several packed files may follow one another.
          if stream.avail_in == 0, offset >= buffer.count { return output }
          guard inflateReset(&stream) == Z_OK else { return nil }
          continue
        }
        guard status == Z_OK else { return nil }
      }
    }
  }
}
