import Casework
import HTTPTypes
import Hummingbird
import NIOCore
import Reporting

/// A case file may be this long.
let caseLimit = 4 << 20

/// The service that judges by one world of built-in data.
func application(world: World, address: BindAddress) -> some ApplicationProtocol {
  let router = Router()
  router.add(middleware: ProblemMiddleware())
  router.get("health") { _, _ in
    answer(
      .ok, JSONValue.object(["status": .text("pass"), "version": .text(ProgramVersion.number)]))
  }
  router.post("v1/check") { request, _ in
    let buffer: ByteBuffer
    do { buffer = try await request.body.collect(upTo: caseLimit) } catch is NIOTooManyBytesError {
      throw Problem(.contentTooLarge, "a case file may have at most \(caseLimit >> 20) MB")
    }
    return try answer(.ok, check(Array(buffer.readableBytesView), in: world))
  }
  return Application(
    router: router,
    configuration: ApplicationConfiguration(address: address, serverName: ProgramVersion.name))
}

/// The dossier of a case file, as the command line gives it.
private func check(_ bytes: [UInt8], in world: World) throws(Problem) -> JSONValue {
  do {
    let name = "the case"
    let caseFile = try world.caseFile(bytes: bytes, name: name)
    return JSONValue(try Inquiry(world: world).dossier(of: caseFile, name: name))
  } catch {
    throw Problem(.unprocessableContent, "\(error)")
  }
}

func answer(
  _ status: HTTPResponse.Status, _ value: JSONValue, type: String = "application/json"
) -> Response {
  Response(
    status: status, headers: [.contentType: type, .cacheControl: "no-store"],
    body: ResponseBody(byteBuffer: ByteBuffer(string: value.text())))
}
