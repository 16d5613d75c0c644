public import Casework
import Claims
import Plausibility
import Wording

extension Dossier {
  /// The case for an SMT solver: all that is said of what happened, then each conflict alone.
  public var smtlib: String {
    SMTLIB(system: system, selected: stated).script(
      titled:
        "\(caseFile.title) (\(caseFile.id), SHA-256 \(caseFile.digest)), by \(ProgramVersion.name)",
      saying: { titles.words(of: $0).english },
      conflicts: conflicts.map { system.indices(of: $0.members) },
      isContradictory: !conflicts.isEmpty)
  }
}
