import Synchronization

/// A value that is worked out when it is first asked for, once for all threads and all copies of what holds it.
public final class Lazily<Value: Sendable>: Sendable {
  private let make: @Sendable () -> Value
  private let made = Mutex<Value?>(nil)

  /// - Parameter make: works it out; it must not ask for the value itself.
  public init(_ make: @escaping @Sendable () -> Value) { self.make = make }

  /// The value; others who ask while it is worked out wait for it.
  public var value: Value {
    made.withLock { made in
      if let made { return made }
      let value = make()
      made = value
      return value
    }
  }
}
