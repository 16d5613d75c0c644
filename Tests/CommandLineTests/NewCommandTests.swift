import Foundation
import TestSupport
import Testing

/// What `new` writes is a case that can be checked.
@Suite struct NewCommandTests: CommandTests {
  @Test func `what is asked for is answered, and the case that comes of it passes`() throws {
    try Bench.use { bench in
      let file = bench.path("lagos.yaml")
      let written = try run(
        ["new", "--output", file], input: "Lagos\nAbuja\nbus\n2024-05-03 06:00\n09:00\n\n\n",
        environment: bench.environment)
      #expect(written.code == 0 && written.errors.contains("From ("), "\(written.errors)")
      let checked = try run(["check", file], environment: bench.environment)
      #expect(checked.output.hasPrefix("Lagos to Abuja, 3 May 2024"), "\(checked.output)")
      let again = try run(["new", "--output", file], input: "Lagos\nAbuja\nbus\n\n\n\n\n")
      #expect(again.code == 2 && again.errors.contains("exists already"))
      let none = try run(["new", "--to", "Abuja"])
      #expect(none.code == 2 && none.errors.contains("--from is missing"))
    }
  }
}
