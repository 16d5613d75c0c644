import CaseLaws
import Testing

/// Laws of whole cases, on some made-up journeys; `LawRunner` tries them on ten thousand.
@Suite struct CaseLawTests {
  @Test(arguments: CaseLaw.all.map(\.name))
  func `laws of cases hold on made-up journeys`(name: String) throws {
    let law = try #require(CaseLaw.all.first { $0.name == name })
    let violations = law.violations(
      seed: 40_000, worlds: 0..<8, try BuiltIn.world, legs: 1...2)
    #expect(violations.isEmpty, "\(violations.joined(separator: "\n"))")
  }
}
