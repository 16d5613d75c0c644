extension Aircraft {
  /// Whether people call it so: its identifier, its name or one of its other names, in capitals or not, with hyphens,
  /// spaces and full stops or without, after an article or not.
  public func isCalled(_ text: String) -> Bool {
    let wanted = Self.bare(text)
    return !wanted.isEmpty
      && (Self.bare(id) == wanted || Self.bare(name) == wanted
        || names.contains { Self.bare($0) == wanted })
  }

  /// The letters and digits of a name, small, without an article before them.
  static func bare(_ text: String) -> [UInt8] {
    var text = text[...]
    for article in ["a ", "an ", "the ", "A ", "An ", "The "] where text.hasPrefix(article) {
      text = text.dropFirst(article.count)
      break
    }
    return text.utf8.compactMap { byte in
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...:
        byte
      default: nil
      }
    }
  }
}

extension Array<Aircraft> {
  /// The type that people call so; the one with that identifier before others, and a single type before a family.
  ///
  /// - Parameter name: as people write it: `787-9`, `boeing 787 9`, `B789`, `An-148`, `antonov 148`.
  public func called(_ name: String) -> Aircraft? {
    first { $0.id == name } ?? first { $0.isCalled(name) }
  }
}
