import Casework
import Chronology
import Claims
import Datasets
import Plausibility
import Wording

extension CaseTeller {
  var example: [Story.Block] {
    guard case .noContradiction(let witness?) = dossier.verdict else { return [] }
    let moments = witness.moments.filter { $0.key != .epoch && titles.events[$0.key] != nil }
      .sorted { ($0.value, $0.key.text) < ($1.value, $1.key.text) }
    guard let first = moments.first?.value else { return [] }
    guard isDated else {
      // No source gives a date or a clock time: only the times between the events mean anything.
      let rows = moments.map { event, seconds in
        [
          say(titles.events[event]?.words ?? "\(event)"), say(Numbers.duration(seconds - first)),
        ]
      }
      let days = dossier.itineraries.map(\.journey.date)
      let day = days.count == 1 ? days.first.flatMap(\.self) : nil
      return [
        heading(
          day.map { "A timeline consistent with every report, from \($0) on" }
            ?? "A timeline consistent with every report"),
        .table(header: [say("event"), say("after the first")], rows: rows),
      ]
    }
    if let first = titles.firstDay {
      return [
        heading("A timeline consistent with every report"),
        .table(
          header: [say("event"), say("local time")],
          rows: moments.map { event, seconds in
            let title = titles.events[event]
            let clock = Numbers.clock(seconds, in: title?.zone ?? .utc, since: first)
            return [say(title?.words ?? "\(event)"), say(clock)]
          }),
      ]
    }
    return [
      heading("A timeline consistent with every report"),
      .table(
        header: [say("event"), say("local time"), "UTC"],
        rows: moments.map { event, seconds in
          let title = titles.events[event]
          return [
            say(title?.words ?? "\(event)"), say(Numbers.moment(seconds, in: title?.zone ?? .utc)),
            say(Numbers.moment(seconds, in: .utc, zoneName: false)),
          ]
        }),
    ]
  }

  /// Whether any statement ties the events to the calendar.
  var isDated: Bool {
    dossier.members.values.flatMap(\.readings).contains { reading in
      guard case .elapsed(let from, let to, _) = reading.value else { return false }
      return from == .epoch || to == .epoch
    }
  }

  var footing: [Story.Block] { assumptionBlocks + noteBlocks + sourceBlocks }

  var assumptionBlocks: [Story.Block] {
    let assumptions = dossier.members.values.filter { $0.origin == .assumption }.sorted {
      $0.id < $1.id
    }
    let written = dossier.caseFile.assumptions.map { Line($0) }
    guard !assumptions.isEmpty || !written.isEmpty else { return [] }
    return [
      heading("Assumptions"),
      .items((written + assumptions.map { line(titles.words(of: $0.id)) }).map { ($0, []) }),
    ]
  }

  var noteBlocks: [Story.Block] {
    guard !dossier.findings.isEmpty else { return [] }
    return [
      heading("Notes"),
      .items(
        dossier.findings.map { finding in
          (
            line(finding.message)
              + Line(" [\(finding.code)]", finding.severity == .warning ? .warning : .dim), []
          )
        }),
    ]
  }

  var sourceBlocks: [Story.Block] {
    let profile = "\(dossier.profile.name)-\(dossier.profile.version)"
    return [
      heading("Sources"),
      .items(
        dossier.caseFile.sources.map { (sourceLine($0), hasPictures ? quotes(from: $0) : []) }),
      .paragraph(
        line(
          """
          Judged by \(ProgramVersion.name), hedges read by the rules \(profile). Case \(dossier.caseFile.id), SHA-256 \
          \(dossier.caseFile.digest).
          """, .dim)),
      .paragraph(line("Data: \(Self.attributions(dossier).joined(separator: "; ")).", .dim)),
    ]
  }

  /// What the licences of the data ask to be shown, each once.
  static func attributions(_ dossier: Dossier) -> [String] {
    dossier.datasets.map(\.attribution).reduce(into: []) {
      if !$1.isEmpty, !$0.contains($1) { $0.append($1) }
    }
  }

  /// What the case quotes from a source, in the order of the case.
  private func quotes(from source: Source) -> [Story.Block] {
    let own = dossier.caseFile.claims.filter { $0.source == source.id }
    guard !own.isEmpty else { return [] }
    return [.items(own.map { (Line(quoted($0.quote)) + Line(" [\($0.id)]", .dim), []) })]
  }

  private func sourceLine(_ source: Source) -> Line {
    let date = source.published.map { ", \($0)" } ?? ""
    let title = source.title.isEmpty ? "" : ", \(quoted(source.title))"
    let url = source.url.isEmpty ? "" : " \(source.url)"
    return Line("\(source.outlet)\(title)\(date)\(url)") + Line(" [\(source.id)]", .dim)
  }
}
