import Foundation

/// What is otherwise in one dossier than in an earlier one of the same case, read from their JSON.
public struct DossierDiff: Sendable {
  /// The parts of a dossier's document that are compared; `geo/schema/dossier-2.json` describes them all.
  private struct Document: Decodable {
    struct Case: Decodable {
      let id: String
      let sha256: String
      let profile: String
    }
    struct Status: Decodable {
      let status: String
    }
    struct Words: Decodable { let words: String }
    struct Reading: Decodable { let claimed: Words? }
    struct Implied: Decodable { let implied: Words? }
    struct Claim: Decodable {
      let id: String
      let quote: String
      let verdict: String
      let readings: [Reading]
      let implied: [Implied]
      let needed_stretch: Words?
    }
    struct Member: Decodable { let id: String }
    struct Conflict: Decodable {
      let gravity: String
      let members: [Member]

      var names: String { members.map(\.id).sorted().joined(separator: ", ") }
    }
    struct Dataset: Decodable, Hashable {
      let file: String
      let title: String
    }

    let format: String
    let version: Int
    let program: String
    let `case`: Case
    let verdict: Status
    let claims: [Claim]
    let conflicts: [Conflict]
    let datasets: [Dataset]

    var status: String {
      verdict.status
    }
  }

  private let before: Document
  private let after: Document

  /// Why a file is no dossier.
  public struct Failure: Error, CustomStringConvertible {
    public let description: String
  }

  /// - Throws: `Failure` for what is no dossier of a known version.
  public init(_ before: [UInt8], _ after: [UInt8]) throws(Failure) {
    self.before = try Self.document(before, "the first file")
    self.after = try Self.document(after, "the second file")
  }

  private static func document(_ bytes: [UInt8], _ name: String) throws(Failure) -> Document {
    let document: Document
    do { document = try JSONDecoder().decode(Document.self, from: Data(bytes)) } catch {
      throw Failure(
        description: "\(name) is no dossier; one is what checking a case gives as JSON")
    }
    guard document.format == "wayproof-dossier", document.version == JSONValue.dossierVersion else {
      throw Failure(
        description:
          "\(name) is a \(document.format) of version \(document.version), not a dossier of \(JSONValue.dossierVersion)"
      )
    }
    return document
  }

  // MARK: What changed

  /// Whether any verdict, implied value or conflict is otherwise.
  public var isEmpty: Bool {
    before.status == after.status && claims.isEmpty && conflicts.isEmpty
  }

  /// What can have brought it about.
  private var causes: [String] {
    var causes: [String] = []
    if before.case.sha256 != after.case.sha256 { causes.append("the case file is another") }
    if before.case.profile != after.case.profile {
      causes.append(
        "hedges are read by \(after.case.profile) and no longer by \(before.case.profile)")
    }
    if before.program != after.program {
      causes.append("it was judged by \(after.program) and not by \(before.program)")
    }
    let (old, new) = (Set(before.datasets), Set(after.datasets))
    causes += new.subtracting(old).map { "\($0.title) (\($0.file)) was used" }.sorted()
    causes += old.subtracting(new).map { "\($0.title) (\($0.file)) was not used" }.sorted()
    return causes
  }

  /// Each claim that is otherwise, with how.
  private var claims: [(id: String, changes: [String])] {
    let old = Dictionary(before.claims.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let new = Set(after.claims.map(\.id))
    let changed = after.claims.compactMap { claim -> (id: String, changes: [String])? in
      guard let earlier = old[claim.id] else { return (claim.id, ["new: \(claim.verdict)"]) }
      let changes = Self.changes(earlier, claim)
      return changes.isEmpty ? nil : (claim.id, changes)
    }
    return changed
      + before.claims.filter { !new.contains($0.id) }.map { ($0.id, ["gone: was \($0.verdict)"]) }
  }

  private static func changes(_ old: Document.Claim, _ new: Document.Claim) -> [String] {
    func change(_ what: String, _ before: String, _ after: String) -> String? {
      before == after
        ? nil
        : "\(what)\(before.isEmpty ? "nothing" : before) → \(after.isEmpty ? "nothing" : after)"
    }
    func joined(_ words: [String]) -> String { words.once.joined(separator: " | ") }
    return [
      change("", old.verdict, new.verdict), change("quote ", "“\(old.quote)”", "“\(new.quote)”"),
      change(
        "says ", joined(old.readings.compactMap { $0.claimed?.words }),
        joined(new.readings.compactMap { $0.claimed?.words })),
      change(
        "left by the others ", joined(old.implied.compactMap { $0.implied?.words }),
        joined(new.implied.compactMap { $0.implied?.words })),
      change(
        "needed stretch ", old.needed_stretch?.words ?? "", new.needed_stretch?.words ?? ""),
    ].compactMap(\.self)
  }

  private var conflicts: [String] {
    let old = Dictionary(
      before.conflicts.map { ($0.names, $0.gravity) }, uniquingKeysWith: { first, _ in first })
    let new = Dictionary(
      after.conflicts.map { ($0.names, $0.gravity) }, uniquingKeysWith: { first, _ in first })
    let found = new.keys.sorted().compactMap { names -> String? in
      guard let was = old[names] else { return "new (\(new[names] ?? "")): \(names)" }
      return was == new[names] ? nil : "\(was) → \(new[names] ?? ""): \(names)"
    }
    return found + old.keys.sorted().filter { new[$0] == nil }.map { "gone: \($0)" }
  }

  /// What it can be written as.
  public static let formats = DocumentFormats<DossierDiff>([
    .text(\.story), .markdown(\.story), .json(\.json),
  ])

  // MARK: Told

  public var story: Story {
    var blocks: [Story.Block] = []
    if before.case.id != after.case.id {
      blocks.append(
        .paragraph(
          Line("These are two cases, \(before.case.id) and \(after.case.id).", .warning)))
    }
    blocks.append(
      .paragraph(
        before.status == after.status
          ? Line("\(after.status), as before")
          : Line("\(before.status) → ") + Line(after.status, .strong)))
    func list(_ title: String, _ items: [(line: Line, below: [Story.Block])]) {
      guard !items.isEmpty else { return }
      blocks.append(.heading(level: 2, Line(title)))
      blocks.append(.items(items))
    }
    list(
      "Claims",
      claims.map { id, changes in
        (Line(id, .strong), [.items(changes.map { (line: Line($0), below: []) })])
      })
    list("Contradictions", conflicts.map { (Line($0), []) })
    list(
      isEmpty ? "What is otherwise" : "What can have brought it about",
      causes.map { (Line($0), []) })
    return Story(blocks: blocks)
  }

  public var json: JSONValue {
    .object([
      "format": .text("wayproof-diff"), "version": .whole(1),
      "case": .array([.text(before.case.id), .text(after.case.id)]),
      "verdict": .array([.text(before.status), .text(after.status)]), "same": .flag(isEmpty),
      "claims": .object(
        Dictionary(
          claims.map { ($0.id, .array($0.changes.map { .text($0) })) },
          uniquingKeysWith: { first, _ in first })),
      "conflicts": .array(conflicts.map { .text($0) }), "causes": .array(causes.map { .text($0) }),
    ])
  }
}
