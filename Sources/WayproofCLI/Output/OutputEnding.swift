import ArgumentParser

/// The format of a command's output: as it is told, else by the ending of the file's name.
enum OutputEnding {
  /// - Throws: `CommandFailure` where the name's ending tells no format and none is given.
  static func format<Format: RawRepresentable<String> & CaseIterable>(
    _ given: Format?, of output: String?, else usual: Format
  ) throws(CommandFailure) -> Format {
    if let given { return given }
    guard let output else { return usual }
    let name = output.lowercased()
    let endings = ["txt": "text", "htm": "html", "markdown": "md"]
    guard let ending = name.split(separator: ".").last.map(String.init), name.contains("."),
      let format = Format(rawValue: endings[ending] ?? ending)
    else {
      let known = Format.allCases.map { $0.rawValue == "text" ? "txt" : $0.rawValue }
      throw CommandFailure(
        "--output \(output): its ending tells no format; end it in .\(known.joined(separator: ", .")), or give "
          + "--format")
    }
    return format
  }
}
