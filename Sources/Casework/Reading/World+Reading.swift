public import Travel
public import ClaimReading
public import Datasets
import Gazetteer
import Geodesy
import Syntax

extension World {
  /// A reader of articles in the languages of the data folder.
  ///
  /// - Parameter language: the code of the only language that is wanted; nil for all.
  /// - Throws: `DatasetError` with the place of a mistake in a lexicon.
  public func articleReader(language: String? = nil) throws(DatasetError) -> ArticleReader {
    let (gazetteer, folder) = (gazetteer, folder)
    return ArticleReader(
      lexicons: try folder.lexicons(of: language.map { [$0] }, places: gazetteer.places),
      places: gazetteer.places, parts: parts,
      confidences: try folder.tieConfidences(),
      weights: (try folder.tieWeights(), try folder.storyWeights()),
      find: { gazetteer.places(written: $0) },
      parser: { try? Parser(language: $0, from: folder) },
      coordinate: { gazetteer[id: Place.ID($0)]?.coordinate },
      namesakes: { place in
        guard let own = place.ids.first.flatMap({ gazetteer[id: Place.ID($0)] }), own.kind == .city
        else { return [] }
        return gazetteer.namesakes(of: own, written: place.name)
      })
  }
}
