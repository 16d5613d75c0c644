import Foundation
import TestSupport
import Testing

/// Commands that read standard input, where there is none, nothing in it, or no end of it.
@Suite struct StandardInputTests: CommandTests {
  /// What is written behind a command so that it reads, its whole input, and words of the answer.
  private static let reading: [String: (arguments: [String], input: String, words: String)] = [
    "check": (["-"], Bench.caseFile, "Lima to La Paz"),
    "explain": (["-", "time"], Bench.caseFile, "claim time"),
    "what-if": (["-", "--list"], Bench.caseFile, "claim.time.value"),
    "read": (["-"], Bench.article, "about 485 km"),
    "admit": (["-", article], Bench.draft, "about 485 km"),
    "verify": (["-"], "London to Edinburgh is 450 km by rail\n", "more"),
    "logbook": (["-"], Bench.log, "1 impossible"),
    "reach": (["-"], Bench.seenCase, "Arequipa"),
    "worker": ([], Bench.records, "5554.517"),
    "distance": (["-"], "LHR,JFK\n", "5554.517"), "fly": (["-"], "LHR,JFK\n", "LHR,JFK,"),
  ]
  private static let article =
    Repository.root.appendingPathComponent("Tests/Fuzz/Corpus/article/0.txt").path
  /// Of these no lines are none to answer, which is no fault.
  private static let streaming = ["distance", "fly", "worker"]

  /// The answer of the program with its streams led elsewhere by a shell, such as `<&-`.
  private func run(_ arguments: [String], redirected redirection: String) throws -> Answer {
    let process = try process(arguments)
    let program = try #require(process.executableURL?.path)
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", "exec \"$0\" \"$@\" \(redirection)", program] + arguments
    return try answer(of: process)
  }

  @Test func `every command whose help speaks of standard input is among these`() throws {
    let reading = try commands().filter { command in
      let help = try run(command.split(separator: " ").map(String.init) + ["--help"]).output
      let words = help.split { $0.isWhitespace }.joined(separator: " ")
      return words.contains("standard input")
    }
    #expect(reading.sorted() == Self.reading.keys.sorted())
  }

  @Test(arguments: reading.keys.sorted())
  func `what is piped in is answered, and nothing is refused or nothing`(command: String) throws {
    let (arguments, input, words) = try #require(Self.reading[command])
    let whole = try run([command] + arguments, input: input)
    #expect(whole.code == 0 && whole.output.contains(words), "\(whole.errors)")
    let isStreaming = Self.streaming.contains(command)
    let empty = try run([command] + arguments)
    #expect(empty.code == (isStreaming ? 0 : 2))
    #expect(empty.errors.isEmpty == isStreaming)
  }

  @Test(arguments: reading.keys.sorted())
  func `a closed input or a folder crashes nothing`(command: String) throws {
    let (arguments, _, _) = try #require(Self.reading[command])
    for redirection in ["<&-", "</"] {
      let answer = try run([command] + arguments, redirected: redirection)
      #expect(answer.code == 2, "\(redirection): \(answer.errors)")
      #expect(answer.errors.contains("in place of -"), "\(answer.errors)")
    }
    for redirection in ["<&- 2>&-", "<&- >&-", "<&- >&- 2>&-"] {
      #expect(try run([command] + arguments, redirected: redirection).code == 2)
    }
  }

  @Test func `an input without end is refused`() throws {
    let answer = try run(["check", "-"], redirected: "</dev/zero")
    #expect(answer.code == 2 && answer.errors.contains("more than 64 MB"))
  }

  @Test func `a closed output or error stream crashes nothing`() throws {
    #expect(try run(["rules", "none"], redirected: "2>&-").code == 2)
    #expect(try run(["rules"], redirected: ">&-").code == 2)
    #expect(try run(["rules"], redirected: ">/dev/full").code == 2)
    #expect(try run(["check", "nosuch.yaml"], redirected: "2>&-").code == 2)
    #expect(try run(["check", "nosuch.yaml"], redirected: "<&- >&- 2>&-").code == 2)
  }

  /// The next file that is opened would have the number of the stream that is closed.
  @Test func `no file is taken for a stream that is closed`() throws {
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("wayproof-\(UUID().uuidString).csv")
    defer { try? FileManager.default.removeItem(at: file) }
    let words = "place,latitude,longitude\nmine,91,0\n"
    try Data(words.utf8).write(to: file)
    for redirection in [">&-", "2>&-", ">&- 2>&-"] {
      let answer = try run(["timetable", file.path], redirected: redirection)
      #expect(answer.code == 2)
      #expect(try String(contentsOf: file, encoding: .utf8) == words)
    }
  }
}
