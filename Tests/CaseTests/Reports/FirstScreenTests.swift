import Casework
import Claims
import Plausibility
import Reporting
import TestSupport
import Testing

/// The first screen of a report: short, the answer first, each doubtful report with the number that matters.
@Suite struct FirstScreenTests {
  private static let renderer = TerminalRenderer(width: 80, isColoured: false)

  private func screen(_ dossier: Dossier, lines: Int = 22) -> [String] {
    let story = Story(summaryOf: dossier, ReportStyle()) {
      Self.renderer.text($0).count { $0 == "\n" } <= lines
    }
    return Self.renderer.text(story).split(separator: "\n", omittingEmptySubsequences: false)
      .dropLast().map(String.init)
  }

  private func words(_ screen: [String]) -> String {
    screen.joined(separator: " ").replacing(/\s+/, with: " ")
  }

  @Test(arguments: CaseRunner.slugs)
  func `it fits a plain terminal and begins with the verdict`(slug: String) throws {
    let dossier = try CaseRunner.dossier(slug)
    let screen = screen(dossier)
    #expect(screen.count <= 22)
    #expect(screen.allSatisfy { $0.count <= 80 }, "\(screen)")
    let headline =
      switch dossier.verdict {
      case .cannotAllBeTrue: "These reports cannot all be true"
      case .unlikely: "One or more of these reports is unlikely"
      case .noContradiction, .undecided: "No contradiction found"
      }
    #expect(screen.dropFirst(2).first?.hasPrefix(headline) == true, "\(screen)")
    // Nobody outside the case file knows a claim by its id.
    for claim in dossier.claims {
      #expect(!screen.contains { $0.contains("[\(claim.claim.id)]") })
    }
  }

  @Test func `a report is told with the number that speaks against it and by how much`() throws {
    let text = words(screen(try CaseRunner.dossier("hanoi-2019")))
    #expect(text.contains("✗ “more than 4.5 thousand km” — freenews"), "\(text)")
    #expect(text.contains("1,741 km less than reported"), "\(text)")
    #expect(text.contains("Simplest explanation: “more than 4.5 thousand km” is wrong."), "\(text)")
  }

  @Test func `where nothing speaks against reports they are listed, and nothing is explained`()
    throws
  {
    let text = screen(try CaseRunner.dossier("js621-flight")).joined(separator: "\n")
    #expect(text.contains("✓ “The two cities are about 680 km (423 miles) apart”"), "\(text)")
    #expect(!text.contains("Simplest explanation"))
    #expect(!text.contains("✗"))
  }

  @Test func `what does not fit is counted`() throws {
    let screen = screen(try CaseRunner.dossier("september-2023-train"), lines: 14)
    #expect(screen.contains { $0.hasPrefix("and ") && $0.hasSuffix(" more") }, "\(screen)")
    #expect(screen.count <= 14)
  }

  @Test func `what is reported is compared with the number as printed`() throws {
    // Of "another 200 kilometers" 10 are room for error; a reader subtracts 200 from 324.
    let text = words(screen(try CaseRunner.dossier("april-2019-train")))
    #expect(text.contains("is 324 to 328 km, 124 km more than reported"), "\(text)")
  }
}
