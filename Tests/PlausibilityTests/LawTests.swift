import Claims
import Datasets
import FoundationEssentials
import PlausibilityLaws
import TestSupport
import Testing

/// What must hold of every judgement, on some worlds; `Scripts/test` tries ten thousand in a release build.
@Suite struct LawTests {
  @Test(arguments: Law.all(under: try DataFolder(path: Repository.geo.path).hedgeProfile()))
  func `every law holds`(law: Law) {
    #expect(law.violations(seed: 1, worlds: 40) == [])
  }
}
