import HTTPTypes
import Hummingbird
import NIOCore
import Reporting

/// Bodies with their media types.
enum Answer {
  static func json(
    _ value: JSONValue, _ status: HTTPResponse.Status = .ok, type: String = "application/json"
  ) -> Response {
    text(value.text(), type, status)
  }

  static func text(
    _ text: String, _ type: String, _ status: HTTPResponse.Status = .ok
  ) -> Response {
    Response(
      status: status, headers: [.contentType: type, .cacheControl: "no-store"],
      body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
  }

  static func bytes(_ bytes: [UInt8], _ type: String) -> Response {
    Response(
      status: .ok, headers: [.contentType: type, .cacheControl: "no-cache"],
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
  }

  /// A report or a picture, which has its style within and needs nothing else.
  static func written(_ text: String, _ file: FileFormat) -> Response {
    var response = Self.text(text, file.mediaType)
    if [FileFormat.html, .svg].contains(file) {
      response.headers[.contentSecurityPolicy] =
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'"
    }
    return response
  }
}
