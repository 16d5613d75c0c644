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
