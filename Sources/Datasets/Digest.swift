import CMessageDigest
import Foundation

/// The SHA-256 digest of bytes, in lower-case hexadecimal (FIPS 180-4).
public func sha256(_ bytes: [UInt8]) -> String {
  var context = SHA256_CTX()
  SHA256Init(&context)
  bytes.withUnsafeBufferPointer { buffer in
    SHA256Update(&context, buffer.baseAddress, buffer.count)
  }
  return finished(&context)
}

/// The SHA-256 digest of a file, read piece by piece; of a folder, nothing.
///
/// - Throws: `DatasetError.unreadable`.
public func sha256(ofFile path: String) throws(DatasetError) -> String {
  var isFolder: ObjCBool = false
  if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
    return ""
  }
  guard let file = FileHandle(forReadingAtPath: path) else {
    throw .unreadable(path, reason: "there is no such file, or it may not be read")
  }
  defer { try? file.close() }
  var context = SHA256_CTX()
  SHA256Init(&context)
  while true {
    let piece: Data?
    do { piece = try file.read(upToCount: 1 << 20) } catch {
      throw .unreadable(path, reason: "\(error)")
    }
    guard let piece, !piece.isEmpty else { break }
    piece.withUnsafeBytes { buffer in
      SHA256Update(&context, buffer.bindMemory(to: UInt8.self).baseAddress, buffer.count)
    }
  }
  return finished(&context)
}

private func finished(_ context: inout SHA256_CTX) -> String {
  var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
  SHA256Final(&digest, &context)
  return digest.map { byte in
    let text = String(byte, radix: 16)
    return text.count == 1 ? "0" + text : text
  }.joined()
}
