/// The formats in which a kind of document can be had, found by their names, by the endings of file names and by media types.
public struct DocumentFormats<Document: Sendable>: Sendable {
  public let all: [DocumentFormat<Document>]

  /// - Parameter all: at least one, no two of one name; the first is the usual one.
  public init(_ all: [DocumentFormat<Document>]) {
    precondition(!all.isEmpty && Set(all.map(\.name)).count == all.count)
    self.all = all
  }

  /// The format that is written if none is asked for.
  public var usual: DocumentFormat<Document> { all[0] }

  public var names: [String] { all.map(\.name) }

  /// Such as `text, md or jsonld (ClaimReview)`.
  public var help: String {
    let parts = all.map { $0.summary.isEmpty ? $0.name : "\($0.name) (\($0.summary))" }
    guard let last = parts.last, parts.count > 1 else { return parts.joined() }
    return parts.dropLast().joined(separator: ", ") + " or " + last
  }

  /// The format of a name.
  ///
  /// - Throws: `FormatError` that lists the names there are.
  public func named(_ name: String) throws(FormatError) -> DocumentFormat<Document> {
    guard let format = all.first(where: { $0.name == name }) else {
      throw FormatError("there is no such format; write one of \(names.joined(separator: ", "))")
    }
    return format
  }

  /// The format of a file by the ending of its name, the longest that fits; nil if none does.
  public func format(ofFile name: String) -> DocumentFormat<Document>? {
    let name = name.lowercased()
    let fitting = all.flatMap { format in
      format.file.endings.filter { name.hasSuffix("." + $0) }.map { (format: format, ending: $0) }
    }
    return fitting.max { $0.ending.count < $1.ending.count }?.format
  }

  /// The first format that an `Accept` header names; nil if it names none of them.
  public func format(accepted header: String) -> DocumentFormat<Document>? {
    let file = FileFormat.accepted(by: header, among: all.map(\.file))
    return all.first { $0.file == file }
  }
}
