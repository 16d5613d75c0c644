import Casework
import Claims
import Datasets
import Foundation
import Parallelism
import Plausibility
import TestSupport
import Testing
import Travel

/// Cases whose claims contradict each other in more ways than can be looked at.
@Suite struct EffortTests {
  private func model(_ name: String) throws -> CaseModel {
    let world = try World(folder: try DataFolder(path: Repository.geo.path))
    let file = Repository.root.appendingPathComponent("Tests/CaseTests/Heavy/\(name).json")
    return try CaseJudging(world: world).model(
      of: try DataFolder.bytes(of: file), name: file.lastPathComponent)
  }

  /// What is looked at for conflicts, for what they mean and for what would mend them.
  private static let most = 4_000_000_000

  @Test(arguments: ["case-15-claims", "case-28-claims"])
  func `so many steps are taken and no more, and what was not looked at is said`(name: String)
    throws
  {
    let model = try model(name)
    let (dossier, spent) = Effort.within(.max) { model.dossier() }
    #expect(spent < Self.most, "\(spent) steps")
    #expect(dossier.isIncomplete)
    // What could not be looked at accuses nobody.
    for claim in dossier.claims where claim.verdict == .contradicted || claim.verdict == .disputed {
      #expect(!claim.conflicts.isEmpty)
    }
  }

  @Test func `what is found under a limit is the same on any number of threads`() throws {
    let model = try model("case-15-claims")
    let found = (0..<2).map { _ in
      Effort.within(20_000_000) { model.dossier() }.result.claims.map { "\($0.verdict)" }
    }
    #expect(found[0] == found[1])
  }
}
