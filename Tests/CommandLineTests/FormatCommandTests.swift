import Foundation
import TestSupport
import Testing

@Suite struct FormatCommandTests: CommandTests {
  private let path = Repository.geo.appendingPathComponent("cases/js621-flight.yaml").path

  private func document(_ arguments: [String]) throws -> (code: Int32, value: Any) {
    let answer = try run(["check", "--format", "json"] + arguments)
    return (
      answer.code, try JSONSerialization.jsonObject(with: Data(answer.output.utf8))
    )
  }

  @Test func `whoever asks for several cases gets a list, even if one of them fails`() throws {
    #expect(try document([path]).value is [String: Any])
    let (code, value) = try document([path, "/nonexistent.yaml"])
    #expect(code == 2 && (value as? [Any])?.count == 1)
    #expect((try document([path, path]).value as? [Any])?.count == 2)
  }

  @Test(arguments: ["html", "geojson", "svg", "smtlib"])
  func `what takes one case is refused for two before any is judged`(format: String) throws {
    let answer = try run(["check", path, "/nonexistent.yaml", "--format", format])
    #expect(answer.code == 2 && answer.output.isEmpty)
    #expect(answer.errors.contains("--format \(format) takes one case at a time"))
  }

  @Test func `the train graph is a format like the others`() throws {
    let train = Repository.geo.appendingPathComponent("cases/april-2019-train.yaml").path
    #expect(try run(["check", train, "--format", "svg"]).output.hasPrefix("<svg"))
    let help = try run(["check", "--help"]).output.split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
    #expect(help.contains("jsonld (ClaimReview)") && help.contains("svg (the train graph)"))
  }

  @Test func `an output's ending asks for a format, and a file has no colours`() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "wayproof-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, beginning) in [
      ("a.markdown", "# "), ("a.geo.json", "{"), ("a.htm", "<!doctype"), ("a.txt", "Sunan"),
    ] {
      let file = folder.appendingPathComponent(name)
      #expect(try run(["fly", "FNJ", "VVO", "-o", file.path]).code == 0)
      let text = try String(contentsOf: file, encoding: .utf8)
      #expect(!text.contains("\u{1B}"))
      if name != "a.txt" { #expect(text.hasPrefix(beginning), "\(text.prefix(80))") }
    }
  }
}

@Suite struct ErrorCommandTests: CommandTests {
  @Test func `of very many mistakes it says how many more there are`() throws {
    let sources = (0..<300).map { "  - {id: s\($0), outlet: S, moon: full}\n" }.joined()
    let answer = try run(
      ["check", "-"],
      input: "wayproof: 1\nid: many\ntitle: many\nsources:\n\(sources)claims: []\n")
    let lines = answer.errors.split(separator: "\n")
    #expect(answer.code == 2 && lines.count == 201)
    #expect(lines.last == "… and 100 more", "\(lines.last ?? "")")
  }

  @Test func `a part of a question goes by the name of its option`() throws {
    for (arguments, words) in [
      (["estimate", "--distance", "x", "--speed", "60km/h"], "--distance: 'x'"),
      (["estimate", "--distance", "1km", "--speed", "60km/h", "--samples", "0"], "--samples 0"),
      (["timetable", "/nonexistent.csv", "--line-speed", "0"], "no such file"),
      (["fly", "FNJ", "VVO", "--depart", "25:00", "--date", "2023-09-12"], "--depart 25:00"),
    ] {
      let answer = try run(arguments)
      #expect(answer.code == 2 && answer.errors.contains(words), "\(answer.errors)")
    }
    let scenarios = Repository.geo.appendingPathComponent("scenarios/april-2019-train.yaml").path
    let answer = try run(["check", scenarios])
    #expect(answer.errors.contains("use 'wayproof scenarios \(scenarios)'"), "\(answer.errors)")
  }
}
