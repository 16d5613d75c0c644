public import Datasets
public import Gazetteer

extension World {
  /// The data that an answer about some places rests on: the world's tables only where a place is of them.
  public func datasets(for places: [Place]) -> [Dataset] {
    let files = Set(places.compactMap { gazetteer.worldFile(of: $0) })
    return datasets.filter { dataset in
      switch dataset.use {
      case .places: files.contains(dataset.file)
      // The course that went over it names it.
      case .network, .grammar: false
      default: true
      }
    }
  }

  /// What the licences of the data ask to be shown for an answer about some places, each once.
  ///
  /// - Parameters:
  ///   - places: the places that the answer speaks of.
  ///   - usesKilometrage: whether the built-in lines were used; airports and stations count where a place is one
  ///     of them.
  ///   - usesTimetables: whether the built-in times of other trains were used.
  public func attributions(
    of places: [Place], usesKilometrage: Bool = true, usesTimetables: Bool = false
  ) -> [String] {
    let files = Set(places.compactMap { gazetteer.worldFile(of: $0) })
    let known = places.filter {
      gazetteer[id: $0.id] != nil && gazetteer.worldFile(of: $0) == nil
    }
    let used = datasets.filter { dataset in
      switch dataset.use {
      case .airports: known.contains { $0.kind == .airport }
      case .cities: known.contains { $0.kind == .city }
      case .stations:
        usesKilometrage || known.contains { $0.kind != .airport && $0.kind != .city }
      case .places: files.contains(dataset.file)
      case .railways, .calculation: usesKilometrage
      case .timetables: usesTimetables
      case .network, .reading, .grammar: false
      }
    }
    // A database that cannot be read has said so when the places were looked up.
    let added = (try? gazetteer.attributions(of: places)) ?? []
    return (used.map(\.attribution) + added).reduce(into: []) {
      if !$1.isEmpty, !$0.contains($1) { $0.append($1) }
    }
  }
}
