# What could be written in the query, below its field.

proposals-name = What could be written
proposals-hint = ↑ ↓ to choose, Enter to write it, Esc to close. Counts are of all records.
proposals-entry = { $count ->
    [one] { $shown }, 1 record
   *[other] { $shown }, { $count } records
}
