/// Four decimal numbers between commas, read without making strings.
///
/// Up to 15 digits and 22 decimals are exact (Clinger 1990: both the digits and the power of ten are
/// exact in a double, so one division rounds once). Anything else is left to the careful reader.
struct FourNumbers {
  let a: Double
  let b: Double
  let c: Double
  let d: Double

  init?(_ line: UnsafeBufferPointer<UInt8>) {
    var position = 0
    guard let a = Self.number(line, &position), Self.comma(line, &position),
      let b = Self.number(line, &position), Self.comma(line, &position),
      let c = Self.number(line, &position), Self.comma(line, &position),
      let d = Self.number(line, &position), position == line.count
    else { return nil }
    (self.a, self.b, self.c, self.d) = (a, b, c, d)
  }

  private static func comma(_ line: UnsafeBufferPointer<UInt8>, _ position: inout Int) -> Bool {
    guard position < line.count, line[position] == UInt8(ascii: ",") else { return false }
    position += 1
    return true
  }

  private static let powers: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
  ]

  private static func number(
    _ line: UnsafeBufferPointer<UInt8>, _ position: inout Int
  ) -> Double? {
    while position < line.count, line[position] == 0x20 { position += 1 }
    var isNegative = false
    if position < line.count, line[position] == UInt8(ascii: "-") {
      isNegative = true
      position += 1
    }
    var digits: UInt64 = 0
    var count = 0
    var decimals = 0
    var hasPoint = false
    while position < line.count {
      let byte = line[position]
      if byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") {
        digits = digits &* 10 &+ UInt64(byte &- UInt8(ascii: "0"))
        count += 1
        if hasPoint { decimals += 1 }
        guard count <= 15 else { return nil }
      } else if byte == UInt8(ascii: "."), !hasPoint {
        hasPoint = true
      } else {
        break
      }
      position += 1
    }
    guard count > 0 else { return nil }
    while position < line.count, line[position] == 0x20 { position += 1 }
    let value = Double(digits) / powers[decimals]
    return isNegative ? -value : value
  }
}
