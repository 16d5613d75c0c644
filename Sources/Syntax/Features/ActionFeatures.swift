/// The features by which the next action of the parser is chosen.
///
/// They follow Zhang and Nivre (2011), with more on prepositions: whether "at 7:34" belongs to the
/// verb or to the noun before it depends on the preposition above all.
package enum ActionFeatures {
  package static func write(
    _ words: TaggedWords, _ state: ParserState, to sink: inout FeatureSink
  ) {
    let nodes = Nodes(words, state)
    writeWords(nodes, to: &sink)
    writePairs(nodes, to: &sink)
    writeTriples(nodes, to: &sink)
    writeChildren(words, state, nodes, to: &sink)
    writePrepositions(words, state, nodes, to: &sink)
    writeCounts(words, state, nodes, to: &sink)
  }

  private typealias Node = TaggedWords.Node

  /// The words that a decision looks at: the top of the stack and what comes next.
  private struct Nodes {
    let s0: Node, s1: Node, s2: Node
    let b0: Node, b1: Node, b2: Node, b3: Node
    /// The numbers of the words that children are asked of.
    let top: Int, below: Int, next: Int

    @inline(__always)
    init(_ words: TaggedWords, _ state: ParserState) {
      top = state.stacked(0)
      below = state.stacked(1)
      next = state.coming(0)
      s0 = words[top]
      s1 = words[below]
      s2 = words[state.stacked(2)]
      b0 = words[next]
      b1 = words[state.coming(1)]
      b2 = words[state.coming(2)]
      b3 = words[state.coming(3)]
    }
  }

  @inline(__always)
  private static func writeWords(_ nodes: Nodes, to sink: inout FeatureSink) {
    write(nodes.s0, to: &sink)
    write(nodes.b0, to: &sink)
    write(nodes.s1, to: &sink)
    write(nodes.b1, to: &sink)
    sink.add(nodes.s2.form, nodes.s2.tag)
    sink.add(nodes.s2.fine)
    sink.add(nodes.b2.form, nodes.b2.tag)
    sink.add(nodes.b2.fine)
    sink.add(nodes.b3.fine)
  }

  @inline(__always)
  private static func write(_ node: Node, to sink: inout FeatureSink) {
    sink.add(node.form)
    sink.add(node.fine)
    sink.add(node.form, node.fine)
    sink.add(node.suffix, node.tag)
  }

  @inline(__always)
  private static func writePairs(_ nodes: Nodes, to sink: inout FeatureSink) {
    let (s0, s1, b0, b1) = (nodes.s0, nodes.s1, nodes.b0, nodes.b1)
    sink.add(s0.form, b0.form)
    sink.add(s0.form, b0.fine)
    sink.add(s0.fine, b0.form)
    sink.add(s0.fine, b0.fine)
    sink.add(s0.form, s0.fine, b0.form, b0.fine)
    sink.add(s0.form, s1.form)
    sink.add(s1.form, s0.fine)
    sink.add(s1.fine, s0.form)
    sink.add(s1.fine, s0.fine)
    sink.add(s1.form, b0.form)
    sink.add(s1.form, b0.fine)
    sink.add(s1.fine, b0.form)
    sink.add(s1.fine, b0.fine)
    sink.add(b0.fine, b1.fine)
    sink.add(b0.form, b1.fine)
    sink.add(b0.fine, b1.form)
    sink.add(s0.fine, b1.fine)
    sink.add(s0.form, b1.fine)
    sink.add(s0.suffix, b0.suffix)
    sink.add(s0.suffix, s1.suffix)
    sink.add(s0.fine, b0.suffix)
    sink.add(s0.suffix, b0.fine)
    sink.add(nodes.s2.fine, s0.fine)
  }

  @inline(__always)
  private static func writeTriples(_ nodes: Nodes, to sink: inout FeatureSink) {
    let (s0, s1, s2, b0, b1, b2) = (nodes.s0, nodes.s1, nodes.s2, nodes.b0, nodes.b1, nodes.b2)
    sink.add(s0.fine, b0.fine, b1.fine)
    sink.add(b0.fine, b1.fine, b2.fine)
    sink.add(s1.fine, s0.fine, b0.fine)
    sink.add(s2.fine, s1.fine, s0.fine)
    sink.add(s1.tag, s0.tag, b0.tag, b1.tag)
    sink.add(s2.tag, s1.tag, s0.tag, b0.tag)
    sink.add(s0.tag, b0.tag, b1.tag, b2.tag)
    sink.add(s0.form, b0.fine, b1.fine)
    sink.add(s0.fine, b0.form, b1.fine)
    sink.add(s1.form, s0.fine, b0.fine)
    sink.add(s1.fine, s0.form, b0.fine)
    sink.add(s1.fine, s0.fine, b0.form)
    sink.add(s0.fine, b0.fine, b1.form)
    sink.add(s1.form, s0.form, b0.tag)
  }

  @inline(__always)
  private static func writeChildren(
    _ words: TaggedWords, _ state: ParserState, _ nodes: Nodes, to sink: inout FeatureSink
  ) {
    let (s0, s1, b0) = (nodes.s0, nodes.s1, nodes.b0)
    let (ofTop, ofBelow, ofNext) = (
      state.left[nodes.top], state.left[nodes.below], state.left[nodes.next]
    )
    let (rightOfTop, rightOfBelow) = (state.right[nodes.top], state.right[nodes.below])
    let (s0l, s0l2) = (words[Int(ofTop.x)], words[Int(ofTop.y)])
    let (s0r, s1l) = (words[Int(rightOfTop.x)], words[Int(ofBelow.x)])
    let (s1r, s1r2) = (words[Int(rightOfBelow.x)], words[Int(rightOfBelow.y)])
    let (b0l, b0l2) = (words[Int(ofNext.x)], words[Int(ofNext.y)])
    sink.add(s0.fine, s0l.fine, b0.fine)
    sink.add(s0.fine, s0r.fine, b0.fine)
    sink.add(s0.fine, b0l.fine, b0.fine)
    sink.add(s1.fine, s1r.fine, s0.fine)
    sink.add(s1.fine, s1l.fine, s0.fine)
    sink.add(s1.fine, s0.fine, s0l.fine)
    sink.add(s1.fine, s0.fine, s0r.fine)
    sink.add(s1.fine, s0.fine, b0l.fine, b0.fine)
    sink.add(s0.tag, s0l.tag, s0l2.tag, b0.tag)
    sink.add(b0.tag, b0l.tag, b0l2.tag, s0.tag)
    sink.add(s1.tag, s1r.tag, s1r2.tag, s0.tag)
    sink.add(s0l.form, s0.fine)
    sink.add(s0r.form, s0.fine)
    sink.add(s1r.form, s1.fine, s0.fine)
    sink.add(b0l.form, b0.fine)
    let l0 = UInt32(state.labels[Int(ofTop.x)]) + 1
    let r0 = UInt32(state.labels[Int(rightOfTop.x)]) + 1
    let r1 = UInt32(state.labels[Int(rightOfBelow.x)]) + 1
    let lb = UInt32(state.labels[Int(ofNext.x)]) + 1
    sink.add(s0.fine, b0.fine, l0)
    sink.add(s0.fine, b0.fine, r0)
    sink.add(s0.fine, b0.fine, lb)
    sink.add(s1.fine, s0.fine, r1)
    sink.add(s1.fine, s0.fine, l0)
    sink.add(s1.fine, s0.fine, r0)
    sink.add(s1.form, s0.fine, r1)
    sink.add(s0.form, b0.fine, r0)
  }

  /// Who takes a phrase with a preposition: the noun before it or the verb.
  @inline(__always)
  private static func writePrepositions(
    _ words: TaggedWords, _ state: ParserState, _ nodes: Nodes, to sink: inout FeatureSink
  ) {
    let (s0, s1, b0) = (nodes.s0, nodes.s1, nodes.b0)
    let mine = words[Int(state.left[nodes.top].x)].form
    let coming = words[Int(state.left[nodes.next].x)].form
    sink.add(s0.form, coming)
    sink.add(s1.form, coming)
    sink.add(s0.fine, b0.fine, coming)
    sink.add(s1.fine, s0.fine, coming)
    sink.add(s1.form, s0.fine, coming)
    sink.add(s0.form, coming, b0.form)
    sink.add(s0.fine, coming, b0.form)
    sink.add(s1.fine, s0.fine, mine, coming)
    sink.add(s1.form, mine)
    sink.add(s1.fine, s0.fine, mine)
    sink.add(s1.form, mine, s0.form)
    sink.add(s1.fine, mine, b0.fine)
    sink.add(mine, b0.form)
  }

  @inline(__always)
  private static func writeCounts(
    _ words: TaggedWords, _ state: ParserState, _ nodes: Nodes, to sink: inout FeatureSink
  ) {
    let (s0, s1, b0) = (nodes.s0, nodes.s1, nodes.b0)
    let (l0, r0) = (UInt32(state.leftCount[nodes.top]), UInt32(state.rightCount[nodes.top]))
    let (r1, lb) = (UInt32(state.rightCount[nodes.below]), UInt32(state.leftCount[nodes.next]))
    let apart = TaggedWords.distance(nodes.top, nodes.next)
    let apartBelow = TaggedWords.distance(nodes.below, nodes.top)
    let marks = words.marks(from: nodes.top, to: nodes.next)
    let marksBelow = words.marks(from: nodes.below, to: nodes.top)
    sink.add(s0.form, l0, 1)
    sink.add(s0.form, r0, 2)
    sink.add(s0.fine, l0, r0)
    sink.add(b0.fine, lb)
    sink.add(b0.form, lb)
    sink.add(s1.fine, r1, s0.fine)
    sink.add(s0.form, apart)
    sink.add(b0.form, apart)
    sink.add(s0.fine, b0.fine, apart)
    sink.add(s0.fine, s1.fine, apartBelow)
    sink.add(s0.fine, b0.fine, marks)
    sink.add(s0.fine, s1.fine, marksBelow)
    sink.add(s1.fine, s0.fine, b0.fine, marks &+ marksBelow &* 4)
    sink.add(s0.fine, state.rightSet[nodes.top], b0.fine)
    sink.add(s0.fine, state.leftSet[nodes.top], b0.fine)
    sink.add(s1.fine, state.rightSet[nodes.below], s0.fine)
    sink.add(b0.fine, state.leftSet[nodes.next], s0.fine)
    sink.add(s1.fine, state.leftSet[nodes.below] &+ state.rightSet[nodes.below] &* 31, s0.fine)
    sink.add(s0.form, state.rightSet[nodes.top])
    sink.add(s1.form, state.rightSet[nodes.below])
  }
}
