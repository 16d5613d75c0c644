import Syntax

/// Trains the tagger, and tags with what it has learnt.
struct TaggerTraining {
  let perceptron: Perceptron
  let fineTags: FineTags
  let signs: Signs

  /// - Parameter features: those to learn weights of; any where nil.
  init(_ fineTags: FineTags, features: [UInt64]? = nil) {
    perceptron =
      features.map { Perceptron(width: ModelLayout.tagWidth, features: $0) }
      ?? Perceptron(width: ModelLayout.tagWidth, least: 2)
    self.fineTags = fineTags
    signs = Signs(fineTags.tags)
  }

  func train(_ sentences: [GoldSentence], epochs: Int, seed: UInt64) {
    var random = SeededNumbers(seed)
    var order = Array(sentences.indices)
    for _ in 0..<epochs {
      order.shuffle(using: &random)
      for index in order { _ = run(sentences[index], isTraining: true) }
    }
    perceptron.isAveraged = true
  }

  func tags(_ sentence: GoldSentence) -> [UInt8] { run(sentence, isTraining: false) }

  private func run(_ sentence: GoldSentence, isTraining: Bool) -> [UInt8] {
    var result: [UInt8] = []
    var before = (one: UInt32(255), two: UInt32(255))
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: FeatureSink.capacity) { scratch in
      withUnsafeTemporaryAllocation(of: Float.self, capacity: ModelLayout.tagWidth) { scores in
        guard let base = scratch.baseAddress, let sums = scores.baseAddress else { return }
        for index in sentence.words.indices {
          let gold = fineTags.tag(sentence.fineNames[index], sentence.tags[index])
          var tag: UInt8
          if !sentence.atoms[index + 2].isWordLike {
            tag = signs.tag(of: sentence.atoms[index + 2])
          } else {
            var sink = FeatureSink(base)
            sentence.atoms.withUnsafeBufferPointer {
              TagFeatures.write($0, index + 2, before, to: &sink)
            }
            let features = UnsafeBufferPointer(start: base, count: sink.count)
            perceptron.score(features, sums)
            var best = 0
            for lane in 1..<fineTags.names.count where sums[lane] > sums[best] { best = lane }
            tag = UInt8(best)
            if isTraining {
              perceptron.tick()
              if tag != gold { perceptron.mend(features, good: Int(gold), bad: best) }
            }
          }
          result.append(tag)
          before = (UInt32(tag) + 1, before.one)
        }
      }
    }
    return result
  }

  /// Tags each part of the sentences by what was learnt from the others, so that the parser is
  /// trained on tags as faulty as those it will meet.
  static func jackknifed(
    _ sentences: [GoldSentence], _ fineTags: FineTags, _ features: [UInt64], epochs: Int
  ) -> [[UInt8]] {
    let folds = 5
    var result: [[UInt8]] = Array(repeating: [], count: sentences.count)
    for fold in 0..<folds {
      let training = TaggerTraining(fineTags, features: features)
      let others = sentences.indices.filter { $0 % folds != fold }.map { sentences[$0] }
      training.train(others, epochs: epochs, seed: UInt64(fold + 1))
      for index in sentences.indices where index % folds == fold {
        result[index] = training.tags(sentences[index])
      }
    }
    return result
  }
}
