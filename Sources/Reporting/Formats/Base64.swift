import Foundation

extension [UInt8] {
  /// The bytes in base 64 (RFC 4648).
  var base64: String { Data(self).base64EncodedString() }
}
