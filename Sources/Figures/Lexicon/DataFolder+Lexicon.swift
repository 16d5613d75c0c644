public import Datasets
import Foundation

extension DataFolder {
  /// The codes of the languages that are understood: those that have a file in `lexicon/`, in alphabetical order.
  ///
  /// - Throws: `DatasetError` where the folder cannot be read.
  public func lexiconLanguages() throws(DatasetError) -> [String] {
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: file("lexicon").path)
    } catch {
      throw .unreadable(
        file("lexicon").path, reason: "there is no such folder, or it may not be read")
    }
    return names.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted()
  }

  /// The words that are common in texts of a language, by which it is known; the rest of its lexicon is not read for them.
  ///
  /// - Throws: `DatasetError` where the file cannot be read, or has a mistake.
  package func commonWords(of language: String) throws(DatasetError) -> [String] {
    let bytes = try DataFolder.bytes(of: file("lexicon/\(language).yaml"))
    let field = Array("common:".utf8)
    let line = bytes.split(separator: 0x0A).first { $0.starts(with: field) }
    if let line, let root = PlainLexiconLines.root(of: Array(line)), let words = root["common"] {
      return words.texts
    }
    return try lexiconEntries(language, figuresOnly: true).common
  }

  /// What the lexicon of a language says.
  ///
  /// - Parameter figuresOnly: whether only what figures are made of is wanted.
  /// - Throws: `DatasetError` with the place of every mistake, or where the file cannot be read.
  package func lexiconEntries(
    _ language: String, figuresOnly: Bool
  ) throws(DatasetError) -> LexiconEntries {
    let name = "lexicon/\(language).yaml"
    let bytes = try DataFolder.bytes(of: file(name))
    do {
      return try LexiconDecoder.entries(bytes, file: name, figuresOnly: figuresOnly)
    } catch {
      throw .document(error)
    }
  }
}
