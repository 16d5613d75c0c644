import Geodesy

extension Gazetteer {
  /// The one country or region of a name, even where a town bears it too; nil for none or several.
  public func area(named text: String) -> Place? {
    for kind in [Place.Kind.country, .region] {
      if case .one(let place)? = area(text, kind) { return place }
    }
    return nil
  }

  /// A country or a region by its name, also as "the state of" it; nil for another name.
  func area(_ text: String, _ kind: Place.Kind) -> PlaceMatch? {
    let found = Self.names(ofAreas: text).lazy.map { name in
      outlines?.places(named: NameKey(name), kind) ?? []
    }.first { !$0.isEmpty }
    guard let found, let only = found.first else { return nil }
    return found.count == 1 ? .one(zoned(only)) : .several(found)
  }

  /// An area with the zones of the built-in places within it.
  func zoned(_ area: Place) -> Place {
    guard let outline = area.outline else { return area }
    let within = places.filter { place in
      place.country == area.country && !place.zones.isEmpty
        && (area.kind == .country || place.coordinate.map(outline.contains) == true)
    }
    return Place(
      id: area.id, name: area.name, kind: area.kind, country: area.country,
      zones: within.flatMap(\.zones).reduce(into: []) { if !$0.contains($1) { $0.append($1) } },
      outline: outline, source: area.source)
  }

  private static let beginnings = ["the ", "state of ", "province of ", "republic of "]
  private static let endings = [" state", " province", " region"]

  /// A name as it is written, then without what is said before and behind it.
  private static func names(ofAreas text: String) -> [String] {
    var names = [text]
    for beginning in beginnings {
      guard let name = names.last, name.lowercased().hasPrefix(beginning) else { continue }
      names.append(String(name.dropFirst(beginning.count)))
    }
    for ending in endings {
      guard let name = names.last, name.lowercased().hasSuffix(ending) else { continue }
      names.append(String(name.dropLast(ending.count)))
    }
    return names
  }
}
