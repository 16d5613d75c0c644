public import Casework
import Claims
import Wording

extension Story {
  /// The first screen of a report: the verdict with its counts, each report that is likeliest to be wrong with the number
  /// that matters, the simplest explanation, and what was assumed.
  ///
  /// - Parameters:
  ///   - dossier: what was judged.
  ///   - style: the language it is written in.
  ///   - fits: whether a story is short enough; what matters least is left out or cut until it is.
  public init(summaryOf dossier: Dossier, _ style: ReportStyle, fits: (Story) -> Bool) {
    let teller = CaseTeller(dossier, style)
    let points = teller.summaryPoints
    let steps = SummaryLength.steps(points: points.count)
    self = teller.firstScreen(points, .whole(points: points.count))
    for step in steps where !fits(self) { self = teller.firstScreen(points, step) }
  }
}

extension CaseTeller {
  /// What heads every report below the verdict: the reports that are likeliest to be wrong, and how all could be right.
  var summary: [Story.Block] {
    let points = CaseSummary(dossier).points.map(point)
    return (points.isEmpty ? [] : [.points(points)])
      + summaryFoot(.whole(points: points.count))
  }

  /// Every report worth a place on the first screen: those that something speaks against, then those that hold only as the
  /// crow flies; all of them if there are none of either.
  fileprivate var summaryPoints: [Story.Point] {
    let summary = CaseSummary(dossier)
    let doubtful = summary.points.map(point) + summary.crowFlies.map(crowFliesPoint)
    guard doubtful.isEmpty else { return doubtful }
    let isBrief = summary.consistent.count <= Self.mostWithPossible
    return summary.consistent.map { account in
      point(
        account,
        account.unlikelyReading == nil
          ? isBrief ? possible(for: account) : nil : reason(of: account))
    }
      + summary.untested.map { point($0, $0.reason.isEmpty ? nil : "\($0.reason.capitalized).") }
  }

  /// Up to how many reports that nothing speaks against are told with what is possible.
  private static let mostWithPossible = 4

  fileprivate func firstScreen(_ points: [Story.Point], _ length: SummaryLength) -> Story {
    var blocks: [Story.Block] = [
      .heading(level: 1, Line(dossier.caseFile.title, .strong).cut(to: length.title)),
      .lead(verdict),
    ]
    if let confidenceLevel { blocks.append(.paragraph(confidenceLevel.cut(to: length.text))) }
    blocks.append(.points(points.prefix(length.points).map { $0.cut(to: length.text) }))
    let more = points.count - length.points
    if more > 0 {
      blocks.append(.paragraph(line(more == 1 ? "and 1 more" : "and \(more) more", .dim)))
    }
    return Story(blocks: blocks + summaryFoot(length))
  }

  /// Which place a name is taken to mean since of another of that name the reports could not be true.
  private var settledName: Phrase? {
    dossier.settledNames.first?.message
  }

  /// The simplest explanation of contradictions, and what was assumed.
  func summaryFoot(_ length: SummaryLength) -> [Story.Block] {
    let parts: [(head: Phrase, words: Phrase?)] = [
      ("Simplest explanation: ", explanation(naming: length.names)), ("", settledName),
      ("Assumed: ", assumed),
    ]
    return parts.prefix(length.foot).compactMap { part in
      part.words.map {
        .paragraph((line(part.head, .strong) + line("\($0).")).cut(to: length.text))
      }
    }
  }
}
