public import Casework
import Claims
import Plausibility
import Wording

extension Dossier {
  /// The verdicts as tests, for whoever lets facts be checked with every change: a claim that is contradicted fails, one
  /// that is undecided is skipped (the XML of JUnit's Ant task, as CI servers read it).
  public static func junit(_ dossiers: [Dossier]) -> String {
    let all = dossiers.flatMap(\.claims)
    return Markup(
      "testsuites", counts(all), dossiers.map(\.suite)
    ).document
  }

  private static func counts(_ claims: [ClaimAccount]) -> [(name: String, value: String)] {
    [
      ("tests", "\(claims.count)"),
      ("failures", "\(claims.count { $0.verdict.isAgainst })"), ("errors", "0"),
      ("skipped", "\(claims.count { $0.verdict == .untested })"),
    ]
  }

  private var suite: Markup {
    let teller = CaseTeller(self)
    return Markup(
      "testsuite", [("name", caseFile.id)] + Self.counts(claims) + [("time", "0")],
      claims.map { account in
        let lines = teller.detailLines(account).map(\.text)
        let told = lines.joined(separator: "; ")
        var children: [Markup] = []
        switch account.verdict {
        case .contradicted, .disputed:
          let kind = account.verdict.rawValue
          children = [
            Markup("failure", [("message", told), ("type", kind)], text: account.claim.quote)
          ]
        case .untested: children = [Markup("skipped", [("message", told)])]
        case .unlikely, .loose, .crowFlies, .consistent:
          children = [Markup("system-out", text: "\(account.verdict.rawValue): \(told)")]
        }
        return Markup(
          "testcase",
          [
            ("classname", caseFile.id), ("name", "\(account.claim.id): \(account.claim.quote)"),
            ("time", "0"),
          ], children)
      })
  }
}
