import Datasets
import Foundation
import Syntax
import TestSupport
import Testing

/// A model that is damaged is refused with a sentence, and none is read beyond its end.
@Suite struct ModelFileTests {
  private func model() throws -> Data {
    try Data(contentsOf: Repository.geo.appendingPathComponent("syntax/en.model"))
  }

  private func refusal(_ bytes: Data) -> String? {
    do {
      _ = try Model(bytes: bytes, name: "syntax/en.model")
      return nil
    } catch { return error.description }
  }

  @Test func `the model as it is is taken`() throws {
    #expect(try refusal(model()) == nil)
  }

  @Test(arguments: [0, 1, 7, 16, 47, 111, 112, 4_096, 1_000_000])
  func `a model that ends too early is refused`(length: Int) throws {
    let message = try #require(try refusal(model().prefix(length)))
    #expect(message.contains("syntax/en.model") && message.contains("damaged"))
  }

  @Test func `a model with one bit changed is refused`() throws {
    let whole = try model()
    var random = SeededGenerator(seed: 3)
    for _ in 0..<20 {
      var bytes = whole
      bytes[Int.random(in: 0..<bytes.count, using: &random)] ^=
        1 << UInt8.random(in: 0..<8, using: &random)
      #expect(refusal(bytes) != nil)
    }
  }

  @Test func `a language without a model is told by the name of the file`() throws {
    let folder = try DataFolder(path: Repository.geo.path)
    let error = #expect(throws: DatasetError.self) {
      try Parser(language: "xx", from: folder)
    }
    #expect(error?.description.contains("xx.model") == true)
  }

  @Test func `the code of a language leads out of no folder`() throws {
    let folder = try DataFolder(path: Repository.geo.path)
    #expect(folder.parserModel("../../etc/passwd").lastPathComponent == "etcpasswd.model")
  }
}
