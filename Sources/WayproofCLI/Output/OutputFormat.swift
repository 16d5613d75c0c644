import ArgumentParser
import Reporting

/// Formats as options take them, and as the ending of an output's name asks for them.
enum OutputFormat {
  /// The format of an output: as it is asked for, else by the ending of the file's name, else the usual one.
  ///
  /// - Throws: `CommandFailure` if the name has another ending and no format is given.
  static func chosen<Document>(
    _ given: DocumentFormat<Document>?, of output: String?,
    among formats: DocumentFormats<Document>
  ) throws(CommandFailure) -> DocumentFormat<Document> {
    if let given { return given }
    guard let output else { return formats.usual }
    if let format = formats.format(ofFile: output) { return format }
    let endings = formats.all.compactMap(\.file.endings.first).joined(separator: ", .")
    throw CommandFailure(
      "--output \(output): its ending is that of no format; end it in .\(endings), or give --format"
    )
  }
}

extension DocumentFormats {
  /// What `--format` says of itself.
  var optionHelp: ArgumentHelp { "\(help) (default: \(usual.name))." }

  /// The same where `--output` can name a file.
  var optionHelpByEnding: ArgumentHelp { "\(help) (default: by the ending of --output)." }

  var completion: CompletionKind { .list(names) }
}
