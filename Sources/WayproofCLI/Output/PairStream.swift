import Travel
import Casework
import Claims
import Foundation
import Gazetteer
import Geodesy
import Parallelism
import Quantities
import Reporting

/// Reads pairs from standard input and writes each back with its distances, in order, as it comes.
struct PairStream {
  private let world: World
  private let isLongitudeFirst: Bool
  private let threads: Int?

  init(data: DataOptions, isLongitudeFirst: Bool, threads: Int?) throws(CommandFailure) {
    world = try data.world(vehicles: false)
    self.isLongitudeFirst = isLongitudeFirst
    self.threads = threads
  }

  /// What a stretch of lines came to.
  private struct Piece: Sendable {
    var output: [UInt8] = []
    var lines = 0
    var problems: [(line: Int, message: String)] = []
  }

  func run() throws(CommandFailure) {
    var pending: [UInt8] = []
    var line = 0
    var problems = 0
    var isFirst = true
    while true {
      var (chunk, isEnd) = try Self.chunk(after: &pending)
      if isFirst, chunk.starts(with: [0xEF, 0xBB, 0xBF]) { chunk.removeFirst(3) }
      if !chunk.isEmpty { isFirst = false }
      guard !chunk.isEmpty else {
        if isEnd { break }
        continue
      }
      for piece in measure(chunk) {
        Output.write(bytes: piece.output)
        for problem in piece.problems.prefix(max(0, 20 - problems)) {
          Output.error("line \(line + problem.line): \(problem.message)")
        }
        problems += piece.problems.count
        line += piece.lines
      }
      if isEnd { break }
    }
    if problems > 20 { Output.error("… and \(problems - 20) more") }
    if problems > 0 {
      throw CommandFailure("\(problems) of \(line) lines could not be measured")
    }
  }

  /// The next whole lines; the rest stays pending until its line is complete.
  private static func chunk(
    after pending: inout [UInt8]
  ) throws(CommandFailure) -> (lines: [UInt8], isEnd: Bool) {
    let start = pending.count
    let piece = try StandardInput.piece(atMost: 1 << 20)
    pending += piece
    guard !piece.isEmpty else {
      defer { pending = [] }
      return (pending, true)
    }
    guard let last = pending[start...].lastIndex(of: 0x0A) else {
      // A line that never ends is no line.
      if pending.count > 1 << 24 { return (pending, true) }
      return ([], false)
    }
    let lines = Array(pending[...last])
    pending.removeSubrange(...last)
    return (lines, false)
  }

  private func measure(_ bytes: [UInt8]) -> [Piece] {
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
    let isJSON = line.hasPrefix("{")
    do throws(CommandFailure) {
      let (from, to) = try isJSON ? jsonPair(line) : commaPair(line)
      let start = try world.place(from)
      let end = try world.place(to)
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
