public import Casework
import Claims
public import Wording

extension Dossier {
  /// The report as one page that needs nothing else and carries its case file along.
  ///
  /// - Parameter file: the case file's bytes.
  public func page(carrying file: [UInt8], in language: Language = .english) -> String {
    HTMLRenderer(
      title: caseFile.title, embedding: EmbeddedCase(bytes: file), language: language
    ).text(Story(self, hasPictures: true, in: language))
  }
}
