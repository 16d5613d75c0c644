import Datasets
import Foundation
import Syntax
import TestSupport
import Testing

/// The parsers that the tests share.
enum Parsers {
  static let languages = ["de", "en", "es", "fr", "ko", "ru"]

  private static let parsers = languages.reduce(into: [String: Parser]()) { parsers, language in
    parsers[language] = try? Parser(
      language: language, from: DataFolder(path: Repository.geo.path))
  }

  static func parser(_ language: String) throws -> Parser {
    try #require(parsers[language], "there is no model of \(language)")
  }
}

/// A sentence with its parse, asked by words.
struct Parsed {
  let bytes: [UInt8]
  let parse: Parse

  /// - Parameter language: the code of the language of the text.
  init(_ text: String, _ language: String) throws {
    bytes = Array(text.utf8)
    parse = try Parsers.parser(language).parse(bytes, in: 0..<bytes.count)
  }

  func form(_ word: Int) -> String {
    String(decoding: bytes[parse.words[word].range], as: UTF8.self)
  }

  /// The place of a word; of one that is there twice, the so-manyth.
  func place(_ form: String, _ number: Int = 1) -> Int? {
    let places = parse.words.indices.filter { self.form($0) == form }
    return places.count >= number ? places[number - 1] : nil
  }

  /// The word that a word hangs on.
  func head(_ form: String, _ number: Int = 1) -> String? {
    place(form, number).flatMap { parse.words[$0].head }.map { self.form($0) }
  }

  /// The predicate of the clause that a word is in.
  func clause(_ form: String, _ number: Int = 1) -> String? {
    place(form, number).map { self.form(parse.clause(of: $0)) }
  }

  /// The subject of a predicate.
  func subject(_ form: String) -> String? {
    place(form).flatMap { parse.subject(of: $0) }.map { self.form($0) }
  }

  func relation(_ form: String, _ number: Int = 1) -> UniversalRelation? {
    place(form, number).map { parse.words[$0].relation }
  }
}
