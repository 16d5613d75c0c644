import Foundation
import TestSupport
import Testing

/// Routes as the command line asks for them and writes them.
@Suite struct RouteCommandTests: CommandTests {
  @Test func `a route as CSV has numbers that programs read, however long it is`() throws {
    let answer = try run(["route", "pyongyang", "ru-moscow-yaroslavsky", "--format", "csv"])
    let rows = answer.output.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    let header = try #require(rows.first)
    #expect(rows.count > 3 && rows.allSatisfy { $0.count == header.count })
    for row in rows.dropFirst() { #expect(row[1...4].allSatisfy { Double($0) != nil }, "\(row)") }
    #expect(rows.contains { Double($0[1]) ?? 0 > 1_000 })
  }

  @Test func `a route by rail and one by air are one kind of JSON`() throws {
    for (arguments, mode) in [
      (["khasan", "vladivostok"], "rail"), (["FNJ", "VVO", "--mode", "air"], "air"),
    ] {
      let text = try run(["route"] + arguments + ["--format", "json"]).output
      let root = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
      #expect(root?["format"] as? String == "wayproof-route" && root?["version"] as? Int == 2)
      #expect(root?["mode"] as? String == mode)
      #expect((root?["paths"] as? [[String: Any]])?.first?["length_km"] as? Double ?? 0 > 100)
    }
  }

  @Test(arguments: [
    (["--objective", "fastest"], "--objective needs an imported --network"),
    (["--gauge", "5"], "--gauge 5: gauges are given in millimetres"),
    (["--snap", "500"], "--snap 500.0: places may be 0 to 100 km"),
    (["--avoid", "country:FRA"], "--avoid 'country:FRA': no country is called so"),
    (["--avoid", "line:nowhere"], "--avoid 'line:nowhere': the network has no such track"),
    (["--mode", "air", "--gauge", "1520"], "--gauge goes with rail only"),
    (["-o", "x.docx"], "its ending is that of no format"),
  ])
  func `what cannot be asked is refused by the name of its flag`(
    more: [String], words: String
  ) throws {
    let answer = try run(["route", "khasan", "vladivostok"] + more)
    #expect(answer.code != 0 && answer.errors.contains(words), "\(answer.errors)")
  }

  @Test func `the kilometrage avoids what is to be avoided, and says so where nothing is left`()
    throws
  {
    let answer = try run(["route", "pyongyang", "vladivostok", "--avoid", "country:RU"])
    #expect(answer.code == 2 && answer.errors.contains("with what is to be avoided"))
    let bound = try run(["route", "khasan", "vladivostok", "--gauge", "1520"])
    #expect(bound.code == 0 && bound.output.contains("gauge 1520 mm"))
  }
}
