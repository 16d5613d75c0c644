import ArgumentParser
import Gazetteer

/// What a mistyped command may have meant.
enum SuggestedCommand {
  /// Such as `there is no command 'chekc'; did you mean 'wayproof check'?`; nil if every command is known.
  static func advice(for arguments: [String]) -> String? {
    guard let first = arguments.first, !first.hasPrefix("-") else { return nil }
    let all = commands(of: Wayproof.configuration)
    guard let known = all.first(where: { $0.name == first }) else {
      return advice(first, among: all.map { $0.name }, below: "")
    }
    let inner = commands(of: known.configuration)
    guard !inner.isEmpty, arguments.count > 1, !arguments[1].hasPrefix("-"),
      !inner.contains(where: { $0.name == arguments[1] })
    else { return nil }
    return advice(arguments[1], among: inner.map { $0.name }, below: first + " ")
  }

  private typealias Named = (name: String, configuration: CommandConfiguration)

  private static func commands(of configuration: CommandConfiguration) -> [Named] {
    var found: [Named] = []
    for group in configuration.groupedSubcommands {
      for command in group.subcommands {
        found.append((command.configuration.commandName ?? "", command.configuration))
      }
    }
    for command in configuration.ungroupedSubcommands {
      found.append((command.configuration.commandName ?? "", command.configuration))
    }
    return found
  }

  private static func advice(_ word: String, among names: [String], below head: String) -> String? {
    guard word != "help" else { return nil }
    var best: (name: String, edits: Int)?
    for name in names.sorted() {
      guard let edits = NameKey(word).edits(to: NameKey(name), limit: 2) else { continue }
      if edits < best?.edits ?? 3 { best = (name, edits) }
    }
    if let best {
      return "there is no command '\(head)\(word)'; did you mean 'wayproof \(head)\(best.name)'?"
    }
    // A file where a command is expected is most likely to be checked.
    if head.isEmpty, word.contains(".") {
      return "there is no command '\(word)'; did you mean 'wayproof check \(word)'?"
    }
    return
      "there is no command '\(head)\(word)'; there are \(names.sorted().joined(separator: ", "))"
  }
}
