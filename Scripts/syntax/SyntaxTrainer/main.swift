import Datasets
import Foundation
import Syntax

// usage: SyntaxTrainer train LANGUAGE OUT.model TRAIN.conllu... --dev DEV.conllu...
//            EPOCHS: how often the treebank is gone through; CASES: whether some sentences come in other letters, too
//        SyntaxTrainer score LANGUAGE GEO FILE.conllu...
//        SyntaxTrainer show LANGUAGE GEO TEXT
func fail(_ message: String) -> Never {
  FileHandle.standardError.write(Data((message + "\n").utf8))
  exit(2)
}

var arguments = Array(CommandLine.arguments.dropFirst())
guard arguments.count >= 4 else {
  fail(
    "usage: SyntaxTrainer train LANGUAGE OUT TRAIN... --dev DEV..., or score|show LANGUAGE GEO FILE..."
  )
}
let mode = arguments.removeFirst()
let language = arguments.removeFirst()
let target = arguments.removeFirst()
let parts = arguments.split(separator: "--dev", omittingEmptySubsequences: false)

func read(_ files: some Sequence<String>) throws -> [GoldSentence] {
  try files.flatMap { try Treebank(file: $0, language: language).sentences }
}

do {
  switch mode {
  case "train":
    let epochs = ProcessInfo.processInfo.environment["EPOCHS"].flatMap { Int($0) } ?? 8
    var sentences = try read(parts[0])
    if ProcessInfo.processInfo.environment["CASES"] != nil {
      sentences += GoldSentence.caseVariants(sentences)
    }
    try Training(sentences, parts.count > 1 ? read(parts[1]) : []).run(
      epochs: epochs, out: target)
  case "score":
    try Scoring(language: language, folder: DataFolder(path: target)).run(read(parts[0]))
  case "show":
    for file in parts[0] {
      try Showing(language: language, folder: DataFolder(path: target)).run(file)
    }
  default: fail("unknown mode \(mode)")
  }
} catch { fail("\(error)") }
