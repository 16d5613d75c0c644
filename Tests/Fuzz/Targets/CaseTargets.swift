import Casework
import Chronology
import Figures
import Questions
import Reporting
import Travel

extension FuzzTarget {
  /// More claims than these are not judged here: a target is to be run often.
  private static let claims = 12

  /// Case files, values and reports.
  static let caseTargets = [
    FuzzTarget("case") { bytes in
      var question = try CheckQuestion(bytes, name: "case")
      question.claimLimit = claims
      let judged = try question.answer(in: FuzzWorld.world)
      for format in JudgedCases.formats.all {
        _ = try? format.text(of: JudgedCases([judged], isList: false))
      }
    },
    FuzzTarget("value") { bytes in
      let (grammar, text) = (try FuzzWorld.world.grammar, String(decoding: bytes, as: UTF8.self))
      for dimension in ValueUnit.Dimension.allCases {
        guard let value = try? grammar.value(text, as: dimension) else { continue }
        let profile = try FuzzWorld.world.usualProfile
        let interval = value.interval(under: profile)
        if let low = interval.lower, let high = interval.upper, low > high {
          violated("'\(text)' is an interval from \(low) to \(high)")
        }
        // A value that can be written in so many words is the same when it is read again.
        guard value.number.value < 1e15, (value.upperNumber?.value ?? 0) < 1e15 else { continue }
        if (try? grammar.value(value.notation, as: dimension)) == nil {
          violated("'\(text)' is written as '\(value.notation)', which is not understood")
        }
      }
    },
    FuzzTarget("time") { bytes in
      let text = String(decoding: bytes, as: UTF8.self)
      let expression = try FuzzWorld.world.grammar.time(text)
      _ = expression.intervals(
        in: .utc, dateline: nil, ahead: false, profile: try FuzzWorld.world.usualProfile)
      guard (try? FuzzWorld.world.grammar.time(expression.notation)) != nil else {
        violated("'\(text)' is written as '\(expression.notation)', which is not understood")
      }
    },
    FuzzTarget("carried-case") { bytes in _ = EmbeddedCase.bytes(in: bytes) },
    FuzzTarget("dossier-diff") { bytes in
      let half = bytes.count / 2
      let diff = try DossierDiff(Array(bytes[..<half]), Array(bytes[half...]))
      for format in DossierDiff.formats.all { _ = try? format.text(of: diff) }
    },
    FuzzTarget("sentence") { bytes in
      _ = try SentenceQuestion(bytes).answer(by: FuzzWorld.reader, in: FuzzWorld.world)
    },
  ]
}
