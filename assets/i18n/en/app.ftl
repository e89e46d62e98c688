# Words of the window: rail, bars, overview, settings.

app-name = Vigie

app-page-overview = Overview
app-page-records = Records
app-page-import = Import
app-page-settings = Settings

app-action-open = Open…
app-action-save-as = Save as…
app-action-new-record = New record
app-action-find = Search
app-action-undo = Undo
app-action-redo = Redo
app-action-zoom-in = Larger
app-action-zoom-out = Smaller
app-action-zoom-reset = Normal size
app-action-help = Keyboard shortcuts

app-theme = Theme
app-theme-system = As the system
app-theme-light = Light
app-theme-dark = Dark
app-language = Language
app-zoom = Text size

app-settings-look = Appearance
app-settings-not-saved = The settings could not be saved and apply to this session only: { $reason }

app-status-nothing-open = Nothing is open
app-cancel = Cancel
app-notices-count = { $count ->
    [one] { $count } notice to read again
   *[other] { $count } notices to read again
}

app-title-unnamed = { $title } (not saved under a name)
app-nothing-to-save = Nothing is open, so there is nothing to save.
app-nothing-to-undo = There is nothing to undo.
app-nothing-to-redo = There is nothing to redo.
app-undone = Undone: { $label }
app-redone = Done again: { $label }
app-close = Close

app-job-busy = This is already being done; wait for it or cancel it in the bar below.
app-job-no-thread = The system has no room for more work at the moment; close something and try again.
app-job-opening = Opening { $name }
app-offer-review = Review

app-path-open = Open a file
app-path-save-as = Save the workspace as
app-path-save-copy = Save a copy without history
app-path-why = This system shows no file dialog. Type the whole path of the file.
app-path-field = Path of the file
app-path-go = Go on
app-files-all = Workspaces and data
app-files-workspace = Vigie workspace
app-files-data = Data (CSV, JSON)

app-notices = Messages
app-notice-close = Close this message

app-help-next = Next control, previous control
app-help-next-keys = Tab, Shift+Tab
app-help-chart = In a chart: from bar to bar, list its records
app-help-chart-keys = ← →, Enter
app-help-paste-keys = Ctrl+V
app-help-close = Close a list, discard what is half typed
app-help-close-keys = Esc

app-search = Search
app-search-hint = Search… { $keys }
app-search-clear = Clear the search
app-count = { $all ->
    [one] { $shown } of { $all } incident
   *[other] { $shown } of { $all } incidents
}
app-count-hint = How many incidents the search and the filters leave
app-filter-add = Filter
app-filter-remove = Remove the filter “{ $filter }”
app-filter-chip = { $name }: { $chosen }
app-filter-chip-many = { $name }: { $count } chosen
app-filter-find = Find in this list
app-filter-counting = Counting…
app-filter-none-found = Nothing in this list has these letters.
app-filter-without-word = not stated
app-filter-without-largest = Without the largest
app-filter-dataset = Dataset
app-field-sector = Sector
app-field-kind = Kind
app-field-country = Country
app-field-region = Region
app-field-severity = Severity
app-field-status = Status
app-field-data-class = Data class
app-field-tag = Tag

app-period-all = All time
app-period-last-year = Last full year
app-period-last-fiscal-year = Last full fiscal year
app-period-last-quarter = Last full quarter
app-period-twelve-months = Twelve months to the data’s date
app-period-by = By the date of: { $event }
app-period-from = From
app-period-to = To
app-period-hint = 2024-03
app-period-since = from { $day }
app-period-until = until { $day }
app-period-not-understood = This is not a date; write 2024, 2024-03 or 2024-03-15.
app-period-reversed = The end is before the start.
app-period-apply = Apply

app-status-unnamed = Not saved under a name
app-status-saved = Saved
app-status-saved-why = Every change is on disk before it is shown.
app-status-read-only = Read only
app-status-basis-why = The day to which the data is complete, and how incidents got into it. Change it in the settings.

app-welcome-title = What do you want to explain today?
app-welcome-sentence = Open a list of incidents. Vigie says how many there are, how many people they concern, and how long it took until it was told.
app-welcome-samples = Sample data
app-sample-washington = Washington notices
app-sample-washington-about = 445 real notices to a regulator, with the day each organisation became aware
app-sample-seeds = Five cases in full
app-sample-seeds-about = France Travail, Orange Cyberdefense and three more, with every date and source
app-sample-register = Example register
app-sample-register-about = 60 invented incidents as an organisation would keep them, some still open
app-sample-french = French incidents
app-sample-french-about = 153 real incidents from public lists, with dates as such lists have them
app-welcome-unnamed = Where you left off
app-welcome-unnamed-records = { $count ->
    [one] { $count } record without a file name
   *[other] { $count } records without a file name
}
app-welcome-recent = Recent files

app-import-label = Import of { $name }
app-read-as = Read as “{ $recipe }”: { $imported } of { $read } rows imported, { $blank } blank.
app-read-as-some-rejected = Read as “{ $recipe }”: { $imported } of { $read } rows imported, { $rejected } set aside, { $blank } blank.
app-read-records = { $count ->
    [one] { $count } record read.
   *[other] { $count } records read.
}

app-path-figure = Save the chart as
app-written = Written: { $path }
app-not-written = The file could not be written ({ $reason }); an older file of this name is as it was. Choose another folder: { $path }
app-job-drawing = Drawing the chart

app-overview-empty = No incident yet
app-overview-empty-sentence = Enter the first one, or import a list. Three answers will stand here: how many, how many people, how long until it was told.
app-overview-import = Import a list
app-overview-computing = Computing…
app-list-these = List these records
app-chart-menu = More about this chart: { $chart }
app-chart-as-table = Show as a table
app-chart-as-chart = Show as a chart
app-chart-copy = Copy as a picture
app-chart-copy-numbers = Copy as data
app-chart-numbers-copied = The numbers of the chart are in the clipboard, ready for a spreadsheet.
app-chart-copied = The chart is in the clipboard.
app-chart-save-png = Save as PNG…
app-chart-save-svg = Save as SVG…
app-chart-save-pdf = Save as PDF…
app-chart-naive-show = Show the plain median beside it
app-chart-naive-hide = Hide the plain median
app-choice-date = By date of
app-choice-period = Per
app-choice-week = Week
app-choice-month = Month
app-choice-quarter = Quarter
app-choice-year = Year
app-choice-fiscal-year = Fiscal year
app-choice-measure = What is counted
app-choice-affected = Shown
app-choice-sizes = By size
app-choice-periods = Over time
app-choice-from = From
app-choice-to = to
app-measure = { $unit }, { $effect }

app-settings-file = Workspace
app-settings-unnamed = Kept in the program’s own folder and offered again at the next start. Save it under a name to have it among your files.
app-save-copy = Save a copy without history…
app-save-copy-why = The history holds names that were deleted. The copy has the records as they are now, and nothing else.
app-saved-as = Saved as { $path }
app-saved-copy = A copy without history was written: { $path }
app-job-saving = Saving
app-dataset-title = Data: { $name }
app-dataset-edit = Facts about { $name }
app-dataset-name = Name
app-dataset-publisher = Publisher
app-dataset-mechanism = How incidents got into it
app-mechanism-register-why = Register: entered when the organisation learns of an incident. Some disclosures are still to come, and the delay counts them as open.
app-mechanism-list-why = Disclosure list: listed because it was disclosed. What is not disclosed yet is absent, so delays are counted within a fixed window.
app-mechanism-mixed-why = Mixed or unknown: delays are described and nothing is concluded from them.
app-dataset-as-of = Complete to
app-dataset-coverage = First day covered
app-dataset-coverage-unknown = not known: the first dated incident
app-dataset-fiscal = Fiscal year begins (month-day)
app-dataset-fiscal-unclear = Write month and day, such as 07-24.
app-dataset-floor = Smallest incident listed
app-dataset-floor-why = people; empty where there is no threshold
app-dataset-listing = Event that puts it on the list
app-dataset-listing-none = none
app-dataset-note = Note for readers
app-dataset-file = Read from { $file } on { $day }

app-undo-what = Undo: { $label }
app-redo-what = Redo: { $label }
app-notes = { $count ->
    [one] { $count } record needs a look
   *[other] { $count } records need a look
}
app-notes-why = Dates in an impossible order, keys that stand twice, numbers that often stand for “not known”. A click lists them.
app-read-records-some-rejected = { $count ->
    [one] { $count } record read, { $rejected } set aside because they do not have the expected shape.
   *[other] { $count } records read, { $rejected } set aside because they do not have the expected shape.
}
app-overview-note = To know about “{ $name }”: { $note }
