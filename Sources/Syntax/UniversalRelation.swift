/// How a word hangs on its head (Universal Dependencies, version 2), without subtypes.
///
/// The first 32 are those that the labels of a model are drawn from; the parser gives `root` and
/// `punctuation` by rule, and never gives the last three.
public enum UniversalRelation: UInt8, CaseIterable, Sendable {
  case clausalModifier, adverbialClause, adverbialModifier, adjectivalModifier, apposition
  case auxiliary, caseMarking, coordinator, clausalComplement, compound, conjunct, copula
  case clausalSubject, unspecified, determiner, discourse, dislocated, expletive, fixed, flat
  case indirectObject, list, marker, nominalModifier, subject, numericModifier, object, oblique
  case orphan, parataxis, vocative, openComplement
  case root, punctuation
  case classifier, goesWith, reparandum

  /// The relation as treebanks write it, such as `nsubj`.
  public var name: String { Self.names[Int(rawValue)] }

  /// The relation of a treebank's name, whose subtype is dropped; nil for an unknown one.
  public init?(name: some StringProtocol) {
    let base = name.prefix(while: { $0 != ":" })
    guard let index = Self.names.firstIndex(where: { $0 == base }) else { return nil }
    self.init(rawValue: UInt8(index))
  }

  private static let names = [
    "acl", "advcl", "advmod", "amod", "appos", "aux", "case", "cc", "ccomp", "compound", "conj",
    "cop", "csubj", "dep", "det", "discourse", "dislocated", "expl", "fixed", "flat", "iobj",
    "list", "mark", "nmod", "nsubj", "nummod", "obj", "obl", "orphan", "parataxis", "vocative",
    "xcomp", "root", "punct", "clf", "goeswith", "reparandum",
  ]

  /// How many relations a model's labels are drawn from.
  static let labelCount = 32

  /// Whether what hangs so is a clause of its own.
  public var isClausal: Bool {
    switch self {
    case .clausalModifier, .adverbialClause, .clausalComplement, .clausalSubject, .openComplement,
      .parataxis, .root:
      true
    default: false
    }
  }
}
