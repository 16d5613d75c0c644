import Railways

/// Words about a question that name its parts, such as `"\(.draw) needs \(.simulate)"`.
public struct QuestionMessage: Sendable, ExpressibleByStringInterpolation {
  fileprivate enum Part: Sendable {
    case words(String)
    case field(QuestionField)
  }

  private var parts: [Part]

  public init(stringLiteral value: String) { parts = [.words(value)] }

  public init(stringInterpolation: StringInterpolation) { parts = stringInterpolation.parts }

  init(_ words: String) { parts = [.words(words)] }

  /// A text about conditions of the railways.
  init(_ text: ConditionText) {
    parts = text.parted {
      .words($0)
    } condition: {
      .field($0.field)
    }
  }

  public struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var parts: [Part] = []

    public init(literalCapacity: Int, interpolationCount: Int) {}

    public mutating func appendLiteral(_ literal: String) { parts.append(.words(literal)) }

    public mutating func appendInterpolation(_ field: QuestionField) {
      parts.append(.field(field))
    }

    public mutating func appendInterpolation(words: some CustomStringConvertible) {
      parts.append(.words(words.description))
    }

    /// Several, with commas.
    public mutating func appendInterpolation(_ fields: [QuestionField]) {
      for (place, field) in fields.enumerated() {
        if place > 0 { parts.append(.words(", ")) }
        parts.append(.field(field))
      }
    }
  }

  /// The first part of the question that is named.
  var field: QuestionField? {
    for case .field(let field) in parts { return field }
    return nil
  }

  /// The whole of it, with the parts' names as the caller writes them.
  func text(_ name: (QuestionField) -> String) -> String {
    parts.map { part in
      switch part {
      case .words(let words): words
      case .field(let field): name(field)
      }
    }.joined()
  }
}

extension RailCondition {
  /// The part of a question that sets it.
  fileprivate var field: QuestionField {
    switch self {
    case .avoidance: .avoid
    case .gauge: .gauge
    case .alternatives: .alternatives
    case .objective: .objective
    case .trainSpeed: .maxSpeed
    case .snapLimit: .snap
    case .electrification: .electrified
    case .recordedBreaks: .recordedBreaksOnly
    case .furtherKinds: .trams
    case .network: .network
    case .joinedEnds: .join
    case .countryOutlines: .countries
    }
  }
}
