import Foundation

/// A batch from its beginning, or from where it was left, to its end.
struct BatchJob {
  var source: any BatchSource
  let desk: BatchDesk
  let output: BatchOutput
  let manifest: BatchManifest
  /// The share of bad records at which it ends.
  let badLimit: Double

  private var size = 16
  private var saved = ContinuousClock.now

  init(
    _ source: any BatchSource, _ desk: BatchDesk, to output: BatchOutput, manifest: BatchManifest,
    badLimit: Double
  ) {
    self.source = source
    self.desk = desk
    self.output = output
    self.manifest = manifest
    self.badLimit = badLimit
  }

  /// The share of bad records is not looked at before so many, unless none is allowed.
  private static let leastRecords = 100
  /// How far a batch is is written down about this often, and so much is done again if it is killed.
  private static let pause = Duration.seconds(1)

  /// - Returns: what was counted.
  /// - Throws: `CommandFailure` for too many bad records or what cannot be written; `ExitCode` 130 after Ctrl-C.
  mutating func run(resuming isResumed: Bool) throws -> BatchTally {
    try output.open(resuming: isResumed)
    var tally = output.state.tally
    source.seek(to: output.state.read)
    Interrupt.watch()
    var progress = BatchProgress(
      to: source.total, from: output.state.read, tally.records)
    var told = 0
    while let outcome = outcome() {
      for bytes in outcome.output { try output.append(bytes) }
      for problem in outcome.problems where told < 20 {
        progress.end()
        Output.error("record \(tally.records + problem.record): \(problem.reason)")
        told += 1
      }
      tally.add(outcome.tally)
      output.note(read: source.position, tally)
      try saveNowAndThen()
      progress.report(source.position, tally)
      try stopIfAsked(tally, &progress)
    }
    progress.end()
    return tally
  }

  /// What the next pieces came to; nil at the end. As many are taken as need about a second: what comes out does not depend
  /// on it.
  private mutating func outcome() -> BatchOutcome? {
    let begun = ContinuousClock.now
    let items = source.next(atMost: size)
    guard !items.isEmpty else { return nil }
    let outcome = desk.outcome(of: items)
    let needed = ContinuousClock.now - begun
    if needed < .milliseconds(500) { size = min(size * 2, 4_096) }
    if needed > .seconds(2) { size = max(size / 2, 4) }
    return outcome
  }

  private mutating func saveNowAndThen() throws(CommandFailure) {
    guard ContinuousClock.now - saved >= Self.pause else { return }
    try output.save()
    saved = .now
  }

  private func stopIfAsked(_ tally: BatchTally, _ progress: inout BatchProgress) throws {
    let counted = badLimit > 0 ? max(tally.records, Self.leastRecords) : 0
    let isTooBad = badLimit < 1 && Double(tally.bad) > badLimit * Double(counted)
    guard isTooBad || Interrupt.isRequested else { return }
    progress.end()
    try output.save()
    if isTooBad {
      throw CommandFailure(
        """
        stopped: \(tally.bad) of \(tally.records) records are bad, more than --max-bad \(badLimit) allows; continue with \
        --resume and a higher --max-bad
        """)
    }
    Output.error("stopped after \(tally.records) records; continue with --resume")
    throw BatchInterrupted()
  }

  /// Writes the manifest and gives the output its name.
  func finish(_ tally: BatchTally) throws(CommandFailure) {
    let text: String
    do {
      text = try manifest.text(tally, output: output.target, in: output.partial)
    } catch {
      throw CommandFailure(error)
    }
    try Output.save(text, to: output.target + ".manifest.json")
    try output.finish()
  }
}

/// Ctrl-C was pressed.
struct BatchInterrupted: Error {}
