public import Datasets
import Yams

/// A path of a running-path file of railtoolkit (https://railtoolkit.org/schema/running-path.json, versions 2022.05 and
/// 2024.07).
public struct RailtoolkitPath: Sendable {
  public let id: String
  public let name: String
  public let path: RunningPath

  /// The paths of a file; positions are counted from each path's first.
  ///
  /// - Throws: `DocumentError` with the place of every mistake.
  public static func paths(
    yaml bytes: [UInt8], file: String
  ) throws(DocumentError) -> [RailtoolkitPath] {
    let root = try YAMLDocument.root(
      bytes, file: file, kind: "a running-path file",
      beginning: "it begins with 'schema: https://railtoolkit.org/schema/running-path.json'")
    var problems: [DocumentProblem] = []
    let nodes = root["paths"]?.sequence.map(Array.init) ?? root["path"].map { [$0] } ?? []
    if nodes.isEmpty {
      problems.append(
        DocumentProblem(position: FilePosition(root), message: "there is no path in the file"))
    }
    let paths = nodes.compactMap { Self.path($0, &problems) }
    guard problems.isEmpty else { throw DocumentError(file: file, problems: problems) }
    return paths
  }

  private static func path(
    _ node: Node, _ problems: inout [DocumentProblem]
  ) -> RailtoolkitPath? {
    var rows: [(position: Double, speed: Double, resistance: Double)] = []
    for item in node["characteristic_sections"]?.sequence.map(Array.init) ?? [] {
      guard let row = row(item, after: rows.last) else {
        problems.append(
          DocumentProblem(
            position: FilePosition(item),
            message: "a section is a position in m, a speed in km/h and a resistance in ‰"))
        return nil
      }
      rows.append(row)
    }
    rows.sort { $0.position < $1.position }
    guard let first = rows.first, let last = rows.last, rows.count >= 2 else {
      problems.append(
        DocumentProblem(
          position: FilePosition(node), message: "a path has at least two characteristic sections"))
      return nil
    }
    let id = node["id"]?.string ?? ""
    do {
      let path = try RunningPath(
        sections: rows.dropLast().map {
          RunningPath.Section(
            start: $0.position - first.position, limit: $0.speed / 3.6, resistance: $0.resistance)
        }, length: last.position - first.position)
      return RailtoolkitPath(
        id: id, name: node["name"]?.string ?? node["description"]?.string ?? id, path: path)
    } catch {
      problems.append(DocumentProblem(position: FilePosition(node), message: error.description))
      return nil
    }
  }

  /// The older form is three numbers, the newer has named fields; what is left out goes on.
  private static func row(
    _ node: Node, after last: (position: Double, speed: Double, resistance: Double)?
  ) -> (position: Double, speed: Double, resistance: Double)? {
    func number(_ node: Node?) -> Double? {
      (node?.float ?? node?.int.map(Double.init)).flatMap { $0.isFinite ? $0 : nil }
    }
    if let list = node.sequence {
      let values = list.compactMap { number($0) }
      return values.count == 3 ? (values[0], values[1], values[2]) : nil
    }
    guard let position = number(node["position"]) else { return nil }
    return (
      position, number(node["speed"]) ?? last?.speed ?? .infinity,
      number(node["resistance"]) ?? last?.resistance ?? 0
    )
  }
}
