internal import CMessageDigest

/// The SHA-256 of bytes (FIPS 180-4), as 64 lower-case hexadecimal digits.
public func sha256(_ bytes: [UInt8]) -> String {
  var context = SHA256_CTX()
  SHA256Init(&context)
  bytes.withUnsafeBufferPointer { buffer in
    SHA256Update(&context, buffer.baseAddress, buffer.count)
  }
  var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
  SHA256Final(&digest, &context)
  return digest.map { byte in
    let text = String(byte, radix: 16)
    return text.count == 1 ? "0" + text : text
  }.joined()
}
