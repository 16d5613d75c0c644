/// What people see.
enum Page {
  static let endpoints: [Endpoint] = []
}
