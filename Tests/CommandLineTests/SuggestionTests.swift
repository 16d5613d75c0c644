import Testing

/// What is mistyped is answered with what it may have meant, and names do in place of identifiers.
@Suite struct SuggestionTests: CommandTests {
  @Test(arguments: [
    ("chekc case.yaml", "did you mean 'wayproof check'?"),
    ("network imprt a", "did you mean 'wayproof network import'?"),
    ("story.txt", "did you mean 'wayproof check story.txt'?"),
    ("check --formt json a.yaml", "Did you mean '--format'?"),
    ("distance Wien Berlni", "Berlin"),
  ])
  func `mistakes get advice`(line: String, words: String) throws {
    let answer = try run(line.split(separator: " ").map(String.init))
    #expect(answer.code == 2 && answer.errors.contains(words), "\(answer.errors)")
  }

  @Test func `trains and aircraft go by their names`() throws {
    let flight = try run([
      "fly", "LHR", "JFK", "--aircraft", "Boeing 777-300ER", "--format", "json",
    ])
    #expect(flight.code == 0, "\(flight.errors)")
    let train = try run(["run", "vn-ha-noi", "vn-dong-dang", "--train", "TGV", "--format", "json"])
    #expect(train.code == 0, "\(train.errors)")
  }
}
