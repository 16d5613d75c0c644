/// One file of the data folder: what it is, where it comes from and under which licence.
public struct Dataset: Hashable, Sendable {
  /// The path inside `geo/`.
  public let file: String
  public let title: String
  /// The licence's short name, such as `ODbL-1.0`.
  public let licence: String
  /// The words that the licence or good manners ask to be shown.
  public let attribution: String
  /// The day on which it was made or fetched, as an ISO date.
  public let retrieved: String

  public init(
    file: String, title: String, licence: String, attribution: String, retrieved: String
  ) {
    self.file = file
    self.title = title
    self.licence = licence
    self.attribution = attribution
    self.retrieved = retrieved
  }
}

extension DataFolder {
  /// What `datasets.csv` says about every file of the folder.
  public func datasets() throws(DatasetError) -> [Dataset] {
    let table = try table(
      "datasets.csv", columns: ["file", "title", "licence", "attribution", "retrieved"])
    return table.rows.map { row in
      Dataset(
        file: row["file"], title: row["title"], licence: row["licence"],
        attribution: row["attribution"], retrieved: row["retrieved"])
    }
  }
}
