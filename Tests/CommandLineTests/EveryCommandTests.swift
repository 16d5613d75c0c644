import Foundation
import TestSupport
import Testing

/// Every command is run with what it can answer and with what it cannot.
@Suite struct EveryCommandTests: CommandTests {
  /// A command, what is written behind it, and words of the answer; `@` stands before a file of the bench.
  typealias Example = (command: String, arguments: String, words: String)

  /// In an order in which each finds what it needs.
  private static let good: [Example] = [
    ("network import", "@map.osm -o made", "ways taken: 3"),
    ("network list", "", "made: "),
    ("network info", "made", "1067"),
    ("network verify", "made", "every byte is as it was written"),
    ("data add", "@article.txt --name article", "article: \(Bench.article.utf8.count) bytes"),
    ("data list", "", "article: "),
    ("data verify", "article", "as it was added"),
    ("data remove", "article", ""),
    ("places import", "@places.csv", "1 places"),
    ("places find", "Nowhereton", "-1.5000,37.0000"),
    ("places near", "NBO", "city-ke-nairobi"),
    ("check", "@case.yaml --format csv", "andes,pace,One"),
    ("check", "@case.yaml", "More: --full"),
    ("check", "@case.yaml --full", "All claims"),
    ("check", "@article.txt", "Confidence: "),
    ("verify", "London to Edinburgh is 450 km by rail, 4 h 20", "53 km more"),
    ("new", "--from Oslo --to Bergen --by train --hours 6.5", "place: \"city-no-oslo\""),
    ("logbook", "@log.csv", "2 journeys: 1 impossible, 1 possible."),
    ("explain", "@case.yaml time", "claim time"),
    ("what-if", "@case.yaml --list", "claim.time.value"),
    ("reach", "@seen.yaml --speed 80km/h --format geojson", "\"bound\" : \"asked\""),
    ("scenarios", "@scenarios.yaml --format csv", "asked,the case,quick"),
    ("estimate", "--distance 1500km --speed uniform(60,60)km/h --samples 1000", "25 h 00"),
    ("read", "@article.txt", "distance: about 485 km"),
    ("admit", "@draft.json @article.txt", "distance: about 485 km"),
    ("distance", "LHR JFK", "5,555 km"),
    ("route", "vn-ha-noi vn-dong-dang", "162 km"),
    ("run", "vn-ha-noi vn-dong-dang --format json", "\"length_km\" : 162"),
    ("fly", "LHR JFK --aircraft b777", "block time"),
    ("check", "@case.yaml --plain", "+ \"q\" - One"),
    ("timetable", "@calls.csv --format csv", "night,night"),
    ("rules", "", "straight-line-as-route"),
    ("diff", "@before.json @before.json", "as before"),
    ("worker", "--max-line 1000", "\"ready\":true"),
    ("batch", "@records.jsonl -o @answers.jsonl", "2 records, 1 bad"),
  ]

  private static let bad: [Example] = [
    ("network import", "@broken.txt -o made", ".osm.pbf"),
    ("network import", "@map.osm -o ../evil", "without /"),
    ("network import", "@map.osm -o made --joint a,50.94,6.95,50.73,7.1,-1", "180 to 2500"),
    ("network import", "@map.osm -o made --joint a,50.94,6.95,50.73,7.1,70000", "180 to 2500"),
    ("network import", "@map.osm -o made --joint a,50.94,6.95,50.73,7.1,4294967296", "180 to 2500"),
    ("network import", "@map.osm -o made --joint a,50.94,6.95,50.73,7.1,x", "180 to 2500"),
    ("network list", "all", "all"),
    ("network info", "none", "wayproof network list"),
    ("network verify", "@map.osm.network", "wayproof network list"),
    ("data add", "@none --name article", "no such ordinary file"),
    ("data list", "all", "all"),
    ("data verify", "none", "wayproof data list"),
    ("data remove", "none", "wayproof data list"),
    ("places import", "@calls.csv", "columns"),
    ("places find", "Erewhonia", "no place is called"),
    ("places near", "0,-30 --within 9999", "0 to 2000 km"),
    ("check", "@list.yaml", "named fields"),
    ("check", "https://example.org/story", "save the page"),
    ("verify", "The train was late", "has no distance, time or speed"),
    ("new", "--from Oslo --to Erewhonia --by train --km 5", "no place is called"),
    ("logbook", "@places.csv", "no columns for both ends"),
    ("explain", "@case.yaml none", "there are way, time, pace"),
    ("what-if", "@case.yaml --vary claim.time.value=1km", "claim.time.value"),
    ("scenarios", "@case.yaml", "wayproof-scenarios: 1"),
    ("reach", "@case.yaml", "too little is known"),
    ("estimate", "--distance 1500km --speed 60", "write uniform"),
    ("read", "@article.txt --draft-by localhost --model small", "write an address such as"),
    ("read", "@article.txt --draft-by http://localhost:9", "--model"),
    ("read", "@article.txt --draft-by http://localhost:9 --model small", "localhost:9"),
    ("admit", "@broken.txt @article.txt", "this is no JSON"),
    ("admit", "@none.json @article.txt", "none.json"),
    ("admit", "@draft.json @log.csv", "nothing of this draft could be admitted"),
    ("read", "@article.txt --language tlh", "no lexicon; there are "),
    ("distance", "LHR Erewhonia", "no place is called"),
    ("route", "Lima vn-ha-noi", "no track joins"),
    ("run", "vn-ha-noi vn-dong-dang --train kite", "there are"),
    ("run", "vn-ha-noi vn-dong-dang --train sapsam", "did you mean sapsan"),
    ("fly", "LHR JFK --aircraft b778", "did you mean B77"),
    ("fly", "LHR JFK --wind x", "write km/h"),
    ("timetable", "@article.txt", "a feed is a ZIP"),
    ("rules", "none", "there are beyond-range"),
    ("diff", "@case.yaml @case.yaml", "no dossier"),
    ("worker", "--max-line 10", "1000 to 1000000000"),
    ("worker", "--network none", "none"),
    ("batch", "@case.yaml -o @answers.jsonl", "reads .jsonl, .ndjson, .csv or a folder"),
    ("batch", "@none.jsonl -o @answers.jsonl", "no such file or folder"),
    ("batch", "@records.jsonl -o @answers.jsonl --max-bad 0", "continue with --resume"),
    ("batch", "@records.jsonl -o @answers.jsonl --max-bad 2", "0 to 1"),
    ("batch", "@places.csv -o @answers.jsonl --ask verify", "takes no column 'name'"),
  ]

  private func arguments(_ example: Example, _ bench: Bench) -> [String] {
    (example.command + " " + example.arguments).split(separator: " ").map { word in
      word.hasPrefix("@") ? bench.path(String(word.dropFirst())) : String(word)
    }
  }

  @Test func `every command of the help is among the examples, the good and the bad`() throws {
    let commands = try commands().sorted()
    #expect(commands.count > 15)
    #expect(Set(Self.good.map(\.command)).sorted() == commands)
    #expect(Set(Self.bad.map(\.command)).sorted() == commands)
  }

  @Test func `every command answers`() throws {
    try Bench.use { bench in
      let dossier = try run(["check", bench.path("case.yaml"), "--format", "json"]).output
      try Data(dossier.utf8).write(to: bench.folder.appendingPathComponent("before.json"))
      for example in Self.good {
        let answer = try run(arguments(example, bench), environment: bench.environment)
        #expect(answer.code == 0, "\(example.command): \(answer.errors)")
        let text = answer.output.replacing("−", with: "-")
        #expect(
          example.words.isEmpty ? text.isEmpty : text.contains(example.words),
          "\(example.command): \(answer.output)")
      }
    }
  }

  @Test(arguments: bad.indices)
  func `what a command cannot do it refuses with advice, and exits with 2`(index: Int) throws {
    let example = Self.bad[index]
    try Bench.use { bench in
      let answer = try run(arguments(example, bench), environment: bench.environment)
      #expect(answer.code == 2, "\(example.command)")
      #expect(answer.output.isEmpty, "\(example.command): \(answer.output)")
      #expect(answer.errors.contains(example.words), "\(example.command): \(answer.errors)")
    }
  }

  @Test func `no help has words that an editor would not print`() throws {
    // All of the help at once, as other programs read it.
    let help = try run(["--experimental-dump-help"])
    #expect(help.code == 0)
    let found = PlainWords.habits(in: help.output)
    #expect(found.isEmpty, "\(found.joined(separator: "\n"))")
  }
}
