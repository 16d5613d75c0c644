/// A condition that a question to the railways, or the import of a network, may set. What it is called by is the
/// business of whoever asks.
public enum RailCondition: CaseIterable, Hashable, Sendable {
  case avoidance, gauge, alternatives, objective, trainSpeed, snapLimit, electrification
  case recordedBreaks, furtherKinds
  /// The imported network to go by.
  case network
  /// Of an import: how far apart loose ends are joined.
  case joinedEnds
  /// Of an import: the outlines of countries.
  case countryOutlines

  /// What it is, for readers who call it by nothing else.
  public var words: String {
    switch self {
    case .avoidance: "what is to be avoided"
    case .gauge: "the gauge"
    case .alternatives: "the number of routes"
    case .objective: "the objective"
    case .trainSpeed: "the train's greatest speed"
    case .snapLimit: "the greatest distance from track"
    case .electrification: "electrified track only"
    case .recordedBreaks: "recorded changes of gauge only"
    case .furtherKinds: "trams and metros"
    case .network: "network"
    case .joinedEnds: "the joining of loose ends"
    case .countryOutlines: "the outlines of countries"
    }
  }
}

/// A text that speaks of conditions, each of which the reader knows by a name of his own.
public struct ConditionText: Hashable, Sendable, ExpressibleByStringInterpolation {
  fileprivate enum Part: Hashable, Sendable {
    case text(String)
    case condition(RailCondition)
  }

  public struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var parts: [ConditionText.Part] = []

    public init(literalCapacity: Int, interpolationCount: Int) {}

    public mutating func appendLiteral(_ literal: String) { parts.append(.text(literal)) }
    public mutating func appendInterpolation(_ condition: RailCondition) {
      parts.append(.condition(condition))
    }
    public mutating func appendInterpolation(_ text: ConditionText) { parts += text.parts }
    public mutating func appendInterpolation(_ value: some CustomStringConvertible) {
      parts.append(.text(value.description))
    }
  }

  fileprivate var parts: [Part]

  public init(stringLiteral value: String) { parts = [.text(value)] }
  public init(stringInterpolation: StringInterpolation) { parts = stringInterpolation.parts }

  /// A text that names a list of conditions first.
  public init(_ conditions: [RailCondition], _ rest: String) {
    parts = []
    for (index, condition) in conditions.enumerated() {
      if index > 0 { parts.append(.text(", ")) }
      parts.append(.condition(condition))
    }
    parts.append(.text(rest))
  }

  /// Its parts in order, each made into something else.
  public func parted<Part>(
    words: (String) -> Part, condition: (RailCondition) -> Part
  ) -> [Part] {
    parts.map { part in
      switch part {
      case .text(let text): words(text)
      case .condition(let named): condition(named)
      }
    }
  }

  /// The conditions that it names, in order.
  public var conditions: [RailCondition] {
    parts.compactMap { if case .condition(let condition) = $0 { condition } else { nil } }
  }

  /// The whole of it, with the conditions as the reader calls them.
  public func words(_ name: (RailCondition) -> String) -> String {
    parts.map { part in
      switch part {
      case .text(let text): text
      case .condition(let condition): name(condition)
      }
    }.joined()
  }
}

/// An error whose message may name conditions.
public protocol ConditionNaming: Error, CustomStringConvertible {
  var message: ConditionText { get }
}

extension ConditionNaming {
  public var description: String { message.words(\.words) }
}

/// A condition whose value cannot be, or which the store that is asked cannot hold.
public struct ConditionError: ConditionNaming, Hashable {
  public let message: ConditionText

  /// A value that cannot be, and what can.
  public init(_ condition: RailCondition, _ given: some CustomStringConvertible, _ advice: String) {
    message = "\(condition) \(given): \(advice)"
  }

  /// Conditions that the built-in kilometrage cannot hold.
  static func unheld(_ conditions: [RailCondition]) -> ConditionError {
    ConditionError("\(ConditionText(conditions, "")) needs an imported \(RailCondition.network)")
  }

  /// A rule about conditions.
  public init(_ message: ConditionText) { self.message = message }
}
