# Words of the import page.

# Before a file is there
importing-start-title = Import a list of incidents
importing-start-sentence = CSV, JSON or a workbook, also zipped. You see how every column is read, and nothing enters before you accept it.
importing-start-more = CSV, JSON or a workbook, also zipped, to be added to “{ $name }”. You see how every column is read, and nothing enters before you accept it.
importing-choose-folder = Choose a folder…
importing-choose = Choose a file…
importing-drop = or drop files or a folder onto this window
importing-paste = Paste a table
importing-paste-empty = There is no text to paste. Copy a table in the spreadsheet first.
importing-pasted-name = Pasted table
importing-pasted-note = Pasted from the clipboard; there is no file of it.
importing-path = Path of a file or folder
importing-path-hint = Paste a path here
importing-path-go = Read
importing-known = Files read by themselves
importing-known-more = Recipes that you accept are kept and read files of the same shape by themselves, too.
importing-path-folder = Folder to import
importing-path-data = File to import
importing-path-corrected = Corrected file
importing-path-rejected = Save the rejected rows as
importing-path-recipe = Save the recipe as
importing-files-recipe = Recipe
importing-rejected-name = { $name }, rejected rows

# While it is read or written
importing-reading = Reading { $name }
importing-reading-what = Every cell is looked at before a reading is proposed.
importing-writing = Importing { $name }
importing-writing-what = Cancelling leaves the workspace as it was.
importing-step-bytes = Looking at the bytes: { $bytes } of { $size }
importing-step-cells = Looking at the values: { $rows } rows, { $bytes } of { $size }
importing-step-try = Trying the reading: { $rows } rows, { $bytes } of { $size }
importing-step-write = { $rows } rows, { $bytes } of { $size }
importing-job-look = Looking at { $name }
importing-job-try = Trying { $name }
importing-job-write = Importing { $name }
importing-job-save = Saving
importing-adding = Add “{ $name }” to “{ $into }”
importing-adding-what = An export of Vigie. What is here already stays as it is.
importing-adding-fresh = Records to add: { $count }
importing-adding-there = Records that are here already and stay as they are: { $count }
importing-adding-rejected = Records that cannot be read and are left out: { $count }
importing-adding-dataset = { $name }: a new dataset
importing-adding-dataset-there = { $name }: here already, its description stays
importing-adding-accept = Add { $count ->
    [one] 1 record
   *[other] { $count } records
}
importing-adding-open = Open it as a workspace of its own
importing-added = { $name }: { $count } records added, { $there } were here already, { $rejected } could not be read.
importing-saved = Saved as { $path }

# Head of the review
importing-tabs = Review
importing-tab-columns = Columns
importing-tab-problems = Problems { $count }
importing-rows = { $rows } rows
importing-origin-again = read as before
importing-differs = The file differs from the one that “{ $name }” was made for
importing-format-csv = CSV
importing-format-json = JSON
importing-format-json-at = JSON, records under “{ $path }”
importing-format-json-lines = JSON, one record a line
importing-format-sheet = Workbook, sheet “{ $name }”
importing-format-vigie = Vigie’s own export
importing-size-bytes = { $count } bytes
importing-size-kb = { $size } kB
importing-size-mb = { $size } MB
importing-size-gb = { $size } GB

# Columns
importing-aside = { $kept ->
    [0] {""}
    [one] 1 column has no field and is kept under its header.
   *[other] { $kept } columns have no field and are kept under their headers.
}{ $left ->
    [0] {""}
    [one] {" "}1 is left out.
   *[other] {" "}{ $left } are left out.
}
importing-aside-leave = Leave them out
importing-aside-keep = Keep those left out
importing-preview-fetching = Reading this row again…
importing-problems-column = Column of the problem
importing-problems-columns = All columns
importing-by = Read by
importing-by-proposal = Proposal from headers and values
importing-by-kept = Your recipe: { $name }
importing-by-known = Known source: { $name }
importing-by-loaded = Recipe from a file: { $name }
importing-by-file = Recipe from a file…
importing-recipe-unreadable = This is not a recipe ({ $what }); the file is read as before. Choose another: { $path }
importing-path-load-recipe = Recipe to read the file by
importing-kind-delimited = Delimited text
importing-place = Records under
importing-place-top = the top
importing-place-objects = { $place } ({ $count } records seen)
importing-delimiter-other = Other
importing-delimiter-why = { $columns } columns{ $uneven ->
    [0] {" "}in every row
    [one] , one row has another number of them
   *[other] , { $uneven } rows have another number of them
}
importing-header-why = Columns are called { $names }
importing-member = File in the archive
importing-member-several = { $count } files as one table
importing-sheet = Sheet
importing-sheet-hidden = { $name } (hidden)
importing-sheet-why = { $count ->
    [one] the only sheet
   *[other] the one of { $count } sheets that looks most like a list of records
}
importing-chosen = chosen by you or the recipe
importing-range = Table
importing-range-of = { $range }: { $rows } rows, { $headers }
importing-range-pivot = { $range }: { $rows } rows, { $headers } (looks like a pivot table)
importing-range-why = { $count ->
    [one] the only table of the sheet
   *[other] the one of { $count } tables of the sheet that looks most like a list of records
}
importing-range-above = Above it, not read: { $lines }
importing-range-below = Below it, not read: { $lines }
importing-passed-over = Not read: { $name }. { $why }
importing-passed-no-file = It is no file that can be read.
importing-passed-deeper = It stands in a folder below.
importing-passed-foreign = Its name is not that of a data file.
importing-passed-shape = It has other columns: import it by itself.
importing-passed-system = The system keeps it for itself.
importing-no-values = no values
importing-target-of = { $column } goes to { $target }
importing-target-custom = Keep under its header
importing-target-ignore = Leave out
importing-find-field = Find a field
importing-group-keep = No field of its own
importing-group-what = What
importing-group-when = When
importing-group-many = How many
importing-group-who = Who and where
importing-options-of = Options of { $column }
importing-order = Order of dates
importing-order-open = Decide the order of day and month
importing-order-any-short = Dates the same in any order
importing-order-both = “{ $sample }” is { $day } day first, { $month } month first
importing-date-numbers = Bare numbers count
importing-date-numbers-open = Decide what the numbers count
importing-pivot = Years of two digits
importing-firsts = The 1st of a month means
importing-ranges = Ranges of days mean
importing-ranges-cells = { $cells ->
    [one] One value says
   *[other] { $cells } values say
} from when to when.
importing-blank = An empty cell means
importing-blank-nothing = Nothing is said
importing-blank-not-yet = It has not happened yet
importing-bad = Unreadable cells
importing-bad-reject = Set the row aside
importing-bad-keep = Keep the row
importing-effect = What happened to them
importing-thousands = Thousands
importing-unit-column = The unit of each row stands in the column “{ $column }”.
importing-placeholder = { $number } (in { $cells } cells)
importing-placeholder-itself = Means itself
importing-at-least = at least { $lo }
importing-between = { $lo } to { $hi }
importing-separator = Several values are
importing-separator-semicolon = Parted by semicolons
importing-separator-comma = Parted by commas
importing-separator-tight-comma = Comma without a space
importing-separator-bar = Parted by vertical bars
importing-separator-line = One a line
importing-separator-literal = A list in brackets
importing-separator-other = Parted by “{ $mark }”

# Dataset and file
importing-dataset = Dataset
importing-dataset-correction = These rows join the dataset that they were rejected from. Its description stays as it is.
importing-dataset-name = Name
importing-publisher = Publisher
importing-licence = Licence
importing-note = What to know
importing-note-hint = What a reader must know, and what the data cannot answer
importing-from-column = { $what } ← “{ $column }”
importing-listed = A record is listed because of: { $event }
importing-no-delay = No delay: fewer than two of its dates make one.
importing-floor = Only incidents of { $count } or more
importing-none-of-these = none
importing-clocks = Clocks
importing-counted = Counted
importing-mechanism = How records got in
importing-mechanism-register = Entered when the organisation learns of it: some disclosures are still to come.
importing-mechanism-list = Listed because it was disclosed: what is not disclosed yet is absent.
importing-mechanism-mixed = Both, or not known: delays are described, not estimated.
importing-as-proposed = As proposed
importing-as-of = Complete to
importing-as-of-event = the latest date “{ $event }” in the file
importing-as-of-latest = the latest date in the file
importing-as-of-today = today: the file has no date that would tell
importing-as-of-chosen = chosen by you
importing-day-hint = 2024-12-31
importing-coverage = Covers from
importing-coverage-why = empty: from the first record
importing-fiscal = Reporting year starts
importing-fiscal-hint = 07-24
importing-fiscal-why = month and day; empty: 1 January
importing-zone = Zone of times
importing-zone-none = Not stated
importing-zone-why = for times without a zone
importing-into = Goes into
importing-into-open = “{ $name }”
importing-into-new = A new workspace
importing-file = File
importing-format = Format
importing-delimiter = Delimiter
importing-comma = Comma
importing-semicolon = Semicolon
importing-tab = Tab
importing-bar = Bar
importing-encoding = Encoding
importing-encoding-mark = the file says so
importing-encoding-valid = every byte is valid
importing-encoding-ascii = plain letters only: the same in all
importing-encoding-guess = a guess: check the sample below
importing-encoding-damaged = some bytes are damaged
importing-encoding-chosen = chosen by you: check the sample below
importing-header = First row
importing-header-names = Names of columns
importing-header-none = Data already
importing-skip = Lines before it
importing-size = Size
importing-shape = { $rows } rows, { $columns } columns
importing-sample = First lines as they are read

# Preview
importing-preview = Rows shown
importing-rows-first = First rows
importing-rows-doubtful = Doubtful { $count }
importing-rows-bad = Bad { $count }
importing-row = Row { $row }
importing-row-of = { $at } of { $of }
importing-row-next = Next row
importing-row-previous = Previous row
importing-preview-none = The file has no rows.
importing-preview-no-doubtful = No row needs a look.
importing-preview-no-bad = No row is set aside.
importing-as-record = The record
importing-as-row = The row in the file
importing-row-aside = This row is set aside.
importing-row-blank = This row is blank.
importing-row-left-out = This row is left out: { $reason }.
importing-row-joined = This row is part of the record of row { $row }.
importing-empty-cells = empty cells: { $count }
importing-not-yet = not yet
importing-until = until { $day }
importing-from = from { $day }

# Problems
importing-problems-none = Nothing is the matter with the rows.
importing-problems-kind = Kind of problem
importing-problems-all = All problems
importing-problems-first = The first { $count } are listed.
importing-row-head = Row
importing-column-head = Column
importing-found-head = Found
importing-reason-head = Reason

# Foot of the review
importing-counts = { $good } good · { $doubtful } doubtful · { $bad } bad
importing-sum = { $read ->
    [one] 1 row read
   *[other] { $read } rows read
} = { $imported } to import + { $rejected } set aside + { $blank } blank
importing-joined = { $count ->
    [one] { $count } row is part of another row’s record.
   *[other] { $count } rows are part of another row’s record.
}
importing-sum-left-out = {""} + { $count } left out
importing-sum-joined = {""} + { $count } part of another row’s record
importing-accept = Import { $count ->
    [one] 1 record
   *[other] { $count } records
}
importing-accept-keys = Ctrl+Enter
importing-save-recipe = Save recipe…
importing-obstacle-order = “{ $column }”{ $more ->
    [0] {""}
    [one] {" "}and one more column
   *[other] {" "}and { $more } more columns
}: day and month can be read either way. Decide first.
importing-obstacle-rows = Rows that share “{ $column }” may be one record. Decide first.
importing-obstacle-numbers = “{ $column }”{ $more ->
    [0] {""}
    [one] {" "}and one more column
   *[other] {" "}and { $more } more columns
}: bare numbers may count days or seconds. Decide first.
importing-obstacle-trying = Trying all rows…
importing-obstacle-none = No row becomes a record this way.
importing-obstacle-show = Show (F8)

# Report
importing-done = { $name } was imported
importing-done-recipe = Read as “{ $recipe }”.
importing-done-kept = The recipe is kept: files of this shape are read by themselves from now on.
importing-count-read = read
importing-count-imported = imported
importing-count-rejected = rejected
importing-count-blank = blank
importing-count-left-out = left out
importing-count-joined = part of another row’s record
importing-count-skipped = already there
importing-show-records = Show records
importing-show-overview = Show overview
importing-again = Review
importing-undo = Undo this import
importing-undo-not-last = Something was changed since. Undo those changes first (Ctrl+Z).
importing-done-problems = What was the matter
importing-done-rejected = Rejected rows: { $count }. Save them as a file of the same columns, correct them there, and import that file.
importing-save-rejected = Save rejected rows…
importing-correct = Import corrected file…
importing-rejected-saved = saved
importing-another = Import another file

# Why a file cannot be read
importing-error-empty = The file is empty; nothing was imported. Choose another file.
importing-error-not-text = The file is not text; nothing was imported. Choose a CSV or JSON file, or a workspace.
importing-error-workspace = The file is Vigie’s own; nothing was imported. Open it (Ctrl+O) instead of importing it.
importing-error-workbook = The file is a workbook; nothing was imported. Save the sheet as CSV (UTF-8) and import that file.
importing-error-web-page = The file is a page of the web; nothing was imported. Fetch the data itself, often behind “Export” or “Download”, or copy the table and paste it here.
importing-error-xml = The file is XML; nothing was imported. Fetch the data as CSV or JSON instead.
importing-error-pdf = The file is a PDF; nothing was imported. Ask for the data behind it as CSV, JSON or a workbook, or copy its table and paste it here.
importing-error-rtf = The file is a text of a word processor; nothing was imported. Copy its table and paste it here, or save it as CSV.
importing-error-no-rows = The file has headers and no rows below them; nothing was imported. Choose another file.
importing-error-no-table = No table was found in the file; nothing was imported. A CSV file needs a line of headers and at least two columns.
importing-error-no-records = No list of records was found in the file; nothing was imported. A JSON file needs an array of objects.
importing-error-bad-json = The JSON is broken: { $what }; nothing was imported. Mend the file, or fetch it anew, and import it again.
importing-error-newer = The file was written by a newer Vigie (document version { $what }); nothing was imported. Update Vigie and import it again.
importing-error-too-large = The file is larger than 16 GiB; nothing was imported. Split it and import the parts.
importing-error-long-header = The name of a column is longer than 4,096 bytes (“{ $what }”); nothing was imported. The line of headers is probably another one, or a quotation mark in it is not closed.
importing-error-unended = The record that begins { $what } bytes into the file does not end within 16 MiB; nothing was imported. A quotation mark in it is probably not closed: close it and import the file again.
importing-error-long-record = Record { $what } is longer than 8 MiB; nothing was imported. Leave out what is so long, and import the file again.
importing-error-too-many-columns = The file has more than 2,000 columns; nothing was imported. Leave out those not needed.
importing-error-rows-too-scattered = Rows with the same “{ $what }” stand too far apart to be put together (more than 256 MiB of rows between them); nothing was imported. Sort the file by that column and import it again.
importing-error-too-many-rejected = More than 200,000 rows cannot be read in this way; nothing was imported. Check what the columns mean and the order of dates.
importing-error-io = The file could not be read to its end ({ $what }); nothing was imported. Try again.
importing-error-cancelled = The reading was stopped; nothing was imported. Change a choice to try again.
importing-error-sink = The records could not be kept ({ $what }); nothing was imported. Save elsewhere, or try again.

# Words for numbers
importing-numbers = Words for numbers
importing-numbers-why = An interval for each, by house convention; changed here, the file is read again.
importing-numbers-hint = Write the smallest and the largest number, such as 200–900.
importing-numbers-house = Back to the house table
importing-number-several = several, a few
importing-number-dozen = a dozen
importing-number-quinzaine = une quinzaine
importing-number-dozens = dozens, several tens
importing-number-hundred = a hundred or so
importing-number-hundreds = a few hundred
importing-number-thousand = a thousand or so
importing-number-several-thousand = several thousand
importing-number-tens-of-thousands = tens of thousands
importing-number-hundreds-of-thousands = hundreds of thousands
importing-number-millions = millions

# Rules for rows
importing-rows-title = Rows and records
importing-rows-one-record = One record per “{ $column }”
importing-rows-leave-out = Leave out: { $reason } ({ $test })
importing-rows-question = One record per “{ $column }”?
importing-rows-accept = One record
importing-rows-refuse = A record per row
importing-knows-missing = Words like “?” or “Unknown” leave it empty

# Names by a list
importing-names = Words
importing-names-written = As written
importing-names-list = By our list
