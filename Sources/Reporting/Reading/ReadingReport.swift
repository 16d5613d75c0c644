import Quantities
import Chronology
public import ClaimReading
import Claims
import Foundation

extension ReadArticle {
  /// A JSON object a figure, one on each line.
  public var jsonLines: String {
    figures.map { $0.text(isPretty: false) }.joined()
  }

  /// As `jsonLines`, with all that each figure may belong to, and the signs that speak for it or against it.
  public var choiceLines: String {
    let story = reading.storyChoices
    let head = JSONValue.object([
      "story": .array(story.ends.map(json)), "means": .array(story.means.map(json)),
    ])
    return head.text(isPretty: false)
      + reading.figures.map { figure in
        var fields = fields(of: figure)
        fields["choices"] = .array(
          figure.choices.map { choice in
            .object([
              "tie": tie(choice.tie), "kind": .text(choice.kindName),
              "ends": .array([choice.ends.from, choice.ends.to].map { .text($0?.name ?? "") }),
              "signs": .array(choice.signNames.map { .text($0) }),
            ])
          })
        return JSONValue.object(fields).text(isPretty: false)
      }.joined()
  }

  private func json(_ choice: StoryChoice) -> JSONValue {
    .object([
      "places": .array(
        choice.places.map { place in
          place.isKnown ? .array(place.ids.map { .text($0) }) : .text(place.name)
        }),
      "mode": .text(choice.mode?.rawValue ?? ""),
      "signs": .object(
        Dictionary(
          choice.signs.map { ($0.name, .rounded($0.amount, 3)) },
          uniquingKeysWith: { one, _ in one })),
    ])
  }

  /// Every figure with its words, its place and its value.
  public var figures: [JSONValue] { reading.figures.map { .object(fields(of: $0)) } }

  private func fields(of figure: Figure) -> [String: JSONValue] {
    let selector = selector(of: figure)
    var fields: [String: JSONValue] = [
      "source": .text(name), "language": .text(reading.language),
      "modality": .text(figure.modality.rawValue),
      "selector": selector.json,
      "sentence": .text(text.text(figure.sentence)), "tie": tie(figure.tie),
    ]
    if let words = figure.attribution { fields["attribution"] = .text(text.text(words)) }
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
        if expression.day != nil,
          let date = expression.firstDay(against: reading.dateline, ahead: isAhead)
        {
          fields["date"] = .text("\(date)")
        }
        if let part = expression.part { fields["part"] = .text(part.name) }
      }
      if let clock = moment.clock { fields["clock"] = .text("\(clock)") }
      if let zone = moment.zone { fields["zone"] = .text(zone.name) }
      if moment.isLocal { fields["is_local"] = .flag(true) }
    }
    return fields
  }

  private func tie(_ tie: FigureTie) -> JSONValue {
    var fields: [String: JSONValue] = [
      "target": .text(tie.target.name), "words": .text(tie.target.words),
      "confidence": .rounded(tie.confidence, 2),
      "reason": .text(tie.words), "reason_code": .text(tie.reason.rawValue),
    ]
    if let mode = tie.mode { fields["mode"] = .text(mode.rawValue) }
    if let means = tie.means { fields["means"] = .text(means.rawValue) }
    fields["journey"] = .whole(tie.strand)
    func set(_ key: String, _ place: MentionedPlace?) {
      guard let place else { return }
      if place.isKnown {
        fields[key] = .array(place.ids.map { .text($0) })
      } else {
        fields["\(key)_unknown"] = .text(place.name)
      }
    }
    switch tie.target {
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
    case .daily, .moving, .vehicle, .gaugeChange, .nothing: break
    }
    return .object(fields)
  }
}

extension TextQuoteSelector {
  var json: JSONValue {
    .object([
      "type": .text("TextQuoteSelector"), "exact": .text(exact), "prefix": .text(prefix),
      "suffix": .text(suffix), "start": .whole(range.lowerBound), "end": .whole(range.upperBound),
    ])
  }
}

extension FigureTie.Target {
  var name: String {
    switch self {
    case .leg: "leg"
    case .event: "event"
    case .between: "between"
    case .journey: "journey"
    case .daily: "day"
    case .moving: "moving"
    case .vehicle: "vehicle"
    case .gaugeChange: "gauge-change"
    case .nothing: "nothing"
    }
  }
}
