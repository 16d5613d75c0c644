public import Datasets
public import Reporting
import Wording

extension ReportStyle {
  /// A style in a language of the catalogue; English if none is asked for.
  ///
  /// - Parameters:
  ///   - language: by BCP 47, such as `ru`.
  ///   - folder: whose catalogue it is.
  /// - Throws: `QuestionError` that lists the languages there are.
  public init(asked language: String?, in folder: DataFolder) throws(QuestionError) {
    do {
      self.init(language: try folder.language(language ?? Language.english.code))
    } catch {
      throw QuestionError(.language, because: error)
    }
  }
}
