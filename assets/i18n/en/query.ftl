# The query language: what is wrong with a query, and what to write.

query-unknown-field = There is no field “{ $text }”. To look for the words, put them in quotation marks.
query-unknown-field-near = There is no field “{ $text }”. Did you mean “{ $near }”?
query-unknown-event = There is no event “{ $text }”. Write for example aware..made_public>30d.
query-unknown-event-near = There is no event “{ $text }”. Did you mean “{ $near }”?
query-unknown-dataset = There is no dataset “{ $text }”.
query-unknown-dataset-near = There is no dataset “{ $text }”. Did you mean “{ $near }”?
query-not-searched = The texts of “{ $text }” are not searched. Fields of words, dates and counts can be.
query-value-expected = Write a value after “{ $text }”, or “missing” or “known”.
query-dangling = Write a condition on either side of “{ $text }”, or put it in quotation marks to look for it.
query-not-a-date = “{ $text }” is not a date. Write 2024, 2024-Q1, 2024-03, 2024-03-08 or 2023..2024.
query-not-a-count = “{ $text }” is not a number. Write 500, 10k, 1.5m or 1000..9999.
query-not-a-delay = “{ $text }” is not a number of days. Write 30d, 4w or 10..30d.
query-not-a-record = “{ $text }” is not the number of a record. Write for example id:12,15.
query-empty-range = Nothing lies in “{ $text }”. Write the smaller value first.
query-no-order = “{ $text }” holds words, which are not larger or smaller. Write a colon, or = for one exact spelling.
query-nothing-to-doubt = “possibly” stands before a condition on a date, a count or a delay.
query-comma-expected = Write a comma or “or” before “{ $text }”, or quotation marks around all of it.
query-open-quote = A quotation mark is opened here and not closed.
query-open-parenthesis = A parenthesis is opened here and not closed.
query-stray-parenthesis = A parenthesis is closed here that was not opened.
query-stray = A condition cannot begin with “{ $text }”. Put it in quotation marks to look for it.
query-too-deep = There are too many conditions within conditions. Make it two queries.

# What a condition asks for, on a chip.
query-says-field = { $name }: { $what }
query-says-not = not { $what }
query-says-possibly = possibly { $what }
query-says-text = text “{ $text }”
query-says-everything = every record
query-says-nothing = no record
query-says-blank = left blank
query-says-not-yet = not yet
query-says-missing = missing
query-says-known = known
query-says-at-least = at least { $number }
query-says-at-most = at most { $number }
query-says-between = { $from } to { $to }
query-says-since = from { $day }
query-says-until = until { $day }
query-says-days = { $span } days
query-says-dataset = Dataset
query-says-also = { $one }; { $other }
query-says-more = { $first } and { $count } more
query-says-records = { $count ->
    [one] 1 chosen record
   *[other] { $count } chosen records
}
query-menu-range = From … to …
query-menu-words = Words of a field
query-menu-dates = Dates of an event
query-menu-counts = Counts
query-chip-edit = Edit as text
query-chip-turn = Turn into “not”
query-chip-turn-back = Take “not” away
query-field-hint = Words, or a query such as sector:health people>1000
query-unmatched = No record has “{ $text }” as { $field }.
query-unmatched-near = No record has “{ $text }” as { $field }. Did you mean “{ $near }”?
query-views = Views
query-views-none = A view keeps what is asked (filter, dates, period, delay, measure) under a name.
query-views-name = Name of the view
query-views-save = Save view
query-views-over = Save what is asked now over “{ $name }”
query-views-rename = Rename “{ $name }”
query-views-delete = Delete “{ $name }”
