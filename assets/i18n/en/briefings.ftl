# The page of briefings

briefings-page = Briefings
briefings-empty = No briefing yet
briefings-empty-sentence = A briefing is a list of pages for a meeting: findings with their figures, records, text, and a page on method and data that writes itself. A template fills itself from the records; everything in it can be changed.
briefings-empty-read-only = This file holds no briefing, and it is open for reading only.
briefings-unreadable-title = The briefings of this file cannot be read
briefings-unreadable = The briefings of this file cannot be read, perhaps because a later version wrote them. They are left in the file as they are, and nothing can be added to them here. Open the file with the version that wrote them.
briefings-new = New briefing
briefings-new-name = Briefing
briefings-new-blank = Blank
briefings-name = Name of the briefing
briefings-more = More about { $name }
briefings-rename = Rename
briefings-duplicate = Duplicate
briefings-delete = Delete
briefings-copy-of = { $name } (copy)
briefings-deleted = The briefing “{ $name }” was deleted.
briefings-undo = Undo
briefings-undone = Undone: { $what }
briefings-redone = Done again: { $what }
briefings-left-out = { $count ->
    [one] One page of the template has nothing to show and was left out:
   *[other] { $count } pages of the template have nothing to show and were left out:
}
briefings-added = Added to “{ $name }”.
briefings-open = Open
briefings-job-filling = Filling the template
briefings-job-writing = Writing “{ $name }”

briefings-add = Add to briefing
briefings-add-to = { $what }: { $name }
briefings-add-record = Add to briefing
briefings-add-incident = Add to briefing: a page about it
briefings-add-timeline = Add to briefing: what happened when
briefings-add-page = Add page
briefings-no-page = This briefing has no page. Add one at the left, or from any chart or record.
briefings-page-name = Page { $number }: { $headline }
briefings-remove-page = Delete this page
briefings-duplicate-page = Duplicate this page
briefings-move-up = Move this page up
briefings-move-down = Move this page down
briefings-headline = Headline
briefings-headline-none = No finding
briefings-notes = Notes for the speaker
briefings-notes-hint = What is to be said
briefings-notes-kept = Kept in the notes

briefings-kind-title = Title
briefings-kind-numbers = Numbers
briefings-kind-figure = Figure
briefings-kind-two = Two figures
briefings-kind-table = Table of a figure
briefings-kind-records = Table of records
briefings-kind-incident = Incident
briefings-kind-timeline = Timeline of an incident
briefings-kind-text = Text
briefings-kind-method = Method and data
briefings-kind-other = Page of a later version

briefings-figure = Figure
briefings-figure-second = Second figure
briefings-left = Left
briefings-right = Right
briefings-looks-at = This page looks at
briefings-all-records = All records
briefings-all-records-days = All records, of all days
briefings-text = “{ $text }”
briefings-last = The last complete periods
briefings-last-why = In place of fixed days, so that the page can be shown again with newer data
briefings-last-count = How many periods
briefings-use-now = Use what is looked at now
briefings-use-now-why = The filter at the top of the window and the choices of the charts
briefings-open-chart = Open in Charts
briefings-open-chart-why = With what this page looks at and what was chosen for it; replaces the filter at the top of the window
briefings-answer-incidents = How many incidents
briefings-answer-affected = How many people
briefings-answer-disclosure = How long until it was told
briefings-rank = Which come first
briefings-rank-largest = Largest
briefings-rank-latest = Latest
briefings-rows = Rows at most
briefings-find-incident = Find an incident by name
briefings-no-incident = None with this name among what is looked at.
briefings-another-incident = Another incident
briefings-subtitle = Under the title
briefings-body = Text of the page
briefings-body-hint = What is to be read
briefings-body-how = A line that begins with “# ” is a heading, with “- ” a point of a list; a blank line begins a paragraph.
briefings-method-why = Written by itself from the datasets and the other pages: sources, definitions, what was left out and why, and the objections that were kept.

briefings-check = Check
briefings-check-title = Before it is shown
briefings-check-nothing = There is nothing to object to on any page.
briefings-check-count = { $count ->
    [one] One thing could be objected to. It can be mended here, or kept with a reason that is told on the method page.
   *[other] { $count } things could be objected to. Each can be mended here, or kept with a reason that is told on the method page.
}
briefings-objections = Could be objected to
briefings-of-figure = { $side }: { $name }
briefings-keep = Keep, because…
briefings-keep-because = Why it is kept
briefings-keep-it = Keep it
briefings-keep-where = The reason is told on the page on method and data.
briefings-kept = Kept: { $rule }. { $reason }
briefings-object-again = Object again

briefings-present = Present
briefings-present-why = Full screen, from this page on (F5)
briefings-present-now = Go on and present
briefings-present-hint = click for the records behind it
briefings-present-keys = → and ← turn the pages · click a figure for its records · B darkens · Esc leaves
briefings-present-go = Slide { $page } · Enter
briefings-blank = The screen is dark; press B to light it again
briefings-drilled = { $count ->
    [one] 1 incident
   *[other] { $count } incidents
}
briefings-drilled-more = and { $count } more
briefings-drill-back = Back
briefings-drill-records = Leave and show in Records

briefings-export = Export…
briefings-export-now = Go on and export…
briefings-export-title = Export “{ $name }”
briefings-format = Format
briefings-format-pptx = Slides (PPTX)
briefings-format-pdf = Document (PDF)
briefings-format-html = Web page (HTML)
briefings-format-xlsx = Workbook (XLSX)
briefings-format-why-pptx = Charts can be edited and carry their numbers; notes are with each slide.
briefings-format-why-pdf = A document with bookmarks that looks the same everywhere.
briefings-format-why-html = One file that any browser opens without a connection, with the numbers beneath each chart.
briefings-format-why-xlsx = A sheet for each figure, with the numbers and a chart of them.
briefings-export-language = Language
briefings-paper = Pages
briefings-paper-slide = As slides
briefings-paper-a4 = A4
briefings-paper-letter = Letter
briefings-company = Company template
briefings-company-none = None
briefings-company-choose = Choose…
briefings-company-drop = Without
briefings-company-unread = The company template could not be read: { $why }. Nothing was written; choose another file, or none.
briefings-company-unusable = The company template cannot be used: { $why }. Nothing was written; choose another .pptx or .potx, or none.
briefings-not-made = The file could not be made: { $why }. Nothing was written; choose another format.
briefings-marking = Who may see it
briefings-marking-none = No marking
briefings-marking-offered = Markings
briefings-marking-why = Stands at the foot of every page, and stays with the briefing.
briefings-write = Write the file…
briefings-path-report = Where the briefing is written
briefings-path-company = The company’s presentation or template

briefings-change-new = new briefing
briefings-change-copy = duplicate of a briefing
briefings-change-delete = deletion of a briefing
briefings-change-name = name of the briefing
briefings-change-marking = marking of the briefing
briefings-change-headline = headline
briefings-change-notes = notes
briefings-change-content = what the page shows
briefings-change-add = new page
briefings-change-copy-page = duplicate of a page
briefings-change-remove = deletion of a page
briefings-change-move = order of the pages
briefings-change-keep = objection kept
briefings-change-object = objection made again

briefings-help-move = Briefings: move a page
briefings-help-move-keys = Alt+↑, Alt+↓
briefings-help-present = Present: page on, page back, go to page, dark screen
briefings-help-present-keys = F5 →, ←, 7 Enter, B

app-written-open = Open
app-written-folder = Open its folder
app-written-not-opened = { $path } could not be opened from here. The file is there; open it with the program that you use for it.
records-menu-edit = Edit
