import Figures
import Gazetteer

/// Finds places by names that the lexicon does not hold, in the cases that the language puts them in.
final class PlaceLookup {
  /// The places that bear a name, the most prominent first.
  private let find: @Sendable (String) -> [Place]
  private let endings: [LexiconEntries.PlaceEnding]
  private let names: [String: String]
  private var known: [String: MentionedPlace?] = [:]

  /// Of a name that more places bear the most prominent are kept.
  private static let most = 6
  /// Names are kept up to here; what a text names more often is looked up again.
  private static let kept = 4_096

  init(_ find: @escaping @Sendable (String) -> [Place], _ lexicon: Lexicon) {
    self.find = find
    endings = lexicon.placeEndings
    names = lexicon.names
  }

  /// The place that a name stands for; nil where nobody knows it.
  func place(named name: String) -> MentionedPlace? {
    if let found = known[name] { return found }
    let found = forms(of: name).lazy.compactMap { self.only($0) }.first
    if known.count > Self.kept { known.removeAll(keepingCapacity: true) }
    known[name] = .some(found)
    return found
  }

  /// The airport of a code.
  func airport(code: String) -> MentionedPlace? {
    find(code).first { $0.kind == .airport && $0.codes.contains(code) }.map {
      MentionedPlace(ids: [$0.id.text], name: $0.name)
    }
  }

  private func only(_ name: String) -> MentionedPlace? {
    guard name.unicodeScalars.count >= 3 || name.utf8.first ?? 0 >= 0xE3 else { return nil }
    let places = find(names[name] ?? name).prefix(Self.most)
    return places.first.map {
      MentionedPlace(ids: places.map(\.id.text), name: $0.name, written: names[name] ?? name)
    }
  }

  /// The name as it stands, and what it may be in the first case: "Якутска" is of Якутск.
  private func forms(of name: String) -> [String] {
    var forms = [name]
    for ending in ["'s", "’s", "'", "’"] where name.hasSuffix(ending) {
      forms.append(String(name.dropLast(ending.count)))
    }
    for ending in endings {
      for form in ending.forms where !form.isEmpty && name.hasSuffix(form) {
        let stem = name.dropLast(form.count)
        if stem.count >= 2 { forms.append(stem + ending.ending) }
      }
    }
    return forms
  }
}
