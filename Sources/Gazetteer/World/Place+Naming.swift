extension Place {
  /// Whether a name is its own, and not what another language calls it: without what tells it from others ("Halle
  /// (Saale)", "Washington, D.C."), without what Japanese and Korean add ("Nara-shi"), or written a letter otherwise
  /// ("Odessa").
  func isNamed(_ key: NameKey) -> Bool {
    let own = NameKey(name)
    if own == key { return true }
    if let bare, bare == key { return true }
    // "Colonia" is del Sacramento, "Neustadt" an der Weinstraße.
    if own.text.hasPrefix(key.text + " "),
      let next = own.text.dropFirst(key.text.count + 1).split(separator: " ").first,
      Self.joining.contains(next)
    {
      return true
    }
    if key.text.count >= Self.longEnough, own.text.first == key.text.first,
      key.edits(to: own, limit: 1) != nil
    {
      return true
    }
    let (sounds, ownSounds) = (Self.sounds(of: key), Self.sounds(of: own))
    return min(sounds.count, ownSounds.count) >= Self.soundsEnough
      && (sounds.hasPrefix(ownSounds) || ownSounds.hasPrefix(sounds))
      && abs(sounds.count - ownSounds.count) <= 1
  }

  /// What another language leaves of a name: its consonants, alike where languages write them differently, and a first
  /// vowel. "Corinth" is Kórinthos and "Syracuse" Siracusa, but Sparta is not Isparta.
  private static func sounds(of key: NameKey) -> String {
    var sounds = ""
    for (index, letter) in key.text.enumerated() where letter != " " {
      let sound = alike[letter] ?? letter
      if "aeiou".contains(sound) {
        if index == 0 { sounds.append(sound) }
      } else if sounds.last != sound {
        sounds.append(sound)
      }
    }
    return sounds
  }

  private static let alike: [Character: Character] = [
    "c": "k", "q": "k", "z": "s", "w": "v", "y": "i", "j": "i",
  ]
  /// The fewest consonants that tell a name.
  private static let soundsEnough = 4

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

  private static let joining: Set<Substring> = [
    "am", "an", "bei", "by", "da", "de", "del", "di", "do", "im", "in", "on", "ob", "sous", "sur",
    "the", "under", "upon", "на",
  ]

  /// What GeoNames adds to the names of Japanese and Korean towns.
  private static let municipalities: Set<String> = [
    "shi", "cho", "machi", "ku", "si", "gun", "eup",
  ]

  /// Whether a text calls a station so: by its own name, or by words of it, that are no station's alone. "Gare de Lyon" is Paris
  /// Gare de Lyon, but "North Station" is in Boston before it is in Valencia, and "Port" is any.
  func isStationCalled(_ key: NameKey) -> Bool {
    guard !Self.isAnyStation(key) else { return false }
    if isNamed(key) { return true }
    let words = key.text.split(separator: " ")
    let own = Set(NameKey(name).text.split(separator: " "))
    return words.allSatisfy { own.contains($0) || Self.common.contains($0) }
      || words.contains { $0.unicodeScalars.first.map { $0.value >= 0x370 } ?? false }
  }

  /// Whether stations of many cities may be called so.
  static func isAnyStation(_ key: NameKey) -> Bool {
    key.text.split(separator: " ").allSatisfy { common.contains($0) }
  }

  /// Words that stations of every city are called by.
  private static let common: Set<Substring> = [
    "airport", "bahnhof", "bus", "central", "centrale", "centro", "city", "de", "east", "estacion",
    "ferry", "gare", "hauptbahnhof", "hbf", "harbor", "harbour", "main", "nord", "north", "norte",
    "ost", "ouest", "port", "south", "st", "station", "stazione", "sud", "sur", "terminal", "town",
    "union", "west",
  ]
}
