import Casework
import Claims
import Plausibility
import Testing

/// A case as a text, judged by the built-in data.
enum JudgedText {
  static func dossier(_ text: String) throws -> Dossier {
    try CaseJudging(world: BuiltIn.world).dossier(of: Array(text.utf8), name: "text")
  }

  /// Journeys and claims of one source of 2 May 2024, in version 2 of the format.
  ///
  /// - Parameters:
  ///   - journeys: flow mappings of YAML, one a line.
  ///   - claims: the same, without source and quote.
  ///   - more: further fields of the case, in lines of their own.
  static func judged(
    _ journeys: String, _ claims: String, more: String = "", published: String = "2024-05-02"
  ) throws -> Dossier {
    try dossier(text(journeys, claims, more: more, published: published))
  }

  static func text(
    _ journeys: String, _ claims: String, more: String = "", published: String = "2024-05-02"
  ) -> String {
    func list(_ lines: String, _ head: String = "") -> String {
      let items: [String] = lines.split(separator: "\n").map { line in
        let text = String(line)
        return "  - " + (head.isEmpty ? text : "{\(head), " + String(text.dropFirst()))
      }
      return items.joined(separator: "\n")
    }
    let source = published.isEmpty ? "" : ", published: \(published)"
    return """
      wayproof: 2
      id: text
      title: Text
      sources: [{id: s, outlet: S\(source)}]
      \(more)
      journeys:
      \(list(journeys))
      claims:
      \(list(claims, "source: s, quote: q"))

      """
  }
}

extension Dossier {
  func verdict(_ id: String) -> Verdict? { account(of: Claim.ID(id))?.verdict }

  /// The claims that are called impossible or unlikely, in the order of the file.
  var accused: [String] {
    claims.filter { $0.verdict.isAgainst || $0.verdict == .unlikely }.map(\.claim.id.text)
  }
}
