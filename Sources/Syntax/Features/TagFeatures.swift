/// The features by which the tag of a word is chosen, from left to right.
package enum TagFeatures {
  /// - Parameters:
  ///   - atoms: the words, with two that are not there before the first and behind the last.
  ///   - index: the word's place in `atoms`.
  ///   - tags: the tags of the two words before.
  package static func write(
    _ atoms: UnsafeBufferPointer<WordAtoms>, _ index: Int, _ before: (one: UInt32, two: UInt32),
    to sink: inout FeatureSink
  ) {
    let word = atoms[index]
    let (last, next) = (atoms[index - 1], atoms[index + 1])
    let (before2, after2) = (atoms[index - 2], atoms[index + 2])
    let isFirst: UInt32 = index == 2 ? 1 : 0
    sink.add(word.form)
    sink.add(word.form, word.shape)
    sink.add(word.suffixes[0])
    sink.add(word.suffixes[1])
    sink.add(word.suffixes[2])
    sink.add(word.suffixes[3])
    sink.add(word.prefixes[0])
    sink.add(word.prefixes[1])
    sink.add(word.prefixes[2])
    sink.add(word.shape, isFirst)
    sink.add(word.shape, word.suffixes[2])
    sink.add(word.shape, word.suffixes[1], before.one)
    sink.add(last.form)
    sink.add(next.form)
    sink.add(before2.form)
    sink.add(after2.form)
    sink.add(last.form, word.form)
    sink.add(word.form, next.form)
    sink.add(before.one)
    sink.add(before.one, before.two)
    sink.add(before.one, word.form)
    sink.add(before.one, next.form)
    sink.add(before.one, word.suffixes[2])
    sink.add(before.one, before.two, word.suffixes[2])
    sink.add(next.suffixes[2])
    sink.add(next.suffixes[1])
    sink.add(next.shape, word.shape)
    sink.add(last.suffixes[2], word.suffixes[2])
    sink.add(word.suffixes[2], next.suffixes[2])
    sink.add(word.suffixes[2], next.form)
    sink.add(last.form, next.form)
    sink.add(before.one, next.suffixes[1], word.shape)
    sink.add(word.form, next.suffixes[2])
    sink.add(next.form, after2.form)
    sink.add(before.one, word.shape, isFirst)
  }
}
