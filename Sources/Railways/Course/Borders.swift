import Geodesy
import Quantities

/// Where a course goes from country to country: where its track's country changes, and where the data marks a border.
struct Borders {
  let sections: [RailCourse.Section]
  /// Marks of borders, in travel order.
  let marks: [RailCourse.Location]

  /// Within this along the track a mark and a change of country are one border: maps mark the line of the border, and
  /// the outlines of countries by which track is told apart are drawn more coarsely.
  private static let sameBorder = Distance.kilometers(5)

  private struct Change {
    let section: Int
    let from: String
    let to: String
  }

  /// - Parameter start: where a section begins, for changes of country that nothing marks.
  func borders(_ start: (RailCourse.Section) -> Coordinate?) -> [RailCourse.Border] {
    var left = changes
    var borders: [RailCourse.Border] = []
    for mark in marks {
      let own = left.firstIndex { change in
        let gap = sections[change.section].chainage - mark.chainage
        return abs(gap.meters) <= Self.sameBorder.meters
      }
      let change = own.map { left.remove(at: $0) }
      borders.append(
        RailCourse.Border(location: mark, countries: change.map { ($0.from, $0.to) }))
    }
    borders += left.map { change in
      let section = sections[change.section]
      return RailCourse.Border(
        location: RailCourse.Location(chainage: section.chainage, coordinate: start(section)),
        countries: (change.from, change.to))
    }
    return borders.sorted { $0.location.chainage < $1.location.chainage }
  }

  /// Sections whose country is another than the last one known before.
  private var changes: [Change] {
    var changes: [Change] = []
    var country = ""
    for (index, section) in sections.enumerated() where !section.attributes.country.isEmpty {
      let next = section.attributes.country
      if !country.isEmpty, next != country {
        changes.append(Change(section: index, from: country, to: next))
      }
      country = next
    }
    return changes
  }
}
