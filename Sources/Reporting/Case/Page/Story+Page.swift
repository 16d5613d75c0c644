import Casework
import Claims
import Gazetteer
import Plausibility
import Wording

extension Story {
  /// The report of a dossier as a page: what a reader in a hurry needs fits a screen, below it a card for each
  /// contradiction and a row for each claim; all that these rest on is folded.
  init(pageOf dossier: Dossier, _ style: ReportStyle) {
    let teller = CaseTeller(dossier, style)
    self.init(
      blocks: teller.pageHead + teller.cards + teller.claimTable + teller.routes
        + teller.pageFoot)
  }
}

extension CaseTeller {
  /// How many reports are shown beside the map; further ones are folded.
  private static let shown = 4

  fileprivate var pageHead: [Story.Block] {
    var blocks: [Story.Block] = [
      .heading(level: 1, Line(dossier.caseFile.title)), .lead(headline),
    ]
    if !dossier.verdictCounts.isEmpty { blocks.append(.tally(tally)) }
    if let confidenceLevel { blocks.append(.paragraph(confidenceLevel)) }
    blocks.append(.columns([doubtful, whereAndWhen].filter { !$0.isEmpty }))
    return blocks + summaryFoot(.whole(points: 0))
  }

  private var tally: [Line] {
    dossier.verdictCounts.map { count in
      line("\(count.verdict.sign) ", count.verdict.style)
        + line(count.verdict.counted(count.count))
    }
  }

  /// Each report that something speaks against, its words above the number that matters and the scale.
  private var doubtful: [Story.Block] {
    let summary = CaseSummary(dossier)
    var points = summary.points.map { point in
      scaled(self.point(point), scale(point.account, point.conflict))
    }
    points += summary.crowFlies.map { scaled(crowFliesPoint($0), scale($0, nil)) }
    let isClear = points.isEmpty
    if isClear { points = summary.consistent.map { point($0, nil) } }
    let shown = isClear ? 2 * Self.shown : Self.shown
    guard points.count > shown + 1 else { return points.isEmpty ? [] : [.points(points)] }
    return [
      .points(Array(points.prefix(shown))),
      .folded(
        line("and \(points.count - shown) more"), [.points(Array(points.dropFirst(shown)))]),
    ]
  }

  private func scaled(_ point: Story.Point, _ scale: ReportedScale?) -> Story.Point {
    Story.Point(
      mark: point.mark, line: point.line,
      below: point.below + (scale.map { [.figure($0)] } ?? []))
  }

  /// The journey that most reports speak of.
  private var headItinerary: Itinerary? {
    let counts = dossier.itineraries.map { GraphTeller(itinerary: $0, words: self).boxes.count }
    let most = counts.indices.max { (counts[$0], -$0) < (counts[$1], -$1) }
    return most.map { dossier.itineraries[$0] }
  }

  /// Where that journey went, and when it was where.
  private var whereAndWhen: [Story.Block] {
    guard let itinerary = headItinerary else { return [] }
    let pictures: [(any Picture)?] = [
      MapPicture(itinerary, self, isSmall: true), TrainGraph(itinerary, self, isSmall: true),
    ]
    return pictures.compactMap { picture in picture.map { .figure($0) } }
  }

  /// How many contradictions have a card of their own.
  private static let cardLimit = 8

  /// A card for each contradiction: the quotes, the scale of the report that it takes the least to change, the reasoning.
  fileprivate var cards: [Story.Block] {
    let conflicts = dossier.conflicts
    guard !conflicts.isEmpty else { return [] }
    let cards = conflicts.prefix(Self.toldConflicts).enumerated().map { index, conflict in
      card(conflict, number: index + 1)
    }
    let all = corrections
    // Behind the cards it would lie within the last of them.
    var blocks = [heading("Contradictions")] + (all.isEmpty ? [] : [folded(all)])
    blocks += cards.prefix(Self.cardLimit).joined()
    let more = Array(cards.dropFirst(Self.cardLimit).joined())
    if !more.isEmpty {
      blocks.append(.folded(line("and \(conflicts.count - Self.cardLimit) more"), more))
    }
    return blocks
  }

  /// Whom a conflict blames, with the number that speaks against it.
  func blame(_ conflict: Conflict) -> (account: ClaimAccount, sentence: Phrase)? {
    let culprit = conflict.repairs.first.flatMap { dossier.account(of: $0.claim) }
    return culprit.map { ($0, sentence(on: CaseSummary.Point(account: $0, conflict: conflict))) }
  }

  private func card(_ conflict: Conflict, number: Int) -> [Story.Block] {
    let blame = blame(conflict)
    let (culprit, title) = (blame?.account, blame?.sentence)
    // Whose quotes they are comes first; what is published or measured is part of the reasoning.
    let statements = conflict.members.compactMap { statement($0, isNamed: false) }
    var blocks: [Story.Block] = [
      .heading(level: 3, Line("\(number). ") + (title.map { line($0) } ?? "")),
      .statements(statements.filter(\.isQuote)),
    ]
    if let scale = culprit.flatMap({ scale($0, conflict) }) { blocks.append(.figure(scale)) }
    let facts = statements.filter { !$0.isQuote }
    blocks.append(
      .folded(
        line("How this follows, and what would reconcile them"),
        (facts.isEmpty ? [] : [.statements(facts)]) + parts(of: conflict, number: number).reasoning)
    )
    return blocks
  }

  /// A row for each claim, the doubtful ones first.
  fileprivate var claimTable: [Story.Block] {
    guard !dossier.claims.isEmpty else { return [] }
    let rows = Verdict.allCases.flatMap { verdict in
      dossier.claims.filter { $0.verdict == verdict }.map(row)
    }
    let bars = bars
    return [
      heading("All claims"),
      .table(
        header: [say("verdict"), say("report"), say("possible")], rows: rows),
    ]
      + (bars.isEmpty
        ? [] : [.folded(line("Every figure, as reported and as everything else allows"), bars)])
  }

  private func row(_ account: ClaimAccount) -> [String] {
    let left = left(account)
    let reason = account.verdict == .untested ? say(account.reason) : ""
    return [
      "\(account.verdict.sign) \(say(account.verdict.words))",
      quoted(shortQuote(account.claim, limit: 90)) + by(account.claim),
      reason.isEmpty ? left.joined(separator: say(" or ")) : reason,
    ]
  }

  /// What everything else leaves for a claim, in words, each once and two at most.
  func left(_ account: ClaimAccount) -> [String] {
    let member = dossier.members[.claim(account.claim.id)]
    guard let value = member?.readings.first?.value else { return [] }
    let all = account.left.map { say(text($0, value, of: account.claim)) }
      .reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    return Array(all.prefix(2))
  }

  /// Each journey's route and running time, folded.
  var routes: [Story.Block] {
    let all = journeyBlocks(mapped: headItinerary.map { [Set($0.places.map(\.id))] } ?? [])
    guard !all.isEmpty else { return [] }
    return [heading("Routes and running times")] + all.map(folded)
  }

  var pageFoot: [Story.Block] {
    let summary = dossier.caseFile.summary
    let about: [Story.Block] =
      summary.isEmpty ? [] : [.folded(line("About this case"), [.paragraph(Line(summary))])]
    let parts = [example, assumptionBlocks, noteBlocks, sourceBlocks]
    return [heading("Method and sources")] + about + parts.filter { !$0.isEmpty }.map(folded)
  }

  /// A section of which only the heading shows until it is opened.
  private func folded(_ section: [Story.Block]) -> Story.Block {
    guard case .heading(_, let line)? = section.first else { return .folded(Line("…"), section) }
    return .folded(line, Array(section.dropFirst()))
  }
}
