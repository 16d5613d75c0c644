import Travel
import Foundation
import Gazetteer
import Geodesy
import Parallelism
import Quantities
import Reporting

/// Measures pairs, one a line: CSV (`lat,lon,lat,lon` or `from,to`) or JSON Lines (`{"from": …, "to": …}`). Each line comes
/// back with the geodesic and, between stations, the track in kilometres.
struct PairTable: Sendable {
  let world: World
  let isLongitudeFirst: Bool
  let threads: Int?

  /// What a stretch of lines came to.
  struct Piece: Sendable {
    var output: [UInt8] = []
    var lines = 0
    var problems: [(line: Int, message: String)] = []
  }

  /// - Parameter bytes: whole lines.
  func measure(_ bytes: [UInt8]) -> [Piece] {
    let cuts = cuts(of: bytes)
    let pieces = parallelPieces(of: cuts.count - 1, threads: threads) { range in
      measure(bytes, from: cuts[range.lowerBound], to: cuts[range.upperBound])
    }
    return pieces
  }

  /// Offsets that cut the lines into as many stretches as there are cores.
  private func cuts(of bytes: [UInt8]) -> [Int] {
    let wanted = bytes.count < 1 << 14 ? 1 : max(1, threads ?? availableCores)
    var cuts = [0]
    for part in 1..<max(2, wanted) where wanted > 1 {
      let from = max(cuts[cuts.count - 1], bytes.count * part / wanted)
      guard let end = bytes[from...].firstIndex(of: 0x0A), end + 1 < bytes.count else { break }
      if end + 1 > cuts[cuts.count - 1] { cuts.append(end + 1) }
    }
    return cuts + [bytes.count]
  }

  private func measure(_ bytes: [UInt8], from start: Int, to end: Int) -> Piece {
    var piece = Piece()
    piece.output.reserveCapacity((end - start) * 3 / 2)
    bytes.withUnsafeBufferPointer { bytes in
      var position = start
      while position < end {
        var lineEnd = position
        while lineEnd < end, bytes[lineEnd] != 0x0A { lineEnd += 1 }
        var textEnd = lineEnd
        if textEnd > position, bytes[textEnd - 1] == 0x0D { textEnd -= 1 }
        piece.lines += 1
        if textEnd > position {
          measure(UnsafeBufferPointer(rebasing: bytes[position..<textEnd]), &piece)
        }
        position = lineEnd + 1
      }
    }
    return piece
  }

  private func measure(_ line: UnsafeBufferPointer<UInt8>, _ piece: inout Piece) {
    if let numbers = FourNumbers(line) {
      let first = isLongitudeFirst ? (numbers.b, numbers.a) : (numbers.a, numbers.b)
      let second = isLongitudeFirst ? (numbers.d, numbers.c) : (numbers.c, numbers.d)
      if abs(first.0) <= 90, abs(second.0) <= 90, abs(first.1) <= 540, abs(second.1) <= 540 {
        let meters = Ellipsoid.wgs84.meters(
          latitude: first.0, longitude: first.1, toLatitude: second.0, longitude: second.1)
        piece.output.append(contentsOf: line)
        piece.output.append(UInt8(ascii: ","))
        piece.output.append(millimeters: meters)
        piece.output.append(UInt8(ascii: ","))
        piece.output.append(0x0A)
        return
      }
    }
    measureSlowly(String(decoding: line, as: UTF8.self), &piece)
  }

  // MARK: Names and JSON

  private func measureSlowly(_ line: String, _ piece: inout Piece) {
    if isHeading(line) {
      piece.output += Array("\(line),geodesic_km,track_km\n".utf8)
      return
    }
    let isJSON = line.hasPrefix("{")
    do throws(CommandFailure) {
      let (from, to) = try isJSON ? jsonPair(line) : commaPair(line)
      let ends = try world.places([from, to])
      let (start, end) = (ends[0], ends[1])
      let geodesic = world.distance(.geodesic, from: start, to: end)?.central.kilometers
      let track = world.distance(.track, from: start, to: end)
      let rail = track?.followsTrack == true ? track?.central.kilometers : nil
      guard geodesic != nil || rail != nil else {
        throw CommandFailure("nothing is known between '\(from)' and '\(to)'")
      }
      piece.output += Array(
        result(line, from, to, geodesic, rail, isJSON: isJSON).utf8)
    } catch {
      piece.problems.append((piece.lines, error.message))
      let echo =
        isJSON
        ? JSONValue.object(["error": .text(error.message)]).text(isPretty: false) : line + ",,\n"
      piece.output += Array(echo.utf8)
    }
  }

  private func result(
    _ line: String, _ from: String, _ to: String, _ geodesic: Double?, _ rail: Double?,
    isJSON: Bool
  ) -> String {
    if isJSON {
      return JSONValue.object([
        "from": .text(from), "to": .text(to), "geodesic_km": .rounded(geodesic, 6),
        "track_km": .rounded(rail, 3),
      ]).text(isPretty: false)
    }
    let one = geodesic.map { "\(($0 * 1e6).rounded() / 1e6)" } ?? ""
    let other = rail.map { "\(($0 * 1e3).rounded() / 1e3)" } ?? ""
    return "\(line),\(one),\(other)\n"
  }

  /// Whether a line names its columns: "from,to" are no places.
  private func isHeading(_ line: String) -> Bool {
    guard let fields = CommaSeparated.fields(line), fields.count == 2 || fields.count == 4 else {
      return false
    }
    return fields.allSatisfy { Self.headings.contains($0.trimmed.lowercased()) }
  }

  private static let headings: Set = [
    "from", "to", "origin", "destination", "start", "end", "lat", "lon", "lng", "latitude",
    "longitude", "lat1", "lon1", "lat2", "lon2", "from_lat", "from_lon", "to_lat", "to_lon",
  ]

  private func commaPair(_ line: String) throws(CommandFailure) -> (String, String) {
    guard let fields = CommaSeparated.fields(line) else {
      throw CommandFailure("a quote is never closed")
    }
    switch fields.count {
    case 2: return (fields[0].trimmed, fields[1].trimmed)
    case 4:
      let order = isLongitudeFirst ? [1, 0, 3, 2] : [0, 1, 2, 3]
      return (
        "\(fields[order[0]]),\(fields[order[1]])", "\(fields[order[2]]),\(fields[order[3]])"
      )
    default:
      throw CommandFailure(
        "\(fields.count) fields; write from,to or latitude,longitude,latitude,longitude")
    }
  }

  private func jsonPair(_ line: String) throws(CommandFailure) -> (String, String) {
    struct Pair: Decodable {
      let from: String
      let to: String
    }
    guard let pair = try? JSONDecoder().decode(Pair.self, from: Data(line.utf8)) else {
      throw CommandFailure("not a JSON object with the texts \"from\" and \"to\"")
    }
    return (pair.from, pair.to)
  }
}

extension String {
  fileprivate var trimmed: String { trimmingCharacters(in: .whitespaces) }
}

extension [UInt8] {
  /// Appends kilometres with six decimals from a length in metres.
  fileprivate mutating func append(millimeters meters: Double) {
    var value = UInt64(held: (meters * 1_000).rounded())
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 24) { digits in
      var start = 24
      for place in 0..<20 {
        if place == 6 {
          start -= 1
          digits[start] = UInt8(ascii: ".")
        }
        if place > 6, value == 0 { break }
        start -= 1
        digits[start] = UInt8(ascii: "0") + UInt8(value % 10)
        value /= 10
      }
      append(contentsOf: UnsafeBufferPointer(rebasing: digits[start...]))
    }
  }
}
