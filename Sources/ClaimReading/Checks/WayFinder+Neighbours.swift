import Figures

/// Lengths and times that stand in neighbouring sentences: "He drove for two hours at an average of 95 km/h. In that time he
/// covered 410 km."
extension WayFinder {
  /// Whether a length and a time of neighbouring sentences are of one way: both are of the journey spoken of, neither has
  /// another of its kind beside it, and nothing in between speaks of another journey, day or direction.
  func areNeighbours(_ one: Int, _ other: Int) -> Bool {
    guard dimensions[one] != dimensions[other], isOfWay(one), isOfWay(other),
      figures[one].tie.strand == figures[other].tie.strand, isOfJourney(one), isOfJourney(other)
    else { return false }
    let (first, second) = (sentence(of: one), sentence(of: other))
    let length = dimensions[one] == .distance ? one : other
    guard second == first + 1, figures[length].siValue >= Self.shortest,
      !isRate(length == one ? other : one)
    else { return false }
    return isOnly(one, in: first...second) && isOnly(other, in: first...second)
      && !speaksOfOther(first...second) && areOfOneDay(first, second)
      && isOfOneSubject(second)
      && meansNamed(second).isSubset(
        of: meansNamed(first).union([figures[one].tie.means].compactMap(\.self)))
  }

  /// Letters of pronouns and articles that are no nouns: "he", "her", "our".
  private static let small = 3

  /// Whether a sentence goes on with the same subject: nothing but pronouns, verbs and words for the whole journey or its
  /// vehicle leads up to the figure or follows it, and so no crossing, ride or passage that is only a piece of the way.
  func isOfOneSubject(_ number: Int) -> Bool {
    let reader = ties.reader
    let sentence = ties.sentences.ranges[number]
    guard reader.hasCapitals(sentence.lowerBound) else { return false }
    let mentions = ties.mentions(number)
    return sentence.allSatisfy { place in
      guard reader.tokens[place].kind == .word,
        !figures.contains(where: { $0.tokens.contains(place) })
      else { return true }
      let here = mentions.filter { $0.tokens.contains(place) }
      // "the trip" is a journey's whole; a ride or a crossing may be a piece of it.
      let isOfWhole = reader.phrase(at: place, { $0.isWholeTrip ? true : nil }) != nil
      if here.isEmpty || here.contains(where: { $0.what == .journey }) {
        return isOfWhole || here.isEmpty && reader.tokens[place].range.count <= Self.small
          || reader.lexicon.common.contains(reader.tokens[place].word)
      }
      return here.contains { mention in
        switch mention.what {
        case .wholeTrip, .takes, .vehicle, .means, .past, .average, .bound, .cue(.covers),
          .cue(.whole), .cue(.moving), .and:
          true
        default: false
        }
      }
    }
  }

  /// Whether what a figure is tied to is a whole journey, for a reason that its words give.
  private func isOfJourney(_ index: Int) -> Bool {
    switch figures[index].tie.target {
    case .journey(_, isPrevious: false): break
    case .leg(from: .some, to: .some): return dimensions[index] == .distance
    default: return false
    }
    return switch figures[index].tie.reason {
    case .distanceOfJourney, .lengthAbout, .coversInTime, .wholeOfJourney, .journeyTakes,
      .vehicleTakes, .besideLength:
      figures[index].modality == .stated
    default: false
    }
  }

  /// Whether no other length or time stands in some sentences.
  private func isOnly(_ index: Int, in sentences: ClosedRange<Int>) -> Bool {
    !figures.indices.contains { other in
      other != index && dimensions[other] == dimensions[index]
        && sentences.contains(sentence(of: other))
    }
  }

  /// Whether some sentences speak of another journey, of what is usual, of a part or of a stop.
  func speaksOfOther(_ sentences: ClosedRange<Int>, besides cues: Set<Cue> = []) -> Bool {
    sentences.contains { number in
      ties.mentions(number).contains { mention in
        switch mention.what {
        case .cue(let cue) where cues.contains(cue): false
        case .cue(.other), .cue(.history), .cue(.back), .cue(.daily), .cue(.remaining),
          .cue(.usual), .cue(.hypothesis), .cue(.zones), .cue(.stop), .cue(.offset),
          .cue(.part), .comparison, .change, .previous, .denial, .first:
          true
        default: false
        }
      }
    }
  }

  /// Whether two sentences name one day at the most.
  private func areOfOneDay(_ first: Int, _ second: Int) -> Bool {
    func days(_ number: Int) -> Set<Moment.Day> {
      Set(
        figures.compactMap { figure in
          guard case .moment(let moment) = figure.value,
            ties.sentence(of: figure) == number
          else { return nil }
          return moment.day
        })
    }
    return days(first).union(days(second)).count <= 1
  }

  func meansNamed(_ number: Int) -> Set<Means> {
    Set(ties.mentions(number).compactMap(\.means))
  }
}
