/// Candidates as placing them and making points of them reads them: without counting references or asking whether an
/// index is one. Valid only while they are borrowed.
struct CandidateView {
  let list: UnsafeBufferPointer<Candidate>
  let readings: UnsafeBufferPointer<Reading>
  let paths: UnsafeBufferPointer<DecimalPath>
  let decimals: UnsafeBufferPointer<Int32>

  /// The candidate that became a point, and where it stands in the list.
  subscript(_ placed: PlacedPoint) -> Candidate { list[index(of: placed)] }
  func index(of placed: PlacedPoint) -> Int { Int(readings[Int(placed.reading)].owner) }

  /// The components of a reading's number; none for a number that is no path.
  func path(of reading: Reading) -> DecimalPath { paths[Int(reading.path)] }
}

extension Candidates {
  func withView<Result>(_ body: (CandidateView) -> Result) -> Result {
    list.withUnsafeBufferPointer { list in
      readings.withUnsafeBufferPointer { readings in
        paths.withUnsafeBufferPointer { paths in
          decimals.withUnsafeBufferPointer { decimals in
            body(CandidateView(list: list, readings: readings, paths: paths, decimals: decimals))
          }
        }
      }
    }
  }
}
