import HeapModule

/// All junctions that are reached by going only upwards in the hierarchy, with the least costs of doing so: the
/// shortest way between two places runs through a junction that is in the space of both.
struct HubSpace {
  /// Where going upwards begins.
  struct Seed {
    let node: Int
    /// In tens of metres.
    let cost: UInt32
  }

  struct Entry {
    let node: UInt32
    let cost: UInt32
    /// The entry from which it was reached; of a seed, the bitwise complement of the seed's place.
    let parent: Int32
    /// The arc by which it was reached.
    let arc: UInt32
  }

  /// The least important junction first, so that two spaces can be gone through side by side.
  private(set) var entries: [Entry] = []

  init(_ graph: RailGraph, from seeds: [Seed]) {
    var open = Heap<Waiting>()
    for (place, seed) in seeds.enumerated() where seed.node < graph.nodeCount {
      open.insert(
        Waiting(
          Entry(
            node: UInt32(seed.node), cost: seed.cost, parent: ~Int32(place), arc: 0)))
    }
    entries.reserveCapacity(128)
    // Arcs lead to smaller numbers only, so what is taken out is final.
    while let next = open.popMax()?.entry {
      if next.node == entries.last?.node { continue }
      let place = Int32(entries.count)
      entries.append(next)
      for index in graph.arcs(from: Int(next.node)) {
        let arc = graph.arc(index)
        guard arc.node < Int(next.node) else { continue }
        open.insert(
          Waiting(
            Entry(
              node: UInt32(arc.node), cost: next.cost &+ arc.cost, parent: place,
              arc: UInt32(index))))
      }
    }
  }

  /// An entry that waits: the greatest number first, of one number the least cost.
  private struct Waiting: Comparable {
    let entry: Entry

    init(_ entry: Entry) { self.entry = entry }

    static func < (left: Waiting, right: Waiting) -> Bool {
      left.entry.node != right.entry.node
        ? left.entry.node < right.entry.node : left.entry.cost > right.entry.cost
    }

    static func == (left: Waiting, right: Waiting) -> Bool {
      left.entry.node == right.entry.node && left.entry.cost == right.entry.cost
    }
  }

  /// The cost by way of a junction, with its entries in the two spaces.
  typealias Meeting = (cost: UInt32, one: Int, other: Int)

  /// The least cost from the one space's seeds to the other's, with the entries that meet; nil where none do.
  func meeting(_ other: HubSpace) -> Meeting? {
    var (left, right) = (0, 0)
    var best: Meeting?
    while left < entries.count, right < other.entries.count {
      let (one, two) = (entries[left], other.entries[right])
      if one.node == two.node {
        let cost = one.cost &+ two.cost
        if cost < best?.cost ?? .max { best = (cost, left, right) }
        left += 1
        right += 1
      } else if one.node > two.node {
        left += 1
      } else {
        right += 1
      }
    }
    return best
  }

  /// Where the spaces meet, the cheapest first.
  func meetings(_ other: HubSpace) -> [Meeting] {
    var (left, right) = (0, 0)
    var found: [Meeting] = []
    while left < entries.count, right < other.entries.count {
      let (one, two) = (entries[left], other.entries[right])
      if one.node == two.node { found.append((one.cost &+ two.cost, left, right)) }
      if one.node >= two.node { left += 1 }
      if two.node >= one.node { right += 1 }
    }
    return found.sorted { ($0.cost, $0.one) < ($1.cost, $1.one) }
  }

  /// The arcs from a seed to an entry, in the order of travel, and the seed's place.
  func trace(to entry: Int) -> (seed: Int, arcs: [(from: Int, arc: Int)]) {
    var arcs: [(from: Int, arc: Int)] = []
    var place = entry
    while entries[place].parent >= 0 {
      let parent = Int(entries[place].parent)
      arcs.append((Int(entries[parent].node), Int(entries[place].arc)))
      place = parent
    }
    return (Int(~entries[place].parent), arcs.reversed())
  }
}
