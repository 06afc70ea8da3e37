/// Candidates as placing them and making points of them reads them: without counting references or asking whether an
/// index is one. Valid only while they are borrowed.
struct CandidateView {
  let list: UnsafeBufferPointer<Candidate>
  let readings: UnsafeBufferPointer<Reading>
  let owner: UnsafeBufferPointer<UInt32>
  let paths: UnsafeBufferPointer<DecimalPath>
  let decimals: UnsafeBufferPointer<Int32>

  /// The components of a reading's number; none for a number that is no path.
  func path(of reading: Reading) -> DecimalPath { paths[Int(reading.path)] }
}

extension Candidates {
  func withView<Result>(_ body: (CandidateView) -> Result) -> Result {
    list.withUnsafeBufferPointer { list in
      readings.withUnsafeBufferPointer { readings in
        owner.withUnsafeBufferPointer { owner in
          paths.withUnsafeBufferPointer { paths in
            decimals.withUnsafeBufferPointer { decimals in
              body(CandidateView(list: list, readings: readings, owner: owner, paths: paths, decimals: decimals))
            }
          }
        }
      }
    }
  }
}
