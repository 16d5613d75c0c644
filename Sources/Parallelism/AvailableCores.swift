#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// How many processor cores are online, at least 1.
public var availableCores: Int {
  max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
}
