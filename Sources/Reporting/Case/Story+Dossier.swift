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
    blocks += teller.summary
    blocks += teller.conflicts
    blocks += teller.corrections
    blocks += teller.claims + teller.bars
    blocks += teller.journeys
    blocks += teller.example
    blocks += teller.footing
  }
}
