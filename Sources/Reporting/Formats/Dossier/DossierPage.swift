public import Casework
import Claims

extension Dossier {
  /// The report as one page that needs nothing else and carries its case file along.
  ///
  /// - Parameters:
  ///   - file: the case file's bytes.
  ///   - style: how the report is made.
  public func page(carrying file: [UInt8], _ style: ReportStyle = ReportStyle()) -> String {
    var style = style
    style.hasPictures = true
    return HTMLRenderer(
      title: caseFile.title, embedding: EmbeddedCase(bytes: file), language: style.language
    ).text(Story(pageOf: self, style))
  }
}
