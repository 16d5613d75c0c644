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
    sink.add(words.form[word], side)
    sink.add(words.fine[word], side)
    sink.add(words.form[word], words.fine[word], side)
    sink.add(words.suffix[word], words.tag[word], side)
    sink.add(words.form[head], side)
    sink.add(words.fine[head], side)
    sink.add(words.form[word], words.form[head], side)
    sink.add(words.form[word], words.fine[head], side)
    sink.add(words.fine[word], words.form[head], side)
    sink.add(words.fine[word], words.fine[head], side)
    sink.add(words.fine[word], words.fine[head], apart)
    sink.add(words.fine[word], words.fine[head], marks)
    sink.add(words.suffix[word], words.fine[head], side)
    sink.add(words.fine[word], words.suffix[head], side)
    sink.add(words.suffix[word], words.suffix[head], side)
    sink.add(words.form[word], apart)
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
    sink.add(words.fine[before], words.fine[word], words.fine[head], side)
    sink.add(words.fine[behind], words.fine[word], words.fine[head], side)
    sink.add(words.form[before], words.fine[word], side)
    sink.add(words.form[behind], words.fine[word], side)
    let beforeHead = head > 0 ? head - 1 : state.nothing
    sink.add(words.fine[beforeHead], words.fine[word], words.fine[head], side)
    let next = state.coming(side == 1 ? 1 : 0)
    sink.add(words.fine[next], words.fine[word], words.fine[head], side)
    sink.add(words.form[next], words.fine[word], words.fine[head], side)
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
    sink.add(words.form[first], words.fine[word], words.tag[head], side)
    sink.add(words.form[first], words.form[head], side)
    sink.add(words.form[first], words.form[word], side)
    sink.add(words.form[first], side)
    sink.add(words.form[second], words.fine[word], side)
    sink.add(words.fine[first], words.fine[word], words.fine[head], side)
    sink.add(words.fine[last], words.fine[word], words.fine[head], side)
    sink.add(words.form[last], words.fine[word], side)
    sink.add(state.leftSet[word], words.fine[word], words.tag[head], side)
    sink.add(state.rightSet[word], words.fine[word], words.tag[head], side)
    sink.add(state.leftSet[head], words.fine[word], words.fine[head], side)
    sink.add(state.rightSet[head], words.fine[word], words.fine[head], side)
    sink.add(state.leftSet[head], words.form[head], words.tag[word], side)
    sink.add(state.rightSet[head], words.form[head], words.tag[word], side)
    let sibling = side == 1 ? Int(state.left[head].x) : Int(state.right[head].x)
    let label = UInt32(state.labels[sibling]) + 1
    sink.add(words.fine[sibling], words.fine[word], words.fine[head], side)
    sink.add(label, words.fine[word], words.fine[head], side)
    sink.add(label, words.form[head], words.tag[word], side)
  }
}
