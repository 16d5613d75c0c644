import Dispatch
import Synchronization

/// Runs `body` over the pieces of `0..<count` on all cores and returns the pieces' results in order.
///
/// This is the one parallel loop of the project. The result does not depend on `threads`.
///
/// - Parameters:
///   - count: how many items there are; 0 gives an empty result.
///   - threads: at most this many pieces at once; nil, or as many as there are cores, takes all cores.
///   - grain: the least number of items that is worth a piece of its own.
///   - body: what to do with each piece; it is called on several threads at once.
/// - Returns: what `body` gave for each piece, in the order of the items.
public func parallelPieces<Result: Sendable>(
  of count: Int, threads: Int? = nil, grain: Int = 1,
  _ body: @Sendable (Range<Int>) -> Result
) -> [Result] {
  guard count > 0 else { return [] }
  let cores = availableCores
  let limit = max(1, threads ?? cores)
  // On all cores, several pieces for each, so that one slow core does not hold up the rest.
  let wanted = limit < cores || limit == 1 ? limit : limit * 8
  let pieces = max(1, min(wanted, count / max(1, grain)))
  if pieces == 1 { return [body(0..<count)] }
  let results = Mutex<[Result?]>(Array(repeating: nil, count: pieces))
  let deadline = TimeLimit.deadline
  DispatchQueue.concurrentPerform(iterations: pieces) { index in
    let result = TimeLimit.until(deadline) { body(piece(index, of: pieces, count: count)) }
    results.withLock { $0[index] = result }
  }
  return results.withLock { $0.compactMap(\.self) }
}

/// What `body` makes of each item, on all cores, in the order of the items. Where effort is limited, each may take the same
/// part of it.
///
/// - Parameters:
///   - items: what to go over.
///   - grain: the least number of items that is worth a piece of its own.
///   - body: what to do with each item; it is called on several threads at once.
public func parallelMap<Item: Sendable, Result: Sendable>(
  _ items: [Item], grain: Int, _ body: @Sendable (Item) -> Result
) -> [Result] {
  let effort = Effort.each(of: items.count)
  let results = parallelPieces(of: items.count, grain: grain) { range in
    items[range].map { item in
      // Each has a purse of its own on whatever thread it is, and what it spends is counted here.
      effort.map { given in Effort.counted(within: given) { body(item) } } ?? (body(item), 0)
    }
  }.flatMap(\.self)
  if effort != nil { Effort.spend(results.reduce(0) { $0 + $1.1 }) }
  return results.map(\.0)
}

private func piece(_ index: Int, of pieces: Int, count: Int) -> Range<Int> {
  let size = count / pieces
  let rest = count % pieces
  let start = index * size + min(index, rest)
  return start..<(start + size + (index < rest ? 1 : 0))
}
