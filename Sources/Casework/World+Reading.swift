public import ClaimReading
public import Datasets
import Gazetteer

extension World {
  /// A reader of articles in the languages of the data folder.
  ///
  /// - Throws: `DatasetError` with the place of a mistake in a lexicon.
  public func articleReader() throws(DatasetError) -> ArticleReader {
    ArticleReader(
      lexicons: try folder.lexicons(places: gazetteer.places), places: gazetteer.places,
      parts: parts)
  }
}
