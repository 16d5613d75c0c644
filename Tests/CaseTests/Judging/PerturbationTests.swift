import Travel
import Casework
import Claims
import Gazetteer
import Plausibility
import Quantities
import Railways
import TestSupport
import Testing
import Wording

/// A datum is changed in a copy of the data folder, and the verdicts change as computed.
@Suite struct PerturbationTests {
  @Test func `with 60 km from Khasan to Baranovsky about 150 km is the track`() throws {
    try Repository.withChangedData([
      "kilometrage.csv": { text in
        // Every post of the line is brought nearer in proportion.
        text.split(separator: "\n", omittingEmptySubsequences: false).map { line -> String in
          var fields = line.split(separator: ",", maxSplits: 2, omittingEmptySubsequences: false)
            .map(String.init)
          guard fields[0] == "baranovsky-khasan", let km = Double(fields[1]) else {
            return String(line)
          }
          fields[1] = "\(km * 60 / 238)"
          return fields.joined(separator: ",")
        }.joined(separator: "\n")
      }
    ]) { folder in
      let dossier = try CaseRunner.dossier("april-2019-train", geo: folder)
      let leg = try #require(dossier.legs[1].leg.way)
      #expect(abs(leg.central.kilometers - 148) < 0.1)
      let account = try #require(dossier.account(of: Claim.ID("border-150")))
      #expect(account.verdict == .consistent)
      #expect(
        account.implications.contains {
          dossier.titles.label(of: $0.reading, in: .claim(account.claim.id)).english
            == "as the distance by rail from Khasan" && $0.meets
        })
      #expect(dossier.account(of: Claim.ID("tracks-200"))?.verdict == .contradicted)
    }
  }

  @Test func `with 1520 mm only between Rajin and Khasan the gauge is changed at Rajin`() throws {
    try Repository.withChangedData([
      "sections.csv": { $0.replacing("1435;1520", with: "1520") }
    ]) { folder in
      let dossier = try CaseRunner.dossier("april-2019-train", geo: folder)
      let path = try #require(dossier.legs[0].leg.way?.course)
      #expect(path.gaugeBreaks.map(\.location.place) == [Place.ID("kp-rajin")])
      #expect(
        dossier.findings.contains {
          $0.code == "gauge-break" && $0.message.english.contains("Rajin")
        })
    }
  }

  @Test func `with Vladivostok at UTC+9 both readings of 10:40 are one`() throws {
    try Repository.withChangedData([
      "stations.csv": { $0.replacing("Asia/Vladivostok", with: "+09:00") }
    ]) { folder in
      let dossier = try CaseRunner.dossier("april-2019-train", geo: folder)
      let windows = dossier.legs[0].windows
      #expect(windows.map { ($0.seconds.high / 60).rounded() } == [10 * 60 + 50])
      guard case .factor(let factor)? = dossier.account(of: Claim.ID("twenty-hours"))?.neededStretch
      else {
        Issue.record("no stretch")
        return
      }
      #expect(abs(factor - 4 / 3.0) < 0.001)
    }
  }
}
