/// A language that reports are written in: how it says what English says, and how it writes numbers.
public struct Language: Sendable {
  /// By BCP 47, such as `ru`.
  public let code: String
  /// What it is written in, where that is not the Latin script.
  public let script: Script?
  private let numbers: NumberStyle
  private let plurals: PluralRule
  private var marksGaps = false
  /// By the English template.
  private var messages: [String: Message]
  /// What its catalogue has in other languages but not in this one: each key, or else the English words, by these words.
  public internal(set) var missing: [String: String] = [:]
  /// The English words of messages that have no key.
  public internal(set) var unkeyed: [String] = []

  init(
    code: String, script: Script?, numbers: NumberStyle, plurals: PluralRule,
    messages: [String: Message]
  ) {
    self.code = code
    self.script = script
    self.numbers = numbers
    self.plurals = plurals
    self.messages = messages
  }

  /// What the program is written in; it needs no catalogue.
  public static let english = Language(
    code: "en", script: nil, numbers: .english, plurals: .oneOrOther, messages: [:]
  )

  /// The language with further names of its own, such as those of places, where it has none yet.
  public func adding(names: [String: String]) -> Language {
    var language = self
    for (english, own) in names where language.messages[english] == nil {
      language.messages[english] = Message(saying: own)
    }
    return language
  }

  /// A phrase in this language; in English, as far as it does not know how to say it.
  public func text(_ phrase: Phrase) -> String {
    guard !phrase.values.isEmpty || !messages.isEmpty || marksGaps else {
      return phrase.words.first ?? ""
    }
    if let message = messages[phrase.template] {
      return message.form(for: category(of: phrase)).filled(phrase.values.map(text))
    }
    if marksGaps, phrase.words.contains(where: { $0.contains(where: \.isLetter) }) {
      return "⟦\(missing[phrase.template] ?? phrase.template)⟧"
        + phrase.values.map(text).joined(separator: " ")
    }
    var said = phrase.words.first ?? ""
    for (value, words) in zip(phrase.values, phrase.words.dropFirst()) {
      said += text(value) + words
    }
    return said
  }

  /// The language with `⟦…⟧` around the key or template of everything that it cannot say, for whoever writes its catalogue.
  public var markingGaps: Language {
    var language = self
    language.marksGaps = true
    return language
  }

  private func text(_ value: Phrase.Value) -> String {
    switch value {
    case .text(let text): text
    case .phrase(let phrase): text(phrase)
    case .sentence(let phrase): capitalized(text(phrase))
    case .count(let count): String(count)
    case .number(let number, let decimals): numbers.text(number, decimals: decimals)
    }
  }

  private func capitalized(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }

  /// By the first count in it.
  private func category(of phrase: Phrase) -> PluralRule.Category {
    for value in phrase.values {
      if case .count(let count) = value { return plurals.category(of: count) }
    }
    return .other
  }
}
