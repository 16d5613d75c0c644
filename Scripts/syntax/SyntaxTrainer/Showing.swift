import Datasets
import Foundation
import Syntax

/// Prints the parse of each line of a text, a word a line.
struct Showing {
  private let parser: Parser

  init(language: String, folder: DataFolder) throws {
    parser = try Parser(language: language, from: folder)
  }

  func run(_ file: String) throws {
    let text = String(decoding: try Data(contentsOf: URL(fileURLWithPath: file)), as: UTF8.self)
    for line in text.split(separator: "\n") {
      let bytes = Array(line.utf8)
      let parse = parser.parse(bytes, in: 0..<bytes.count)
      func form(_ word: Int) -> String {
        String(decoding: bytes[parse.words[word].range], as: UTF8.self)
      }
      for (index, word) in parse.words.enumerated() {
        print(
          "\(index)\t\(form(index))\t\(word.tag.name)\t\(word.relation.name)\t"
            + "\(word.head.map { "\($0) \(form($0))" } ?? "-")")
      }
      print()
    }
  }
}
