import Foundation

/// What is counted of records.
struct BatchTally: Codable, Sendable, Equatable {
  var records = 0
  var bad = 0
  /// Of whole cases.
  var verdicts: [String: Int] = [:]
  /// Of their claims.
  var claims: [String: Int] = [:]

  mutating func add(_ answer: RecordAnswer) {
    records += 1
    if answer.reason != nil { bad += 1 }
    if let verdict = answer.verdict { verdicts[verdict, default: 0] += 1 }
    claims.merge(answer.claims, uniquingKeysWith: +)
  }

  mutating func add(_ other: BatchTally) {
    records += other.records
    bad += other.bad
    verdicts.merge(other.verdicts, uniquingKeysWith: +)
    claims.merge(other.claims, uniquingKeysWith: +)
  }
}

/// How far an unfinished batch is: what was read by the time that so many bytes were written.
struct BatchState: Codable, Sendable {
  /// What was asked of what, with which data; an unfinished batch of another kind is not continued.
  let identity: String
  var read = 0
  var written = 0
  var tally = BatchTally()
}
