/// A table read from comma-separated text (RFC 4180), with the place of every field.
///
/// Read here and not by a package because a mistake in the data must be shown with its line and
/// column, and because reading the built-in tables is most of what a short run does.
public struct Table: Sendable {
  /// The name that error messages show.
  public let name: String
  /// The column names of the first line.
  public let columns: [String]
  /// The rows below the first line.
  public let rows: [Row]

  /// One row: its fields by column name, and the line it began on.
  public struct Row: Sendable {
    fileprivate let source: Source
    fileprivate let fields: [CommaSeparatedField]
    /// The 1-based line on which the row begins.
    public let line: Int
  }

  /// What all rows of a table share.
  fileprivate final class Source: Sendable {
    let name: String
    let bytes: [UInt8]
    /// The place of every column in a row.
    let index: [String: Int]

    init(name: String, bytes: [UInt8], columns: [String]) {
      self.name = name
      self.bytes = bytes
      index = Dictionary(zip(columns, columns.indices)) { $1 }
    }
  }

  /// How many rows are kept at the most: a small file can unpack to more than memory holds.
  public static let rowLimit = 2_000_000

  /// Reads a table that must have at least the given columns.
  ///
  /// Lines that begin with `#` are comments.
  /// - Throws: `DatasetError.malformed` for a missing column, a row with another number of fields, an
  ///   unclosed quote, text that is not UTF-8 or more rows than are kept.
  public init(bytes: [UInt8], name: String, columns required: [String]) throws(DatasetError) {
    self.name = name
    var rows: [Row] = []
    columns = try Self.read(bytes, name: name, columns: required) { row throws(DatasetError) in
      guard rows.count < Self.rowLimit else { throw Self.tooManyRows(name, line: row.line) }
      rows.append(row)
    }
    self.rows = rows
  }

  /// What is said of a table of more rows than are kept.
  package static func tooManyRows(_ name: String, line: Int) -> DatasetError {
    .malformed(
      file: name, line: line, column: 1,
      message: "more than \(rowLimit) rows are not read; cut the table in two")
  }

  /// Reads a table row by row and keeps none: for tables that are large beside what is wanted of them.
  ///
  /// - Parameter take: is given every row below the first line, in order.
  /// - Returns: the column names of the first line.
  /// - Throws: `DatasetError.malformed` as the table would be refused, and whatever `take` throws.
  @discardableResult
  public static func read(
    _ bytes: [UInt8], name: String, columns required: [String],
    _ take: (Row) throws(DatasetError) -> Void
  ) throws(DatasetError) -> [String] {
    var records = CommaSeparatedRecords(bytes: bytes, name: name)
    guard let header = try records.next() else {
      throw .malformed(
        file: name, line: 1, column: 1,
        message: "the table is empty; its first line must name the columns")
    }
    let columns = header.fields.map { $0.text(in: bytes) }
    let source = Source(name: name, bytes: bytes, columns: columns)
    for column in required where source.index[column] == nil {
      throw .malformed(
        file: name, line: header.line, column: 1, message: "the column '\(column)' is missing")
    }
    while let record = try records.next(count: columns.count) {
      guard record.fields.count == columns.count else {
        throw .malformed(
          file: name, line: record.line, column: 1,
          message: "\(record.fields.count) fields where the first line names "
            + "\(columns.count) columns; quote a field that holds a comma")
      }
      try take(Row(source: source, fields: record.fields, line: record.line))
    }
    return columns
  }
}

extension Table.Row {
  /// The text of a field, empty where it is blank or the table has no such column.
  public subscript(column: String) -> String {
    guard let position = source.index[column] else { return "" }
    return fields[position].text(in: source.bytes)
  }

  /// The number in a field; nil where the field is blank.
  ///
  /// - Throws: `DatasetError.malformed` where the field is no finite number.
  public func number(_ column: String) throws(DatasetError) -> Double? {
    let text = self[column]
    if text.isEmpty { return nil }
    guard let value = Double(text), value.isFinite else {
      throw mistake("'\(text)' in the column '\(column)' is not a number", column: column)
    }
    return value
  }

  /// The number in a field that must not be blank.
  public func requiredNumber(_ column: String) throws(DatasetError) -> Double {
    guard let value = try number(column) else {
      throw mistake("the column '\(column)' is blank; it needs a number", column: column)
    }
    return value
  }

  /// The text of a field that must not be blank.
  public func requiredText(_ column: String) throws(DatasetError) -> String {
    let text = self[column]
    guard !text.isEmpty else {
      throw mistake("the column '\(column)' is blank", column: column)
    }
    return text
  }

  /// A field with several values between semicolons.
  public func list(_ column: String) -> [String] {
    self[column].split(separator: ";").map { part in
      var text = part[...]
      while text.first == " " { text = text.dropFirst() }
      while text.last == " " { text = text.dropLast() }
      return String(text)
    }.filter { !$0.isEmpty }
  }

  /// An error about this row.
  public func mistake(_ message: String, column: String) -> DatasetError {
    .malformed(
      file: source.name, line: line, column: (source.index[column] ?? 0) + 1, message: message)
  }
}
