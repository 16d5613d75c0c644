/// Strings by number, each kept once.
struct StringTable {
  private var indices: [String: UInt32] = [:]
  private var bytes: [UInt8] = []
  private var starts: [UInt32] = [0]

  mutating func index(of text: String) -> UInt32 {
    if let known = indices[text] { return known }
    bytes += Array(text.utf8)
    starts.append(UInt32(bytes.count))
    let index = UInt32(starts.count - 2)
    indices[text] = index
    return index
  }

  func set(in draft: inout NetworkFile.Draft) {
    draft.set(.strings, bytes)
    draft.set(.stringStarts, starts)
  }
}
