/// One mistake in a case file, with its place.
public struct CaseProblem: Hashable, Sendable {
  public let position: FilePosition
  public let message: String

  public init(position: FilePosition, message: String) {
    self.position = position
    self.message = message
  }
}

/// Why a case could not be read: everything that is wrong with it, in the order of the file.
public struct CaseFileError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file's name as the user gave it.
  public let file: String
  public let problems: [CaseProblem]

  public init(file: String, problems: [CaseProblem]) {
    self.file = file
    let sorted = problems.sorted { $0.position < $1.position }
    self.problems = sorted.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  public var description: String {
    problems.map { "\(file):\($0.position.line):\($0.position.column): \($0.message)" }
      .joined(separator: "\n")
  }
}
