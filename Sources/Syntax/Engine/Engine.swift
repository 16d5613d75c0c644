/// One pass over a sentence: tags from left to right, then a tree by shifts and arcs.
///
/// Everything is greedy and linear in the length of the sentence; nothing recurs.
struct Engine {
  private let weights: Weights
  private let tags: [UniversalTag]

  init(_ weights: Weights, tags: [UniversalTag]) {
    self.weights = weights
    self.tags = tags
  }

  /// What the parser makes of a sentence that is not empty.
  struct Result {
    var fineTags: [UInt8] = []
    var heads: [Int] = []
    var relations: [UniversalRelation] = []
  }

  /// - Parameter atoms: the words, with two outside at either end.
  func run(_ atoms: UnsafeBufferPointer<WordAtoms>, _ forms: Signs) -> Result {
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: FeatureSink.capacity) { scratch in
      guard let base = scratch.baseAddress else { return Result() }
      let fineTags = tag(atoms, forms, base)
      let words = TaggedWords(atoms, fineTags: fineTags, tags: tags)
      var state = ParserState(count: fineTags.count)
      while !state.isDone { step(words, &state, base) }
      return Result(
        fineTags: fineTags, heads: Array(state.heads.prefix(fineTags.count)),
        relations: state.labels.prefix(fineTags.count).map {
          UniversalRelation(rawValue: $0) ?? .unspecified
        })
    }
  }

  private func tag(
    _ atoms: UnsafeBufferPointer<WordAtoms>, _ signs: Signs, _ base: UnsafeMutablePointer<UInt64>
  ) -> [UInt8] {
    let count = atoms.count - 4
    var fineTags: [UInt8] = []
    fineTags.reserveCapacity(count)
    var before = (one: UInt32(255), two: UInt32(255))
    for index in 2..<(count + 2) {
      var tag: UInt8
      if !atoms[index].isWordLike {
        tag = signs.tag(of: atoms[index])
      } else {
        var sink = FeatureSink(base)
        TagFeatures.write(atoms, index, before, to: &sink)
        tag = weights.tag(sink)
      }
      fineTags.append(tag)
      before = (UInt32(tag) + 1, before.one)
    }
    return fineTags
  }

  @inline(__always)
  private func step(
    _ words: TaggedWords, _ state: inout ParserState, _ base: UnsafeMutablePointer<UInt64>
  ) {
    let action = state.forced ?? choose(words, state, base)
    guard let arc = state.arc(action) else { return state.shift() }
    state.attach(to: arc.head, label: label(words, state, arc, base))
  }

  private func choose(
    _ words: TaggedWords, _ state: ParserState, _ base: UnsafeMutablePointer<UInt64>
  ) -> ParserState.Action {
    var sink = FeatureSink(base)
    ActionFeatures.write(words, state, to: &sink)
    let sums = weights.actions(sink)
    var best = (sum: Int32.min, action: ParserState.Action.shift)
    if state.allows(.shift) { best = (sums.x, .shift) }
    if sums.y > best.sum, state.allows(.left) { best = (sums.y, .left) }
    if sums.z > best.sum, state.allows(.right) { best = (sums.z, .right) }
    return best.action
  }

  private func label(
    _ words: TaggedWords, _ state: ParserState, _ arc: (head: Int, dependent: Int),
    _ base: UnsafeMutablePointer<UInt64>
  ) -> UInt8 {
    if arc.head == state.root { return UniversalRelation.root.rawValue }
    if words.isPunctuation(arc.dependent) { return UniversalRelation.punctuation.rawValue }
    var sink = FeatureSink(base)
    LabelFeatures.write(words, state, arc, to: &sink)
    return weights.label(sink)
  }
}
