import Foundation

/// The bytes of a network, of a file mapped into memory or made in memory. They never change.
final class MappedBytes: Sendable {
  // Never written after `init`, so it may be shared; the compiler cannot know that of a pointer.
  nonisolated(unsafe) let base: UnsafeRawPointer
  let count: Int
  private let isMapped: Bool

  /// Maps a file; nothing is read before it is asked for.
  ///
  /// - Throws: `NetworkFileError.unreadable`.
  init(file path: String) throws(NetworkFileError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      throw .unreadable(path, reason: "there is no such file, or it may not be read")
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw .unreadable(path, reason: "it is no ordinary file")
    }
    let size = Int(status.st_size)
    guard size > 0 else { throw .damaged(path, reason: "it is empty") }
    guard let start = mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0), start != MAP_FAILED
    else {
      throw .unreadable(path, reason: "it cannot be mapped into memory")
    }
    base = UnsafeRawPointer(start)
    count = size
    isMapped = true
  }

  /// A copy of bytes in memory.
  init(_ bytes: [UInt8]) {
    let copy = UnsafeMutableRawBufferPointer.allocate(
      byteCount: max(16, bytes.count), alignment: 16)
    copy.copyBytes(from: bytes)
    base = UnsafeRawPointer(
      copy.baseAddress ?? UnsafeMutableRawPointer.allocate(byteCount: 16, alignment: 16))
    count = bytes.count
    isMapped = false
  }

  deinit {
    if isMapped {
      munmap(UnsafeMutableRawPointer(mutating: base), count)
    } else {
      base.deallocate()
    }
  }
}

/// A list of values of one size within a network's bytes.
///
/// A place beyond its end reads as zero, so that a damaged file may give a wrong answer but never brings the
/// program down.
struct Column<Element: BitwiseCopyable & Sendable>: Sendable {
  let bytes: MappedBytes
  let offset: Int
  let count: Int

  var start: UnsafePointer<Element> {
    (bytes.base + offset).assumingMemoryBound(to: Element.self)
  }

  /// The value at a place; nil beyond the end.
  @inline(__always)
  func value(_ index: Int) -> Element? {
    index >= 0 && index < count ? start[index] : nil
  }

  /// The range of another column that a list of starts gives for a place.
  @inline(__always)
  func range(_ index: Int, within limit: Int) -> Range<Int> where Element == UInt32 {
    guard let first = value(index), let next = value(index + 1) else { return 0..<0 }
    let low = min(Int(first), limit)
    return low..<max(low, min(Int(next), limit))
  }
}

extension Column where Element: BinaryInteger {
  @inline(__always)
  subscript(index: Int) -> Element { value(index) ?? 0 }
}

extension Column where Element == Double {
  @inline(__always)
  subscript(index: Int) -> Double { value(index) ?? 0 }

  /// A length or a cost: what is negative, endless or beyond the Earth can only be damage and reads as zero.
  @inline(__always)
  func measure(_ index: Int) -> Double {
    let value = self[index]
    return value >= 0 && value < 1e9 ? value : 0
  }
}

extension Column where Element == Float {
  /// A time in seconds, read as a length is.
  @inline(__always)
  func measure(_ index: Int) -> Double {
    let value = Double(value(index) ?? 0)
    return value >= 0 && value < 1e9 ? value : 0
  }
}
