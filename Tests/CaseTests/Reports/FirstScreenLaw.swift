import Casework
import Foundation
import Reporting
import TestSupport
import Testing
import Travel
import Wording

/// Whatever a case holds, its first screen fits the terminal.
@Suite struct FirstScreenLaw {
  private static let lines = 22

  /// Rendered as the command does.
  private func check(_ dossier: Dossier, _ name: String, in languages: [Language]) throws {
    for width in [40, 80, 160] {
      for language in languages {
        var style = ReportStyle(language: language)
        (style.lines, style.columns) = (Self.lines, width)
        let text = try JudgedCases.formats.usual.text(of: JudgedCases(dossier, file: []), style)
        let screen = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        #expect(screen.count <= Self.lines, "\(name) in \(width) columns: \(text)")
        let widest = screen.map(Self.width).max() ?? 0
        #expect(widest <= width, "\(name) in \(width) columns: \(text)")
      }
    }
  }

  /// At the most, as East Asian terminals count.
  private static func width(_ line: Substring) -> Int {
    line.unicodeScalars.reduce(0) { sum, scalar in
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .enclosingMark, .format: sum
      default:
        sum + ((0x2E80...0xD7A3).contains(scalar.value) || scalar.value >= 0xF900 ? 2 : 1)
      }
    }
  }

  private var languages: [Language] {
    get throws {
      [.english] + (try ["ko", "ru"].map { try BuiltIn.world.folder.language($0) })
    }
  }

  @Test func `every case in every language fits`() throws {
    for slug in CaseRunner.slugs { try check(CaseRunner.dossier(slug), slug, in: languages) }
    let folder = Repository.root.appendingPathComponent("Tests/CaseTests/Made").path
    for file in try FileManager.default.contentsOfDirectory(atPath: folder)
    where file.hasSuffix(".yaml") {
      try check(CaseRunner.made(String(file.dropLast(5))), file, in: languages)
    }
  }

  /// Journeys elsewhere with words that are longer than any screen.
  @Test(arguments: [
    "word ", "wort", "東京発の夜行列車は大阪まで四百五十三キロを走る", "http://example.org/",
    "تستغرق الرحلة من القاهرة ",
  ])
  func `words of any length fit`(word: String) throws {
    let long = String(repeating: word, count: 3_000 / word.count)
    let claims = (0..<8).map { index in
      "{id: c\(index), distance: \(100 + 90 * index) km, from: a, to: b}"
    }.joined(separator: "\n")
    let text = JudgedText.text(
      "{id: j, mode: rail, date: 2024-05-03, title: \"\(long)\", stops: [{id: a, place: Oslo}, {id: b, place: Bergen}]}",
      claims
    ).replacing("title: Text", with: "title: \"\(long)\"")
      .replacing("outlet: S", with: "outlet: \"\(long)\"")
      .replacing("quote: q", with: "quote: \"\(long)\"")
    try check(try JudgedText.dossier(text), word, in: [.english])
  }
}
