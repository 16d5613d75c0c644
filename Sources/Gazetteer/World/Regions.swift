import Foundation

/// The states and provinces by which people tell cities of one name apart, by their names, by the codes of the post and
/// by what newspapers shorten them to.
///
/// `geo/world/regions.tsv`: country, the code of GeoNames, names; continents are of no country.
struct Regions: Sendable {
  struct Region: Hashable, Sendable {
    let country: String
    let code: String
  }

  private let byName: [NameKey: [Region]]
  private let names: [Region: String]

  init(_ text: String) {
    var byName: [NameKey: [Region]] = [:]
    var names: [Region: String] = [:]
    for line in text.split(separator: "\n") {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard fields.count == 3 else { continue }
      let region = Region(country: fields[0], code: fields[1])
      for name in fields[2].split(separator: ";") {
        byName[NameKey(String(name)), default: []].append(region)
        if names[region] == nil { names[region] = String(name) }
      }
    }
    self.byName = byName
    self.names = names
  }

  /// The regions that a text names: "WA" is in the United States and in Australia.
  func named(_ text: String) -> [Region] { byName[NameKey(text.filter { $0 != "." })] ?? [] }

  /// The usual name of the region that a country has under a code; blank where the table has none.
  func name(of code: String, in country: String) -> String {
    code.isEmpty ? "" : names[Region(country: country, code: code)] ?? ""
  }
}
