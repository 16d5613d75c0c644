public import ClaimReading
import Claims
import Foundation

/// An article with what was read in it.
public struct ReadArticle: Sendable {
  public let name: String
  public let text: ArticleText
  public let reading: ArticleReading

  public init(name: String, text: ArticleText, reading: ArticleReading) {
    self.name = name
    self.text = text
    self.reading = reading
  }
}

extension ReadArticle {
  /// A JSON object a figure, one on each line.
  public var jsonLines: String {
    let offsets = ScalarOffsets(text.bytes)
    return reading.figures.map { figure in
      JSONValue.object(fields(of: figure, offsets)).text(isPretty: false)
    }.joined()
  }

  private func fields(of figure: Figure, _ offsets: ScalarOffsets) -> [String: JSONValue] {
    let quote = figure.range
    var fields: [String: JSONValue] = [
      "source": .text(name), "language": .text(reading.language),
      "modality": .text(figure.modality.rawValue),
      "selector": .object([
        "type": .text("TextQuoteSelector"), "exact": .text(text.text(quote)),
        "prefix": .text(text.text(offsets.before(quote.lowerBound, by: 32)..<quote.lowerBound)),
        "suffix": .text(text.text(quote.upperBound..<offsets.after(quote.upperBound, by: 32))),
        "start": .whole(offsets.scalars(at: quote.lowerBound)),
        "end": .whole(offsets.scalars(at: quote.upperBound)),
      ]),
      "sentence": .text(text.text(figure.sentence)), "tie": tie(of: figure),
    ]
    switch figure.value {
    case .quantity(let value):
      fields["dimension"] = .text(value.unit.dimension.rawValue)
      fields["value"] = .text(value.notation)
      fields["number"] = .number(value.number.value)
      if let upper = value.upperNumber { fields["upper_number"] = .number(upper.value) }
      fields["unit"] = .text(value.unit.symbol)
      fields["hedge"] = .text(value.hedge.rawValue)
      if let conversion = value.conversion {
        fields["conversion"] = .object([
          "number": .number(conversion.number.value), "unit": .text(conversion.unit.symbol),
        ])
      }
      if let kind = figure.speedKind { fields["speed_kind"] = .text(kind.rawValue) }
      if !figure.kinds.isEmpty { fields["kinds"] = .array(figure.kinds.map { .text($0.rawValue) }) }
    case .moment(let moment):
      fields["dimension"] = .text("time")
      fields["hedge"] = .text(moment.hedge.rawValue)
      let isAhead = figure.modality == .forecast
      if let expression = moment.expression(dateline: reading.dateline, ahead: isAhead) {
        fields["value"] = .text(expression.notation)
      }
      if let clock = moment.clock { fields["clock"] = .text("\(clock)") }
      if let zone = moment.zone { fields["zone"] = .text(zone) }
      if moment.isLocal { fields["is_local"] = .flag(true) }
    }
    return fields
  }

  private func tie(of figure: Figure) -> JSONValue {
    var fields: [String: JSONValue] = [
      "target": .text(figure.tie.target.name), "confidence": .rounded(figure.tie.confidence, 2),
      "reason": .text(figure.tie.reason),
    ]
    if let mode = figure.tie.mode { fields["mode"] = .text(mode.rawValue) }
    func set(_ key: String, _ place: MentionedPlace?) {
      if let place { fields[key] = .array(place.ids.map { .text($0) }) }
    }
    switch figure.tie.target {
    case .leg(let from, let to):
      set("from", from)
      set("to", to)
    case .event(let event, let place):
      fields["event"] = .text(event.rawValue)
      set("at", place)
    case .between(let one, let from, let other, let to):
      fields["from_event"] = .text(one.rawValue)
      fields["to_event"] = .text(other.rawValue)
      set("from", from)
      set("to", to)
    case .journey(let to, let isPrevious):
      set("to", to)
      fields["is_previous"] = .flag(isPrevious)
    case .vehicle, .gaugeChange, .nothing: break
    }
    return .object(fields)
  }
}

extension FigureTie.Target {
  var name: String {
    switch self {
    case .leg: "leg"
    case .event: "event"
    case .between: "between"
    case .journey: "journey"
    case .vehicle: "vehicle"
    case .gaugeChange: "gauge-change"
    case .nothing: "nothing"
    }
  }
}

/// Offsets in Unicode scalars for offsets in bytes of valid UTF-8, asked in rising order.
struct ScalarOffsets {
  private let bytes: [UInt8]
  /// The number of scalars before each 1,024th byte.
  private let counts: [Int]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var counts: [Int] = []
    var count = 0
    for (index, byte) in bytes.enumerated() {
      if index.isMultiple(of: 1_024) { counts.append(count) }
      if byte & 0xC0 != 0x80 { count += 1 }
    }
    self.counts = counts
  }

  func scalars(at offset: Int) -> Int {
    guard !counts.isEmpty else { return 0 }
    let block = min(offset / 1_024, counts.count - 1)
    return bytes[(block * 1_024)..<min(offset, bytes.count)].reduce(counts[block]) {
      $0 + ($1 & 0xC0 != 0x80 ? 1 : 0)
    }
  }

  func before(_ offset: Int, by count: Int) -> Int {
    var (place, left) = (offset, count)
    while place > 0, left > 0 {
      place -= 1
      if bytes[place] & 0xC0 != 0x80 { left -= 1 }
    }
    return place
  }

  func after(_ offset: Int, by count: Int) -> Int {
    var (place, left) = (offset, count)
    while place < bytes.count {
      if bytes[place] & 0xC0 != 0x80 {
        if left == 0 { break }
        left -= 1
      }
      place += 1
    }
    return place
  }
}
