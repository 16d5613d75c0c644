import Foundation
import FuzzTargets

// Linked with libFuzzer (Scripts/fuzz), which asks for every input; WAYPROOF_FUZZ names the target.

private let asked: FuzzTarget = {
  let name = ProcessInfo.processInfo.environment["WAYPROOF_FUZZ"] ?? ""
  guard let target = FuzzTarget.named(name) else {
    let names = FuzzTarget.all.map(\.name).joined(separator: ", ")
    FileHandle.standardError.write(Data("WAYPROOF_FUZZ names a target: \(names)\n".utf8))
    exit(2)
  }
  return target
}()

@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  asked.run(Array(UnsafeBufferPointer(start: start, count: count)))
  return 0
}

/// libFuzzer as a library (llvm.org/docs/LibFuzzer.html): the package manager gives programs a beginning of their own name.
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
  _ one: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

@_cdecl("Fuzzer_main")
public func main(
  _ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
) -> CInt {
  var (count, arguments) = (count, arguments)
  return runDriver(&count, &arguments) { testOneInput($0, $1) }
}
