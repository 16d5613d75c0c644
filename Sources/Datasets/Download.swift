import Foundation

/// Fetches what an address holds by the program curl, going on where an earlier try stopped.
struct Download {
  private let address: String
  /// The address as it may be told.
  private let said: String
  private let target: URL
  private let limit: Int

  /// What is behind the name of an unfinished file where the server's words about it are kept.
  static let headEnding = ".part.head"
  private var head: URL { target.appendingPathExtension("head") }

  init(from address: String, to target: URL, limit: Int) {
    self.address = address
    said = Self.withoutPassword(address)
    self.target = target
    self.limit = limit
  }

  /// - Throws: `DataShelfError.failed` with curl's own words, `.tooLarge` beyond the limit.
  func run() throws(DataShelfError) {
    guard address.hasPrefix("https://") || address.hasPrefix("http://") else {
      throw .failed(said, reason: "addresses begin with https:// or http://")
    }
    // Half of a file that has changed since is no half of what is there now.
    let before = size > 0 ? validator : nil
    var (status, words) = try fetch(resuming: before)
    // Some servers go on whatever was asked of them: what they say the rest is of must be what the first part is of.
    if status == 0, let before, let now = validator, now != before {
      (status, words) = try fetch(resuming: nil)
    }
    // 33: the server cannot go on in the middle; 36: what is there does not fit; 22: it refused, perhaps
    // because all of it is there.
    if [33, 36].contains(status) || (status == 22 && size > 0) {
      (status, words) = try fetch(resuming: nil)
    }
    guard status == 0 else {
      if status == 63 { throw .tooLarge(said, limit: limit) }
      throw .failed(said, reason: words.isEmpty ? "curl gave up (\(status))" : words)
    }
    try? FileManager.default.removeItem(at: head)
  }

  /// An address without the name and the password that may stand in it.
  static func withoutPassword(_ address: String) -> String {
    guard let scheme = address.range(of: "://") else { return address }
    let rest = address[scheme.upperBound...]
    let authority = rest.prefix { !"/?#".contains($0) }
    guard let end = authority.lastIndex(of: "@") else { return address }
    return String(address[..<scheme.upperBound] + rest[rest.index(after: end)...])
  }

  /// By what the server told the file apart from others when it sent the part that is here; nil where it told nothing that
  /// would change with every byte.
  ///
  /// Source: RFC 9110, 13.1.5: a weak tag does not do.
  private var validator: String? {
    guard let text = try? String(contentsOf: head, encoding: .utf8) else { return nil }
    // The last answer counts: those before it led elsewhere.
    let blocks = text.replacing("\r\n", with: "\n").split(separator: "\n\n")
    let lines = (blocks.last ?? "").split(separator: "\n").map {
      $0.split(separator: ":", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
    }
    func value(_ name: String) -> String? {
      lines.first { $0.count == 2 && $0[0].lowercased() == name }?[1]
    }
    if let tag = value("etag"), tag.hasPrefix("\"") { return tag }
    return value("last-modified")
  }

  private var size: Int {
    let attributes = try? FileManager.default.attributesOfItem(atPath: target.path)
    return (attributes?[.size] as? NSNumber)?.intValue ?? 0
  }

  /// - Parameter validator: by what the server knows the file of which a part is here; nil to begin anew.
  private func fetch(
    resuming validator: String?
  ) throws(DataShelfError) -> (status: Int32, words: String) {
    if validator == nil { try? FileManager.default.removeItem(at: target) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments =
      [
        "curl", "--fail", "--location", "--silent", "--show-error", "--proto", "=http,https",
        "--connect-timeout", "20", "--speed-limit", "1000", "--speed-time", "60", "--max-redirs",
        "10",
        "--max-filesize", "\(limit)", "--output", target.path, "--dump-header", head.path,
      ] + (validator.map { ["--continue-at", "-", "--header", "If-Range: \($0)"] } ?? [])
      + ["--", address]
    let errors = Pipe()
    process.standardError = errors
    process.standardOutput = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    do { try process.run() } catch {
      throw .failed(said, reason: "the program curl cannot be run; install it")
    }
    // A server need not say how much it will send.
    while process.isRunning {
      Thread.sleep(forTimeInterval: 0.02)
      if size > limit {
        process.terminate()
        process.waitUntilExit()
        try? FileManager.default.removeItem(at: target)
        throw .tooLarge(said, limit: limit)
      }
    }
    let text = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    if process.terminationStatus == 127 {
      throw .failed(said, reason: "the program curl is missing; install it")
    }
    return (
      process.terminationStatus, text.trimmingCharacters(in: .whitespacesAndNewlines)
    )
  }
}
