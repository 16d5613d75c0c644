import Travel
import Gazetteer
import Quantities
import TrainMotion
import Wording

/// The speed of a run over the distance: what the line allows, the best run and the worst, and what is said of it.
struct SpeedProfile {
  let run: TrainJourney
  var language = Language.english
  /// What somebody says of its speed.
  var claims: [Chart.Band] = []

  var chart: Chart {
    // The least and the greatest length are drawn as one, so that stations stand at one place.
    let length = run.way.central.kilometers
    func points(_ curve: RunCurve) -> [(x: Double, y: Double)] {
      curve.points.map { ($0.position / curve.length * length, $0.speed * 3.6) }
    }
    let names = run.places.map { Phrase(term: $0.name) }
    let title = names.joined(separator: " – ")
    return Chart(
      title: say("\(title) by \(term: run.model.name): speed"),
      xTitle: say("km from \(names.first ?? "")"), yTitle: say("km/h"),
      series: [
        Chart.Series(
          name: say("most that line and train allow"), points: limit(length), style: .limit),
        Chart.Series(name: say("best case"), points: points(run.bestCurve), style: .main),
        Chart.Series(name: say("worst case"), points: points(run.worstCurve), style: .second),
      ], marks: marks(length), bands: claims)
  }

  private func say(_ phrase: Phrase) -> String { language.text(phrase) }

  private func limit(_ length: Double) -> [(x: Double, y: Double)] {
    let path = run.profile.best
    var limit: [(x: Double, y: Double)] = []
    for (index, section) in path.sections.enumerated() {
      let end = index + 1 < path.sections.count ? path.sections[index + 1].start : path.length
      let share = section.start / path.length
      let train = run.train(at: share * run.way.central.meters)
      let speed = min(section.limit, train.best.ceiling) * 3.6
      limit += [(share * length, speed), (end / path.length * length, speed)]
    }
    return limit
  }

  private func marks(_ length: Double) -> [Chart.Mark] {
    var marks = run.stops.map {
      Chart.Mark(x: $0.position / 1_000, name: say(Phrase(term: $0.place.name)))
    }
    if let first = run.places.first, let last = run.places.last {
      marks += [
        Chart.Mark(x: 0, name: say(Phrase(term: first.name))),
        Chart.Mark(x: length, name: say(Phrase(term: last.name))),
      ]
    }
    return marks
  }
}
