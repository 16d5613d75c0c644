import Datasets
import Foundation
import TestSupport
import Testing

@Suite struct TableTests {
  private func table(_ text: String) throws -> Table {
    try Table(bytes: Array(text.utf8), name: "t.csv", columns: ["a", "b"])
  }

  @Test func `quotes, commas, line breaks and comments are read`() throws {
    let table = try table("a,b\n# comment\n\"x, \"\"y\"\"\",1\r\n\"two\nlines\",2\n")
    #expect(table.rows.map { $0["a"] } == ["x, \"y\"", "two\nlines"])
    #expect(table.rows.map(\.line) == [3, 4])
    #expect(try table.rows[1].number("b") == 2)
  }

  @Test(arguments: [
    ("", "empty"), ("a\n1\n", "'b' is missing"), ("a,b\n1\n", "1 fields"),
    ("a,b\n\"x,1\n", "never closed"), ("a,b\n1,2,3\n", "3 fields"),
  ])
  func `a mistake is told with its place`(text: String, words: String) {
    let error = #expect(throws: DatasetError.self) { try table(text) }
    #expect(error?.description.contains(words) == true)
    #expect(error?.description.hasPrefix("t.csv:") == true)
  }

  @Test func `text that is not UTF-8 is refused`() {
    #expect(throws: DatasetError.self) {
      try Table(bytes: [0x61, 0x2C, 0x62, 0x0A, 0xFF, 0x2C, 0x31], name: "t", columns: ["a"])
    }
  }

  @Test func `a number must be one`() throws {
    let row = try #require(table("a,b\nx,nan\n").rows.first)
    #expect(throws: DatasetError.self) { try row.number("b") }
    #expect(throws: DatasetError.self) { try row.number("a") }
    #expect(try row.number("missing") == nil)
  }

  @Test func `SHA-256 agrees with FIPS 180-4`() {
    #expect(
      sha256(Array("abc".utf8))
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(
      sha256([]) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
  }

  @Test func `a missing data folder is told with every place that was looked at`() {
    let error = #expect(throws: DatasetError.self) {
      try DataFolder.locate(environment: [:], executable: "/nowhere/bin/wayproof")
    }
    #expect(error?.description.contains("/nowhere/bin/geo") == true)
    #expect(error?.description.contains("WAYPROOF_GEO") == true)
  }
}
