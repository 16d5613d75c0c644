public import Foundation

/// The folder `geo/`: stations, lines, airports, vehicles, hedges, cases and schemas.
///
/// It is never part of the program, so that anyone can copy it, change a figure and see what becomes
/// of a verdict.
public struct DataFolder: Hashable, Sendable {
  /// Where the folder is.
  public let url: URL

  /// The folder at `path`.
  ///
  /// - Throws: `DatasetError.folderMissing` where there is no such folder, or it holds no
  ///   `stations.csv`.
  public init(path: String) throws(DatasetError) {
    let url = URL(fileURLWithPath: path, isDirectory: true)
    guard DataFolder.holdsData(url) else { throw .folderMissing(tried: [url.path]) }
    self.url = url
  }

  /// The folder that a run should use: the given path, else `WAYPROOF_GEO`, else a `geo` folder
  /// beside the executable or above it, else `../share/wayproof/geo`.
  ///
  /// - Throws: `DatasetError.folderMissing` with every place that was looked at.
  public static func locate(
    explicit: String? = nil, environment: [String: String] = ProcessInfo.processInfo.environment,
    executable: String = DataFolder.executablePath
  ) throws(DatasetError) -> DataFolder {
    if let path = explicit ?? environment["WAYPROOF_GEO"], !path.isEmpty {
      return try DataFolder(path: path)
    }
    var tried: [String] = []
    var folder = URL(fileURLWithPath: executable).deletingLastPathComponent()
    let shared = folder.deletingLastPathComponent().appendingPathComponent("share/wayproof/geo")
    var candidates: [URL] = []
    for _ in 0..<8 {
      candidates.append(folder.appendingPathComponent("geo"))
      if folder.path == "/" { break }
      folder = folder.deletingLastPathComponent()
    }
    for candidate in candidates + [shared] {
      if holdsData(candidate) { return try DataFolder(path: candidate.path) }
      tried.append(candidate.path)
    }
    throw .folderMissing(tried: tried)
  }

  /// The real path of the running program, links followed.
  public static var executablePath: String {
    let link = "/proc/self/exe"
    if let path = try? FileManager.default.destinationOfSymbolicLink(atPath: link) { return path }
    return CommandLine.arguments.first ?? ""
  }

  /// A file of the folder, by its path inside it.
  public func file(_ path: String) -> URL { url.appendingPathComponent(path) }

  /// The table in a file of the folder.
  ///
  /// - Throws: `DatasetError` with the file, line and column of the first mistake.
  public func table(_ path: String, columns: [String]) throws(DatasetError) -> Table {
    try Table(
      bytes: Self.bytes(of: file(path)), name: "geo/" + path, columns: columns)
  }

  /// All bytes of a file, unpacked where it is a gzip file, refused above `limit`.
  public static func bytes(of url: URL, limit: Int = 64 << 20) throws(DatasetError) -> [UInt8] {
    let path = url.path
    let size: Int
    do {
      let attributes = try FileManager.default.attributesOfItem(atPath: path)
      if attributes[.type] as? FileAttributeType == .typeDirectory {
        throw DatasetError.unreadable(path, reason: "it is a folder, not a file")
      }
      size = (attributes[.size] as? NSNumber)?.intValue ?? 0
    } catch let error as DatasetError {
      throw error
    } catch {
      throw .unreadable(path, reason: "there is no such file, or it may not be read")
    }
    guard size <= limit else { throw .tooLarge(path, bytes: size, limit: limit) }
    guard let data = try? Data(contentsOf: url) else {
      throw .unreadable(path, reason: "it may not be read")
    }
    guard data.count <= limit else { throw .tooLarge(path, bytes: data.count, limit: limit) }
    let bytes = [UInt8](data)
    guard bytes.isGzip else { return bytes }
    guard let unpacked = bytes.gunzipped(limit: limit) else {
      throw .unreadable(path, reason: "it is a damaged gzip file, or unpacks to too much")
    }
    return unpacked
  }

  private static func holdsData(_ url: URL) -> Bool {
    FileManager.default.fileExists(atPath: url.appendingPathComponent("stations.csv").path)
  }
}
