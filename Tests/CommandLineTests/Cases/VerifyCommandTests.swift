import Foundation
import TestSupport
import Testing

@Suite struct VerifyCommandTests: CommandTests {
  @Test func `what fits only a day later is said to be meant seldom`() throws {
    let answer = try run([
      "verify", "The Eurostar left London at 10:24 and reached Paris at 10:40 after a 492 km run.",
    ])
    #expect(answer.code == 0 && answer.output.contains("seldom mean"), "\(answer.output)")
  }

  @Test func `what could be true of another place of a name is not refuted, and the place is told`()
    throws
  {
    let short = try run(["verify", "The flight from Naples to Miami takes about an hour."]).output
    #expect(short.contains("No contradiction"), "\(short)")
    #expect(short.contains("\"Naples\" is taken to be Naples Municipal Airport, US (APF)"))
    let wrong = try run(["verify", "The train from London to Paris takes ten minutes."]).output
    #expect(wrong.contains("cannot all be true"), "\(wrong)")
  }

  @Test func `weekdays of a sentence without a day were said today`() throws {
    let answer = try run([
      "verify",
      "The flight left London Heathrow at 12:00 GMT on Monday and landed in Sydney at 18:00 AEDT on Monday.",
    ]).output
    #expect(answer.contains("cannot all be true"), "\(answer)")
  }

  @Test(arguments: ["clean-en-04.txt", "clean-ru-3.txt", "bad-en-03.txt"])
  func `an article is read alike by every process`(name: String) throws {
    let path = Repository.root.appendingPathComponent("Tests/Articles/trial/\(name)").path
    let first = try run(["read", path, "--format", "jsonl"]).output
    for _ in 0..<4 {
      #expect(try run(["read", path, "--format", "jsonl"]).output == first)
    }
  }
}
