import Foundation

/// Fetches what an address holds by the program curl, going on where an earlier try stopped.
struct Download {
  private let address: String
  private let target: URL
  private let limit: Int

  init(from address: String, to target: URL, limit: Int) {
    self.address = address
    self.target = target
    self.limit = limit
  }

  /// - Throws: `DataShelfError.failed` with curl's own words, `.tooLarge` beyond the limit.
  func run() throws(DataShelfError) {
    guard address.hasPrefix("https://") || address.hasPrefix("http://") else {
      throw .failed(address, reason: "addresses begin with https:// or http://")
    }
    var (status, words) = try fetch(resuming: size > 0)
    // 33: the server cannot go on in the middle; 36: what is there does not fit; 22: it refused, perhaps
    // because all of it is there.
    if [33, 36].contains(status) || (status == 22 && size > 0) {
      try? FileManager.default.removeItem(at: target)
      (status, words) = try fetch(resuming: false)
    }
    guard status == 0 else {
      if status == 63 { throw .tooLarge(address, limit: limit) }
      throw .failed(address, reason: words.isEmpty ? "curl gave up (\(status))" : words)
    }
  }

  private var size: Int {
    let attributes = try? FileManager.default.attributesOfItem(atPath: target.path)
    return (attributes?[.size] as? NSNumber)?.intValue ?? 0
  }

  private func fetch(resuming: Bool) throws(DataShelfError) -> (status: Int32, words: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments =
      [
        "curl", "--fail", "--location", "--silent", "--show-error", "--proto", "=http,https",
        "--connect-timeout", "20", "--speed-limit", "1000", "--speed-time", "60", "--max-redirs",
        "10",
        "--max-filesize", "\(limit)", "--output", target.path,
      ] + (resuming ? ["--continue-at", "-"] : []) + ["--", address]
    let errors = Pipe()
    process.standardError = errors
    process.standardOutput = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    do { try process.run() } catch {
      throw .failed(address, reason: "the program curl cannot be run; install it")
    }
    // A server need not say how much it will send.
    while process.isRunning {
      Thread.sleep(forTimeInterval: 0.02)
      if size > limit {
        process.terminate()
        process.waitUntilExit()
        try? FileManager.default.removeItem(at: target)
        throw .tooLarge(address, limit: limit)
      }
    }
    let text = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    if process.terminationStatus == 127 {
      throw .failed(address, reason: "the program curl is missing; install it")
    }
    return (
      process.terminationStatus, text.trimmingCharacters(in: .whitespacesAndNewlines)
    )
  }
}
