import Travel
import Casework
import Claims
import Datasets
import Foundation
import FoundationXML
import Reporting
import TestSupport
import Testing

/// Every format of a case whose words are hostile is whole, and holds nothing of them as markup or commands.
@Suite struct ExportTests {
  private let dossier: Dossier
  private static let nasty =
    "<script>alert(1)</script> ]]> & \\\"q\\\" 'a' \\e[31m \\u202Etxt \\uFFFE =1+1 *b* |x| ,;"

  init() throws {
    let world = try World(folder: try DataFolder(path: Repository.geo.path))
    let text = """
      wayproof: 1
      id: hostile
      title: "\(Self.nasty)"
      summary: "\(Self.nasty)"
      sources: [{id: a, outlet: "=1+1", title: "\(Self.nasty)", published: 2019-04-24, url: "javascript:alert(1)"}]
      journeys:
        - {id: out, title: "\(Self.nasty)", mode: rail, date: 2019-04-24, stops: [{id: one, place: kp-pyongyang}, {id: two, place: ru-khasan, border: true}]}
      claims:
        - {id: far, source: a, quote: "\(Self.nasty)", distance: 200 km, from: kp-pyongyang, to: ru-khasan, kind: track, note: "\(Self.nasty)"}
        - {id: long, source: a, quote: "\(Self.nasty)", duration: about 20 hours, from: departure one, to: arrival two}
        - {id: odd, source: a, quote: "\(Self.nasty)", time: 10:40, event: arrival two}
      """
    dossier = try CaseJudging(world: world).dossier(
      of: Array(text.utf8), name: "hostile.yaml")
  }

  @Test func `XML is well-formed, and words in it are words`() throws {
    for text in [dossier.gpx, dossier.kml, Dossier.junit([dossier, dossier])] {
      let parser = XMLParser(data: Data(text.utf8))
      #expect(parser.parse(), "\(String(describing: parser.parserError)) in \(text.prefix(60))")
      #expect(!text.contains("<script") && !text.contains("\u{1B}") && !text.contains("\u{202E}"))
    }
    #expect(Dossier.junit([dossier, dossier]).contains("<testsuites tests=\"6\" failures=\"2\""))
    #expect(dossier.gpx.contains("<trkpt lat=\"39.0047"))
    #expect(dossier.kml.contains("125.7364"))
  }

  @Test func `moving features are JSON, and their names are one line of words`() throws {
    let text = dossier.movingFeatures.text()
    let document = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    #expect(document?["type"] as? String == "FeatureCollection")
    #expect(!text.contains("\u{1B}") && !text.contains("\\u001b") && !text.contains("\u{202E}"))
  }

  @Test func `a page has no script of the case's, and links nowhere`() {
    let page = dossier.page(carrying: Array("case".utf8))
    let scripts = page.components(separatedBy: "<script").dropFirst()
    #expect(scripts.count == 1 && scripts.allSatisfy { $0.hasPrefix(" type=\"application/yaml\"") })
    #expect(!page.contains("\u{1B}") && !page.contains("\u{202E}"))
    #expect(!page.contains("href=\"javascript") && !page.contains("src="))
    let links = page.components(separatedBy: "href=\"").dropFirst()
    #expect(links.allSatisfy { $0.hasPrefix("#") })
  }

  @Test func `a table has a row for each claim`() {
    let text = Dossier.commaSeparated([dossier])
    let lines = text.split(separator: "\n")
    #expect(lines.count == 4)
    for line in lines {
      #expect(CommaSeparated.fields(line)?.count == 12)
      // A spreadsheet takes what begins so for a formula.
      let fields = CommaSeparated.fields(line) ?? []
      #expect(!fields.contains { field in ["=", "+", "@", "-"].contains { field.hasPrefix($0) } })
    }
  }

  @Test func `reviews have a rating from 1 to 5, and no verdict says true or false`() throws {
    let text = dossier.claimReview.text()
    let document = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    let reviews = try #require(document?["@graph"] as? [[String: Any]])
    #expect(reviews.count == 3)
    for review in reviews {
      let rating = try #require(review["reviewRating"] as? [String: Any])
      #expect((1...5).contains(rating["ratingValue"] as? Int ?? 0))
      let name = (rating["alternateName"] as? String ?? "").lowercased()
      #expect(!name.isEmpty && !name.contains("true") && !name.contains("false"))
    }
    let far = reviews.first { ($0["@id"] as? String)?.hasSuffix("#far") == true }
    #expect((far?["reviewRating"] as? [String: Any])?["ratingValue"] as? Int == 1)
  }
}
