public import Foundation
public import Testing

/// Compares text with a stored snapshot. A missing one is written and the test fails; one that differs fails with its
/// first difference, and what came instead is written beside it as `NAME.actual`; `RECORD_SNAPSHOTS=1` writes all anew.
public func expectSnapshot(
  _ text: String, at url: URL, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let isRecording = ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] != nil
  let actual = url.appendingPathExtension("actual")
  if let stored = try? String(contentsOf: url, encoding: .utf8), !isRecording {
    guard stored != text else {
      try? FileManager.default.removeItem(at: actual)
      return
    }
    try Data(text.utf8).write(to: actual)
    let folder = url.deletingLastPathComponent().lastPathComponent
    Issue.record(
      """
      \(folder)/\(url.lastPathComponent) differs; all of what came is in \(actual.lastPathComponent) beside it.
      \(SnapshotDifference(stored: stored, now: text))
      """, sourceLocation: sourceLocation)
    return
  }
  try FileManager.default.createDirectory(
    at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
  try Data(text.utf8).write(to: url)
  try? FileManager.default.removeItem(at: actual)
  Issue.record(
    "Recorded a new baseline: \(url.lastPathComponent)", sourceLocation: sourceLocation)
}
