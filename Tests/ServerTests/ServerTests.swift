import Casework
import Datasets
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import TestSupport
import Testing

@testable import WayproofServer

@Suite struct ServerTests {
  private func service() throws -> some ApplicationProtocol {
    let world = try World(folder: try DataFolder(path: Repository.geo.path))
    return application(world: world, address: .hostname("127.0.0.1", port: 0))
  }

  @Test func `the service says that it stands`() async throws {
    try await service().test(.router) { client in
      let response = try await client.execute(uri: "/health", method: .get)
      #expect(response.status == .ok)
      #expect(String(buffer: response.body).contains("\"pass\""))
    }
  }

  @Test func `a case sent over HTTP gets the dossier that the command line gives`() async throws {
    let file = Repository.geo.appendingPathComponent("cases/js621-flight.yaml")
    let body = ByteBuffer(bytes: [UInt8](try Data(contentsOf: file)))
    try await service().test(.live) { client in
      let response = try await client.execute(uri: "/v1/check", method: .post, body: body)
      #expect(response.status == .ok)
      #expect(response.headers[.contentType] == "application/json")
      let expected = try String(
        contentsOf: Repository.root.appendingPathComponent(
          "Tests/CaseTests/Cases/js621-flight/expected.json"), encoding: .utf8)
      #expect(String(buffer: response.body) == expected)
    }
  }

  @Test(arguments: ["", "nonsense: [", "wayproof: 1\nid: x\ntitle: t\nclaims: 5\n"])
  func `a wrong case is told with its place`(text: String) async throws {
    try await service().test(.router) { client in
      let response = try await client.execute(
        uri: "/v1/check", method: .post, body: ByteBuffer(string: text))
      #expect(response.status == .unprocessableContent)
      #expect(response.headers[.contentType] == "application/problem+json")
      #expect(String(buffer: response.body).contains("the case:"))
    }
  }

  @Test func `a body beyond the limit is refused`() async throws {
    let body = ByteBuffer(repeating: 32, count: caseLimit + 1)
    try await service().test(.router) { client in
      let response = try await client.execute(uri: "/v1/check", method: .post, body: body)
      #expect(response.status == .contentTooLarge)
    }
  }

  @Test func `an unknown address is a problem document`() async throws {
    try await service().test(.router) { client in
      let response = try await client.execute(uri: "/nowhere", method: .get)
      #expect(response.status == .notFound)
      #expect(response.headers[.contentType] == "application/problem+json")
    }
  }
}
