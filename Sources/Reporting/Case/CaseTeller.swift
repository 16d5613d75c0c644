import Casework
import Wording
import Claims

/// Puts the parts of a dossier into words of a language.
struct CaseTeller {
  let dossier: Dossier
  let style: ReportStyle
  let language: Language

  var hasPictures: Bool { style.hasPictures }

  init(_ dossier: Dossier, _ style: ReportStyle = ReportStyle()) {
    self.dossier = dossier
    self.style = style
    language = style.language.adding(names: dossier.names(in: style.language))
  }

  var titles: Titles { dossier.titles }

  func say(_ phrase: Phrase) -> String { language.text(phrase) }

  func line(_ phrase: Phrase, _ style: Line.Style = .plain) -> Line { Line(say(phrase), style) }

  func heading(_ phrase: Phrase, level: Int = 2) -> Story.Block {
    .heading(level: level, line(phrase))
  }
}
