/// A Korean particle (조사) or form of the copula that changes with the final sound of the word before it.
///
/// Which form goes with which sound is said by the National Institute of Korean Language, 표준국어대사전, under each
/// particle; of a word in brackets the sound of what stands before them counts (국립국어원, 온라인가나다).
struct Particle: Hashable, Sendable {
  /// The form after a consonant, by which a catalogue names it: `은`, `이`, `을`, `과`, `으로` …
  let afterConsonant: String
  let afterVowel: String
  /// Whether a final ㄹ counts as a vowel, as before 으로.
  var liquidIsOpen: Bool { afterConsonant.hasPrefix("으") }

  static let all = [
    ("은", "는"), ("이", "가"), ("을", "를"), ("과", "와"), ("으로", "로"), ("이다", "다"), ("이고", "고"),
    ("이며", "며"), ("이라", "라"), ("이나", "나"), ("이어", "여"), ("이었", "였"),
  ].map { Particle(afterConsonant: $0, afterVowel: $1) }

  /// The particle of a name such as `은`; nil if there is none.
  init?(named name: some StringProtocol) {
    guard let known = Self.all.first(where: { $0.afterConsonant == name }) else { return nil }
    self = known
  }

  private init(afterConsonant: String, afterVowel: String) {
    (self.afterConsonant, self.afterVowel) = (afterConsonant, afterVowel)
  }

  /// The form that follows a text; both, such as `은(는)`, if nobody can say how the text is read.
  func form(after text: String) -> String {
    switch FinalSound(of: text) {
    case .vowel: afterVowel
    case .liquid: liquidIsOpen ? afterVowel : afterConsonant
    case .consonant: afterConsonant
    case nil:
      afterConsonant.hasSuffix(afterVowel)
        ? "(\(afterConsonant.dropLast(afterVowel.count)))\(afterVowel)"
        : "\(afterConsonant)(\(afterVowel))"
    }
  }
}
