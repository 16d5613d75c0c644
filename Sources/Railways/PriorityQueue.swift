/// A binary heap, least cost first.
struct PriorityQueue<Element> {
  private var entries: [(cost: Double, element: Element)] = []

  var isEmpty: Bool { entries.isEmpty }

  /// The least cost, without taking it out.
  var least: Double? { entries.first?.cost }

  mutating func removeAll() { entries.removeAll(keepingCapacity: true) }

  mutating func push(_ cost: Double, _ element: Element) {
    entries.append((cost, element))
    var child = entries.count - 1
    while child > 0 {
      let parent = (child - 1) / 2
      guard entries[child].cost < entries[parent].cost else { break }
      entries.swapAt(child, parent)
      child = parent
    }
  }

  mutating func pop() -> (cost: Double, element: Element)? {
    guard let first = entries.first else { return nil }
    let last = entries.removeLast()
    guard !entries.isEmpty else { return first }
    entries[0] = last
    var parent = 0
    while true {
      let left = 2 * parent + 1
      guard left < entries.count else { break }
      let right = left + 1
      let child =
        right < entries.count && entries[right].cost < entries[left].cost ? right : left
      guard entries[child].cost < entries[parent].cost else { break }
      entries.swapAt(child, parent)
      parent = child
    }
    return first
  }
}
