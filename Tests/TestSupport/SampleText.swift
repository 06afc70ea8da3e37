/// Small documents that several suites read.
public enum SampleText {
  /// Two themes of two points each, with wide text.
  public static let notice = """
    Notice on the reading room

       1、 Open the reading room longer

    First, open on Sundays.

    Second, train more volunteers.

       2、 Care for the old books 爱护图书

    First, repair what is torn.

    Second, keep a list.

    """

  /// A preamble, themes with texts of their own, a closing.
  public static let minutes = """
    Notice on the reading room

    The committee met.

       1、 Open the reading room longer

    Readers asked for it.

    First, open on Sundays. The doors open at nine.

    Second, train more volunteers.

       2、 Care for the books

    First, repair what is torn. Books in the room are torn.

    Second, keep a list.

    Comrades, read on.

    """

  /// Three points, one of them with points, and a line that may be one.
  public static let rules = """
    Rules

    1. Oil

    Background

    It is old.

    2. Water

    (a) cold

    (b) warm

    3. Wood
    """
}
