import Casework
import ClaimReading
import Claims
import Foundation
import Questions
import Reporting
import TestSupport
import Testing
import Travel

/// The examples in the documentation that begin with `$ wayproof check`, `verify` or `logbook` are run, and print what stands below them.
///
/// With `RECORD_EXAMPLES=1` what they print is written into the documentation, and the test fails.
@Suite struct DocumentedExamplesTests {
  /// Both screens of a command, as on a terminal of 80 columns and 24 lines.
  private static let (columns, lines) = (80, 24)
  private static let more =
    "\nMore: --full; one claim: wayproof explain; a page to share: --format html\n"

  private let world: World

  init() throws { world = try Asked.world }

  @Test func `every example prints what the documentation says`() throws {
    let catalogue = Repository.root.appendingPathComponent("Sources/Reporting/Reporting.docc")
    let pages = ["FirstScreens.md", "Tutorial.md", "Verdicts.md"].map {
      catalogue.appendingPathComponent($0)
    }
    var printed: [String: String] = [:]
    for page in pages + [Repository.root.appendingPathComponent("README.md")] {
      let text = try String(contentsOf: page, encoding: .utf8)
      var result = text
      for block in text.split(separator: "```\n").filter({ $0.hasPrefix("$ wayproof ") }) {
        let command = block.prefix { $0 != "\n" }
        guard let output = try printed[String(command)] ?? output(of: command.dropFirst(11)) else {
          continue
        }
        printed[String(command)] = output
        let whole = "\(command)\n\(output)"
        if String(block) != whole {
          result = result.replacing("```\n\(block)", with: "```\n\(whole)")
        }
      }
      guard result != text else { continue }
      if ProcessInfo.processInfo.environment["RECORD_EXAMPLES"] == "1" {
        try Data(result.utf8).write(to: page)
      }
      Issue.record(
        "\(page.lastPathComponent): an example prints something else, such as\n\(result)")
    }
    #expect(printed.count >= 9, "\(printed.keys)")
    for (command, output) in printed {
      #expect(
        output.split(separator: "\n", omittingEmptySubsequences: false).count <= Self.lines + 1)
      #expect(output.split(separator: "\n").allSatisfy { $0.count <= Self.columns }, "\(command)")
    }
  }

  /// What a command prints; nil for one that is not tried here.
  private func output(of command: Substring) throws -> String? {
    if command.hasPrefix("verify \""), command.hasSuffix("\"") {
      return try verified(String(command.dropFirst(8).dropLast()))
    }
    let words = command.split(separator: " ").map(String.init)
    guard words.count == 2 else { return nil }
    let file = Repository.root.appendingPathComponent(words[1])
    switch words[0] {
    case "check":
      return try checked(Array(Data(contentsOf: file)), file.lastPathComponent) + Self.more
    case "logbook":
      let question = try LogbookQuestion(Array(Data(contentsOf: file)), name: words[1])
      var style = ReportStyle()
      style.columns = Self.columns
      return try LogbookReport.formats.usual.text(of: question.answer(in: world), style)
    default: return nil
    }
  }

  private func checked(_ bytes: [UInt8], _ name: String) throws -> String {
    guard ArticlesQuestion.isArticle(bytes, name: name) else {
      return try screen(try CheckQuestion(bytes, name: name).answer(in: world), Self.lines - 2)
    }
    let answer = try ArticlesQuestion([ReadQuestion(bytes, name: name)])
      .answer(by: ReadQuestion.reader(of: nil, in: world), in: world)
    // A line on what was understood, and one for each journey, stand above it.
    let understood = 1 + answer.judged.dossier.caseFile.journeys.count
    return try screen(answer.judged, Self.lines - 2 - understood)
  }

  private func verified(_ sentence: String) throws -> String {
    var question = ReadQuestion(Array(sentence.utf8), name: "the sentence")
    question.input = .plain
    var articles = ArticlesQuestion([question])
    articles.confidence = 0.5
    let answer = try articles.answer(by: ReadQuestion.reader(of: nil, in: world), in: world)
    return try screen(answer.judged, Self.lines)
  }

  private func screen(_ judged: JudgedCases.Case, _ lines: Int) throws -> String {
    var style = ReportStyle()
    (style.columns, style.lines) = (Self.columns, lines)
    return try JudgedCases.formats.usual.text(of: JudgedCases([judged], isList: false), style)
  }
}
