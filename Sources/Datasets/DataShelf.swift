public import Foundation

/// The files that a user added, with where they come from and what their licences ask.
public struct DataShelf: Sendable {
  /// One file on the shelf.
  public struct Item: Codable, Hashable, Sendable {
    public let name: String
    /// Its file's name within the shelf's folder.
    public let file: String
    public let bytes: Int
    public let sha256: String
    /// The address or path it came from.
    public let origin: String
    public let licence: String
    /// Who has to be named wherever it is used.
    public let attribution: String
    /// The day it was added, ISO 8601.
    public let added: String
  }

  /// What is known of a file before it is added.
  public struct Label: Sendable {
    public var name: String
    /// The digest it must have; blank where nobody says.
    public var sha256: String
    public var licence: String
    public var attribution: String
    /// More bytes than this are refused.
    public var limit: Int
    /// Whether it may take the place of something else of its name.
    public var replaces: Bool

    public init(
      name: String, sha256: String = "", licence: String = "", attribution: String = "",
      limit: Int = 4 << 30, replaces: Bool = false
    ) {
      self.name = name
      self.sha256 = sha256.lowercased()
      self.licence = licence
      self.attribution = attribution
      self.limit = limit
      self.replaces = replaces
    }
  }

  public let folder: URL
  private var manifest: URL { folder.appendingPathComponent("manifest.json") }

  public init(folder: URL) { self.folder = folder }

  // MARK: What is there

  /// Everything on the shelf, by name.
  ///
  /// - Throws: `DataShelfError.damaged` for a list that cannot be read.
  public func items() throws(DataShelfError) -> [Item] {
    guard FileManager.default.fileExists(atPath: manifest.path) else { return [] }
    guard let data = try? Data(contentsOf: manifest),
      let items = try? JSONDecoder().decode([Item].self, from: data)
    else { throw .damaged(manifest.path) }
    return items.sorted { $0.name < $1.name }
  }

  /// The file of a name, with its label; nil where there is none.
  public func item(_ name: String) throws(DataShelfError) -> (item: Item, url: URL)? {
    let items = try items()
    return items.first { $0.name == name }.map { ($0, folder.appendingPathComponent($0.file)) }
  }

  /// Holds a file against its digest.
  ///
  /// - Throws: `DataShelfError.changed` where it is not as it was added, `.unknown` for another name.
  public func verify(_ name: String) throws(DataShelfError) {
    guard let (item, url) = try item(name) else { throw .unknown(name) }
    let found: String
    do { found = try Datasets.sha256(ofFile: url.path) } catch {
      throw .changed(name, expected: item.sha256, found: "no file")
    }
    guard found == item.sha256 else {
      throw .changed(name, expected: item.sha256, found: found)
    }
  }

  // MARK: Adding and removing

  /// Adds a file or what an address holds; nothing is kept unless all of it arrived and fits its digest.
  ///
  /// A download that was cut short goes on where it stopped when it is asked for again.
  public func add(from origin: String, _ label: Label, date: String) throws(DataShelfError) -> Item
  {
    guard Self.isName(label.name) else { throw .badName(label.name) }
    try makeFolder()
    let file = label.name + Self.ending(of: origin)
    let known = try items()
    // A password opens the door once, and is not written down.
    let said = Download.withoutPassword(origin)
    try check(file, from: said, label, against: known)
    sweep()
    let part = try fetched(origin, for: file, label)
    let item = try item(part, file, from: said, label, date: date)
    let target = folder.appendingPathComponent(file)
    // One step: the old file is there until the new one is.
    guard rename(part.path, target.path) == 0 else {
      throw .failed(target.path, reason: "it cannot be put in its place")
    }
    try write(known.filter { $0.name != label.name } + [item])
    if let old = known.first(where: { $0.name == label.name }), old.file != file {
      try? FileManager.default.removeItem(at: folder.appendingPathComponent(old.file))
    }
    return item
  }

  /// How long an unfinished file is gone on with, in seconds.
  private static let patience = 7 * 86_400.0

  /// Removes what broke off so long ago that nobody will go on with it.
  private func sweep() {
    let files = FileManager.default
    let names = (try? files.contentsOfDirectory(atPath: folder.path)) ?? []
    for name in names where name.hasSuffix(".part") || name.hasSuffix(Download.headEnding) {
      let url = folder.appendingPathComponent(name)
      let changed = (try? files.attributesOfItem(atPath: url.path))?[.modificationDate] as? Date
      if (changed ?? .now).timeIntervalSinceNow < -Self.patience { try? files.removeItem(at: url) }
    }
  }

  /// Refuses a file whose name is another's.
  private func check(
    _ file: String, from origin: String, _ label: Label, against known: [Item]
  ) throws(DataShelfError) {
    guard file != "manifest.json", !file.hasSuffix(".part"),
      !known.contains(where: { $0.file == file && $0.name != label.name })
    else { throw .badName(label.name) }
    if let other = known.first(where: { $0.name == label.name }), other.origin != origin,
      !label.replaces
    {
      throw .taken(label.name, by: other.origin)
    }
  }

  /// What the origin holds, whole, in a file aside.
  private func fetched(
    _ origin: String, for file: String, _ label: Label
  ) throws(DataShelfError) -> URL {
    // A part belongs to one origin: what another left behind must not be gone on with.
    let mark = Datasets.sha256(Array(origin.utf8)).prefix(8)
    let part = folder.appendingPathComponent("\(file).\(mark).part")
    if origin.contains("://") {
      try Download(from: origin, to: part, limit: label.limit).run()
    } else {
      try copy(origin, to: part, limit: label.limit)
    }
    return part
  }

  /// What is written down of a file that has arrived; one of another digest than was asked for is removed.
  private func item(
    _ part: URL, _ file: String, from origin: String, _ label: Label, date: String
  ) throws(DataShelfError) -> Item {
    let digest: String
    do { digest = try Datasets.sha256(ofFile: part.path) } catch {
      throw .failed(origin, reason: "\(error)")
    }
    guard label.sha256.isEmpty || label.sha256 == digest else {
      try? FileManager.default.removeItem(at: part)
      throw .changed(label.name, expected: label.sha256, found: digest)
    }
    let attributes = try? FileManager.default.attributesOfItem(atPath: part.path)
    let size = (attributes?[.size] as? NSNumber)?.intValue ?? 0
    return Item(
      name: label.name, file: file, bytes: size, sha256: digest,
      origin: origin, licence: label.licence, attribution: label.attribution, added: date)
  }

  /// Takes a file off the shelf.
  public func remove(_ name: String) throws(DataShelfError) {
    let items = try items()
    guard let item = items.first(where: { $0.name == name }) else { throw .unknown(name) }
    try write(items.filter { $0.name != name })
    try? FileManager.default.removeItem(at: folder.appendingPathComponent(item.file))
  }

  private func write(_ items: [Item]) throws(DataShelfError) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    do {
      try encoder.encode(items.sorted { $0.name < $1.name }).write(to: manifest, options: .atomic)
    } catch {
      throw .failed(manifest.path, reason: "it cannot be written")
    }
  }

  private func makeFolder() throws(DataShelfError) {
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      throw .failed(folder.path, reason: "the folder cannot be made")
    }
  }

  private func copy(_ path: String, to part: URL, limit: Int) throws(DataShelfError) {
    let path = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    guard let size = (attributes?[.size] as? NSNumber)?.intValue,
      attributes?[.type] as? FileAttributeType == .typeRegular
    else { throw .failed(path, reason: "there is no such ordinary file, or it may not be read") }
    guard size <= limit else { throw .tooLarge(path, limit: limit) }
    try? FileManager.default.removeItem(at: part)
    do { try FileManager.default.copyItem(atPath: path, toPath: part.path) } catch {
      throw .failed(path, reason: "it cannot be copied")
    }
    chmod(part.path, 0o644)
  }

  private static func isName(_ name: String) -> Bool {
    !name.isEmpty && name.count <= 80 && !name.hasPrefix(".")
      && name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_.".contains($0)) }
  }

  /// The ending of a file, such as `.osm.pbf` or `.geojson.gz`, which says what it holds.
  private static func ending(of origin: String) -> String {
    let path = origin.split(whereSeparator: { "?#".contains($0) }).first.map(String.init) ?? origin
    let name = path.split(separator: "/").last.map(String.init) ?? ""
    let parts = name.split(separator: ".").dropFirst().suffix(3)
    let known = parts.drop { part in
      !["osm", "xml", "pbf", "geojson", "json", "csv", "dat", "tar", "zip"].contains(
        part.lowercased())
        && part != parts.last
    }
    return known.filter { $0.count <= 10 && $0.allSatisfy { $0.isLetter || $0.isNumber } }
      .map { "." + $0.lowercased() }.joined()
  }
}

/// Why a file cannot be added, found or used.
public enum DataShelfError: Error, Hashable, Sendable, CustomStringConvertible {
  case badName(String)
  /// Something else has the name.
  case taken(String, by: String)
  case unknown(String)
  case damaged(String)
  case changed(String, expected: String, found: String)
  case tooLarge(String, limit: Int)
  case failed(String, reason: String)

  public var description: String {
    switch self {
    case .badName(let name):
      "'\(name)' is no name for a file: letters, digits, -, _ and . will do"
    case .taken(let name, let origin):
      "something else is called '\(name)', from \(origin); take another name, or have it replaced"
    case .unknown(let name): "nothing is called '\(name)'; `wayproof data list` shows what there is"
    case .damaged(let path): "\(path): the list of data cannot be read; correct or remove it"
    case .changed(let name, let expected, let found):
      "\(name): its SHA-256 is \(found) and should be \(expected); it was not as expected when it came, "
        + "or has been changed since"
    case .tooLarge(let origin, let limit):
      "\(origin): it is larger than \(limit >> 20) MB, the limit that was set"
    case .failed(let what, let reason): "\(what): \(reason)"
    }
  }
}
