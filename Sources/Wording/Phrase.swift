/// A sentence, or part of one, as English says it: words with slots, so that another language can say it in its own
/// order.
///
/// It is written as a string with values in it. What is put in as text is never translated (a quote, a name of a
/// file); what is put in as a phrase is.
public struct Phrase: Hashable, Sendable {
  /// What stands in a slot.
  public enum Value: Hashable, Sendable {
    /// Anything that is the same in every language.
    case text(String)
    case phrase(Phrase)
    /// A phrase that begins a sentence.
    case sentence(Phrase)
    /// A count, by which the words around it may change.
    case count(Int)
    /// A measure with a fixed count of decimals.
    case number(Double, decimals: Int)
  }

  /// The words between the slots, one more than there are slots.
  let words: [String]
  let values: [Value]

  init(words: [String], values: [Value]) {
    self.words = words
    self.values = values
  }

  /// A word or a name that a language may have another one for, such as that of a place.
  public init(term: String) { self.init(words: [term], values: []) }

  /// Whether it says nothing.
  public var isEmpty: Bool {
    words.allSatisfy(\.isEmpty)
      && values.allSatisfy {
        switch $0 {
        case .text(let text): text.isEmpty
        case .phrase(let phrase), .sentence(let phrase): phrase.isEmpty
        case .count, .number: false
        }
      }
  }

  /// The words with their slots numbered, as a catalogue has them: `{0} of {1}`.
  public var template: String {
    var template = words.first ?? ""
    for (place, word) in words.dropFirst().enumerated() { template += "{\(place)}\(word)" }
    return template
  }

  /// The same with a capital at its beginning.
  public var capitalized: Phrase { Phrase(words: ["", ""], values: [.sentence(self)]) }

  /// Its number alone, where it is a number in the same unit as another phrase; nil where it is not.
  private func number(inUnitOf other: Phrase) -> Phrase? {
    guard words.count == 2, words == other.words, case .number? = values.first else { return nil }
    return Phrase(words: ["", ""], values: values)
  }

  /// The two numbers of this phrase and another one with their unit once, such as `145 to 155 km`; nil where they are not
  /// numbers in one unit.
  public func range(to other: Phrase) -> Phrase? {
    guard let low = number(inUnitOf: other), let high = other.number(inUnitOf: self),
      words[0].isEmpty, words[1].hasPrefix(" ")
    else { return nil }
    return "\(low) to \(high) \(term: String(words[1].dropFirst()))"
  }

  public var english: String { Language.english.text(self) }

  public static func + (left: Phrase, right: Phrase) -> Phrase {
    if left.isEmpty { return right }
    if right.isEmpty { return left }
    return Phrase(words: ["", "", ""], values: [.phrase(left), .phrase(right)])
  }
}

extension Phrase: CustomStringConvertible {
  public var description: String { english }
}

extension Phrase: ExpressibleByStringInterpolation {
  public struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var words = [""]
    fileprivate var values: [Value] = []

    public init(literalCapacity: Int, interpolationCount: Int) {}

    public mutating func appendLiteral(_ literal: String) { words[words.count - 1] += literal }

    private mutating func append(_ value: Value) {
      values.append(value)
      words.append("")
    }

    public mutating func appendInterpolation(_ phrase: Phrase) { append(.phrase(phrase)) }

    public mutating func appendInterpolation(term: String) { append(.phrase(Phrase(term: term))) }

    public mutating func appendInterpolation(_ count: Int) { append(.count(count)) }

    public mutating func appendInterpolation(_ number: Double, decimals: Int) {
      append(.number(number, decimals: decimals))
    }

    /// Less likely than a phrase, so that words written in a slot are words to translate.
    @_disfavoredOverload
    public mutating func appendInterpolation(_ text: some CustomStringConvertible) {
      append(.text("\(text)"))
    }
  }

  public init(stringLiteral value: String) { self.init(term: value) }

  public init(stringInterpolation: StringInterpolation) {
    self.init(words: stringInterpolation.words, values: stringInterpolation.values)
  }
}

extension Sequence where Element == Phrase {
  /// Them all, one after another, with the same between each two.
  public func joined(separator: Phrase) -> Phrase {
    reduce(into: Phrase?.none) { line, phrase in
      line =
        line.map {
          Phrase(
            words: ["", "", "", ""], values: [.phrase($0), .phrase(separator), .phrase(phrase)])
        }
        ?? phrase
    } ?? ""
  }
}
