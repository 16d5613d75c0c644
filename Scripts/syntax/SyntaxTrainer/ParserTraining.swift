import Syntax

/// Trains actions and labels with a dynamic oracle and exploration (Goldberg and Nivre 2013).
struct ParserTraining {
  let actions: Perceptron
  let labels: Perceptron
  let tags: [UniversalTag]

  /// With any features.
  init(tags: [UniversalTag]) {
    self.tags = tags
    actions = Perceptron(width: 3, least: 3, capacity: 1 << 20)
    labels = Perceptron(width: ModelLayout.labelWidth, least: 2)
  }

  /// With given features.
  init(tags: [UniversalTag], actions: [UInt64], labels: [UInt64]) {
    self.tags = tags
    self.actions = Perceptron(width: 3, features: actions)
    self.labels = Perceptron(width: ModelLayout.labelWidth, features: labels)
  }

  struct Counts {
    var words = 0
    var heads = 0
    var both = 0
    var uas: Double { Double(heads) / Double(max(words, 1)) * 100 }
    var las: Double { Double(both) / Double(max(words, 1)) * 100 }
  }

  func train(
    _ sentences: [GoldSentence], _ fineTags: [[UInt8]], epochs: Int, seed: UInt64,
    after: (Int) -> Void
  ) {
    var random = SeededNumbers(seed)
    var order = Array(sentences.indices)
    for epoch in 0..<epochs {
      order.shuffle(using: &random)
      actions.isAveraged = false
      labels.isAveraged = false
      for index in order {
        _ = run(sentences[index], fineTags[index], epoch: epoch, &random)
      }
      actions.isAveraged = true
      labels.isAveraged = true
      after(epoch)
    }
  }

  func score(_ sentences: [GoldSentence], _ fineTags: [[UInt8]]) -> Counts {
    var counts = Counts()
    var random = SeededNumbers(1)
    for (sentence, tags) in zip(sentences, fineTags) {
      let state = run(sentence, tags, epoch: -1, &random)
      for index in sentence.words.indices {
        counts.words += 1
        guard state.heads[index] == sentence.heads[index] else { continue }
        counts.heads += 1
        if state.labels[index] == sentence.relations[index].rawValue { counts.both += 1 }
      }
    }
    return counts
  }

  /// One sentence; nothing is learnt where the epoch is negative.
  private func run(
    _ sentence: GoldSentence, _ fineTags: [UInt8], epoch: Int, _ random: inout SeededNumbers
  ) -> ParserState {
    let words = sentence.atoms.withUnsafeBufferPointer {
      TaggedWords($0, fineTags: fineTags, tags: tags)
    }
    var state = ParserState(count: sentence.words.count)
    let oracle = Oracle(heads: sentence.heads)
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: FeatureSink.capacity) { scratch in
      withUnsafeTemporaryAllocation(of: Float.self, capacity: ModelLayout.labelWidth) { scores in
        guard let base = scratch.baseAddress, let sums = scores.baseAddress else { return }
        while !state.isDone {
          let action =
            state.forced
            ?? choose(words, state, oracle, epoch, &random, base, sums)
          guard let arc = state.arc(action) else {
            state.shift()
            continue
          }
          let label = label(words, state, arc, sentence, epoch, base, sums)
          state.attach(to: arc.head, label: label)
        }
      }
    }
    return state
  }

  private func choose(
    _ words: TaggedWords, _ state: ParserState, _ oracle: Oracle, _ epoch: Int,
    _ random: inout SeededNumbers, _ base: UnsafeMutablePointer<UInt64>,
    _ sums: UnsafeMutablePointer<Float>
  ) -> ParserState.Action {
    var sink = FeatureSink(base)
    ActionFeatures.write(words, state, to: &sink)
    let features = UnsafeBufferPointer(start: base, count: sink.count)
    actions.score(features, sums)
    let allowed = ParserState.Action.allCases.filter { state.allows($0) }
    let best = allowed.max { sums[$0.rawValue] < sums[$1.rawValue] } ?? .shift
    guard epoch >= 0 else { return best }
    actions.tick()
    let costs = allowed.map { oracle.cost($0, state) }
    let least = costs.min() ?? 0
    let good = zip(allowed, costs).filter { $0.1 == least }.map(\.0)
    guard !good.contains(best) else { return best }
    let right = good.max { sums[$0.rawValue] < sums[$1.rawValue] } ?? .shift
    actions.mend(features, good: right.rawValue, bad: best.rawValue)
    return epoch > 0 && Double.random(in: 0..<1, using: &random) < 0.9 ? best : right
  }

  private func label(
    _ words: TaggedWords, _ state: ParserState, _ arc: (head: Int, dependent: Int),
    _ sentence: GoldSentence, _ epoch: Int, _ base: UnsafeMutablePointer<UInt64>,
    _ sums: UnsafeMutablePointer<Float>
  ) -> UInt8 {
    if arc.head == state.root { return UniversalRelation.root.rawValue }
    if words.isPunctuation(arc.dependent) { return UniversalRelation.punctuation.rawValue }
    var sink = FeatureSink(base)
    LabelFeatures.write(words, state, arc, to: &sink)
    let features = UnsafeBufferPointer(start: base, count: sink.count)
    labels.score(features, sums)
    var best = 0
    for lane in 1..<ModelLayout.labelWidth where sums[lane] > sums[best] { best = lane }
    let gold = Int(sentence.relations[arc.dependent].rawValue)
    if epoch >= 0, sentence.heads[arc.dependent] == arc.head, gold < ModelLayout.labelWidth {
      labels.tick()
      if best != gold { labels.mend(features, good: gold, bad: best) }
    }
    return UInt8(best)
  }
}

/// How many arcs of the treebank an action makes unreachable.
struct Oracle {
  let heads: [Int]
  private var children: [[Int]]

  init(heads: [Int]) {
    self.heads = heads
    children = Array(repeating: [], count: heads.count + 1)
    for (word, head) in heads.enumerated() { children[head].append(word) }
  }

  func cost(_ action: ParserState.Action, _ state: ParserState) -> Int {
    guard let arc = state.arc(action) else { return shiftCost(state) }
    let head = heads[arc.dependent]
    // A word that is taken off the stack gets no children from what is still to come.
    var cost = children[arc.dependent].filter { $0 >= state.next }.count
    let below = state.stack.count > 1 ? state.stack[state.stack.count - 2] : -1
    let isReachable = head >= state.next || head == below
    if isReachable, head != arc.head { cost += 1 }
    return cost
  }

  private func shiftCost(_ state: ParserState) -> Int {
    let next = state.next
    let head = heads[next]
    var cost = 0
    for (depth, word) in state.stack.reversed().enumerated() {
      if heads[word] == next { cost += 1 }
      if depth > 0, word == head { cost += 1 }
    }
    return cost
  }
}
