/// Leaves fields out of a YAML file before it is parsed; what remains keeps its lines.
///
/// Parsing takes by far the most time of reading a lexicon, and a value of a case file needs a third of its fields.
struct FieldFilter {
  private let names: Set<String>

  init(leavingOut names: Set<String>) { self.names = names }

  /// The lines of the file, those of fields that are left out blank.
  func lines(of bytes: [UInt8]) -> [UInt8] {
    var kept: [UInt8] = []
    kept.reserveCapacity(bytes.count)
    var isWanted = true
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if let first = line.first, Tokenizer.isLetter(first),
        let colon = line.firstIndex(of: UInt8(ascii: ":"))
      {
        isWanted = !names.contains(String(decoding: line[..<colon], as: UTF8.self))
      }
      if isWanted { kept += line }
      kept.append(0x0A)
    }
    return kept
  }
}
