import CoreMetrics
import Synchronization

/// Metrics of the service in memory, told in Prometheus' text format.
///
/// Source: Prometheus, Exposition formats, text format 0.0.4.
final class MetricsText: MetricsFactory {
  private let all = Mutex<[Series: any Measured]>([:])

  /// A name with its labels.
  fileprivate struct Series: Hashable, Comparable {
    let name: String
    let labels: String

    static func < (left: Series, right: Series) -> Bool {
      (left.name, left.labels) < (right.name, right.labels)
    }
  }

  var text: String {
    let series = all.withLock { $0 }
    var told: Set<String> = []
    return series.sorted { $0.key < $1.key }.map { key, value in
      let head = told.insert(key.name).inserted ? "# TYPE \(key.name) \(value.type)\n" : ""
      return head + value.lines(key.name, key.labels)
    }.joined()
  }

  private func kept<Kind: Measured>(
    _ label: String, _ dimensions: [(String, String)], _ make: () -> Kind
  ) -> Kind {
    let series = Series(name: Self.name(label), labels: Self.labels(dimensions))
    return all.withLock { all in
      if let known = all[series] as? Kind { return known }
      let new = make()
      all[series] = new
      return new
    }
  }

  private static func name(_ label: String) -> String {
    String(label.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" })
  }

  private static func labels(_ dimensions: [(String, String)]) -> String {
    dimensions.map { key, value in
      let safe = value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        .replacing("\n", with: "\\n")
      return "\(name(key))=\"\(safe)\""
    }.joined(separator: ",")
  }

  // MARK: MetricsFactory

  func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
    kept(label, dimensions) { Tally() }
  }

  func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler {
    kept(label, dimensions) { Level() }
  }

  func makeRecorder(
    label: String, dimensions: [(String, String)], aggregate: Bool
  ) -> any RecorderHandler {
    kept(label, dimensions) { Spread(buckets: []) }
  }

  func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
    kept(label + "_seconds", dimensions) {
      Spread(buckets: [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10])
    }
  }

  func destroyCounter(_ handler: any CounterHandler) {}
  func destroyMeter(_ handler: any MeterHandler) {}
  func destroyRecorder(_ handler: any RecorderHandler) {}
  func destroyTimer(_ handler: any TimerHandler) {}
}

/// What is measured under one name and its labels.
private protocol Measured: AnyObject, Sendable {
  var type: String { get }
  func lines(_ name: String, _ labels: String) -> String
}

private func braced(_ labels: String) -> String { labels.isEmpty ? "" : "{\(labels)}" }

private final class Tally: CounterHandler, Measured {
  private let value = Atomic<Int64>(0)
  let type = "counter"

  func increment(by amount: Int64) { value.add(amount, ordering: .relaxed) }
  func reset() { value.store(0, ordering: .relaxed) }

  func lines(_ name: String, _ labels: String) -> String {
    "\(name)\(braced(labels)) \(value.load(ordering: .relaxed))\n"
  }
}

private final class Level: MeterHandler, Measured {
  private let value = Mutex(0.0)
  let type = "gauge"

  func set(_ new: Int64) { set(Double(new)) }
  func set(_ new: Double) { value.withLock { $0 = new } }
  func increment(by amount: Double) { value.withLock { $0 += amount } }
  func decrement(by amount: Double) { value.withLock { $0 -= amount } }

  func lines(_ name: String, _ labels: String) -> String {
    "\(name)\(braced(labels)) \(value.withLock { $0 })\n"
  }
}

private final class Spread: RecorderHandler, TimerHandler, Measured {
  private struct State {
    var counts: [Int]
    var sum = 0.0
    var count = 0
  }

  private let buckets: [Double]
  private let state: Mutex<State>
  let type = "histogram"

  init(buckets: [Double]) {
    self.buckets = buckets
    state = Mutex(State(counts: Array(repeating: 0, count: buckets.count)))
  }

  func record(_ value: Int64) { record(Double(value)) }

  func record(_ value: Double) {
    state.withLock { state in
      state.sum += value
      state.count += 1
      for (place, bound) in buckets.enumerated() where value <= bound { state.counts[place] += 1 }
    }
  }

  func recordNanoseconds(_ duration: Int64) { record(Double(duration) / 1e9) }

  func lines(_ name: String, _ labels: String) -> String {
    let state = state.withLock { $0 }
    let more = labels.isEmpty ? "" : labels + ","
    let parts = zip(buckets, state.counts).map { "\(name)_bucket{\(more)le=\"\($0)\"} \($1)\n" }
    return parts.joined() + "\(name)_bucket{\(more)le=\"+Inf\"} \(state.count)\n"
      + "\(name)_sum\(braced(labels)) \(state.sum)\n\(name)_count\(braced(labels)) \(state.count)\n"
  }
}
