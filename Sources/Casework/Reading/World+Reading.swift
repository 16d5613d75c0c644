public import Travel
public import ClaimReading
public import Datasets
import Gazetteer
import Geodesy
import Foundation
import Parallelism
import Quantities
import Syntax

extension World {
  /// A reader of articles in the languages of the data folder.
  ///
  /// - Parameter language: the code of the only language that is wanted; nil for all.
  /// - Throws: `DatasetError` with the place of a mistake in a lexicon.
  public func articleReader(language: String? = nil) throws(DatasetError) -> ArticleReader {
    let (gazetteer, folder) = (gazetteer, folder)
    let lexicons = try folder.lexicons(of: language.map { [$0] }, places: gazetteer.places)
    let parsers = folder.parserLanguages.reduce(into: [:]) { parsers, language in
      parsers[language] = Lazily { try? Parser(language: language, from: folder) }
    }
    return ArticleReader(
      lexicons: lexicons, languageFinder: try folder.languageFinder(of: lexicons),
      places: gazetteer.places, parts: parts,
      confidences: try folder.tieConfidences(),
      weights: (try folder.tieWeights(), try folder.storyWeights()),
      find: { gazetteer.places(inText: $0) },
      parser: { parsers[$0]?.value },
      coordinate: { gazetteer[id: Place.ID($0)]?.coordinate },
      namesakes: { place in
        guard let own = place.ids.first.flatMap({ gazetteer[id: Place.ID($0)] }), own.kind == .city
        else { return [] }
        return gazetteer.namesakes(of: own, written: place.name)
      },
      inhabitants: { id in
        guard let place = gazetteer[id: Place.ID(id)], place.kind == .city || place.kind == .town
        else { return nil }
        return gazetteer.prominence(of: place)
      },
      settle: { gazetteer.settled($0, by: $1, passingOver: $2) })
  }
}

extension Gazetteer {
  /// The places that a text calls so; "Portland, Maine" is the one in Maine.
  fileprivate func places(inText name: String) -> [Place] {
    let pieces = name.split(separator: ",", maxSplits: 1).map {
      $0.trimmingCharacters(in: .whitespaces)
    }
    guard pieces.count == 2 else { return places(written: name) }
    if let found = place(named: pieces[0], within: pieces[1]) { return [found] }
    // A town that no table has lies somewhere in the state that is named with it; "Boston, New York" are two cities.
    guard places(written: pieces[1]).isEmpty, let area = area(named: pieces[1]),
      area.extent <= Self.wide
    else { return [] }
    return [area]
  }

  /// What is wider says hardly where a town lies.
  private static let wide = Distance.kilometers(1_000)

  /// Which places are meant that are named together, as `only` has it; a station or an airport is the one that is named.
  fileprivate func settled(
    _ places: [MentionedPlace], by mode: TravelMode?, passingOver others: [Place]
  ) -> [Place]? {
    var known: [String: Place] = [:]
    for place in places {
      guard let own = place.ids.first.flatMap({ self[id: Place.ID($0)] }) else { return nil }
      if own.kind != .city, own.kind != .town {
        (known[place.name], known[place.written ?? place.name]) = (own, own)
      }
    }
    // "México" is the city where the reader takes it for that, and not the country.
    let names = places.map { place in
      place.written.flatMap { area(named: $0) == nil ? $0 : nil } ?? place.name
    }
    return (try? only(names, by: mode, knowing: known, passingOver: others))
      ?? (try? only(places.map(\.name), by: mode, knowing: known, passingOver: others))
  }
}
