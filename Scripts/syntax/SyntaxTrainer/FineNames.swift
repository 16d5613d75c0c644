import Syntax

/// The finer tags: what of a treebank's features helps to find heads.
enum FineNames {
  /// The features that count, by universal tag.
  private static let features: [UniversalTag: [String]] = [
    .verb: ["VerbForm", "Mood", "Tense", "Voice"],
    .auxiliary: ["VerbForm"],
    .noun: ["Case", "Number"],
    .properNoun: ["Case"],
    .pronoun: ["PronType", "Case", "Poss"],
    .determiner: ["PronType", "Case"],
    .adjective: ["Case", "Degree", "VerbForm", "NumType"],
    .adverb: ["PronType"],
    .number: ["NumForm"],
    .particle: ["Polarity"],
  ]

  static func name(_ fields: [Substring], _ tag: UniversalTag, _ language: String) -> String {
    // Made sentences say it themselves.
    if let fine = fields.last, fine.hasPrefix("Fine=") { return String(fine.dropFirst(5)) }
    var name = tag.name
    if language == "ko" {
      if tag != .punctuation, let last = fields[4].split(separator: "+").last {
        name += "." + last
      }
      return name
    }
    var values: [Substring: Substring] = [:]
    for feature in fields[5].split(separator: "|") {
      let parts = feature.split(separator: "=", maxSplits: 1)
      if parts.count == 2 { values[parts[0]] = parts[1] }
    }
    for feature in features[tag] ?? [] {
      if feature == "Tense", values["VerbForm"] != "Part" { continue }
      if feature == "Mood", values["Mood"] != "Imp" { continue }
      if let value = values[Substring(feature)] {
        name += "." + value.prefix(while: { $0 != "," })
      }
    }
    return name
  }
}

/// The inventory of fine tags of one model: the universal ones, and the most frequent finer ones.
struct FineTags {
  private(set) var names: [String] = []
  private(set) var tags: [UniversalTag] = []
  private var index: [String: UInt8] = [:]

  init(_ sentences: [GoldSentence], limit: Int, least: Int) {
    var counts: [String: (count: Int, tag: UniversalTag)] = [:]
    for sentence in sentences {
      for (name, tag) in zip(sentence.fineNames, sentence.tags) {
        counts[name, default: (0, tag)].count += 1
      }
    }
    for tag in UniversalTag.allCases { add(tag.name, tag) }
    let finer = counts.filter { index[$0.key] == nil && $0.value.count >= least }
      .sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
    for (name, entry) in finer.prefix(limit - names.count) { add(name, entry.tag) }
  }

  private mutating func add(_ name: String, _ tag: UniversalTag) {
    index[name] = UInt8(names.count)
    names.append(name)
    tags.append(tag)
  }

  func tag(_ name: String, _ universal: UniversalTag) -> UInt8 {
    index[name] ?? index[universal.name] ?? 0
  }
}
