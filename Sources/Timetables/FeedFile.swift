internal import CZip
import Datasets
import Foundation

/// The files of a feed, in a ZIP archive or in a folder.
struct FeedFile {
  private let url: URL
  private let isFolder: Bool

  /// A file of a feed is at most this large, unpacked.
  private static let limit = 1 << 30

  /// Deflate packs tables about 10 times, and never as much as this unless they are made up to fill memory.
  private static let greatestRatio: UInt64 = 100
  /// What is smaller does no harm, however it is packed.
  private static let harmless: UInt64 = 16 << 20

  /// - Throws: `TimetablesError.malformed` where there is nothing of the name.
  init(path: String) throws(TimetablesError) {
    url = URL(fileURLWithPath: path)
    var isDirectory: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else {
      throw .malformed("\(path): there is no such file or folder")
    }
    isFolder = isDirectory.boolValue
  }

  /// The bytes of a file of the feed; nil where it has none of the name.
  ///
  /// - Throws: `TimetablesError.malformed` for a damaged archive or a file beyond the limit.
  func bytes(of name: String) throws(TimetablesError) -> [UInt8]? {
    guard isFolder else { return try unpacked(name) }
    let file = url.appendingPathComponent(name)
    guard FileManager.default.fileExists(atPath: file.path) else { return nil }
    do { return try DataFolder.bytes(of: file, limit: Self.limit) } catch {
      throw .malformed("\(error)")
    }
  }

  private func unpacked(_ name: String) throws(TimetablesError) -> [UInt8]? {
    func refuse(_ reason: String) -> TimetablesError {
      .malformed("\(url.lastPathComponent): \(reason)")
    }
    var code: Int32 = 0
    guard let archive = zip_open(url.path, ZIP_RDONLY, &code) else {
      throw refuse(
        "it is no ZIP archive that can be read; a feed is a ZIP file or its unpacked folder")
    }
    defer { zip_discard(archive) }
    // Some feeds keep their files in a folder of the archive.
    let index = zip_name_locate(archive, name, zip_flags_t(ZIP_FL_NODIR))
    guard index >= 0 else { return nil }
    var status = zip_stat_t()
    guard zip_stat_index(archive, zip_uint64_t(index), 0, &status) == 0 else {
      throw refuse("\(name) cannot be found in the archive; it is damaged")
    }
    guard status.size <= UInt64(Self.limit) else {
      throw refuse("\(name) is \(status.size) bytes unpacked; at most \(Self.limit) are read")
    }
    guard
      status.size <= Self.harmless || status.size / Self.greatestRatio <= max(1, status.comp_size)
    else {
      throw refuse(
        "\(name) unpacks to more than \(Self.greatestRatio) times its size, as no timetable does")
    }
    guard let file = zip_fopen_index(archive, zip_uint64_t(index), 0) else {
      throw refuse("\(name) cannot be unpacked; the archive is damaged or encrypted")
    }
    defer { zip_fclose(file) }
    let size = Int(status.size)
    var count = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, initialized in
      while count < size, let base = buffer.baseAddress {
        let read = zip_fread(file, base + count, zip_uint64_t(size - count))
        guard read > 0 else { break }
        count += Int(read)
      }
      initialized = count
    }
    guard count == size else {
      throw refuse("\(name) is damaged: \(count) of \(size) bytes could be unpacked")
    }
    return bytes
  }
}
