import Testing

extension CommandTests {
  /// Every command that `--help` names, to the last, such as `check` and `network import`.
  func commands(below command: [String] = []) throws -> [String] {
    let help = try run(command + ["--help"])
    #expect(help.code == 0)
    // Some help lists its subcommands in groups, each under a heading of its own.
    let sections = help.output.split(separator: "\n\n").map { $0.split(separator: "\n") }
      .filter { $0.first?.hasSuffix("SUBCOMMANDS:") == true }
    let names = sections.flatMap { $0.dropFirst() }
      .filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") }
      .compactMap { $0.split(separator: " ").first.map(String.init) }
    if names.isEmpty { return [command.joined(separator: " ")] }
    return try names.flatMap { try commands(below: command + [$0]) }
  }
}
