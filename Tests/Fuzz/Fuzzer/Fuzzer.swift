import FuzzTargets
import Foundation

// Linked with libFuzzer (Scripts/fuzz), which calls this for every input; WAYPROOF_FUZZ names the target.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  asked.run(Array(UnsafeBufferPointer(start: start, count: count)))
  return 0
}

private let asked: FuzzTarget = {
  let name = ProcessInfo.processInfo.environment["WAYPROOF_FUZZ"] ?? ""
  guard let target = FuzzTarget.named(name) else {
    let names = FuzzTarget.all.map(\.name).joined(separator: ", ")
    FileHandle.standardError.write(Data("WAYPROOF_FUZZ names a target: \(names)\n".utf8))
    exit(2)
  }
  return target
}()
