/// What a language says for one English template: one form, or one for each kind of count.
struct Message: Sendable {
  /// Words with slots in any order.
  struct Form: Hashable, Sendable {
    enum Piece: Hashable, Sendable {
      case words(String)
      case slot(Int)
      /// A slot without the noughts before its number: `06` is 6.
      case bare(Int)
      /// A particle that follows what has been said so far.
      case particle(Particle)
    }

    let pieces: [Piece]

    /// The slots that it names.
    var slots: Set<Int> {
      Set(
        pieces.compactMap { piece in
          switch piece {
          case .slot(let slot), .bare(let slot): slot
          case .words, .particle: nil
          }
        })
    }

    /// A template such as `{1} of {0}`; braces around anything else are words.
    ///
    /// `{0|은}` is a slot with the particle that it needs, `{|은}` a particle after words, and `{0|plain}` a number without
    /// noughts before it.
    init(_ template: String) {
      var pieces: [Piece] = []
      var words = ""
      var rest = template[...]
      while let character = rest.first {
        if character == "{", let end = rest.firstIndex(of: "}"),
          let found = Self.pieces(rest[rest.index(after: rest.startIndex)..<end])
        {
          if !words.isEmpty { pieces.append(.words(words)) }
          words = ""
          pieces += found
          rest = rest[rest.index(after: end)...]
        } else {
          words.append(character)
          rest = rest.dropFirst()
        }
      }
      if !words.isEmpty { pieces.append(.words(words)) }
      self.pieces = pieces
    }

    /// What stands in braces; nil where that is no slot.
    private static func pieces(_ text: Substring) -> [Piece]? {
      let parts = text.split(separator: "|", omittingEmptySubsequences: false)
      guard let name = parts.first, parts.count <= 2, text != "" else { return nil }
      let slot = Int(name)
      guard name.isEmpty || (slot ?? -1) >= 0 else { return nil }
      guard parts.count == 2 else { return slot.map { [.slot($0)] } }
      if let slot, parts[1] == "plain" { return [.bare(slot)] }
      guard let particle = Particle(named: parts[1]) else { return nil }
      return (slot.map { [.slot($0)] } ?? []) + [.particle(particle)]
    }

    /// The first thing in braces that has a bar and is no slot, such as `{0|의}`; nil if there is none.
    var unknownSlot: String? {
      for case .words(let words) in pieces {
        if let found = words.firstMatch(of: /\{[0-9]*\|[^}]*\}/) { return String(found.output) }
      }
      return nil
    }

    private init(words: String) { pieces = [.words(words)] }

    static func plain(_ words: String) -> Form { Form(words: words) }

    func filled(_ values: [String]) -> String {
      pieces.reduce(into: "") { said, piece in
        switch piece {
        case .words(let words): said += words
        case .slot(let slot): said += values.indices.contains(slot) ? values[slot] : ""
        case .bare(let slot):
          let value = values.indices.contains(slot) ? values[slot] : ""
          let bare = value.drop { $0 == "0" }
          said += bare.isEmpty ? value.suffix(1) : bare
        case .particle(let particle): said += particle.form(after: said)
        }
      }
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
