# What is chosen in charts.
brush-hint = Click: only these · right-click or Shift-click: more · Enter: the same
brush-only = Only these
brush-without = Leave these out
brush-list = List the records
brush-clear = Take back the choice in this chart
brush-chosen = Chosen here: { $words }
brush-from-to = { $from } to { $to }
brush-days = { $from } to { $to } days
brush-too-many = These are too many records to be named one by one in the filter. List them instead, or choose a mark that stands for a condition.
