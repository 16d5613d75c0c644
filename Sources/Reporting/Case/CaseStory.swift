public import Casework
import Wording
import Claims

extension Story {
  /// The report of a dossier: the verdict, what cannot stand together, every claim, the way, and what
  /// it all rests on.
  public init(_ dossier: Dossier, _ style: ReportStyle = ReportStyle()) {
    let teller = CaseTeller(dossier, style)
    self.init()
    blocks.append(.heading(level: 1, Line(dossier.caseFile.title, .strong)))
    if !dossier.caseFile.summary.isEmpty {
      blocks.append(.paragraph(Line(dossier.caseFile.summary)))
    }
    blocks.append(.lead(teller.verdict))
    blocks += teller.confidence
    blocks += teller.conflicts
    blocks += teller.corrections
    blocks += teller.claims + teller.bars
    blocks += teller.journeys
    blocks += teller.example
    blocks += teller.footing
  }
}

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
