import Casework
import Testing
import Travel

/// A small case on which a rule speaks or is silent.
struct RuleCase: CustomTestStringConvertible {
  /// What is special in it.
  let title: String
  private var journeys: String
  private var claims: String
  /// Track that is made up for it, in OpenStreetMap's XML.
  private(set) var map: String?
  /// What was to be changed and is not there; such a case would show nothing.
  private var missing: String?

  /// - Parameters:
  ///   - journeys: flow mappings of YAML, one a line.
  ///   - claims: the same; sources are `one` and `two`.
  init(_ title: String, journeys: String, claims: String, map: String? = nil) {
    self.title = title
    self.journeys = Self.list(journeys)
    self.claims = Self.list(claims)
    self.map = map
  }

  /// The same case but for one thing.
  func changed(
    _ title: String, _ old: String, _ new: String, map: String? = nil
  ) -> RuleCase {
    var other = RuleCase(title, journeys: "", claims: "", map: map ?? self.map)
    other.journeys = journeys.replacing(old, with: new)
    other.claims = claims.replacing(old, with: new)
    if other.journeys == journeys, other.claims == claims, map == nil { other.missing = old }
    return other
  }

  var testDescription: String { title }

  var text: String {
    get throws {
      if let missing { throw Unchanged(words: missing) }
      return """
        wayproof: 1
        id: small
        title: Small
        sources:
          - {id: one, outlet: One, published: 2024-05-02}
          - {id: two, outlet: Two, published: 2024-05-03}
        journeys:
        \(journeys)
        claims:
        \(claims)

        """
    }
  }

  var world: World {
    get throws {
      var world = try BuiltIn.world
      if let map { world.tracks = [try MadeNetwork.imported(map)] }
      return world
    }
  }

  func judged() throws -> Dossier {
    try CaseJudging(world: world).dossier(of: Array(text.utf8), name: title)
  }

  private static func list(_ lines: String) -> String {
    lines.split(separator: "\n").map { "  - \($0)" }.joined(separator: "\n")
  }

  struct Unchanged: Error { let words: String }
}
