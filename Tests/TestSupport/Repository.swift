public import Foundation

/// Where the tests find the project's own files.
public enum Repository {
  /// The top folder of the project.
  public static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The built-in data.
  public static let geo = root.appendingPathComponent("geo")

  /// Research material beside the project; nil where it is absent, as it may be.
  public static var shared: URL? {
    let folder = root.deletingLastPathComponent().appendingPathComponent("shared")
    return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
  }

  /// Whether files or folders of research material are beside the project.
  public static func hasShared(_ names: String...) -> Bool {
    names.allSatisfy { name in
      shared.map {
        FileManager.default.fileExists(atPath: $0.appendingPathComponent(name).path)
      } ?? false
    }
  }

  /// A copy of the data folder in which some files are changed, removed when the body is done.
  public static func withChangedData<Result>(
    _ changes: [String: (String) -> String], _ body: (URL) throws -> Result
  ) throws -> Result {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("wayproof-\(UUID().uuidString)")
    try FileManager.default.copyItem(at: geo, to: folder)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (file, change) in changes {
      let url = folder.appendingPathComponent(file)
      let old = try String(contentsOf: url, encoding: .utf8)
      let new = change(old)
      guard new != old else { throw UnchangedFile(file: file) }
      try Data(new.utf8).write(to: url)
    }
    return try body(folder)
  }

  /// A change that found nothing to change would prove nothing.
  public struct UnchangedFile: Error { let file: String }
}
