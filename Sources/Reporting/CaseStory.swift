public import Casework
public import Wording
import Claims

extension Story {
  /// The report of a dossier: the verdict, what cannot stand together, every claim, the way, and what
  /// it all rests on.
  ///
  /// - Parameters:
  ///   - hasPictures: whether it is for a format that shows pictures well.
  ///   - language: what it is written in; quotes stay as they are.
  public init(_ dossier: Dossier, hasPictures: Bool = false, in language: Language = .english) {
    let teller = CaseTeller(dossier, in: language, hasPictures: hasPictures)
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
  let language: Language
  let hasPictures: Bool

  init(_ dossier: Dossier, in language: Language, hasPictures: Bool = false) {
    self.dossier = dossier
    self.language = language.adding(names: dossier.names(in: language))
    self.hasPictures = hasPictures
  }

  var titles: Titles { dossier.titles }

  func say(_ phrase: Phrase) -> String { language.text(phrase) }

  func line(_ phrase: Phrase, _ style: Line.Style = .plain) -> Line { Line(say(phrase), style) }

  func heading(_ phrase: Phrase, level: Int = 2) -> Story.Block {
    .heading(level: level, line(phrase))
  }
}
