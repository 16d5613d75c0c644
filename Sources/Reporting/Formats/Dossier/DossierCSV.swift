public import Casework
import Claims
import Plausibility
import Wording

extension Dossier {
  private static let columns = [
    "case", "claim", "source", "published", "quote", "modality", "says", "verdict",
    "needed_stretch", "left_by_the_others", "conflicts", "reason",
  ]

  /// The claims of cases as a table, one a row.
  public static func commaSeparated(_ dossiers: [Dossier]) -> String {
    let rows = dossiers.flatMap { dossier in dossier.claims.map(dossier.row) }
    return ([columns] + rows).map { CommaSeparated.row($0.map(\.inCell)) + "\n" }.joined()
  }

  private func row(_ account: ClaimAccount) -> [String] {
    let claim = account.claim
    let source = source(of: claim)
    let member = members[.claim(claim.id)]
    let format = member.map { ValueFormat($0.readings[0].value, titles) }
    let said = (member?.readings ?? []).compactMap { reading -> String? in
      reading.value.interval.flatMap { interval in format?.text(interval).english }
    }
    let left = account.left.compactMap { format?.text($0).english }
    return [
      caseFile.id, claim.id.text, source?.outlet ?? "", source?.published.map { "\($0)" } ?? "",
      claim.quote, claim.modality.rawValue, said.once.joined(separator: " | "),
      account.verdict.rawValue,
      account.neededStretch?.words.english ?? "", left.once.joined(separator: " | "),
      account.conflicts.map { conflict in
        conflict.members.compactMap { members[$0]?.claim?.text }.joined(separator: "+")
      }.joined(separator: " | "), account.reason.english,
    ]
  }
}

extension [String] {
  /// Each once, in the order in which they come first.
  var once: [String] { reduce(into: []) { if !$0.contains($1) { $0.append($1) } } }
}

extension String {
  /// On one line, and with an apostrophe before what a spreadsheet would take for a formula (OWASP, CSV Injection).
  fileprivate var inCell: String {
    let line = onOneLine
    return ["=", "+", "-", "@"].contains { line.hasPrefix($0) } ? "'" + line : line
  }
}
