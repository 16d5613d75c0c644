import Travel
import ArgumentParser
import Casework
import Claims
import Foundation
import Plausibility
import Questions
import Reporting
import Wording

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check whether what articles or case files report can all be true.",
    discussion: """
      EXAMPLES:
        wayproof check article.txt
        wayproof check geo/cases/april-2019-train.yaml
        wayproof check --full case.yaml
        wayproof check --format json case.yaml > dossier.json
        wayproof check --fail-on contradicted geo/cases/*.yaml
        wayproof check --network europe case.yaml
      """)

  enum FailOn: String, ExpressibleByArgument, CaseIterable {
    case never, contradicted, unlikely, loose
  }

  @OptionGroup var judging: JudgingOptions

  @OptionGroup var form: TextOptions

  @Argument(
    help: """
      Case files (YAML), or articles as text, Markdown or HTML, which are read together as one case; - reads standard \
      input.
      """)
  var cases: [String]

  @Option(
    help: JudgedCases.formats.optionHelp, completion: JudgedCases.formats.completion,
    transform: { try JudgedCases.formats.named($0) })
  var format: DocumentFormat<JudgedCases>?

  @Option(
    help: """
      When to exit with 1: never, contradicted (the reports cannot all be true), unlikely (or a report is \
      unlikely), loose (or a claim holds only if read loosely or as the crow flies).
      """)
  var failOn: FailOn = .never

  @Option(
    help: "Of articles: the day of the report, 2019-04-24 (default: found in the article's head).")
  var published: String?

  @Option(help: "A folder of source texts; quotes of sources whose SHA-256 matches are looked up.")
  var texts: String?

  @Option(
    name: .shortAndLong,
    help: """
      A folder for every format at once, with the case file and the SHA-256 of each file; of several \
      cases a folder each.
      """)
  var out: String?

  @Flag(help: "The whole report as text, not only its first screen.")
  var full = false

  @Option(help: "Columns of the text report (default: the terminal's width).")
  var width: Int?

  private var chosenFormat: DocumentFormat<JudgedCases> { format ?? JudgedCases.formats.usual }

  func validate() throws {
    guard out == nil, cases.count > 1, !chosenFormat.takesSeveral else { return }
    throw ValidationError("--format \(chosenFormat.name) takes one case at a time")
  }

  func run() throws {
    let style = try judging.style(hasPictures: out != nil || [.html, .svg].contains(format?.file))
    let world = try judging.world()
    var judged: [JudgedCases.Case] = []
    var failures: [String] = []
    var articles: [ReadQuestion] = []
    for path in cases {
      do throws(CommandFailure) {
        let (bytes, name) = try judging.bytes(of: path)
        if ArticlesQuestion.isArticle(bytes, name: name) {
          var article = ReadQuestion(bytes, name: URL(fileURLWithPath: name).lastPathComponent)
          article.published = published
          articles.append(article)
        } else {
          judged.append(try judging.judged(path, bytes, world, texts: texts))
        }
      } catch {
        failures.append(error.message)
      }
    }
    var understood = ""
    if !articles.isEmpty {
      let answer = try read(articles, world)
      judged.append(answer.judged)
      understood = UnderstoodText(answer).text(in: style.language)
      Output.error(understood)
    }
    if let out {
      try pack(judged, in: out, style)
    } else if !judged.isEmpty {
      let lines = understood.isEmpty ? 0 : understood.split(separator: "\n").count
      try write(JudgedCases(judged, isList: cases.count > 1), style, below: lines)
    }
    guard failures.isEmpty else { throw CommandFailure(failures.joined(separator: "\n")) }
    if judged.contains(where: { fails($0.dossier) }) { throw ExitCode(1) }
  }

  /// - Parameter understoodLines: lines that stand on the same screen already.
  private func write(
    _ cases: JudgedCases, _ style: ReportStyle, below understoodLines: Int
  ) throws(CommandFailure) {
    var style = style
    style.columns = width ?? Output.terminalWidth
    style.isColoured = form.isColoured
    let isBrief = !full && chosenFormat.file == .text
    if isBrief { style.lines = max(10, Output.screenLines - 2 - understoodLines) }
    if let remark = chosenFormat.remark(cases) { Output.error(remark) }
    do {
      let text = try chosenFormat.text(of: cases, style)
      Output.write(chosenFormat.file == .text ? form.text(text) : text)
    } catch {
      throw CommandFailure(error)
    }
    if isBrief {
      let more =
        "More: --full; one claim: wayproof explain; a page to share: --format html" as Phrase
      Output.write("\n\(style.language.text(more))\n")
    }
  }

  /// The case that articles make, and what was understood of them.
  private func read(
    _ articles: [ReadQuestion], _ world: World
  ) throws(CommandFailure) -> ArticlesQuestion.Answer {
    do {
      let reader = try ReadQuestion.reader(of: nil, in: world)
      return try ArticlesQuestion(articles).answer(by: reader, in: world)
    } catch {
      throw CommandFailure(error)
    }
  }

  private func pack(
    _ judged: [JudgedCases.Case], in out: String, _ style: ReportStyle
  ) throws(CommandFailure) {
    let names = judged.map { one in
      // A name for a folder, whatever the case is called.
      String(one.dossier.caseFile.id.map { $0.isLetter || $0.isNumber || $0 == "-" ? $0 : "_" })
    }
    guard Set(names).count == names.count else {
      throw CommandFailure("--out: two of the cases have the same id")
    }
    for (name, one) in zip(names, judged) {
      let folder = judged.count == 1 ? out : out + "/" + name
      try EvidencePack(judged: one, style: style).write(to: folder)
      Output.write("\(folder)\n")
    }
  }

  private func fails(_ dossier: Dossier) -> Bool {
    switch failOn {
    case .never: false
    case .contradicted: dossier.verdict.isContradictory
    case .unlikely:
      dossier.verdict.isContradictory || dossier.claims.contains { $0.verdict == .unlikely }
    case .loose:
      dossier.verdict.isContradictory
        || dossier.claims.contains { [.unlikely, .loose, .crowFlies].contains($0.verdict) }
    }
  }
}
