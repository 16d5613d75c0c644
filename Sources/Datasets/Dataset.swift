/// One file of the data folder: what it is, where it comes from and under which licence.
public struct Dataset: Hashable, Sendable {
  /// What an answer needs a file for, which decides whether it has to be named beside it.
  public enum Use: String, CaseIterable, Hashable, Sendable {
    case stations, airports, cities
    /// A table of the world's places, of which an answer uses those rows that it names.
    case places
    /// The built-in lines with their published kilometrage.
    case railways
    /// The mapped railways of the world.
    case network
    /// When other trains run.
    case timetables
    /// Vehicles, winds, hedges and all else that is computed with.
    case calculation
    /// The words of texts, which say nothing of a journey.
    case reading
    /// The grammar of sentences.
    case grammar
  }

  /// The path inside `geo/`.
  public let file: String
  public let title: String
  public let use: Use
  /// The licence's short name, such as `ODbL-1.0`.
  public let licence: String
  /// The words that the licence or good manners ask to be shown.
  public let attribution: String
  /// The day on which it was made or fetched, as an ISO date.
  public let retrieved: String

  public init(
    file: String, title: String, use: Use, licence: String, attribution: String, retrieved: String
  ) {
    self.file = file
    self.title = title
    self.use = use
    self.licence = licence
    self.attribution = attribution
    self.retrieved = retrieved
  }
}

extension DataFolder {
  /// What `datasets.csv` says about every file of the folder.
  ///
  /// - Throws: `DatasetError` with the line of a row that says no known `used_for`.
  public func datasets() throws(DatasetError) -> [Dataset] {
    let table = try table(
      "datasets.csv",
      columns: ["file", "title", "used_for", "licence", "attribution", "retrieved"])
    return try table.rows.map { row throws(DatasetError) in
      guard let use = Dataset.Use(rawValue: row["used_for"]) else {
        let known = Dataset.Use.allCases.map(\.rawValue).joined(separator: ", ")
        throw row.mistake("must be one of \(known)", column: "used_for")
      }
      return Dataset(
        file: row["file"], title: row["title"], use: use, licence: row["licence"],
        attribution: row["attribution"], retrieved: row["retrieved"])
    }
  }
}
