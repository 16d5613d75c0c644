import Foundation

extension DataFolder {
  /// What names the whole of the data: the SHA-256 of one line for each file, in the order of their paths' bytes, each line as
  /// `sha256sum` writes it. Hidden files are no data.
  ///
  /// The same by hand: `find . -type f -not -path '*/.*' -printf '%P\n' | LC_ALL=C sort | xargs sha256sum | sha256sum`.
  ///
  /// - Throws: `DatasetError.unreadable` for a file that cannot be read.
  public func digest() throws(DatasetError) -> String {
    var lines = ""
    for path in try paths() {
      lines += "\(try sha256(ofFile: file(path).path))  \(path)\n"
    }
    return sha256(Array(lines.utf8))
  }

  /// Every file of the folder by its path inside it.
  private func paths() throws(DatasetError) -> [String] {
    guard let files = FileManager.default.enumerator(atPath: url.path) else {
      throw .unreadable(url.path, reason: "the folder cannot be listed")
    }
    var paths: [String] = []
    while let path = files.nextObject() as? String {
      let isHidden = path.split(separator: "/").contains { $0.hasPrefix(".") }
      guard !isHidden, files.fileAttributes?[.type] as? FileAttributeType != .typeDirectory else {
        continue
      }
      paths.append(path)
    }
    return paths.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
  }
}
