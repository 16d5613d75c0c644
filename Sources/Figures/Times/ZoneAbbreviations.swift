import Chronology
public import Datasets

/// What abbreviations of zones such as CST can mean: the table `geo/zone_abbreviations.csv`.
public struct ZoneAbbreviations: Sendable {
  private var byName: [String: NamedZone]

  /// None.
  public init() { byName = [:] }

  /// - Throws: `DatasetError` with the place of a zone that there is not.
  init(_ table: Table) throws(DatasetError) {
    var meanings: [String: [NamedZone.Meaning]] = [:]
    for row in table.rows {
      let zone: Zone
      do { zone = try Zone(row["zone"]) } catch {
        throw row.mistake("\(error)", column: "zone")
      }
      meanings[try row.requiredText("abbreviation"), default: []].append(
        NamedZone.Meaning(
          zone: zone, countries: row["countries"].split(separator: " ").map(String.init)))
    }
    byName = meanings.reduce(into: [:]) { names, entry in
      // What means one zone only is printed back as that.
      let name = entry.value.count == 1 ? entry.value[0].zone.identifier : entry.key
      names[entry.key] = NamedZone(name: name, meanings: entry.value)
    }
  }

  /// What an abbreviation in capital letters means; nil where the table has it not.
  public subscript(abbreviation: String) -> NamedZone? { byName[abbreviation] }
}

extension DataFolder {
  /// The abbreviations of zones.
  ///
  /// - Throws: `DatasetError` with the place of a mistake.
  public func zoneAbbreviations() throws(DatasetError) -> ZoneAbbreviations {
    try ZoneAbbreviations(
      table("zone_abbreviations.csv", columns: ["abbreviation", "zone", "countries", "source"]))
  }
}
