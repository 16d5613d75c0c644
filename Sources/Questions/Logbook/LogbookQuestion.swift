import Casework
import Claims
import Gazetteer
import Geodesy
import Plausibility
public import Quantities
public import Reporting
public import Travel
public import Wording

/// Whether the journeys of a personal travel log can be, each by itself and one after another.
public struct LogbookQuestion: Sendable {
  private let table: LogbookTable
  /// By what journeys are made whose row does not say so.
  public var usualMode: TravelMode?
  /// What the reasons quote the log in, which notes its figures without words.
  public var language = Language.english

  /// - Parameters:
  ///   - bytes: comma-separated text whose first line names the columns.
  ///   - name: what it is called, for messages.
  /// - Throws: `QuestionError` for what is no table, or one without both ends of each journey.
  public init(_ bytes: [UInt8], name: String) throws(QuestionError) {
    table = try LogbookTable(bytes, name: name)
  }

  /// A row with its journey, if that could be found.
  private struct Judged {
    var row: LogbookReport.Row
    let found: TravelRecord.Found?
  }

  public func answer(in world: World) -> LogbookReport {
    var all = table.entries(usual: usualMode).map { judged($0, world) }
    compare(&all)
    return LogbookReport(
      program: table.program.rawValue, rows: all.map(\.row),
      places: all.compactMap(\.found).flatMap { [$0.start, $0.end] })
  }

  private func judged(_ entry: LogbookTable.Entry, _ world: World) -> Judged {
    func unchecked(_ title: Phrase, _ reason: Phrase, _ found: TravelRecord.Found? = nil) -> Judged
    {
      Judged(
        row: LogbookReport.Row(
          line: entry.line, journey: title, verdict: .unchecked,
          sentence: reason.english.hasSuffix(".")
            ? reason.capitalized : "\(reason.capitalized)."), found: found)
    }
    let title: Phrase = "\(entry.from) to \(entry.to)"
    do throws(QuestionError) {
      var record = try entry.record.get()
      record.outlet = language.text(Phrase(term: record.outlet))
      let found = try record.found(in: world, quotedIn: language)
      if let left = found.left, let arrived = found.arrived, arrived <= left {
        return Judged(
          row: LogbookReport.Row(
            line: entry.line, journey: found.title, verdict: .impossible,
            sentence: backwards(arrived - left, found)), found: found)
      }
      let dossier = try CheckQuestion(Array(found.file.utf8), name: "line \(entry.line)")
        .answer(in: world).dossier
      guard dossier.claims.contains(where: { $0.verdict != .untested }) else {
        return unchecked(
          found.title, "too little is noted: add times, a distance or a duration", found)
      }
      return Judged(row: row(entry, record, found, dossier), found: found)
    } catch {
      return unchecked(title, "\(error.text { $0.words.joined(separator: " ") })")
    }
  }

  private func backwards(_ seconds: Double, _ found: TravelRecord.Found) -> Phrase {
    let size = Numbers.duration(-seconds)
    guard seconds < 0 else { return "It arrives at the moment it leaves." }
    return "It arrives \(size) before it leaves, the time zones of both ends reckoned in."
  }

  private func row(
    _ entry: LogbookTable.Entry, _ record: TravelRecord, _ found: TravelRecord.Found,
    _ dossier: Dossier
  ) -> LogbookReport.Row {
    let isLoose = dossier.claims.contains { [.loose, .crowFlies].contains($0.verdict) }
    let verdict: LogbookReport.Verdict =
      switch dossier.verdict {
      case .cannotAllBeTrue: .impossible
      case .unlikely: .unlikely
      case .noContradiction, .undecided: isLoose ? .loose : .possible
      }
    let sentence = zoneSentence(record, found) ?? dossier.firstSentence ?? ""
    return LogbookReport.Row(
      line: entry.line, journey: found.title, verdict: verdict,
      sentence: verdict == .possible ? "" : sentence)
  }

  /// Where the time on the way is off by just the difference of the zones, that is what went wrong.
  private func zoneSentence(_ record: TravelRecord, _ found: TravelRecord.Found) -> Phrase? {
    guard let left = found.left, let arrived = found.arrived, let duration = record.duration,
      let ahead = found.ahead, ahead != 0, abs(arrived - left + Double(ahead) - duration) < 330
    else { return nil }
    let (noted, real) = (Numbers.duration(duration), Numbers.duration(arrived - left))
    return """
      “\(noted)” is the difference of the clocks; with the time zones of both ends it took \(real).
      """
  }

  // MARK: One journey after another

  /// No airliner is faster over ground (`geo/modes.csv`), in metres a second.
  private static let fastest = 1_100 / 3.6

  /// Journeys that overlap, and ends that nobody could have got between in time.
  private func compare(_ judged: inout [Judged]) {
    let order = judged.indices.filter { judged[$0].found?.left != nil }.sorted {
      (judged[$0].found?.left ?? 0, $0) < (judged[$1].found?.left ?? 0, $1)
    }
    for (before, after) in zip(order, order.dropFirst()) {
      guard let one = judged[before].found, let other = judged[after].found,
        let arrived = one.arrived, let left = other.left, arrived > (one.left ?? arrived),
        let sentence = conflict(one, other, arrived, left, line: judged[before].row.line)
      else { continue }
      let own = judged[after].row.sentence
      judged[after].row.sentence = own.isEmpty ? sentence : sentence + " " + own
      judged[after].row.verdict = .impossible
    }
  }

  private func conflict(
    _ one: TravelRecord.Found, _ other: TravelRecord.Found, _ arrived: Double, _ left: Double,
    line: Int
  ) -> Phrase? {
    if left < arrived {
      let (size, end) = (Numbers.duration(arrived - left), one.end.shortName)
      return "It leaves \(size) before the journey on line \(line) arrives at \(term: end)."
    }
    guard let from = one.end.coordinate, let to = other.start.coordinate else { return nil }
    let away = Ellipsoid.wgs84.inverse(from: from, to: to).distance.meters
    guard away > 20_000, away > Self.fastest * (left - arrived) else { return nil }
    let (gap, far) = (Numbers.duration(left - arrived), Numbers.distance(away))
    let (start, end) = (other.start.shortName, one.end.shortName)
    return """
      It leaves \(term: start) \(gap) after the journey on line \(line) arrives at \(term: end), \(far) away.
      """
  }
}
