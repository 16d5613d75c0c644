/// When long work has to end, where somebody waits for it no longer.
///
/// Whoever works long asks now and then, gives up as at any other bound of his, and says so: nothing that was found under a
/// limit is wrong, and what was found may depend on the machine. Without a limit nothing does.
public enum TimeLimit {
  @TaskLocal static var deadline: Deadline?

  /// Whether there is a limit and it has come.
  public static var isReached: Bool { deadline?.isOver ?? false }

  /// Does some work that has to end by then; `parallelPieces` hands the limit on to its threads.
  public static func until<Result>(
    _ deadline: Deadline?, _ work: () throws -> Result
  ) rethrows -> Result {
    try $deadline.withValue(deadline, operation: work)
  }
}
