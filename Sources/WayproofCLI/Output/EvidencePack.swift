import Datasets
import Foundation
import Reporting

/// Everything about a judged case in one folder, with the SHA-256 of each file, as `sha256sum --check` reads it.
struct EvidencePack {
  let judged: JudgedCases.Case
  let style: ReportStyle

  /// The case file, and every format that a pack has.
  private func files() throws(FormatError) -> [(name: String, text: String)] {
    let cases = JudgedCases([judged], isList: false)
    var files = [(name: "case.yaml", text: String(decoding: judged.file, as: UTF8.self))]
    for format in JudgedCases.formats.all {
      guard let name = format.packName else { continue }
      files.append((name, try format.text(of: cases, style)))
    }
    return files
  }

  /// Writes the folder; the manifest last, so that a folder that has one is whole.
  ///
  /// - Throws: `CommandFailure` where it cannot be written.
  func write(to folder: String) throws(CommandFailure) {
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw CommandFailure("\(folder): the folder cannot be made; is there a file of that name?")
    }
    let manifest = folder + "/SHA256SUMS"
    if FileManager.default.fileExists(atPath: manifest), unlink(manifest) != 0 {
      throw CommandFailure("\(manifest): could not be replaced")
    }
    let files: [(name: String, text: String)]
    do { files = try self.files() } catch { throw CommandFailure(error) }
    var lines = ""
    for (name, text) in files {
      try Output.save(text, to: folder + "/" + name)
      lines += "\(sha256(Array(text.utf8)))  \(name)\n"
    }
    try Output.save(lines, to: manifest)
  }
}
