import Foundation

/// A server that drafts, spoken to by the program curl.
///
/// It is somebody's own, such as llama.cpp, Ollama or vLLM; nothing is sent anywhere but to the address that is given.
struct ModelServer {
  /// The address of the interface, such as `http://localhost:8080/v1`.
  let address: String

  /// So long may an answer take, in seconds.
  private static let patience = 600
  private static let limit = 16 << 20

  init(_ address: String) throws(CommandFailure) {
    guard address.hasPrefix("http://") || address.hasPrefix("https://") else {
      throw CommandFailure(
        "--draft-by \(address): write an address such as http://localhost:8080/v1")
    }
    self.address = address
  }

  private var endpoint: String {
    let path = "/chat/completions"
    if address.hasSuffix(path) { return address }
    return (address.hasSuffix("/") ? String(address.dropLast()) : address) + path
  }

  /// The answer to a body.
  func answer(to body: [UInt8]) throws(CommandFailure) -> [UInt8] {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("wayproof-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    do {
      try FileManager.default.createDirectory(
        at: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
      try Data(body).write(to: folder.appendingPathComponent("body"))
      try Data(Self.secrets.utf8).write(to: folder.appendingPathComponent("secrets"))
    } catch {
      throw CommandFailure(error)
    }
    let target = folder.appendingPathComponent("answer")
    try run(folder, target)
    guard let answer = try? Data(contentsOf: target) else {
      throw CommandFailure("\(address): the server sent no answer")
    }
    return Array(answer)
  }

  /// The key is no argument, which others on the machine could read.
  private static var secrets: String {
    let key = ProcessInfo.processInfo.environment["WAYPROOF_MODEL_KEY"] ?? ""
    let safe = key.filter { $0.isASCII && !$0.isNewline && $0 != "\"" && $0 != "\\" }
    return safe.isEmpty ? "" : "header = \"Authorization: Bearer \(safe)\"\n"
  }

  private func run(_ folder: URL, _ target: URL) throws(CommandFailure) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [
      "curl", "--config", folder.appendingPathComponent("secrets").path, "--fail", "--silent",
      "--show-error", "--proto", "=http,https", "--connect-timeout", "20", "--max-time",
      "\(Self.patience)", "--max-filesize", "\(Self.limit)", "--header",
      "Content-Type: application/json", "--data-binary",
      "@" + folder.appendingPathComponent("body").path, "--output", target.path, "--", endpoint,
    ]
    let errors = Pipe()
    process.standardError = errors
    process.standardOutput = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    do { try process.run() } catch {
      throw CommandFailure("the program curl cannot be run; install it")
    }
    let words = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      .trimmingCharacters(in: .whitespacesAndNewlines)
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw CommandFailure(
        "\(address): \(words.isEmpty ? "curl gave up (\(process.terminationStatus))" : words)")
    }
  }
}
