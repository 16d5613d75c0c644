import Testing

extension CommandTests {
  /// Every command that `--help` names, to the last, such as `check` and `network import`.
  func commands(below command: [String] = []) throws -> [String] {
    let help = try run(command + ["--help"])
    #expect(help.code == 0)
    let names = help.output.split(separator: "\n", omittingEmptySubsequences: false)
      .drop { $0 != "SUBCOMMANDS:" }.dropFirst().prefix { !$0.isEmpty }
      .filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") }
      .compactMap { $0.split(separator: " ").first.map(String.init) }
    if names.isEmpty { return [command.joined(separator: " ")] }
    return try names.flatMap { try commands(below: command + [$0]) }
  }
}
