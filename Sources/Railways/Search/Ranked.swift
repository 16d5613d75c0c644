/// An entry of a search's heap, ordered by its cost alone.
struct Ranked<Element>: Comparable {
  let cost: Double
  let element: Element

  init(_ cost: Double, _ element: Element) {
    self.cost = cost
    self.element = element
  }

  static func < (left: Self, right: Self) -> Bool { left.cost < right.cost }
  static func == (left: Self, right: Self) -> Bool { left.cost == right.cost }
}
