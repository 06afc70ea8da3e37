/// A small document of the reference speech's form.
let sample = """
  Notice on the reading room

  The library committee met in March.

     1、 Open the reading room longer

  Readers asked for it.

  First, open on Sundays. The doors open at nine.

  Second, train more volunteers. Two a week are enough.

     2、 Care for the books

  Torn books are sad books.

  First, repair what is torn. Paste and patience help.

  Second, keep a list. Every volunteer writes into it.

  Third, 感谢读者。A wide word or two.

  Comrades, read on.

  """
