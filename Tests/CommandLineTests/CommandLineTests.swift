import Foundation
import TestSupport
import Testing

@Suite struct CommandLineTests: CommandTests {
  @Test func `scenarios come as lines of objects and of fields, and a slip is told`() throws {
    let file = Repository.geo.appendingPathComponent("cases/april-2019-train.yaml").path
    let vary = ["what-if", file, "--vary", "train.max_speed=60km/h,90km/h", "--show", "verdict"]
    let lines = try run(vary + ["--format", "jsonl"]).output.split(
      separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count == 3 && lines[2].isEmpty)
    for line in lines.prefix(2) {
      let fields = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      #expect(fields?["train.max_speed (km/h)"] is Double && fields?["verdict"] is String)
    }
    let table = try run(vary + ["--format", "csv"]).output
    #expect(table.hasPrefix("train.max_speed (km/h),verdict\n60,"))
    let slip = try run(["what-if", file, "--vary", "train.speed=60km/h"])
    #expect(slip.code == 2 && slip.errors.contains("train.max_speed"))
    let many = try run(
      ["what-if", file, "--vary", "claim.twenty-hours.value=1..1000000:1h", "--vary"]
        + ["train.max_speed=1..1000:1km/h"])
    #expect(many.code == 2 && many.errors.contains("1000000000 scenarios"))
    #expect(try run(["what-if", file, "--draw", "x=uniform(1,2)"]).code == 2)
  }

  @Test func `Ctrl-C leaves whole rows, which the same question goes on with and no other`() throws
  {
    let file = Repository.geo.appendingPathComponent("cases/april-2019-train.yaml").path
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "wayproof-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let part = folder.appendingPathComponent("b.csv")
    let partial = URL(fileURLWithPath: part.path + ".partial")
    func question(_ step: String, to path: String, _ more: [String] = []) -> [String] {
      ["what-if", file, "--vary", "claim.twenty-hours.value=10..30:\(step)", "--show", "verdict"]
        + ["--format", "csv", "--out", path] + more
    }
    let whole = folder.appendingPathComponent("a.csv")
    #expect(try run(question("0.02h", to: whole.path)).code == 0)
    let text = try String(contentsOf: whole, encoding: .utf8)
    #expect(text.split(separator: "\n").count == 1_002)

    let process = try process(question("0.02h", to: part.path))
    try process.run()
    while process.isRunning, ((try? Data(contentsOf: partial)) ?? Data()).count < 3_000 {
      usleep(2_000)
    }
    process.interrupt()  // SIGINT
    process.waitUntilExit()
    #expect(process.terminationStatus == 130)
    let kept = try String(contentsOf: partial, encoding: .utf8)
    #expect(text.hasPrefix(kept) && kept.hasSuffix("\n") && kept.count < text.count)
    // What a power cut might leave of a line.
    try Data((kept + "12,can").utf8).write(to: partial)
    let other = try run(question("0.01h", to: part.path, ["--resume"]))
    #expect(other.code == 2 && other.errors.contains("another question"))
    let set = ["--resume", "--set", "train.cars=12"]
    #expect(try run(question("0.02h", to: part.path, set)).code == 2)
    #expect(try run(question("0.02h", to: part.path, ["--resume"])).code == 0)
    #expect(try String(contentsOf: part, encoding: .utf8) == text)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count == 2)
  }

  @Test func `what is no ordinary file is not written over`() throws {
    let file = Repository.geo.appendingPathComponent("cases/april-2019-train.yaml").path
    let sweep = ["what-if", file, "--vary", "train.cars=5,6", "--format", "csv", "--out"]
    let folder = FileManager.default.temporaryDirectory.path
    for (path, advice) in [
      (folder, "no ordinary file"), ("/dev/null", "no ordinary file"),
      (folder + "/wayproof-no-such-folder/c.csv", "does the folder exist"),
    ] {
      let slip = try run(sweep + [path])
      #expect(slip.code == 2 && slip.errors.contains(advice), "\(slip.errors)")
    }
    let empty = folder + "/wayproof-\(UUID().uuidString).csv"
    defer { try? FileManager.default.removeItem(atPath: empty + ".partial") }
    try Data().write(to: URL(fileURLWithPath: empty + ".partial"))
    let nothing = try run(sweep + [empty, "--resume"])
    #expect(nothing.code == 2 && nothing.errors.contains("nothing to go on"))
  }

  @Test func `scenarios stand side by side, and estimates say how likely a time is`() throws {
    let file = Repository.geo.appendingPathComponent("scenarios/april-2019-train.yaml").path
    let table = try run(["scenarios", file, "--format", "csv"])
    #expect(table.code == 0 && table.output.hasPrefix("asked,the case,quick,slow"))
    #expect(try run(["scenarios", "/nonexistent.yaml"]).code == 2)
    let estimate = [
      "estimate", "--distance", "1180km", "--speed", "uniform(59,59)km/h", "--claim", "20 hours",
      "--samples", "1000",
    ]
    let answer = try run(estimate)
    #expect(answer.code == 0 && answer.output.contains("20 h 00"))
    #expect(answer.output.contains("100.00 %") && answer.output.contains("almost certain"))
    let document =
      try JSONSerialization.jsonObject(
        with: Data(try run(estimate + ["--format", "json"]).output.utf8)) as? [String: Any]
    #expect(document?["format"] as? String == "wayproof-estimate")
    for (speed, advice) in [
      ("0km/h", "nobody arrives"), ("60", "write uniform"), ("5h", "write uniform"),
    ] {
      let slip = try run(["estimate", "--distance", "1180km", "--speed", speed])
      #expect(slip.code == 2 && slip.errors.contains(advice))
    }
  }

  @Test func `evidence is a folder with its digests, and two dossiers are told apart`() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "wayproof-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = Repository.geo.appendingPathComponent("cases/top-speeds.yaml")
    #expect(try run(["check", file.path, "--out", folder.path]).code == 0)
    let manifest = try String(
      contentsOf: folder.appendingPathComponent("SHA256SUMS"), encoding: .utf8)
    let names = manifest.split(separator: "\n").map {
      $0.suffix(from: $0.index($0.startIndex, offsetBy: 66))
    }
    let written = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(Set(names.map(String.init)).union(["SHA256SUMS"]) == Set(written))
    #expect(names.contains("report.html") && names.contains("case.yaml"))
    let kept = try Data(contentsOf: folder.appendingPathComponent("case.yaml"))
    #expect(try kept == Data(contentsOf: file))
    // A page is judged like the case that it carries.
    let page = folder.appendingPathComponent("report.html").path
    let dossier = folder.appendingPathComponent("dossier.json")
    #expect(
      try run(["check", page, "--format", "json"]).output
        == String(contentsOf: dossier, encoding: .utf8))
    let other = folder.appendingPathComponent("other.json")
    let text = try String(contentsOf: file, encoding: .utf8).replacing("60 km/h", with: "62 km/h")
    try Data(try run(["check", "-", "--format", "json"], input: text).output.utf8).write(to: other)
    #expect(try run(["diff", dossier.path, dossier.path]).code == 0)
    let change = try run(["diff", dossier.path, other.path])
    #expect(
      change.code == 1 && change.output.contains("→")
        && change.output.contains("the case file is another"))
    let slip = try run(["diff", dossier.path, file.path])
    #expect(slip.code == 2 && slip.errors.contains("no dossier"))
  }

  @Test func `pictures are whole, and every document says what it is`() throws {
    let file = Repository.geo.appendingPathComponent("cases/april-2019-train.yaml").path
    let speeds = ["what-if", file, "--vary", "train.max_speed=50..90:20km/h"]
    let draws = [
      "what-if", file, "--simulate", "20", "--draw", "train.max_speed=uniform(50,90)km/h",
    ]
    let solve = [
      "what-if", file, "--firm", "--solve", "train.max_speed", "--for", "possible.khasan-1040",
    ]
    let pictures = [
      speeds + ["--show", "running.pyongyang-khasan"], speeds + ["--show", "verdict"],
      draws + ["--show", "running.pyongyang-khasan"], draws + ["--sensitivity"],
      solve + ["--vary", "departure=00:00..03:00:1h"],
    ]
    for picture in pictures {
      let answer = try run(picture + ["--format", "svg"])
      #expect(
        answer.code == 0 && answer.output.hasPrefix("<svg") && answer.output.hasSuffix("</svg>\n"))
    }
    #expect(try run(speeds + ["--show", "verdict,arrival.khasan", "--format", "svg"]).code == 2)
    for (kind, arguments) in [
      ("parameters", ["what-if", file, "--list"]), ("sweep", speeds), ("solution", solve),
      ("simulation", draws), ("sensitivity", draws + ["--sensitivity"]),
    ] {
      let text = try run(arguments + ["--format", "json"]).output
      let document = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
      #expect(document?["format"] as? String == "wayproof-what-if")
      #expect(document?["kind"] as? String == kind)
    }
  }

  @Test func `two stations have a straight line and a track`() throws {
    let answer = try run(["distance", "pyongyang", "vladivostok"])
    #expect(answer.code == 0)
    #expect(answer.output.contains("geodesic 688.7 km") && answer.output.contains("track 1,182 km"))
    #expect(answer.output.contains("PROJ") && answer.output.contains("kilometrage"))
    #expect(try run(["distance", "FNJ", "VVO"]).output.contains("713.2 km"))
  }

  @Test(arguments: [
    (["distance", "pyongyang"], "two places"),
    (["distance", "nowhere", "FNJ"], "no place is called"),
    (["distance", "131.88,43.11", "FNJ"], "swapped"), (["distance", "vlad", "FNJ"], "may be"),
    (["check", "/nonexistent.yaml"], "no such file"), (["check", "/"], "folder"), ([], "USAGE"),
    (["route", "HNL", "khasan"], "nearest is"), (["route", "London", "Tokyo"], "no track"),
    (["fly"], "two places"), (["soar"], "soar"), (["fly", "FNJ", "VVO", "--wind", "x"], "km/h"),
    (["fly", "FNJ", "VVO", "--aircraft", "kite"], "no aircraft"),
    (["run", "FNJ"], "two places"),
    (["run", "khasan", "vladivostok", "--limit", "5"], "120..135=40"),
    (["run", "khasan", "vladivostok", "--max-speed", "0"], "1 to 1000"),
    (["run", "khasan", "vladivostok", "--stop", "baranovsky=tea"], "or one of"),
    (["run", "khasan", "vladivostok", "--change", "x=kite"], "no train"),
    (["run", "--path", "/nonexistent.yaml"], "no such file"),
    (["timetable", "/nonexistent.zip"], "no such file"),
    (["timetable", "/etc/hostname"], "no ZIP archive"),
    (["run", "pyongyang", "pyongyang"], "comes twice"),
    (["fly", "FNJ", "VVO", "-o", "x.docx"], "is that of no format"),
    (["fly", "LHR", "CDG", "--aircraft", "turboprop", "--altitude", "24000"], "cruises at"),
    (["fly", "FNJ", "VVO", "--take-off"], "--depart"),
    (["network", "import", "geo", "-o", "../evil"], "without /"),
    (["distance", "a", "b", "--format", "xml"], "xml"),
    (["--geo", "/nonexistent", "places", "x"], "Unknown option"),
    (["places", "x", "--geo", "/nonexistent"], "data folder"),
  ])
  func `bad input is told in words, with exit code 2`(arguments: [String], words: String) throws {
    let answer = try run(arguments)
    if arguments.isEmpty {
      #expect(answer.code == 0 && answer.output.contains(words))
      return
    }
    #expect(answer.code == 2)
    #expect(answer.output.isEmpty)
    #expect(answer.errors.contains(words), "\(answer.errors)")
  }

  @Test func `help and version are no errors, and every command shows an example`() throws {
    for command in [
      "check", "distance", "route", "run", "fly", "timetable", "places", "network", "data",
    ] {
      let answer = try run([command, "--help"])
      #expect(answer.code == 0)
      #expect(answer.output.contains("EXAMPLES") && answer.output.contains("wayproof \(command)"))
    }
    #expect(try run(["--version"]).code == 0)
    #expect(try run(["--generate-completion-script", "bash"]).output.contains("wayproof"))
  }

  @Test func `pairs are streamed line by line, names and numbers and JSON`() throws {
    let answer = try run(
      ["distance", "-"],
      input: """
        39.2241,125.67,43.399,132.148
        khasan,vladivostok
        {"from": "FNJ", "to": "VVO"}
        "39.2241,125.67","43.399,132.148"

        """)
    let lines = answer.output.split(separator: "\n")
    #expect(answer.code == 0)
    #expect(lines[0] == "39.2241,125.67,43.399,132.148,713.211652,")
    #expect(lines[1].hasPrefix("khasan,vladivostok,126.41") && lines[1].hasSuffix(",326.0"))
    #expect(lines[2].contains("\"geodesic_km\":713.21"))
    #expect(lines[3].contains(",713.211"))
  }

  @Test func `a line that names the columns is no pair`() throws {
    let answer = try run(["distance", "-"], input: "from,to\nOslo,Bergen\n")
    let lines = answer.output.split(separator: "\n")
    #expect(answer.code == 0)
    #expect(lines[0] == "from,to,geodesic_km,track_km" && lines[1].hasPrefix("Oslo,Bergen,30"))
  }

  @Test func `a bad line is told with its number and loses no other`() throws {
    let answer = try run(
      ["distance", "-"],
      input: "0,0,0,1\nnan,0,0,1\n91,0,0,1\n0,0\nx\n{\"from\": 1}\n\"open\n0,0,1,0\n")
    let lines = answer.output.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(answer.code == 2)
    #expect(lines.first?.hasPrefix("0,0,0,1,111.319491") == true)
    #expect(lines.contains { $0.hasPrefix("0,0,1,0,110.574389") })
    #expect(answer.errors.contains("line 2:") && answer.errors.contains("line 3:"))
    #expect(answer.errors.contains("6 of 8 lines"))
  }

  @Test func `many lines come back in order whatever the threads`() throws {
    let input = (0..<20_000).map { "0,0,0,\(Double($0) / 1_000)" }.joined(separator: "\n") + "\n"
    let one = try run(["distance", "-", "--threads", "1"], input: input).output
    let four = try run(["distance", "-", "--threads", "4"], input: input).output
    #expect(one == four)
    #expect(one.split(separator: "\n").count == 20_000)
  }

  @Test func `a case is judged, and fails only where asked`() throws {
    let path = Repository.geo.appendingPathComponent("cases/april-2019-train.yaml").path
    #expect(try run(["check", path]).code == 0)
    #expect(try run(["check", path, "--fail-on", "contradicted"]).code == 1)
    let flight = Repository.geo.appendingPathComponent("cases/js621-flight.yaml").path
    #expect(try run(["check", flight, "--fail-on", "contradicted"]).code == 0)
    let both = try run(["check", path, "/nonexistent.yaml"])
    #expect(both.code == 2 && both.output.contains("cannot all be true"))
  }

  @Test func `a route is written whole or not at all`() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "wayproof-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("r.geojson")
    let answer = try run(["route", "pyongyang", "vladivostok", "-o", file.path])
    #expect(answer.code == 0 && answer.output.isEmpty)
    let data = try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any]
    #expect(data?["type"] as? String == "FeatureCollection")
    let missing = try run(["route", "pyongyang", "vladivostok", "-o", "/nonexistent/r.geojson"])
    #expect(missing.code == 2 && missing.errors.contains("could not be written"))
  }
}
