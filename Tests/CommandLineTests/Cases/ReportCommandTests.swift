import Foundation
import TestSupport
import Testing

/// Reports and exports as the command line writes them.
@Suite struct ReportCommandTests: CommandTests {
  @Test func `a report is in the language that is asked for, or it is told which there are`() throws
  {
    let path = Repository.geo.appendingPathComponent("cases/js621-flight.yaml").path
    let russian = try run(["check", path, "--language", "ru"])
    #expect(russian.code == 0 && russian.output.contains("противоречий не найдено"))
    let page = try run(["check", path, "--language", "ru", "--format", "html"]).output
    #expect(page.contains("<html lang=\"ru\">"))
    let explained = try run(["explain", path, "took-off-0657", "--language", "ru"]).output
    #expect(explained.contains("Оценка"))
    let unknown = try run(["check", path, "--language", "tlh"])
    #expect(unknown.code == 2 && unknown.errors.contains("there are en (English), ru (русский)"))
  }

  @Test func `Korean is spoken by every command that reports on a case or a log`() throws {
    let cases = Repository.geo.appendingPathComponent("cases").path
    let (train, korean) = ("\(cases)/april-2019-train.yaml", ["--language", "ko"])
    let checked = try run(["check", train] + korean).output
    #expect(checked.contains("이 보도들이 모두 사실일 수는 없다: 모순 2건"), "\(checked)")
    #expect(checked.contains("하산~블라디보스토크 철도 거리는 324~328km로, 보도된 수치를 124km 웃돈다."), "\(checked)")
    let explained = try run(["explain", train, "twenty-hours"] + korean).output
    #expect(explained.contains("이 주장에 가장 유리한 설명"), "\(explained)")
    let solved = try run(
      ["what-if", train, "--solve", "train.max_speed", "--for", "possible.early-hours+khasan-1040"]
        + korean
    ).output
    #expect(solved.contains("78.2km/h 이상") && solved.contains("1km/h~400km/h에서 찾았다."), "\(solved)")
    let log = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID()).csv")
    defer { try? FileManager.default.removeItem(at: log) }
    try Data(
      """
      from,to,date,departs,arrives,km,hours,mode
      Oslo,Bergen,2024-05-03,08:25,14:57,496,6.5,train
      Bergen,Oslo,2024-05-03,14:27,21:00,,,train
      """.utf8
    ).write(to: log)
    let judged = try run(["logbook", log.path] + korean).output
    #expect(judged.contains("여정 2건: 불가능 1건, 가능 1건."), "\(judged)")
    #expect(judged.contains("2행의 여정이 Bergen에 도착하기 30분 전에 출발한다."), "\(judged)")
    let data = try run(["logbook", log.path, "--format", "json"] + korean).output
    #expect(data.contains("It leaves 30 min before") && !data.contains("여정"), "\(data)")
  }

  @Test func `moving features need times, and a way is gone at the speed that is given`() throws {
    let way = ["route", "khasan", "vladivostok", "--format", "mfjson"]
    for (more, words) in [
      ([], "--date, --depart and --average"),
      (["--date", "2019-02-30", "--depart", "11:40", "--average", "55"], "no day of the calendar"),
      (["--date", "2019-04-24", "--depart", "25:00", "--average", "55"], "no clock shows that"),
      (["--date", "2019-04-24", "--depart", "11:40", "--average", "nan"], "1 to 4000 km/h"),
    ] {
      let answer = try run(way + more)
      #expect(answer.code == 2 && answer.errors.contains(words), "\(answer.errors)")
    }
    let told = try run(way + ["--date", "2019-04-24", "--depart", "11:40", "--average", "60"])
      .output
    // 326 km at 60 km/h from 11:40 in Vladivostok, which is 01:40 UTC.
    #expect(told.contains("\"2019-04-24T01:40:00Z\"") && told.contains("\"2019-04-24T07:06:00Z\""))
  }

  @Test func `a basemap is drawn below maps, and what is none is told`() throws {
    let shelf = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: shelf, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: shelf) }
    let environment = ["WAYPROOF_DATA": shelf.appendingPathComponent("kept").path]
    let path = Repository.geo.appendingPathComponent("cases/april-2019-train.yaml").path
    let file = shelf.appendingPathComponent("land.geojson")
    func page(with text: String) throws -> Answer {
      try Data(text.utf8).write(to: file)
      let added = try run(
        [
          "data", "add", file.path, "--name", "basemap", "--attribution", "Drawn by <hand>",
          "--replace",
        ], environment: environment)
      guard added.code == 0 else { return added }
      return try run(["check", path, "--format", "html"], environment: environment)
    }
    let land = try page(
      with: """
        {"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":{"type":"Polygon",
        "coordinates":[[[120,35],[135,35],[135,45],[120,45],[120,35]]]}}]}
        """)
    #expect(land.output.contains("class=\"land\"") && land.output.contains("class=\"coast\""))
    #expect(land.output.contains("Drawn by &lt;hand&gt;"))
    for text in ["{", "[]", "{\"type\":\"FeatureCollection\",\"features\":[]}"] {
      let broken = try page(with: text)
      #expect(broken.code == 2 && broken.errors.contains("this is no basemap"))
    }
    // What was damaged later costs the basemap, not the report.
    _ = try page(
      with:
        #"{"type":"FeatureCollection","features":[{"geometry":{"type":"Polygon","coordinates":[[[1,1],[2,1],[2,2],[1,1]]]}}]}"#
    )
    let kept = shelf.appendingPathComponent("kept/data")
    for name in try FileManager.default.contentsOfDirectory(atPath: kept.path)
    where name.contains("geojson") {
      try Data("{".utf8).write(to: kept.appendingPathComponent(name))
    }
    let without = try run(["check", path, "--format", "html"], environment: environment)
    #expect(without.code == 0 && without.errors.contains("without a basemap"))
  }
}
