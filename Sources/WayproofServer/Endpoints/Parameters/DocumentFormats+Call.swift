import HTTPTypes
import Reporting

extension DocumentFormats {
  /// The format that a request asks for by its parameter, else by what it accepts, else JSON.
  func asked(by call: Call) -> DocumentFormat<Document> {
    let named = call.arguments.text("format").flatMap { try? self.named($0) }
    return named ?? format(accepted: call.accept) ?? usualOfService
  }

  /// Programs ask more often than people do.
  private var usualOfService: DocumentFormat<Document> {
    all.first { $0.file == .json } ?? usual
  }

  /// How the answer is written.
  var parameter: Parameter {
    Parameter(
      "format", .choice(names), "How the answer is written: \(help).", example: usualOfService.name)
  }

  /// The media types, for a description, with the schema of those in JSON.
  func types(json: String? = nil) -> [(type: String, schema: String?)] {
    all.map { ($0.file.bareMediaType, $0.file == .json ? json : nil) }
  }
}

extension FileFormat {
  /// The file format that a request asks for by its parameter, else by what it accepts, else the first.
  static func asked(by call: Call, among files: [FileFormat]) -> FileFormat {
    if let name = call.arguments.text("format"), let named = files.first(where: { $0.name == name })
    {
      return named
    }
    return FileFormat.accepted(by: call.accept, among: files) ?? files[0]
  }

  /// Its media type, for a description.
  var types: [(type: String, schema: String?)] { [(bareMediaType, nil)] }
}

extension Answer {
  /// A document in a format.
  ///
  /// - Throws: `Problem` if it cannot be had so.
  static func text<Document>(
    of document: Document, as format: DocumentFormat<Document>,
    _ style: ReportStyle = ReportStyle()
  ) throws(Problem) -> String {
    do { return try format.text(of: document, style) } catch {
      throw Problem(.unprocessableContent, error.description, parameter: "format")
    }
  }
}
