import Foundation
import TestSupport
import Testing

/// Whole files and folders at once.
@Suite struct BatchCommandTests: CommandTests {
  private func text(_ path: String) throws -> String {
    try String(contentsOfFile: path, encoding: .utf8)
  }

  private func write(_ text: String, _ name: String, _ bench: Bench) throws {
    let url = bench.folder.appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  @Test func `pairs come back as distance gives them`() throws {
    try Bench.use { bench in
      let pairs =
        (0..<3_000).map { "\($0 % 80),\($0 % 170),1.5,\($0 % 90)\n" }.joined() + "LHR,JFK\n"
      try write(pairs, "pairs.csv", bench)
      let answer = try run(["batch", bench.path("pairs.csv"), "-o", bench.path("out.csv")])
      #expect(answer.code == 0 && answer.output.contains("3,001 records, 0 bad"))
      #expect(try text(bench.path("out.csv")) == run(["distance", "-"], input: pairs).output)
    }
  }

  @Test func `a folder is checked in the order of its names, and the manifest counts`() throws {
    try Bench.use { bench in
      try write(Bench.article, "in/b/story.txt", bench)
      try write(Bench.caseFile, "in/a.yaml", bench)
      try write("wayproof: 2\nno: case\n", "in/c.yaml", bench)
      try write("not for us", "in/d.pdf", bench)
      let out = bench.path("out.jsonl")
      let answer = try run(["batch", bench.path("in"), "-o", out, "--only", "verdict"])
      #expect(answer.code == 0 && answer.output.contains("3 records, 1 bad"), "\(answer.errors)")
      let lines = try text(out).split(separator: "\n")
      let ids = ["\"id\":\"a.yaml\"", "\"id\":\"b/story.txt\"", "\"id\":\"c.yaml\""]
      #expect(lines.count == 3 && zip(lines, ids).allSatisfy { $0.contains($1) })
      #expect(lines[0].hasPrefix("{\"answer\":{\"verdict\":") && lines[2].hasPrefix("{\"ask\":"))
      let manifest = try text(out + ".manifest.json")
      #expect(manifest.contains("\"records\" : 3") && manifest.contains("\"bad\" : 1"))
    }
  }

  @Test func `a table's header names the fields`() throws {
    try Bench.use { bench in
      let table = """
        id,sentence
        1,"London to Edinburgh is 450 km by rail,
        4 h 20"

        2,
        3,"Open
        """
      try write(table, "said.csv", bench)
      let out = bench.path("out.jsonl")
      let answer = try run(["batch", bench.path("said.csv"), "--ask", "verify", "-o", out])
      #expect(answer.output.contains("3 records, 2 bad"), "\(answer.errors)")
      let lines = try text(out).split(separator: "\n")
      #expect(lines.count == 3)
      #expect(lines[0].contains("cannot-all-be-true") && lines[0].contains("\"id\":\"1\""))
      #expect(lines[1].contains("sentence is missing") && lines[2].contains("never closed"))
    }
  }

  @Test func `what was interrupted is continued, with the bytes it would have had`() throws {
    try Bench.use { bench in
      try write(String(repeating: Bench.records, count: 400), "in.jsonl", bench)
      let arguments = ["batch", bench.path("in.jsonl"), "--max-bad", "1"]
      let whole = bench.path("whole.jsonl")
      #expect(try run(arguments + ["-o", whole]).code == 0)
      let parted = bench.path("parted.jsonl")
      for signal in [SIGKILL, SIGINT, SIGKILL] {
        let job = try process(arguments + ["-o", parted, "--resume"])
        job.standardError = FileHandle.nullDevice
        job.standardOutput = FileHandle.nullDevice
        try job.run()
        let end = Date(timeIntervalSinceNow: 20)
        while job.isRunning, Date() < end {
          let size = (try? Data(contentsOf: URL(fileURLWithPath: parted + ".partial")).count) ?? 0
          if size > 10_000 { break }
          usleep(5_000)
        }
        kill(job.processIdentifier, signal)
        job.waitUntilExit()
      }
      let last = try run(arguments + ["-o", parted, "--resume"])
      #expect(last.code == 0, "\(last.errors)")
      #expect(try text(parted) == text(whole))
      let manifests = try [parted, whole].map { try text($0 + ".manifest.json") }
      #expect(manifests[0].replacing("parted", with: "whole") == manifests[1])
      #expect(!FileManager.default.fileExists(atPath: parted + ".partial"))
      #expect(!FileManager.default.fileExists(atPath: parted + ".partial.state"))
    }
  }

  @Test func `an unfinished batch is neither overwritten nor continued with another input`() throws
  {
    try Bench.use { bench in
      let arguments = ["batch", bench.path("records.jsonl"), "-o", bench.path("out.jsonl")]
      #expect(try run(arguments + ["--max-bad", "0"]).code == 2)
      let again = try run(arguments)
      #expect(again.code == 2 && again.errors.contains("add --resume"))
      try write(Bench.records + Bench.records, "records.jsonl", bench)
      let other = try run(arguments + ["--resume"])
      #expect(other.code == 2 && other.errors.contains("another input"))
    }
  }

  @Test func `too many bad records end the job`() throws {
    try Bench.use { bench in
      try write(String(repeating: "nonsense\n", count: 300), "bad.jsonl", bench)
      let out = bench.path("out.jsonl")
      let answer = try run(["batch", bench.path("bad.jsonl"), "-o", out])
      #expect(answer.code == 2 && answer.errors.contains("more than --max-bad 0.5 allows"))
      #expect(!FileManager.default.fileExists(atPath: out))
      let all = try run(["batch", bench.path("bad.jsonl"), "-o", out, "--resume", "--max-bad", "1"])
      #expect(all.code == 0 && all.output.contains("300 records, 300 bad"))
    }
  }

  @Test func `threads change no byte`() throws {
    try Bench.use { bench in
      try write(String(repeating: Bench.records, count: 50), "in.jsonl", bench)
      for threads in ["1", "2", "7"] {
        _ = try run([
          "batch", bench.path("in.jsonl"), "-o", bench.path("out\(threads).jsonl"), "--threads",
          threads,
        ])
      }
      let outputs = try ["1", "2", "7"].map { try text(bench.path("out\($0).jsonl")) }
      #expect(Set(outputs).count == 1 && !outputs[0].isEmpty)
    }
  }
}
