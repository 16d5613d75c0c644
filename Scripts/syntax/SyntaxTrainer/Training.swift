import Foundation
import Syntax

/// How many features a model has room for; together they stay below 4 MiB.
struct Sizes {
  var tags = 24_000
  var actions = 260_000
  var labels = 24_000
}

/// The whole of training: fine tags, tagger, jackknifed tags, parser, packing.
struct Training {
  let train: [GoldSentence]
  let dev: [GoldSentence]

  init(_ train: [GoldSentence], _ dev: [GoldSentence]) {
    self.train = train
    self.dev = dev
  }

  func run(epochs: Int, out: String) throws {
    let clock = ContinuousClock()
    let start = clock.now
    func log(_ text: String) { print("\((clock.now - start).components.seconds) s: \(text)") }
    let fineTags = FineTags(train, limit: ModelLayout.tagWidth, least: 25)
    log("\(train.count) sentences, fine tags: \(fineTags.names.joined(separator: " "))")
    let sizes = Sizes()
    let wide = TaggerTraining(fineTags)
    wide.train(train, epochs: 5, seed: 7)
    log(
      "tagger: \(tagAccuracy(dev, dev.map { wide.tags($0) }, fineTags)), \(wide.perceptron.rowCount) features"
    )
    let tagBuckets = Buckets(wide.perceptron.strongest(sizes.tags), count: sizes.tags / 2)
    let tagger = TaggerTraining(fineTags, features: tagBuckets.kept)
    tagger.train(train, epochs: 8, seed: 8)
    let devTags = dev.map { tagger.tags($0) }
    log("packed tagger: \(tagAccuracy(dev, devTags, fineTags)), \(tagBuckets.kept.count) features")
    let trainTags = TaggerTraining.jackknifed(train, fineTags, tagBuckets.kept, epochs: 4)
    log("jackknifed: \(tagAccuracy(train, trainTags, fineTags))")
    let broad = ParserTraining(tags: fineTags.tags)
    func report(_ parser: ParserTraining, _ epoch: Int) {
      let counts = parser.score(dev, devTags)
      log(
        String(format: "epoch %d: UAS %.2f LAS %.2f", epoch, counts.uas, counts.las)
          + ", \(parser.actions.rowCount) and \(parser.labels.rowCount) features")
    }
    broad.train(train, trainTags, epochs: max(2, epochs / 2), seed: 11) { report(broad, $0) }
    let actions = Buckets(broad.actions.strongest(sizes.actions), count: sizes.actions * 10 / 22)
    let labels = Buckets(broad.labels.strongest(sizes.labels), count: sizes.labels / 2)
    let parser = ParserTraining(
      tags: fineTags.tags, actions: actions.kept, labels: labels.kept)
    parser.train(train, trainTags, epochs: epochs, seed: 12) { report(parser, $0) }
    let packing = Packing(tagger, parser, tags: tagBuckets, actions: actions, labels: labels)
    try packing.bytes.write(to: URL(fileURLWithPath: out))
    log("\(packing.bytes.count) bytes written")
  }

  private func tagAccuracy(
    _ sentences: [GoldSentence], _ tags: [[UInt8]], _ fineTags: FineTags
  ) -> String {
    var (words, right, fine) = (0, 0, 0)
    for (sentence, tags) in zip(sentences, tags) {
      for index in sentence.words.indices {
        words += 1
        if fineTags.tags[Int(tags[index])] == sentence.tags[index] { right += 1 }
        let gold = fineTags.tag(sentence.fineNames[index], sentence.tags[index])
        if tags[index] == gold { fine += 1 }
      }
    }
    return "\(Double(right) / Double(max(words, 1)) * 100) % of tags, "
      + "\(Double(fine) / Double(max(words, 1)) * 100) % of fine tags"
  }
}
