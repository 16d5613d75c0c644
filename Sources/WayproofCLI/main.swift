import Casework
import Claims
import Datasets
import Foundation
import Plausibility

let world = try World(folder: .locate())
let bytes = try DataFolder.bytes(of: URL(fileURLWithPath: CommandLine.arguments[1]))
do {
  let file = try world.caseFile(bytes: bytes, name: CommandLine.arguments[1])
  let dossier = try Inquiry(world: world).dossier(of: file, name: "x")
  print(dossier.verdict)
  for c in dossier.claims {
    print("==", c.claim.id, c.verdict, c.neededStretch as Any, c.reason)
    for i in c.implications {
      print("   ", i.reading, i.claimed.lower ?? -1, i.claimed.upper ?? -1, "implied", i.implied.low, i.implied.high, i.others, i.stretch as Any, i.meets)
    }
  }
  for k in dossier.conflicts {
    print("## firm", k.isFirm, k.members)
    for r in k.repairs { print("   ", r) }
    for p in k.proofs { print("   proof", p.readings, p.subject, "lower", p.lower, "upper", p.upper); for s in p.steps { print("      ", s.subject, s.relation, s.value, s.member?.text ?? "-", s.premises) } }
  }
  for l in dossier.legs { print(l.leg.title, l.leg.way?.interval as Any); for w in l.windows { print("  ", w.readings, w.seconds.low/3600, w.seconds.high/3600, LegAccount.neededSpeed(over: l.leg.way!, within: w.seconds) as Any) } }
  for f in dossier.findings { print(f.code, f.message) }
} catch { print(error) }
