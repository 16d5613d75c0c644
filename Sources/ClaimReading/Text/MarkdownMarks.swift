/// Bounds on what Markdown may mark, without which cmark 0.30 takes quadratic time (CVE-2023-22486, CVE-2023-24824,
/// CVE-2023-26485).
enum MarkdownMarks {
  /// No writer sets more in one paragraph.
  private static let greatestCount = 5_000
  /// No writer quotes a quote of a quote so often.
  private static let greatestDepth = 100
  private static let marks = Set("[]!_*<>`~\\".utf8)

  /// The text, with the marks of paragraphs that have too many of them as plain characters. Linear.
  static func bounded(_ text: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var paragraph = 0..<0
    var count = 0
    var depth = 0
    func end(_ result: inout [UInt8]) {
      let isPlain = count <= greatestCount && depth <= greatestDepth
      for byte in text[paragraph] {
        if !isPlain, marks.contains(byte) { result.append(0x5C) }
        result.append(byte)
      }
      (count, depth) = (0, 0)
      paragraph = paragraph.upperBound..<paragraph.upperBound
    }
    var start = 0
    while start < text.count {
      let stop = text[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? text.count
      let line = text[start..<stop]
      paragraph = paragraph.lowerBound..<stop
      if line.allSatisfy({ $0 <= 0x20 }) {
        end(&result)
      } else {
        count += line.reduce(0) { $0 + (marks.contains($1) ? 1 : 0) }
        depth = max(depth, line.prefix { $0 == 0x3E || $0 == 0x20 }.count { $0 == 0x3E })
      }
      start = stop
    }
    end(&result)
    return result
  }
}
