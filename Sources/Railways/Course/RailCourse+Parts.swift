public import Gazetteer
public import Geodesy
public import Quantities

extension RailCourse {
  /// A spot on a course.
  public struct Location: Hashable, Sendable {
    /// How far along the course it is.
    public let chainage: Distance
    /// The place that it is; nil where it is none that anybody names.
    public let place: Place.ID?
    /// The name of the place, blank where it is none.
    public let name: String
    /// Where it is; nil where no source says.
    public let coordinate: Coordinate?

    init(
      chainage: Distance, place: Place.ID? = nil, name: String = "", coordinate: Coordinate? = nil
    ) {
      self.chainage = chainage
      self.place = place
      self.name = name
      self.coordinate = coordinate
    }

    /// A place of a gazetteer; one that the gazetteer lacks goes by its identifier.
    init(_ place: Place.ID, at chainage: Distance, in gazetteer: Gazetteer) {
      let known = gazetteer[id: place]
      self.init(
        chainage: chainage, place: place, name: known?.name ?? place.text,
        coordinate: known?.coordinate)
    }

    /// Its name, else its position as it can be read back, such as `52.0833,23.6541`.
    public var title: String { name.isEmpty ? coordinate?.decimalText ?? "" : name }
  }

  /// A stretch with one set of attributes.
  public struct Section: Sendable {
    /// Where it begins, from the start of the course.
    public let chainage: Distance
    public internal(set) var length: Distance
    /// What is known of its track: line, gauges, power, country, how its length is known.
    public let attributes: TrackAttributes
    /// The limit in the direction of travel; nil where nobody says.
    public let lineSpeed: Speed?
    /// By which share of itself the length may be off.
    let error: ClosedRange<Double>
    /// Which of the course's runs it belongs to, from 0.
    var run: Int
    /// The stretches of mapped track that it follows.
    var stretches = 0..<0

    public var lengthInterval: Interval<Distance> {
      Interval(
        from: length * (1 / (1 + error.upperBound)), to: length * (1 / (1 + error.lowerBound)))
    }
  }

  /// A part of a course on one line in one direction.
  public struct Run: Sendable {
    /// The name of the line, else its number; blank where it has neither.
    public let line: String
    public let sections: ArraySlice<Section>

    public var chainage: Distance { sections.first?.chainage ?? .zero }
    public var length: Distance { sections.reduce(.zero) { $0 + $1.length } }
    public var end: Distance { chainage + length }

    public var lengthInterval: Interval<Distance> {
      let (low, high) = sections.reduce((0.0, 0.0)) { sum, section in
        let own = section.lengthInterval
        return (sum.0 + (own.lower?.meters ?? 0), sum.1 + (own.upper?.meters ?? 0))
      }
      return Interval(from: .meters(low), to: .meters(high))
    }
  }

  /// A change of gauge.
  public struct GaugeBreak: Sendable {
    public let location: Location
    /// The gauges that the train may be on before.
    public let from: [Gauge]
    public let to: [Gauge]
    public let site: GaugeBreakSite
    /// Other stations of this course at which it could happen.
    public let alternatives: [Location]
  }

  /// A crossing of a border.
  public struct Border: Sendable {
    public let location: Location
    /// The countries on either side; nil where the data marks a border and does not say between which.
    public let countries: (from: String, to: String)?
  }

  /// Where a course comes from.
  public struct Source: Sendable {
    /// The name of the imported network; blank for the built-in kilometrage.
    public let name: String
    /// How the network was drawn; nil for the built-in kilometrage, which is not.
    public let detail: NetworkMeta.Detail?
    /// The data sets of an imported network.
    public let parts: [NetworkMeta.Source]
  }
}
