public import Datasets
public import Foundation

extension DataFolder {
  /// The file with the parser's model of a language.
  public func parserModel(_ language: String) -> URL {
    file("syntax/\(language.filter { $0.isLetter && $0.isASCII }).model")
  }

  /// The languages that the folder has parsers for, in order.
  public var parserLanguages: [String] {
    let files = try? FileManager.default.contentsOfDirectory(atPath: file("syntax").path)
    return (files ?? []).filter { $0.hasSuffix(".model") }.map { String($0.dropLast(6)) }.sorted()
  }
}
