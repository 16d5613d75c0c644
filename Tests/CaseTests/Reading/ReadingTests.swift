import Quantities
import Travel
import Casework
import Chronology
import ClaimReading
import Claims
import Datasets
import Foundation
import Plausibility
import TestSupport
import Testing

/// From articles to verdicts, without a case written by hand.
@Suite struct ReadingTests {
  let world: World
  let reader: ArticleReader

  init() throws {
    world = try World(folder: try DataFolder(path: Repository.geo.path))
    reader = try world.articleReader()
  }

  private func article(_ name: String, _ text: String) throws -> ReadArticle {
    let article = try ArticleText(utf8: Array(text.utf8))
    return ReadArticle(name: name, text: article, reading: try reader.read(article))
  }

  private func dossier(_ articles: [ReadArticle]) throws -> (CaseFile, Dossier) {
    let draft = try world.draft(of: articles)
    let dossier = try CaseJudging(world: world).dossier(of: Array(draft.utf8), name: "draft")
    return (dossier.caseFile, dossier)
  }

  private let herald = """
    The leader arrives in Russia

    24 April 2019

    North Korean leader Kim set out for Russia via his armored train in the early hours of Wednesday and arrived in the \
    Russian border city of Khasan at about 10:40 a.m., before moving on to Vladivostok, where he arrived some six hours later.
    """

  private let agency = """
    11 September 2023

    North Korea and Russia share a border and from there it’s about 150 kilometers (95 miles) to Vladivostok. Kim’s train \
    moves slowly, with his last rail journey to the Russian eastern city taking about 20 hours. Kim left Pyongyang on Sunday \
    on his armored train. According to assumptions, the maximum speed the armored train can reach is 60 kilometers per hour.
    """

  @Test func `articles alone give the main findings of the founding case`() throws {
    let (caseFile, dossier) = try dossier([
      article("herald.txt", herald), article("agency.txt", agency),
    ])
    // That the earlier journey took about 20 hours is no claim: where it began is told nowhere.
    withKnownIssue("days without a clock time are no longer claims unless they are sure") {
      #expect(caseFile.claims.count == 5)
    }
    #expect(!caseFile.claims.contains { $0.id.text.contains("about-20-hours") })
    let distance = dossier.claims.first { $0.claim.id.text.contains("about-150-kilometers") }
    withKnownIssue("the distance is not tied surely enough to be a claim") {
      #expect(distance?.verdict == .contradicted)
      #expect(dossier.claims.filter { $0.verdict.isAgainst }.count == 1)
    }
    // What the armoured train can reach is said of it, whichever journey it made.
    #expect(caseFile.claims.contains { $0.id.text.contains("60-kilometers-per-hour") })
    // The earlier journey of the second article is the one of the first; its own is another.
    #expect(
      caseFile.journeys.count == 1
        || Set(caseFile.journeys.map(\.date)).count == caseFile.journeys.count)
  }

  /// True reports in which a figure is denied, compared, of a meeting or of a man: none may be refuted.
  @Test(arguments: [
    "The summit in Vladivostok lasted five hours. The train left Pyongyang on Tuesday.",
    "The train arrived in Vladivostok. The driver has 12,000 hours of experience.",
    "The train from Moscow to Vladivostok did not take 20 hours.",
    "The train from Moscow to Vladivostok was two hours late.",
    "The trip from Moscow to Vladivostok took 2 hours longer than usual.",
    "The distance from Moscow to Vladivostok is not 900 km.",
    "The plane took off from Vladivostok and landed in Vladivostok 20 minutes later.",
    "It took 999999999999999999 days from Moscow to Vladivostok.",
    "Поездка из Москвы во Владивосток не заняла 20 часов.",
    "Le train de Moscou à Vladivostok avait deux heures de retard.",
  ])
  func `what a true report does not claim is not refuted`(text: String) throws {
    let (_, dossier) = try dossier([article("a.txt", "24 April 2019\n\n" + text)])
    #expect(dossier.conflicts.isEmpty)
  }

  private static let trueReports: [String] = {
    let file = Repository.root.appendingPathComponent("Tests/CaseTests/Cases/true-reports.txt")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").map(String.init)
  }()

  /// Sentences in which a reader in a hurry finds figures that are none of their journey: no conflict may be firm.
  @Test(arguments: trueReports)
  func `true reports in many wordings are not firmly refuted`(text: String) throws {
    let report = try ArticleText(utf8: Array(text.utf8))
    let read = ReadArticle(
      name: "a.txt", text: report,
      reading: try reader.read(report, published: CivilDate(iso: "2024-05-14")))
    #expect(try dossier([read]).1.conflicts.filter(\.isFirm).isEmpty)
  }

  /// A draft that copied what it knows for each figure took half an hour for this.
  @Test func `a journey told five thousand times in one line is one journey`() throws {
    let text = String(
      repeating: "The train took 20 hours from Moscow to Vladivostok and ", count: 5_000)
    let draft = try world.draft(of: [article("a.txt", text)])
    #expect(draft.components(separatedBy: "id: journey-").count == 2)
  }

  @Test(arguments: [
    "Kim reached Khasan at about 10:40 a.m. on Wednesday, before moving on to Vladivostok.",
    "Kim arrived in Khasan at about 10:40 a.m. on Wednesday, before moving on to Vladivostok.",
  ])
  func `a verb's object comes before where its subject went next`(sentence: String) throws {
    let figure = try #require(try article("a.txt", sentence).reading.figures.first)
    guard case .event(.arrival, at: let place?) = figure.tie.target else {
      Issue.record("tied to \(figure.tie.target)")
      return
    }
    #expect(place.ids == ["ru-khasan"])
  }

  @Test func `a text without figures of a journey becomes a case without claims`() throws {
    let (caseFile, dossier) = try dossier([article("a.txt", "Nothing was 5 hours here.")])
    #expect(caseFile.claims.isEmpty && dossier.conflicts.isEmpty)
  }

  @Test func `aircraft stop at airports and what is not told is assumed in words`() throws {
    let plane = try dossier([
      article(
        "a.txt", "L'avion a décollé de Pyongyang à 6 h 57 et a atterri à Vladivostok à 9 h 40.")
    ]).0
    #expect(plane.journeys.map(\.mode) == [.air])
    #expect(plane.journeys.flatMap(\.stops).map(\.name) == ["FNJ", "VVO"])
    let open = try dossier([
      article("b.txt", "He left Moscow on Monday and arrived in Vladivostok on Sunday.")
    ]).0
    #expect(open.assumptions.contains { $0.contains("do not say") })
  }

  @Test func `every claim of a draft keeps its words to the letter and its journey`() throws {
    let articles = [try article("herald.txt", herald), try article("agency.txt", agency)]
    let (caseFile, _) = try dossier(articles)
    for claim in caseFile.claims {
      let source = try #require(articles.first { claim.source == String($0.name.prefix(6)) })
      let text = String(decoding: source.text.bytes, as: UTF8.self)
      #expect(text.contains(claim.quote))
    }
    let ids = caseFile.claims.map(\.id.text)
    #expect(Set(ids).count == ids.count)
    let again = try (world.draft(of: articles), world.draft(of: articles))
    #expect(again.0 == again.1)
  }

  @Test func `an article with hostile text becomes a case that can be read`() throws {
    let hostile = """
      24 April 2019

      "&a *a !!x {{ ]: # | > 'q' \u{202E} <script>alert(1)</script>" it is about 150 kilometers from Khasan to Vladivostok: - a
      """
    // Nobody says by what it goes, so that nothing need be claimed.
    let (caseFile, _) = try dossier([article("a: b #.txt", hostile)])
    #expect(caseFile.claims.count <= 1)
  }

  @Test func `a changed article tells what became of its figures`() throws {
    let before = try article(
      "a.txt",
      "It is about 150 km to the border. The trip took 20 hours. It left at 9:40 p.m. on Sunday.")
    let after = try article(
      "a.txt",
      "Correction. It is about 330 km to the border. It left at 9:40 p.m. on Sunday. Six hours passed."
    )
    let lines = before.reading.figures.map { figure -> String in
      let selector = before.selector(of: figure)
      return """
        {"dimension":"x","sentence":"","selector":{"exact":"\(selector.exact)","prefix":"\(selector.prefix)",\
        "suffix":"\(selector.suffix)","start":\(selector.range.lowerBound)}}
        """
    }.joined(separator: "\n")
    let earlier = try EarlierFigure.figures(ofLines: Array(lines.utf8))
    let kinds = after.changes(since: earlier).map(\.kind)
    #expect(
      kinds.contains(.changed) && kinds.contains(.vanished) && kinds.contains(.moved)
        && kinds.contains(.new))
    #expect(before.changes(since: earlier).allSatisfy { $0.kind == .unchanged })
    #expect(throws: RereadError.line(2)) {
      try EarlierFigure.figures(ofLines: Array("\n{}\n".utf8))
    }
  }

  @Test func `pages and Markdown give their main text and what their head says`() throws {
    let page = """
      <!doctype html><html><head><meta property="article:published_time" content="2019-04-24T18:00:00+09:00">
      <meta property="og:site_name" content="The Herald"><script>var a="20 hours"</script></head><body><nav>10 km</nav>
      <article><h1>Kim arrives</h1><p>It is about 150&nbsp;kilo&shy;meters to <a href=x>Vladivostok</a>.</article><footer>99 miles</footer>
      """
    let (text, head) = try ArticleText.reading(
      Array(page.utf8), as: ArticleFormat(name: "page", bytes: Array(page.utf8)))
    #expect(head.outlet == "The Herald")
    #expect(head.published.map { "\($0)" } == "2019-04-24")
    #expect(try reader.read(text).figures.count == 1)
    let (plain, _) = try ArticleText.reading(
      Array("# Kim\n\nIt is [about *560* km](http://x/100km).\n".utf8), as: .markdown)
    #expect(String(decoding: plain.bytes, as: UTF8.self) == "Kim\n\nIt is about 560 km.")
    // As deep as nobody nests: whatever the parser makes of it, nothing runs over.
    let deep = String(repeating: "<div>", count: 20_000) + "It is 20 km away."
    let nested = try? ArticleText.reading(Array(deep.utf8), as: .html)
    #expect(try nested.map { try reader.read($0.text).figures.count <= 1 } ?? true)
  }

  @Test(.enabled(if: Repository.hasShared("seeds"), "the articles are not beside the project"))
  func `the founding articles themselves give them too`() throws {
    let folder = try #require(Repository.shared).appendingPathComponent("seeds")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    let articles = try files.map { file in
      try article(file, String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8))
    }
    let (_, dossier) = try dossier(articles)
    let contradicted = dossier.claims.filter { $0.verdict == .contradicted }.map(\.claim.id.text)
    withKnownIssue("weighed with all signs these three are not sure enough to be claims") {
      #expect(contradicted.contains { $0.hasSuffix("about-150-kilometers-95-miles") })
      #expect(contradicted.contains { $0.hasSuffix("another-200-kilometers") })
      #expect(
        dossier.claims.contains {
          $0.claim.id.text.hasSuffix("about-560-kilometers") && $0.verdict == .crowFlies
        })
    }
    // The twenty hours are of an earlier journey, of which these articles alone tell too little.
    #expect(
      !dossier.claims.contains {
        $0.claim.id.text.hasSuffix("some-six-hours") && $0.verdict == .contradicted
      })
  }
}
