/// The features by which the next action of the parser is chosen.
///
/// They follow Zhang and Nivre (2011), with more on prepositions: whether "at 7:34" belongs to the
/// verb or to the noun before it depends on the preposition above all.
package enum ActionFeatures {
  package static func write(
    _ words: TaggedWords, _ state: ParserState, to sink: inout FeatureSink
  ) {
    let nodes = Nodes(state)
    writeWords(words, nodes, to: &sink)
    writePairs(words, nodes, to: &sink)
    writeTriples(words, nodes, to: &sink)
    writeChildren(words, state, nodes, to: &sink)
    writePrepositions(words, state, nodes, to: &sink)
    writeCounts(words, state, nodes, to: &sink)
  }

  /// The words that a decision looks at: the top of the stack and what comes next.
  private struct Nodes {
    let s0: Int, s1: Int, s2: Int
    let b0: Int, b1: Int, b2: Int, b3: Int

    @inline(__always)
    init(_ state: ParserState) {
      s0 = state.stacked(0)
      s1 = state.stacked(1)
      s2 = state.stacked(2)
      b0 = state.coming(0)
      b1 = state.coming(1)
      b2 = state.coming(2)
      b3 = state.coming(3)
    }
  }

  @inline(__always)
  private static func writeWords(
    _ words: TaggedWords, _ nodes: Nodes, to sink: inout FeatureSink
  ) {
    write(words, nodes.s0, to: &sink)
    write(words, nodes.b0, to: &sink)
    write(words, nodes.s1, to: &sink)
    write(words, nodes.b1, to: &sink)
    sink.add(words.form[nodes.s2], words.tag[nodes.s2])
    sink.add(words.fine[nodes.s2])
    sink.add(words.form[nodes.b2], words.tag[nodes.b2])
    sink.add(words.fine[nodes.b2])
    sink.add(words.fine[nodes.b3])
  }

  @inline(__always)
  private static func write(_ words: TaggedWords, _ node: Int, to sink: inout FeatureSink) {
    sink.add(words.form[node])
    sink.add(words.fine[node])
    sink.add(words.form[node], words.fine[node])
    sink.add(words.suffix[node], words.tag[node])
  }

  @inline(__always)
  private static func writePairs(
    _ words: TaggedWords, _ nodes: Nodes, to sink: inout FeatureSink
  ) {
    let (s0, s1, b0, b1) = (nodes.s0, nodes.s1, nodes.b0, nodes.b1)
    sink.add(words.form[s0], words.form[b0])
    sink.add(words.form[s0], words.fine[b0])
    sink.add(words.fine[s0], words.form[b0])
    sink.add(words.fine[s0], words.fine[b0])
    sink.add(words.form[s0], words.fine[s0], words.form[b0], words.fine[b0])
    sink.add(words.form[s0], words.form[s1])
    sink.add(words.form[s1], words.fine[s0])
    sink.add(words.fine[s1], words.form[s0])
    sink.add(words.fine[s1], words.fine[s0])
    sink.add(words.form[s1], words.form[b0])
    sink.add(words.form[s1], words.fine[b0])
    sink.add(words.fine[s1], words.form[b0])
    sink.add(words.fine[s1], words.fine[b0])
    sink.add(words.fine[b0], words.fine[b1])
    sink.add(words.form[b0], words.fine[b1])
    sink.add(words.fine[b0], words.form[b1])
    sink.add(words.fine[s0], words.fine[b1])
    sink.add(words.form[s0], words.fine[b1])
    sink.add(words.suffix[s0], words.suffix[b0])
    sink.add(words.suffix[s0], words.suffix[s1])
    sink.add(words.fine[s0], words.suffix[b0])
    sink.add(words.suffix[s0], words.fine[b0])
    sink.add(words.fine[nodes.s2], words.fine[s0])
  }

  @inline(__always)
  private static func writeTriples(
    _ words: TaggedWords, _ nodes: Nodes, to sink: inout FeatureSink
  ) {
    let (s0, s1, s2, b0, b1, b2) = (nodes.s0, nodes.s1, nodes.s2, nodes.b0, nodes.b1, nodes.b2)
    sink.add(words.fine[s0], words.fine[b0], words.fine[b1])
    sink.add(words.fine[b0], words.fine[b1], words.fine[b2])
    sink.add(words.fine[s1], words.fine[s0], words.fine[b0])
    sink.add(words.fine[s2], words.fine[s1], words.fine[s0])
    sink.add(words.tag[s1], words.tag[s0], words.tag[b0], words.tag[b1])
    sink.add(words.tag[s2], words.tag[s1], words.tag[s0], words.tag[b0])
    sink.add(words.tag[s0], words.tag[b0], words.tag[b1], words.tag[b2])
    sink.add(words.form[s0], words.fine[b0], words.fine[b1])
    sink.add(words.fine[s0], words.form[b0], words.fine[b1])
    sink.add(words.form[s1], words.fine[s0], words.fine[b0])
    sink.add(words.fine[s1], words.form[s0], words.fine[b0])
    sink.add(words.fine[s1], words.fine[s0], words.form[b0])
    sink.add(words.fine[s0], words.fine[b0], words.form[b1])
    sink.add(words.form[s1], words.form[s0], words.tag[b0])
  }

  @inline(__always)
  private static func writeChildren(
    _ words: TaggedWords, _ state: ParserState, _ nodes: Nodes, to sink: inout FeatureSink
  ) {
    let (s0, s1, b0) = (nodes.s0, nodes.s1, nodes.b0)
    let s0l = Int(state.left[s0].x)
    let s0l2 = Int(state.left[s0].y)
    let s0r = Int(state.right[s0].x)
    let s1r = Int(state.right[s1].x)
    let s1r2 = Int(state.right[s1].y)
    let s1l = Int(state.left[s1].x)
    let b0l = Int(state.left[b0].x)
    let b0l2 = Int(state.left[b0].y)
    sink.add(words.fine[s0], words.fine[s0l], words.fine[b0])
    sink.add(words.fine[s0], words.fine[s0r], words.fine[b0])
    sink.add(words.fine[s0], words.fine[b0l], words.fine[b0])
    sink.add(words.fine[s1], words.fine[s1r], words.fine[s0])
    sink.add(words.fine[s1], words.fine[s1l], words.fine[s0])
    sink.add(words.fine[s1], words.fine[s0], words.fine[s0l])
    sink.add(words.fine[s1], words.fine[s0], words.fine[s0r])
    sink.add(words.fine[s1], words.fine[s0], words.fine[b0l], words.fine[b0])
    sink.add(words.tag[s0], words.tag[s0l], words.tag[s0l2], words.tag[b0])
    sink.add(words.tag[b0], words.tag[b0l], words.tag[b0l2], words.tag[s0])
    sink.add(words.tag[s1], words.tag[s1r], words.tag[s1r2], words.tag[s0])
    sink.add(words.form[s0l], words.fine[s0])
    sink.add(words.form[s0r], words.fine[s0])
    sink.add(words.form[s1r], words.fine[s1], words.fine[s0])
    sink.add(words.form[b0l], words.fine[b0])
    let (l0, r0) = (UInt32(state.labels[s0l]) + 1, UInt32(state.labels[s0r]) + 1)
    let (r1, lb) = (UInt32(state.labels[s1r]) + 1, UInt32(state.labels[b0l]) + 1)
    sink.add(words.fine[s0], words.fine[b0], l0)
    sink.add(words.fine[s0], words.fine[b0], r0)
    sink.add(words.fine[s0], words.fine[b0], lb)
    sink.add(words.fine[s1], words.fine[s0], r1)
    sink.add(words.fine[s1], words.fine[s0], l0)
    sink.add(words.fine[s1], words.fine[s0], r0)
    sink.add(words.form[s1], words.fine[s0], r1)
    sink.add(words.form[s0], words.fine[b0], r0)
  }

  /// Who takes a phrase with a preposition: the noun before it or the verb.
  @inline(__always)
  private static func writePrepositions(
    _ words: TaggedWords, _ state: ParserState, _ nodes: Nodes, to sink: inout FeatureSink
  ) {
    let (s0, s1, b0) = (nodes.s0, nodes.s1, nodes.b0)
    let mine = words.form[Int(state.left[s0].x)]
    let coming = words.form[Int(state.left[b0].x)]
    sink.add(words.form[s0], coming)
    sink.add(words.form[s1], coming)
    sink.add(words.fine[s0], words.fine[b0], coming)
    sink.add(words.fine[s1], words.fine[s0], coming)
    sink.add(words.form[s1], words.fine[s0], coming)
    sink.add(words.form[s0], coming, words.form[b0])
    sink.add(words.fine[s0], coming, words.form[b0])
    sink.add(words.fine[s1], words.fine[s0], mine, coming)
    sink.add(words.form[s1], mine)
    sink.add(words.fine[s1], words.fine[s0], mine)
    sink.add(words.form[s1], mine, words.form[s0])
    sink.add(words.fine[s1], mine, words.fine[b0])
    sink.add(mine, words.form[b0])
  }

  @inline(__always)
  private static func writeCounts(
    _ words: TaggedWords, _ state: ParserState, _ nodes: Nodes, to sink: inout FeatureSink
  ) {
    let (s0, s1, b0) = (nodes.s0, nodes.s1, nodes.b0)
    let (l0, r0) = (UInt32(state.leftCount[s0]), UInt32(state.rightCount[s0]))
    let (r1, lb) = (UInt32(state.rightCount[s1]), UInt32(state.leftCount[b0]))
    let apart = TaggedWords.distance(s0, b0)
    let apartBelow = TaggedWords.distance(s1, s0)
    let marks = words.marks(from: s0, to: b0)
    let marksBelow = words.marks(from: s1, to: s0)
    sink.add(words.form[s0], l0, 1)
    sink.add(words.form[s0], r0, 2)
    sink.add(words.fine[s0], l0, r0)
    sink.add(words.fine[b0], lb)
    sink.add(words.form[b0], lb)
    sink.add(words.fine[s1], r1, words.fine[s0])
    sink.add(words.form[s0], apart)
    sink.add(words.form[b0], apart)
    sink.add(words.fine[s0], words.fine[b0], apart)
    sink.add(words.fine[s0], words.fine[s1], apartBelow)
    sink.add(words.fine[s0], words.fine[b0], marks)
    sink.add(words.fine[s0], words.fine[s1], marksBelow)
    sink.add(words.fine[s1], words.fine[s0], words.fine[b0], marks &+ marksBelow &* 4)
    sink.add(words.fine[s0], state.rightSet[s0], words.fine[b0])
    sink.add(words.fine[s0], state.leftSet[s0], words.fine[b0])
    sink.add(words.fine[s1], state.rightSet[s1], words.fine[s0])
    sink.add(words.fine[b0], state.leftSet[b0], words.fine[s0])
    sink.add(words.fine[s1], state.leftSet[s1] &+ state.rightSet[s1] &* 31, words.fine[s0])
    sink.add(words.form[s0], state.rightSet[s0])
    sink.add(words.form[s1], state.rightSet[s1])
  }
}
