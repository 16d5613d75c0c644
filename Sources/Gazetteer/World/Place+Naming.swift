extension Place {
  /// Whether a name is its own, and not what another language calls it: without what tells it from others ("Halle
  /// (Saale)", "Washington, D.C."), without what Japanese and Korean add ("Nara-shi"), or written a letter otherwise
  /// ("Odessa").
  func isNamed(_ key: NameKey) -> Bool {
    let own = NameKey(name)
    if own == key { return true }
    if let bare, bare == key { return true }
    return key.text.count >= Self.longEnough && own.text.first == key.text.first
      && key.edits(to: own, limit: 1) != nil
  }

  /// The shortest name that is known though a letter differs: Puno is not Pune.
  private static let longEnough = 5

  /// Its name without what is added to it; nil where nothing is.
  private var bare: NameKey? {
    if let end = name.firstIndex(where: { $0 == "(" || $0 == "," }), end > name.startIndex {
      return NameKey(name[..<end])
    }
    if let hyphen = name.lastIndex(of: "-"), hyphen > name.startIndex,
      Self.municipalities.contains(String(name[name.index(after: hyphen)...]))
    {
      return NameKey(name[..<hyphen])
    }
    let words = name.split(separator: " ")
    guard let last = words.last, words.count > 1, last.contains("."),
      last.allSatisfy({ $0.isUppercase || $0 == "." })
    else { return nil }
    return NameKey(words.dropLast().joined(separator: " "))
  }

  /// What GeoNames adds to the names of Japanese and Korean towns.
  private static let municipalities: Set<String> = [
    "shi", "cho", "machi", "ku", "si", "gun", "eup",
  ]
}
