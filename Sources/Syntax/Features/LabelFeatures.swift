/// The features by which the relation of an arc is chosen as soon as the arc is made.
package enum LabelFeatures {
  package static func write(
    _ words: TaggedWords, _ state: ParserState, _ arc: (head: Int, dependent: Int),
    to sink: inout FeatureSink
  ) {
    writePair(words, arc, to: &sink)
    writeAround(words, state, arc, to: &sink)
    writeChildren(words, state, arc, to: &sink)
  }

  @inline(__always)
  private static func writePair(
    _ words: TaggedWords, _ arc: (head: Int, dependent: Int), to sink: inout FeatureSink
  ) {
    let (head, word) = arc
    let side: UInt32 = word < head ? 1 : 2
    let apart = TaggedWords.distance(word, head) &* 4 &+ side
    let marks = words.marks(from: min(word, head), to: max(word, head)) &* 4 &+ side
    sink.add(words[word].form, side)
    sink.add(words[word].fine, side)
    sink.add(words[word].form, words[word].fine, side)
    sink.add(words[word].suffix, words[word].tag, side)
    sink.add(words[head].form, side)
    sink.add(words[head].fine, side)
    sink.add(words[word].form, words[head].form, side)
    sink.add(words[word].form, words[head].fine, side)
    sink.add(words[word].fine, words[head].form, side)
    sink.add(words[word].fine, words[head].fine, side)
    sink.add(words[word].fine, words[head].fine, apart)
    sink.add(words[word].fine, words[head].fine, marks)
    sink.add(words[word].suffix, words[head].fine, side)
    sink.add(words[word].fine, words[head].suffix, side)
    sink.add(words[word].suffix, words[head].suffix, side)
    sink.add(words[word].form, apart)
  }

  @inline(__always)
  private static func writeAround(
    _ words: TaggedWords, _ state: ParserState, _ arc: (head: Int, dependent: Int),
    to sink: inout FeatureSink
  ) {
    let (head, word) = arc
    let side: UInt32 = word < head ? 1 : 2
    let before = word > 0 ? word - 1 : state.nothing
    let behind = word + 1 <= state.count ? word + 1 : state.nothing
    sink.add(words[before].fine, words[word].fine, words[head].fine, side)
    sink.add(words[behind].fine, words[word].fine, words[head].fine, side)
    sink.add(words[before].form, words[word].fine, side)
    sink.add(words[behind].form, words[word].fine, side)
    let beforeHead = head > 0 ? head - 1 : state.nothing
    sink.add(words[beforeHead].fine, words[word].fine, words[head].fine, side)
    let next = state.coming(side == 1 ? 1 : 0)
    sink.add(words[next].fine, words[word].fine, words[head].fine, side)
    sink.add(words[next].form, words[word].fine, words[head].fine, side)
  }

  @inline(__always)
  private static func writeChildren(
    _ words: TaggedWords, _ state: ParserState, _ arc: (head: Int, dependent: Int),
    to sink: inout FeatureSink
  ) {
    let (head, word) = arc
    let side: UInt32 = word < head ? 1 : 2
    let first = Int(state.left[word].x)
    let second = Int(state.left[word].y)
    let last = Int(state.right[word].x)
    sink.add(words[first].form, words[word].fine, words[head].tag, side)
    sink.add(words[first].form, words[head].form, side)
    sink.add(words[first].form, words[word].form, side)
    sink.add(words[first].form, side)
    sink.add(words[second].form, words[word].fine, side)
    sink.add(words[first].fine, words[word].fine, words[head].fine, side)
    sink.add(words[last].fine, words[word].fine, words[head].fine, side)
    sink.add(words[last].form, words[word].fine, side)
    sink.add(state.leftSet[word], words[word].fine, words[head].tag, side)
    sink.add(state.rightSet[word], words[word].fine, words[head].tag, side)
    sink.add(state.leftSet[head], words[word].fine, words[head].fine, side)
    sink.add(state.rightSet[head], words[word].fine, words[head].fine, side)
    sink.add(state.leftSet[head], words[head].form, words[word].tag, side)
    sink.add(state.rightSet[head], words[head].form, words[word].tag, side)
    let sibling = side == 1 ? Int(state.left[head].x) : Int(state.right[head].x)
    let label = UInt32(state.labels[sibling]) + 1
    sink.add(words[sibling].fine, words[word].fine, words[head].fine, side)
    sink.add(label, words[word].fine, words[head].fine, side)
    sink.add(label, words[head].form, words[word].tag, side)
  }
}
