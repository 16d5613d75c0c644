import Datasets
import Foundation
import Reporting

/// What a batch was made from, and what it came to. The same batch has the same manifest, however often it was continued.
struct BatchManifest {
  let identity: EngineIdentity
  let question: RecordQuestion?
  /// Of the command line, what changes answers.
  let options: [String: JSONValue]
  /// The input's name, without folders.
  let input: String
  let inputDigest: String

  private var fields: [String: JSONValue] {
    var fields = identity.fields
    fields["format"] = .text("wayproof-batch")
    fields["format_version"] = .whole(1)
    fields["ask"] = question.map { .text($0.rawValue) }
    fields["options"] = .object(options)
    fields["input"] = .object(["name": .text(input), "sha256": .text(inputDigest)])
    return fields
  }

  /// Names the batch: another input, question, program or data has another.
  var digest: String {
    var fields = fields
    fields["input"] = .object(["sha256": .text(inputDigest)])
    return sha256(Array(JSONValue.object(fields).text(isPretty: false).utf8))
  }

  /// The whole of it, once the output is complete.
  ///
  /// - Parameters:
  ///   - output: the path of the complete output, and the file that holds it by now.
  /// - Throws: `DatasetError` if the output cannot be read.
  func text(
    _ tally: BatchTally, output: String, in file: String
  ) throws(DatasetError) -> String {
    var fields = fields
    fields["records"] = .whole(tally.records)
    fields["bad"] = .whole(tally.bad)
    fields["verdicts"] = .object(tally.verdicts.mapValues { .whole($0) })
    fields["claims"] = .object(tally.claims.mapValues { .whole($0) })
    fields["output"] = .object([
      "name": .text(URL(fileURLWithPath: output).lastPathComponent),
      "sha256": .text(try sha256(ofFile: file)),
    ])
    return JSONValue.object(fields).text()
  }

  /// The digest of an input: of a file its own, of a folder that of a line for each file, as `sha256sum` writes them.
  ///
  /// - Throws: `DatasetError` for a file that cannot be read.
  static func digest(of input: String, files paths: [String]?) throws(DatasetError) -> String {
    guard let paths else { return try sha256(ofFile: input) }
    var lines = ""
    for path in paths { lines += "\(try sha256(ofFile: input + "/" + path))  \(path)\n" }
    return sha256(Array(lines.utf8))
  }
}
