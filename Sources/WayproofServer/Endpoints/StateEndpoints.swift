import HTTPTypes
import Reporting

extension Endpoint {
  /// Whether the process stands.
  static let health = Endpoint(
    method: .get, path: "/health", summary: "Whether the service stands.",
    successes: [Success(words: "It does.", types: FileFormat.json.types)]
  ) { _ in
    Answer.json(.object(["status": .text("pass"), "version": .text(ProgramVersion.number)]))
  }

  /// Whether it can answer: its data are read, its database answers, and not too many wait.
  static let ready = Endpoint(
    method: .get, path: "/ready", summary: "Whether the service can take requests.",
    successes: [Success(words: "It can.", types: FileFormat.json.types)]
  ) { call in
    let service = call.service
    guard await service.store.answers() else {
      throw Problem(.serviceUnavailable, "the database of cases does not answer")
    }
    if let obstacle = service.queue.obstacle { throw Problem(.serviceUnavailable, obstacle) }
    return Answer.json(
      .object(["status": .text("pass"), "waiting": .whole(service.queue.load)]))
  }

  /// What was measured.
  static let metrics = Endpoint(
    method: .get, path: "/metrics",
    summary: "Counts and times of requests, in Prometheus' text format.",
    successes: [Success(words: "The metrics.", types: [("text/plain", nil)])]
  ) { call in
    let own = """
      # TYPE wayproof_waiting gauge
      wayproof_waiting \(call.service.queue.load)
      # TYPE wayproof_held_megabytes gauge
      wayproof_held_megabytes \(MemoryGuard.heldMegabytes ?? 0)

      """
    return Answer.text(
      own + call.service.metrics.text, "text/plain; version=0.0.4; charset=utf-8")
  }
}
