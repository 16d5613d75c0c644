public import Casework
public import Quantities
import Claims
import Wording

extension Story {
  /// What reports come to by each means that their journey may have been made by, where they name none.
  ///
  /// - Parameters:
  ///   - cases: the same reports, judged by each.
  ///   - style: language, colours and width.
  /// - Returns: text for a terminal.
  public static func text(
    byMode cases: [(mode: TravelMode, dossier: Dossier)], _ style: ReportStyle
  ) -> String {
    guard let first = cases.first else { return "" }
    let teller = CaseTeller(first.dossier, style)
    let rows = cases.map { mode, dossier -> (line: Line, below: [Story.Block]) in
      let own = CaseTeller(dossier, style)
      let by: Phrase = "by \(term: mode.rawValue)"
      let head = own.line(by.capitalized) + Line(": ") + own.headline + Line(".")
      return (own.why.map { head + Line(" ") + own.line($0) } ?? head, [])
    }
    let story = Story(blocks: [
      .heading(level: 1, Line(first.dossier.caseFile.title, .strong)),
      .paragraph(teller.line("The words do not say by what the journey was made.")),
      .items(rows),
    ])
    return TerminalRenderer(style).text(story)
  }
}

extension CaseTeller {
  /// Why, in a sentence: what speaks against a report, or as what alone it fits.
  fileprivate var why: Phrase? {
    if let point = CaseSummary(dossier).points.first { return sentence(on: point) }
    return dossier.claims.first { $0.unlikelyReading != nil }.map(reason)
  }
}
