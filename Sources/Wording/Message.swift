/// What a language says for one English template: one form, or one for each kind of count.
struct Message: Sendable {
  /// Words with slots in any order.
  struct Form: Hashable, Sendable {
    enum Piece: Hashable, Sendable {
      case words(String)
      case slot(Int)
    }

    let pieces: [Piece]

    /// The slots that it names.
    var slots: Set<Int> {
      Set(
        pieces.compactMap { piece in
          if case .slot(let slot) = piece { slot } else { nil }
        })
    }

    /// A template such as `{1} of {0}`; braces around anything but a number are words.
    init(_ template: String) {
      var pieces: [Piece] = []
      var words = ""
      var rest = template[...]
      while let character = rest.first {
        if character == "{", let end = rest.firstIndex(of: "}"),
          let slot = Int(rest[rest.index(after: rest.startIndex)..<end]), slot >= 0
        {
          if !words.isEmpty { pieces.append(.words(words)) }
          words = ""
          pieces.append(.slot(slot))
          rest = rest[rest.index(after: end)...]
        } else {
          words.append(character)
          rest = rest.dropFirst()
        }
      }
      if !words.isEmpty { pieces.append(.words(words)) }
      self.pieces = pieces
    }

    private init(words: String) { pieces = [.words(words)] }

    static func plain(_ words: String) -> Form { Form(words: words) }

    func filled(_ values: [String]) -> String {
      pieces.map { piece in
        switch piece {
        case .words(let words): words
        case .slot(let slot): values.indices.contains(slot) ? values[slot] : ""
        }
      }.joined()
    }
  }

  /// By the kind of count; the form that is always said where there is but one.
  let forms: [PluralRule.Category: Form]
  private let last: Form

  /// - Parameter forms: by the kind of count; `other`, or else the last kind that there is, stands for what is missing.
  init?(forms: [PluralRule.Category: Form]) {
    guard let last = PluralRule.Category.allCases.reversed().lazy.compactMap({ forms[$0] }).first
    else { return nil }
    self.forms = forms
    self.last = last
  }

  /// The same words always, in which nothing is a slot.
  init(saying words: String) {
    last = .plain(words)
    forms = [:]
  }

  func form(for category: PluralRule.Category) -> Form { forms[category] ?? last }
}
