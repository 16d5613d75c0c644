import CHTML
import Chronology
import Geodesy

extension PositionTrack {
  /// The track points (`trkpt`) of all segments, or where there are none the way points, that have a time.
  static func gpx(_ bytes: [UInt8], name: String) throws(PositionTrackError) -> [Point] {
    let document = bytes.withUnsafeBytes { buffer -> OpaquePointer? in
      guard let base = buffer.baseAddress, let size = Int32(exactly: buffer.count) else {
        return nil
      }
      return xml_document_read(base.assumingMemoryBound(to: CChar.self), size)
    }
    guard let document else {
      throw PositionTrackError(
        file: name,
        message: "it is no well-formed XML without a document type, as a GPX file must be")
    }
    defer { html_document_free(document) }
    guard let root = html_document_root(document), elementName(root) == "gpx" else {
      throw PositionTrackError(file: name, message: "its outermost element is not 'gpx'")
    }
    var points: [Point] = []
    for wanted in ["trkpt", "rtept", "wpt"] where points.isEmpty {
      var node: OpaquePointer? = root
      while let current = node {
        if elementName(current) == wanted { try points.append(contentsOf: point(current, name)) }
        node = following(current, under: root)
      }
    }
    guard !points.isEmpty else {
      throw PositionTrackError(file: name, message: "it has no point with a time")
    }
    return points
  }

  /// The next node in the order of the document, without recursion.
  private static func following(_ node: OpaquePointer, under root: OpaquePointer) -> OpaquePointer?
  {
    if let child = html_node_child(node) { return child }
    var current = node
    while true {
      if current == root { return nil }
      if let next = html_node_next(current) { return next }
      guard let parent = html_node_parent(current) else { return nil }
      current = parent
    }
  }

  /// None where the point has no time: it bounds nothing.
  private static func point(
    _ node: OpaquePointer, _ name: String
  ) throws(PositionTrackError) -> [Point] {
    var child = html_node_child(node)
    while let current = child, elementName(current) != "time" { child = html_node_next(current) }
    guard let child, let text = content(child) else { return [] }
    guard let time = Instant(iso: text) else {
      throw PositionTrackError(
        file: name, message: "'\(text)' is no time; GPX has them as 2019-04-24T01:40:00Z")
    }
    guard let latitude = attribute(node, "lat").flatMap(Double.init),
      let longitude = attribute(node, "lon").flatMap(Double.init),
      let coordinate = try? Coordinate(latitude: latitude, longitude: longitude)
    else {
      throw PositionTrackError(
        file: name, message: "the point of \(text) has no 'lat' and 'lon' in degrees")
    }
    return [Point(time: time, coordinate: coordinate)]
  }

  private static func elementName(_ node: OpaquePointer) -> String? {
    html_node_name(node).map { String(cString: $0) }
  }

  private static func attribute(_ node: OpaquePointer, _ name: String) -> String? {
    guard let text = html_node_attribute(node, name) else { return nil }
    defer { html_text_free(text) }
    return String(cString: text)
  }

  private static func content(_ node: OpaquePointer) -> String? {
    guard let text = html_node_content(node) else { return nil }
    defer { html_text_free(text) }
    return String(cString: text)
  }
}
