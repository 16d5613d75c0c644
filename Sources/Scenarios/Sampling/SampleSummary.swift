public import Plausibility
import Quantities

/// What many samples say of one measure.
public struct SampleSummary: Sendable {
  /// How often an answer in words was given.
  public struct Share: Hashable, Sendable {
    public let word: AnswerWord
    public let count: Int
    /// Of all samples.
    public let share: Double
    /// The standard error of the share.
    public let error: Double
  }

  /// The values below which some shares of all samples lie.
  public struct Quantiles: Hashable, Sendable {
    public let name: String
    /// In the order of `SampleSummary.levels`, in SI; endless where so many samples are open.
    public let values: [Double]
    /// Between which values each lies with about 68 %, whatever the distribution: the samples one standard error of
    /// the binomial distribution below and above (H. David and H. Nagaraja, Order Statistics, 3rd ed. 2003, section
    /// 7.1).
    public let within: [Bounds]
  }

  public static let levels = [0.05, 0.25, 0.5, 0.75, 0.95]

  public let measure: Measure
  public let count: Int
  /// The most frequent first; empty for measures of numbers.
  public let shares: [Share]
  /// Of both ends of what is left; empty for measures of words.
  public let quantiles: [Quantiles]
  /// How many samples contradict themselves and have no value.
  public let empty: Int

  public init(_ measure: Measure, _ answers: [Measure.Answer]) {
    self.measure = measure
    count = answers.count
    var words: [AnswerWord: Int] = [:]
    var (lows, highs) = ([Double](), [Double]())
    var empty = 0
    for answer in answers {
      switch answer {
      case .word(let word): words[word, default: 0] += 1
      case .moments(let bounds), .seconds(let bounds):
        lows.append(bounds.low)
        highs.append(bounds.high)
      case .none: empty += 1
      }
    }
    self.empty = empty
    let all = Double(max(1, answers.count))
    shares = words.map { word, number in
      let share = Double(number) / all
      return Share(
        word: word, count: number, share: share, error: (share * (1 - share) / all).squareRoot())
    }.sorted { ($1.count, $0.word.text) < ($0.count, $1.word.text) }
    quantiles =
      lows.isEmpty
      ? []
      : [
        Quantiles("least", of: lows), Quantiles("most", of: highs),
      ]
  }
}

extension SampleSummary.Quantiles {
  fileprivate init(_ name: String, of samples: [Double]) {
    let sorted = samples.sorted()
    let count = Double(sorted.count)
    func sample(_ place: Double) -> Double {
      sorted[min(sorted.count - 1, max(0, Int(held: place)))]
    }
    self.name = name
    values = SampleSummary.levels.map { sample($0 * count) }
    within = SampleSummary.levels.map { level in
      let error = (count * level * (1 - level)).squareRoot()
      return Bounds(sample(level * count - error), sample(level * count + error))
    }
  }
}

/// The words of Intelligence Community Directive 203 (2015) for a likelihood.
public enum Likelihood {
  /// Such as `very unlikely`; the bounds of the directive, its gaps at the ends closed.
  public static func words(_ share: Double) -> String {
    switch share {
    case ..<0.05: "almost no chance"
    case ..<0.20: "very unlikely"
    case ..<0.45: "unlikely"
    case ...0.55: "roughly even chance"
    case ...0.80: "likely"
    case ...0.95: "very likely"
    default: "almost certain"
    }
  }
}
