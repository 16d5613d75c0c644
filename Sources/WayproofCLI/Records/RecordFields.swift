import Foundation
import Questions
import Reporting

/// Why a record has no answer, and which of its fields is the reason.
struct RecordFailure: Error {
  let reason: String
  var field: String?

  init(_ reason: String, field: String? = nil) {
    self.reason = reason
    self.field = field
  }

  init(_ error: QuestionError) {
    // The parts of a question are fields here.
    reason = error.text { $0.words.joined(separator: "_") }
    field = error.field?.words.joined(separator: "_")
  }
}

/// What a record gives, read by name and held to be of the type that is wanted.
struct RecordFields: Sendable {
  var values: [String: JSONValue]
  /// Documents that are given as bytes, whatever their encoding, by the name of their field.
  var documents: [String: [UInt8]] = [:]
  /// Whether they are cells of a table, in which a list has semicolons between its texts.
  var areCells = false
  /// The folder in which files are looked for that a case names; nil if none may be read.
  var folder: URL?

  init(_ values: [String: JSONValue]) { self.values = values }

  /// The fields of a line.
  ///
  /// - Throws: `RecordFailure` for what is no JSON object.
  init(line: [UInt8]) throws(RecordFailure) {
    guard let text = String(validating: line, as: UTF8.self) else {
      throw RecordFailure("the line is not valid UTF-8")
    }
    guard
      let object = try? JSONDecoder().decode([String: JSONValue].self, from: Data(text.utf8))
    else { throw RecordFailure("the line is not a JSON object") }
    values = object
  }

  /// - Throws: `RecordFailure` that lists what there is, for a field that nobody knows.
  func check(among known: [String]) throws(RecordFailure) {
    let given = Array(values.keys) + Array(documents.keys)
    guard let other = given.filter({ !known.contains($0) }).min() else { return }
    throw RecordFailure(
      "there is no field '\(other.prefix(40))'; there are \(known.joined(separator: ", "))",
      field: String(other.prefix(40)))
  }

  func text(_ name: String) throws(RecordFailure) -> String? {
    switch values[name] {
    case nil, .null?: nil
    case .text(let text)?: text
    default: throw RecordFailure("\(name) must be a text", field: name)
    }
  }

  func required(_ name: String) throws(RecordFailure) -> String {
    guard let text = try text(name), !text.isEmpty else {
      throw RecordFailure("\(name) is missing", field: name)
    }
    return text
  }

  /// The bytes of a document.
  func document(_ name: String) throws(RecordFailure) -> [UInt8]? {
    if let document = documents[name] { return document }
    return try text(name).map { Array($0.utf8) }
  }

  func requiredDocument(_ name: String) throws(RecordFailure) -> [UInt8] {
    guard let document = try document(name), !document.isEmpty else {
      throw RecordFailure("\(name) is missing", field: name)
    }
    return document
  }

  /// A list of texts; one text stands for a list of one.
  func texts(_ name: String) throws(RecordFailure) -> [String] {
    switch values[name] {
    case nil, .null?: return []
    case .text(let text)?:
      guard areCells else { return [text] }
      return text.split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }
    case .array(let items)?:
      let texts = items.compactMap { if case .text(let text) = $0 { text } else { nil } }
      if texts.count == items.count { return texts }
    default: break
    }
    throw RecordFailure("\(name) must be a list of texts", field: name)
  }

  func number(_ name: String) throws(RecordFailure) -> Double? {
    switch values[name] {
    case nil, .null?: return nil
    case .number(let number)?: return number
    case .whole(let number)?: return Double(number)
    case .text(let text)?:
      if let number = Double(text) { return number }
    default: break
    }
    throw RecordFailure("\(name) must be a number", field: name)
  }

  func whole(_ name: String) throws(RecordFailure) -> Int? {
    guard let number = try number(name) else { return nil }
    guard let whole = Int(exactly: number) else {
      throw RecordFailure("\(name) must be a whole number", field: name)
    }
    return whole
  }

  func flag(_ name: String) throws(RecordFailure) -> Bool {
    switch values[name] {
    case nil, .null?: false
    case .flag(let flag)?: flag
    case .text("true")?: true
    case .text("false")?: false
    default: throw RecordFailure("\(name) must be true or false", field: name)
    }
  }

  /// One of some words.
  func choice<Choice: RawRepresentable & CaseIterable>(
    _ name: String, _ type: Choice.Type
  ) throws(RecordFailure) -> Choice? where Choice.RawValue == String {
    guard let text = try text(name) else { return nil }
    guard let choice = Choice(rawValue: text) else {
      let known = Choice.allCases.map(\.rawValue).joined(separator: ", ")
      throw RecordFailure("\(name) must be one of \(known)", field: name)
    }
    return choice
  }
}
