import Questions

/// A question's failure as a problem.
func asking<Value>(_ question: () throws(QuestionError) -> Value) throws(Problem) -> Value {
  do { return try question() } catch { throw Problem(error) }
}
