/// How far the parser is in a sentence: a stack of words that still want a head, the words to come,
/// and the arcs made.
///
/// Words have the numbers 0 to n − 1; n is the root, which stands behind the last word, and n + 1 is
/// a word that is not there. The system is arc-hybrid (Kuhlmann, Gómez-Rodríguez and Satta 2011):
/// n shifts and n arcs for n words.
package struct ParserState {
  package enum Action: Int, CaseIterable, Sendable {
    /// The next word goes onto the stack.
    case shift
    /// The top of the stack hangs on the next word.
    case left
    /// The top of the stack hangs on the word below it.
    case right
  }

  package let count: Int
  package private(set) var stack: [Int] = []
  /// The next word; the root where it equals `count`.
  package private(set) var next = 0
  package private(set) var heads: [Int]
  package private(set) var labels: [UInt8]
  /// The outermost and the second outermost child to the left and to the right of each word.
  private(set) var left: [SIMD2<Int32>]
  private(set) var right: [SIMD2<Int32>]
  /// How many children there are to either side, and which relations they have, as bits.
  private(set) var leftCount: [UInt8]
  private(set) var rightCount: [UInt8]
  private(set) var leftSet: [UInt32]
  private(set) var rightSet: [UInt32]

  package var root: Int { count }
  var nothing: Int { count + 1 }
  package var isDone: Bool { stack.isEmpty && next == count }

  package init(count: Int) {
    self.count = count
    let none = SIMD2(repeating: Int32(truncatingIfNeeded: count + 1))
    heads = Array(repeating: -1, count: count + 2)
    labels = Array(repeating: 0, count: count + 2)
    left = Array(repeating: none, count: count + 2)
    right = left
    leftCount = labels
    rightCount = labels
    leftSet = Array(repeating: 0, count: count + 2)
    rightSet = leftSet
    stack.reserveCapacity(count)
  }

  /// The word so far down the stack.
  @inline(__always)
  func stacked(_ depth: Int) -> Int {
    depth < stack.count ? stack[stack.count - 1 - depth] : nothing
  }

  /// The word so far on.
  @inline(__always)
  func coming(_ distance: Int) -> Int {
    next + distance <= count ? next + distance : nothing
  }

  /// Only one word hangs on the root, so that what comes out is a tree.
  package func allows(_ action: Action) -> Bool {
    switch action {
    case .shift: next < count
    case .left: !stack.isEmpty && (next < count || stack.count == 1)
    case .right: stack.count > 1
    }
  }

  /// The only action that is left, where there is one.
  package var forced: Action? {
    if stack.isEmpty { return .shift }
    guard stack.count == 1 else { return next == count ? .right : nil }
    return next == count ? .left : nil
  }

  /// The arc that an action makes; nil for a shift.
  package func arc(_ action: Action) -> (head: Int, dependent: Int)? {
    guard let top = stack.last else { return nil }
    switch action {
    case .shift: return nil
    case .left: return (next, top)
    case .right: return stack.count > 1 ? (stack[stack.count - 2], top) : nil
    }
  }

  package mutating func shift() {
    stack.append(next)
    next += 1
  }

  /// Takes the top off the stack and hangs it on a head.
  package mutating func attach(to head: Int, label: UInt8) {
    guard let top = stack.popLast() else { return }
    heads[top] = head
    labels[top] = label
    let bit: UInt32 = label < 32 ? 1 << UInt32(label) : 0
    let child = Int32(truncatingIfNeeded: top)
    if top < head {
      left[head] = SIMD2(child, left[head].x)
      leftCount[head] = min(leftCount[head] + 1, 7)
      leftSet[head] |= bit
    } else {
      right[head] = SIMD2(child, right[head].x)
      rightCount[head] = min(rightCount[head] + 1, 7)
      rightSet[head] |= bit
    }
  }
}
