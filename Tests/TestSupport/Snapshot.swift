public import Foundation
public import Testing

/// Compares text with a stored snapshot. A missing one is written and the test fails;
/// `RECORD_SNAPSHOTS=1` writes all anew.
public func expectSnapshot(
  _ text: String, at url: URL, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let isRecording = ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] != nil
  let stored = try? String(contentsOf: url, encoding: .utf8)
  if let stored, !isRecording {
    guard stored != text else { return }
    let line = zip(stored.split(separator: "\n"), text.split(separator: "\n")).first { $0 != $1 }
    Issue.record(
      """
      \(url.lastPathComponent) differs; first: \(line.map { "'\($0.0)' is now '\($0.1)'" } ?? "length")
      """, sourceLocation: sourceLocation)
    return
  }
  try FileManager.default.createDirectory(
    at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
  try Data(text.utf8).write(to: url)
  Issue.record(
    "Recorded a new baseline: \(url.lastPathComponent)", sourceLocation: sourceLocation)
}
