/// A line and column of a file, both from 1.
public struct FilePosition: Hashable, Comparable, Sendable {
  public let line: Int
  public let column: Int

  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  public static func < (left: FilePosition, right: FilePosition) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}

/// One mistake in a file that people write, with its place.
public struct DocumentProblem: Hashable, Sendable {
  public let position: FilePosition
  public let message: String

  public init(position: FilePosition, message: String) {
    self.position = position
    self.message = message
  }
}

/// Why a file could not be read: everything that is wrong with it, in the order of the file.
public struct DocumentError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file's name as the user gave it.
  public let file: String
  public let problems: [DocumentProblem]

  public init(file: String, problems: [DocumentProblem]) {
    self.file = file
    var told: Set<DocumentProblem> = []
    self.problems = problems.sorted { $0.position < $1.position }
      .filter { told.insert($0).inserted }
  }

  public var description: String {
    problems.map { "\(file):\($0.position.line):\($0.position.column): \($0.message)" }
      .joined(separator: "\n")
  }
}
