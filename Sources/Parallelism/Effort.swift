import Synchronization

/// How much work may be spent on a question, counted in steps and not in time: what is found is the same on any machine and
/// on any number of threads.
///
/// Whoever works long spends as it goes, gives up where all is spent as at any other bound of his, and says so. Without a limit
/// nothing is counted.
public enum Effort {
  @TaskLocal private static var purse: Purse?

  /// What is left to spend.
  private final class Purse: Sendable {
    let left: Atomic<Int>
    init(_ steps: Int) { left = Atomic(steps) }
  }

  /// Whether there is a limit and all of it is spent.
  public static var isSpent: Bool { purse.map { $0.left.load(ordering: .relaxed) <= 0 } ?? false }

  /// Counts some steps.
  public static func spend(_ steps: Int) {
    purse?.left.subtract(max(0, min(steps, 1 << 40)), ordering: .relaxed)
  }

  /// Does some work on which so many steps may be spent, of those that are left where there is a limit already.
  ///
  /// - Returns: what the work gave, and how much it spent.
  public static func within<Result>(
    _ steps: Int, _ work: () throws -> Result
  ) rethrows -> (result: Result, spent: Int) {
    let given = min(steps, purse?.left.load(ordering: .relaxed) ?? .max)
    let counted = try counted(within: given, work)
    spend(counted.spent)
    return counted
  }

  /// Does some work on which so many steps may be spent, which are counted for nobody else.
  static func counted<Result>(
    within steps: Int, _ work: () throws -> Result
  ) rethrows -> (result: Result, spent: Int) {
    let own = Purse(steps)
    let result = try $purse.withValue(own, operation: work)
    return (result, steps - own.left.load(ordering: .relaxed))
  }

  /// Does some work on which a share of what is left may be spent.
  public static func within<Result>(
    share: Double, _ work: () throws -> Result
  ) rethrows -> Result {
    guard let left = purse?.left.load(ordering: .relaxed) else { return try work() }
    return try within(Int(Double(max(0, left)) * share), work).result
  }

  /// What is left to spend on each of some pieces of work; nil without a limit.
  static func each(of count: Int) -> Int? {
    purse.map { $0.left.load(ordering: .relaxed) / max(1, count) }
  }
}
