import Casework
import Wording
import Claims

/// Puts the parts of a dossier into words of a language.
struct CaseTeller {
  let dossier: Dossier
  let style: ReportStyle
  let language: Language

  /// Quotes that several claims are of, each by other words of it.
  private let sharedQuotes: Set<String>

  var hasPictures: Bool { style.hasPictures }

  init(_ dossier: Dossier, _ style: ReportStyle = ReportStyle()) {
    self.dossier = dossier
    self.style = style
    let quotes = Dictionary(grouping: dossier.caseFile.claims, by: \.quote)
    sharedQuotes = Set(quotes.filter { $0.value.count > 1 }.keys)
    language = style.language.adding(names: dossier.names(in: style.language))
  }

  var titles: Titles { dossier.titles }

  /// The words around a claim's figure; a time in words usually stands at the end. Of a quote that holds several claims'
  /// figures only the nearer half.
  func shortQuote(_ claim: Claim, limit: Int) -> String {
    let isShared = sharedQuotes.contains(claim.quote) && claim.selector != nil
    return ShortQuote.text(
      claim.quote, limit: isShared ? min(limit, max(24, claim.quote.count / 2)) : limit,
      figure: claim.selector?.exact, isFigureLast: claim.value == nil)
  }

  func say(_ phrase: Phrase) -> String { language.text(phrase) }

  /// Words of a source in the quotation marks of the language.
  func quoted(_ words: String) -> String { say("“\(words)”") }

  func line(_ phrase: Phrase, _ style: Line.Style = .plain) -> Line { Line(say(phrase), style) }

  func heading(_ phrase: Phrase, level: Int = 2) -> Story.Block {
    .heading(level: level, line(phrase))
  }
}
