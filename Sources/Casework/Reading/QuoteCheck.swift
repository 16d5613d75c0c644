import ClaimReading
import Claims
public import Datasets
public import Foundation
import Wording

extension Dossier {
  /// The dossier with a finding for every quote that a source's text does not have to the letter.
  ///
  /// A text belongs to a source whose SHA-256 it has; sources without a matching file are left out.
  /// - Throws: `DatasetError` where the folder or a file of it cannot be read.
  public func checkingQuotes(in folder: URL) throws(DatasetError) -> Dossier {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path) else {
      throw .unreadable(folder.path, reason: "there is no such folder, or it may not be read")
    }
    var articles: [String: QuoteLocator] = [:]
    for name in names.sorted() {
      let file = folder.appendingPathComponent(name)
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder)
      if isFolder.boolValue { continue }
      let bytes = try DataFolder.bytes(of: file)
      // Quotes are of a page's text, not of its tags.
      let read = try? ArticleText.reading(bytes, as: ArticleFormat(name: name, bytes: bytes)).text
      articles[sha256(bytes)] = QuoteLocator(
        article: String(decoding: read?.bytes ?? bytes, as: UTF8.self))
    }
    var found: [Finding] = []
    for account in claims {
      guard let source = source(of: account.claim), let article = articles[source.sha256],
        let missing = article.missing(of: account.claim)
      else { continue }
      found.append(
        Rules.QuoteNotVerbatim.finding(
          .warning, "the text of \(source.outlet) does not have \"\(missing)\"",
          claims: [account.claim.id]))
    }
    return adding(found)
  }
}

extension QuoteLocator {
  /// The words of a claim that the text does not have: its quote or its figure.
  fileprivate func missing(of claim: Claim) -> String? {
    ([claim.quote] + (claim.selector.map { [$0.exact] } ?? [])).first { span(of: $0) == nil }
  }
}
