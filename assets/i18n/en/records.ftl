# Words of the page of records: the table and the editor.

records-nothing-open-title = Nothing is open
records-nothing-open-sentence = Open a file, or begin a register of your own with its first record.
records-empty-title = No records yet
records-empty-sentence = Every incident of this workspace will stand here in a table. Enter the first one, or import a list.
records-go-import = Import a list
records-none-title = No record fits
records-none-sentence = There are records, but none that the search and the filters let through.
records-clear-filter = Clear search and filters
records-leave-list = Leave this list
records-listing = { $count ->
    [one] { $count } record: { $words }
   *[other] { $count } records: { $words }
}
records-listing-back = Leave this list, back to { $page }

records-table = { $count ->
    [one] Table of { $count } record
   *[other] Table of { $count } records
}
records-rows = { $rows ->
    [one] { $rows } record
   *[other] { $rows } records
}
records-chosen = { $chosen } of { $rows } records chosen
records-scroll-bar = Scroll the table
records-heading-up = { $column }, sorted, smallest first
records-heading-down = { $column }, sorted, largest first
records-columns = Columns
records-columns-reset = Columns as at first
records-copy = Copy for a spreadsheet
records-duplicate = Duplicate
records-delete = Delete
records-column-organisation = Organisation
records-column-title = Title
records-column-kinds = Kind
records-column-sector = Sector
records-column-country = Country
records-column-severity = Severity
records-column-status = Status
records-column-affected = Affected ({ $unit })
records-column-dataset = Dataset
records-column-key = Source’s key
records-column-follows-axis = Date of the time axis: { $column }
records-column-follows-measure = What is counted: { $column }
records-column-follows-delay = The delay asked about: { $column }
records-days-short = { $days } d
records-delay-inconsistent = wrong order
records-not-yet = not yet

records-copied = { $count ->
    [one] { $count } record is on the clipboard, to be pasted into a spreadsheet
   *[other] { $count } records are on the clipboard, to be pasted into a spreadsheet
}
records-job-copying = Copying { $count } records
records-too-many-to-copy = More than { $most } records are too many for the clipboard; filter them, or export them to a file.
records-too-many = More than { $most } records at once are too many, nothing was changed; choose fewer.

records-label-added = Added { $name }
records-label-edited = Edited { $name }
records-label-deleted = Deleted { $name }
records-label-deleted-many = Deleted { $count } records
records-label-duplicated = Duplicated { $name }
records-label-duplicated-many = Duplicated { $count } records
records-copy-of = { $name } (copy)
records-hand-dataset = Kept by hand
records-the-record = The record

records-new-title = New record
records-nameless-title = Record without a name
records-standing-new = Not saved yet
records-standing-unsaved = Changed, not saved yet
records-standing-saved = Saved
records-save = Save
records-discard = Discard
records-close = Close
records-stay = Go on editing
records-asking = Save what you typed?
records-faults = { $count ->
    [one] { $count } entry cannot be saved as it is typed
   *[other] { $count } entries cannot be saved as they are typed
}
records-gone = This record was deleted meanwhile. Saving adds it again.
records-changed = This record was changed meanwhile. Saving replaces that change with what stands here.
records-take-changed = Take the changed record
records-close-editor = Close the editor
records-delete-this = Delete this record
records-next-record = Next record (Alt+↓)
records-previous-record = Previous record (Alt+↑)
records-problem = { $place }: { $problem }
records-problem-found = { $place } ({ $found }): { $problem }

records-section-who = Who and where
records-section-when = When
records-section-how-many = How many
records-section-harm = What was harmed
records-section-attack = Who did it, and how
records-section-told = In words
records-section-learnt = Measures, lessons, recommendations
records-section-sources = Sources and tags
records-section-campaign = Campaign
records-section-custom = Columns of the source
records-section-imported = Different from the import

records-field-title = Title
records-field-kinds = Kinds
records-field-severity = Severity
records-field-status = Status
records-field-confidence = Confidence
records-field-organisations = Organisations
records-field-place = Place
records-field-country = Country
records-field-region = Region
records-field-city = Town
records-field-events = Events
records-field-affected = Affected
records-field-confidentiality = Confidentiality
records-field-integrity = Integrity
records-field-availability = Availability
records-field-data-classes = Data classes
records-field-motives = Motives
records-field-actors = Actors
records-field-techniques = Techniques
records-field-summary = Summary
records-field-description = Description
records-field-measures = Measures taken
records-field-lessons = Lessons
records-field-recommendations = Recommendations
records-field-tags = Tags
records-one-a-line = One a line.
records-not-rated = –

records-party-name = Name of organisation { $number }
records-party-name-hint = Organisation
records-party-role = Role of organisation { $number }
records-party-sector = Sector of organisation { $number }
records-party-sector-hint = Sector
records-party-country = Country of organisation { $number }
records-party-country-hint = Country, if another
records-party-remove = Remove organisation { $number }
records-add-party = Add an organisation

records-add-event = Add an event
records-event-kind = Event { $number }
records-event-date = Date of event { $number }
records-event-details = Details of event { $number }
records-event-remove = Remove event { $number }
records-event-state = State of event { $number }
records-event-who = Other side of event { $number }
records-event-who-hint = Whom: CNIL, customers, press…
records-event-note = Note on event { $number }
records-note-hint = Note
records-date-hint = 2024-03-08, March 2024, 20 h after aware…
records-when-date = dated
records-date-blank = No date yet: kept as unknown
records-date-any = on an unknown day
records-date-from = on or after { $day }
records-date-until = on or before { $day }
records-date-between = between { $first } and { $last }
records-date-some-time = some time in { $period }
records-date-approximate = , said to be approximate
records-date-doubtful = , said to be doubtful
records-time-between = between { $first } and { $last }
records-time-no-zone = no time zone stated
records-date-not-a-date = This is not a date; write it like 2024-03-08, March 2024, or 20 h after aware.
records-date-impossible = There is no such day or time; check the numbers.
records-date-reversed = The end is before the start; write the earlier date first.
records-date-order-unknown = Day or month first? Write it like 2024-03-08.
records-relative-no-date = There is no date for “{ $event }” to count from; enter that one first.
records-monday = Monday
records-tuesday = Tuesday
records-wednesday = Wednesday
records-thursday = Thursday
records-friday = Friday
records-saturday = Saturday
records-sunday = Sunday

records-add-count = Add a count
records-count = Count { $number }
records-count-unit = Unit of { $value }
records-count-effect = What happened, { $value }
records-count-details = Details of { $value }
records-count-remove = Remove { $value }
records-count-state = Whether { $value } is known
records-count-is-given = a number is given
records-count-stated = Day on which { $value } was stated
records-stated-hint = Stated on
records-count-note = Note on { $value }
records-count-hint = 1,200, a few hundred…
records-count-blank = No number yet: kept as unknown
records-count-exact = counted as { $count } { $unit }
records-count-at-least = counted as at least { $count } { $unit }
records-count-at-most = counted as at most { $count } { $unit }
records-count-between = counted as between { $lo } and { $hi } { $unit }
records-count-not-a-count = This is not a number; write it like 1200, about 1,200 or 500–999.
records-count-negative = A count cannot be negative; check the sign.
records-count-too-large = The number is too large to be kept exactly; check its digits.
records-count-reversed = The end is below the start; write the smaller number first.
records-count-other-unit = This counts something else than people, accounts or records; give the number affected.
records-count-volume = This is an amount of data, not a number of people or records.
records-count-money = This is an amount of money, not a number of people.
records-count-share = This is a share, not a number of people.
records-count-uncounted = A part of something that is not counted: the number is unknown.
records-count-several = There are several numbers here; enter each as a count of its own.
records-count-ambiguous = The mark in this number can be read in two ways; write it without a mark.

records-add-word = Add to: { $name }
records-add-word-hint = Add…
records-remove-word = Remove { $word }
records-list-missing = Why there are no { $name }
records-list-blank = not filled in
records-list-as-is = as listed
records-list-count = How many { $name } by the source’s count
records-list-count-before = how many:

records-add-actor = Add an actor
records-actor-name = Name of actor { $number }
records-actor-name-hint = Actor
records-actor-kind = Type of actor { $number }
records-actor-kind-hint = Type
records-actor-country = Country of actor { $number }
records-actor-country-hint = Country
records-actor-remove = Remove actor { $number }

records-add-evidence-words = Add a source or quote
records-add-evidence = Add evidence: { $value }
records-quote-of = Quote: { $value }
records-quote-hint = The words themselves, short
records-source-of = Source: { $value }
records-source-hint = Who said it
records-said-of = Said on: { $value }
records-said-hint = When it was said
records-address-of = Address: { $value }
records-address-hint = Where it can be read; kept as text, never opened
records-remove-evidence = Remove evidence: { $value }

records-campaign-note = What several incidents have in common. Its counts are never counted as this victim’s.
records-campaign-name = Name of the campaign
records-campaign-about = About the campaign
records-campaign-count = Count { $number } of the campaign
records-add-campaign-count = Add a count of the campaign

records-custom-name = Name of column { $number }
records-custom-name-hint = Name
records-custom-text = Text of column { $number }
records-custom-remove = Remove column { $number }
records-add-custom = Add a column

records-use-imported = Use the imported value
records-use-imported-name = Use the imported value: { $name }
records-imported-nothing = nothing

records-help-rows = Table: from row to row, choose several
records-help-rows-keys = ↑ ↓, Shift+↑ ↓, Ctrl+A
records-help-edit = Edit, delete, duplicate, copy
records-help-edit-keys = Enter, Delete, Ctrl+D, Ctrl+C
records-help-save = Save the record
records-help-save-keys = Ctrl+S
records-help-neighbour = Next record, previous record
records-help-neighbour-keys = Alt+↓, Alt+↑
records-being-chosen = The rows are still being chosen. Try again in a moment.
