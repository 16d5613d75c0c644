import Foundation
import FuzzTargets
import TestSupport

/// Runs every input of the corpus, and inputs that are made of them by change, through each target. A crash ends it; what was
/// read last is then in `.build/fuzz-last`.
///
/// usage: FuzzReplay [--target NAME] [--runs N] [--seed N]
@main
enum FuzzReplay {
  private static let corpus = Repository.root.appendingPathComponent("Tests/Fuzz/Corpus")
  private static let last = Repository.root.appendingPathComponent(".build/fuzz-last")
  /// Longer than this no input may take.
  private static let patience = Duration.seconds(10)

  static func main() {
    let wanted = option("--target")
    let runs = option("--runs").flatMap(Int.init) ?? 200
    let seed = option("--seed").flatMap(UInt64.init) ?? 1
    let targets = FuzzTarget.all.filter { wanted == nil || wanted == $0.name }
    guard !targets.isEmpty else { fail("there is no such target") }
    let slow = targets.flatMap { replay($0, runs, seed) }
    try? FileManager.default.removeItem(at: last)
    if !slow.isEmpty { fail(slow.joined(separator: "\n")) }
  }

  private static func option(_ name: String) -> String? {
    let arguments = CommandLine.arguments
    guard let place = arguments.firstIndex(of: name), arguments.indices.contains(place + 1) else {
      return nil
    }
    return arguments[place + 1]
  }

  /// - Returns: what took too long.
  private static func replay(_ target: FuzzTarget, _ runs: Int, _ seed: UInt64) -> [String] {
    let folder = corpus.appendingPathComponent(target.name)
    let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()
    let inputs = names.compactMap { name in
      (try? Data(contentsOf: folder.appendingPathComponent(name))).map { Array($0) }
    }
    guard !inputs.isEmpty else { fail("\(target.name): there is no corpus in \(folder.path)") }
    var mutator = Mutator(seed: seed, inputs)
    var slow: [String] = []
    for number in 0..<(inputs.count + runs) {
      let input = number < inputs.count ? inputs[number] : mutator.next()
      try? Data(input).write(to: last)
      let took = ContinuousClock().measure { target.run(input) }
      if took > patience { slow.append("\(target.name): \(took) for \(input.count) bytes") }
    }
    print("\(target.name): \(inputs.count) inputs and \(runs) changed ones")
    return slow
  }

  private static func fail(_ message: String) -> Never {
    FileHandle.standardError.write(Data((message + "\n").utf8))
    exit(1)
  }
}
