# Words of the module import.
import-field-title = Title
import-field-key = Key of the source
import-field-organisation = Organisation
import-field-processor = Processor
import-field-notifier = Notifier
import-field-sector = Sector
import-field-country = Country
import-field-region = Region
import-field-city = Town
import-field-kind = Kind of incident
import-field-severity = Severity
import-field-status = Status
import-field-data_class = Data classes
import-field-motive = Motives
import-field-actor = Actors
import-field-actor_kind = Types of actors
import-field-confidentiality = Confidentiality
import-field-integrity = Integrity
import-field-availability = Availability
import-field-confidence = Confidence
import-field-technique = Techniques
import-field-tag = Tags
import-field-summary = Summary
import-field-description = Description
import-field-source = Source
import-field-source_address = Address of the source
import-own-header = kept under its header “{ $header }”
import-left-out = left out

import-certainty-low = uncertain
import-certainty-medium = likely
import-certainty-high = sure

import-why-recipe = the recipe says so
import-why-renamed = the recipe says so of “{ $column }”, which this seems to be
import-why-header-and-contents = the header says “{ $words }”, and { $suit } of { $filled } values suit it
import-why-header = the header says “{ $words }”
import-why-dates-of-what = the values are dates, but the header does not say of what
import-why-part-of = it is a part of the date of the column “{ $column }”
import-why-unit-of = it names what the column “{ $column }” counts
import-why-addresses = the values are addresses on the web
import-why-long-texts = the values are long texts
import-why-taken = the column “{ $column }” fills this field better
import-why-nothing = nothing speaks for a field
import-why-chosen = chosen by you

import-mechanism-given = stated by the recipe or by you
import-mechanism-all-disclosed = every record has the date “{ $event }”
import-mechanism-some-not-yet = some dates are said to be still to come
import-mechanism-nothing-tells = nothing in the file tells, so delays are described only

import-order-ymd = year first
import-order-dmy = day first
import-order-mdy = month first
import-order-none = { $dates ->
    [one] one date, the same in any order
   *[other] { $dates } dates, all the same in any order
}
import-order-evidence = { $month ->
    [one] one value can
   *[other] { $month } values can
} only be month first, { $day } only day first, { $either } either
import-open-date-order = The dates of the column “{ $column }” can be read in two ways ({ $evidence }); nothing was imported. Say which with { $flag }.
import-open-date-numbers = The column “{ $column }” holds bare numbers that may count days or seconds ({ $evidence }), or something else; nothing was imported. Say which with { $flag }.

import-dates-pivot = 00 to { $last } are 20xx, { $first } to 99 are 19xx
import-dates-numbers-none = nothing: they are no dates
import-dates-numbers-1900 = days of a spreadsheet since 1900
import-dates-numbers-1904 = days of a spreadsheet since 1904
import-dates-numbers-seconds = seconds since 1970
import-dates-numbers-milliseconds = milliseconds since 1970
import-dates-firsts-day = that day, as written
import-dates-firsts-month = some time in the month
import-dates-firsts-year = 1 January as some time in the year, other days as written
import-dates-firsts-both = 1 January as some time in the year, other firsts as some time in the month
import-dates-ranges-within = some day in them
import-dates-ranges-extent = a beginning and an end (“{ $event }”)
import-dates-heap = { $firsts } of { $days } dates are the 1st of a month ({ $usual } would be usual), { $years } of them 1 January
import-dates-span = { $cells } numbers from { $least } to { $most }: { $readings }
import-dates-span-as = as { $reading }, { $first } to { $last }

import-marks-auto = told from each number
import-marks-comma = a comma between thousands
import-marks-point = a point between thousands
import-marks-space = a space between thousands

import-assumed-recipe = Read as “{ $name }”.
import-assumed-source = { $note } Terms: { $licence }
import-assumed-column = “{ $header }” → { $target } ({ $certainty }: { $why }).
import-assumed-order = Dates of “{ $header }” are { $order }: { $evidence }.
import-assumed-short-years = { $cells ->
    [one] One year of “{ $header }” has
   *[other] { $cells } years of “{ $header }” have
} two digits: { $rule }. To change it: { $flag }.
import-assumed-numbers = Numbers of “{ $header }” are { $reading }.
import-assumed-firsts = “{ $header }”: { $evidence }; read as { $reading }. To change it: { $flag }.
import-assumed-ranges = { $cells ->
    [one] One value of “{ $header }” says
   *[other] { $cells } values of “{ $header }” say
} from when to when; read as { $reading }. To change it: { $flag }.
import-assumed-marks = Numbers of “{ $header }” have { $mark }.
import-assumed-unknown = In “{ $header }” the number { $number } is taken for “not known yet”, because it comes too often.
import-assumed-at-least = In “{ $header }” the number { $number } is taken for “at least { $least }”, because it comes too often.
import-assumed-mechanism = How records got in: { $mechanism }; { $why }.
import-assumed-as-of-event = Data complete to { $day }, the latest date “{ $event }”.
import-assumed-as-of = Data complete to { $day }.
import-assumed-delay = Delay shown: { $from } → { $to }.

import-report-rows = { $read ->
    [one] One row read
   *[other] { $read } rows read
}: { $imported } imported, { $rejected } rejected, { $blank } blank{ $left_out ->
    [0] {""}
   *[other] , { $left_out } left out
}{ $joined ->
    [0] {""}
    [one] , { $joined } part of another row’s record
   *[other] , { $joined } part of another row’s record
}.
import-report-rejected = Row { $row }: { $problems }
import-report-problem = “{ $column }” has “{ $found }”: { $what }
import-history-label = Import of { $name }

# Rules for rows
import-left-out-vulnerabilities = entry about a vulnerability, not an incident
import-left-out-not_incidents = not an incident
import-left-out-totals = total, not an incident
import-rows-left-out = { $count } left out: { $reason } ({ $test }).
import-rows-begins_with = “{ $column }” begins with “{ $text }”
import-rows-equals = “{ $column }” is “{ $text }”
import-rows-contains = “{ $column }” contains “{ $text }”
import-assumed-left-out = Rows are left out where { $test }: { $reason }.
import-assumed-one-record = Rows with the same “{ $column }” are one record.

import-differs-quoted = “{ $name }”
import-differs-format = The file is { $is }, and was { $was }.
import-differs-delimited = delimited text
import-differs-json = JSON
import-differs-lines = JSON with one record a line
import-differs-vigie = Vigie’s own export
import-differs-missing = { $count ->
    [one] 1 column is
   *[other] { $count } columns are
} missing: { $names }.
import-differs-new = { $count ->
    [one] 1 column is new and kept under its header
   *[other] { $count } columns are new and kept under their headers
}: { $names }.
import-differs-renamed = “{ $was }” is called “{ $is }” here: read in its place.
import-differs-maybe-renamed = “{ $was }” may be called “{ $is }” here: put the new header into the recipe if it is.
import-differs-values = Only { $suit } of { $filled } values of “{ $column }” are what the recipe takes them for.
import-differs-order = Dates of “{ $column }” are read { $order }, but { $evidence }.

# What stands out in a column
import-assumed-note = In “{ $header }”, { $note }.
import-note-zero = 0 stands in { $cells ->
    [one] 1 cell
   *[other] { $cells } cells
} (the numbers beside it in at most { $beside })
import-note-placeholder = { $number } stands in { $cells ->
    [one] 1 cell
   *[other] { $cells } cells
}, the numbers beside it in at most { $beside }
import-note-worded = { $cells ->
    [one] 1 cell is
   *[other] { $cells } cells are
} words such as “a few hundred”, read by the table of words for numbers
import-note-several = { $cells ->
    [one] 1 cell counts
   *[other] { $cells } cells count
} several units, and each goes to its own
import-note-torn = { $cells ->
    [one] 1 cell has
   *[other] { $cells } cells have
} several numbers of one unit, and none is taken
import-note-uncounted = { $cells ->
    [one] 1 cell says
   *[other] { $cells } cells say
} a part of something that is not counted: unknown
import-note-below-zero = { $cells ->
    [one] 1 cell is
   *[other] { $cells } cells are
} below zero
import-note-volume = { $cells ->
    [one] 1 cell says
   *[other] { $cells } cells say
} an amount of data, kept as words
import-note-money = { $cells ->
    [one] 1 cell says
   *[other] { $cells } cells say
} an amount of money, kept as words
import-note-share = { $cells ->
    [one] 1 cell says
   *[other] { $cells } cells say
} a share, kept as words
import-note-things = { $cells ->
    [one] 1 cell counts
   *[other] { $cells } cells count
} things that have no unit here, kept as words

# What is the matter with a JSON text, as part of a sentence.
json-fault-cut = it ends on line { $line } before it is complete
json-fault-too-deep = more is nested on line { $line } than any record needs (character { $column })
json-fault-bad-text = a text on line { $line } holds what JSON does not allow there (character { $column })
json-fault-bad-number = on line { $line } stands a number beyond all bounds (character { $column })
json-fault-behind = something follows behind its end, on line { $line } (character { $column })
json-fault-no-record = on line { $line } stands something else where a record belongs (character { $column })
json-fault-no-recipe = on line { $line } stands something that is no part of a recipe (character { $column })
json-fault-bad-shape = on line { $line } stands something that does not have the shape of an export of Vigie (character { $column })
json-fault-syntax = on line { $line } stands something that JSON does not allow there (character { $column })

# Why a recipe was refused.
recipe-error-io = The recipe could not be read ({ $what }); nothing was imported. Check the file:
recipe-error-too-large = The recipe is larger than 16 MiB; nothing was imported. Choose the file of a recipe:
recipe-error-newer = The recipe was written by a newer Vigie (version { $what }); nothing was imported. Update Vigie, or leave the recipe out:
recipe-error-unknown = The recipe has a part that is not known (“{ $what }”); nothing was imported. Correct the word, or leave the part out:
recipe-error-lacks = The recipe lacks its part “{ $what }”; nothing was imported. Add it, or export the recipe anew:
recipe-error-fault = The recipe cannot be read: { $what }; nothing was imported. Mend it, or export it anew:
import-quoted = “{ $text }”
import-one-record-evidence = { $rows } rows have { $keys } different values of “{ $column }”, and rows that share one differ only in { $differ }
import-open-one-record = Rows may be one record: { $evidence }; nothing was imported. Decide with { $flag }.

import-note-countries = { $entries ->
    [one] 1 country
   *[other] { $entries } countries
} recognised
import-note-sectors = { $entries ->
    [one] 1 sector of our list
   *[other] { $entries } sectors of our list
} recognised
import-note-others = , { $count ->
    [one] 1 word not
   *[other] { $count } words not
}: { $words }
import-note-techniques = { $known ->
    [one] 1 ATT&CK technique
   *[other] { $known } ATT&CK techniques
} recognised
import-note-retired = , { $count } withdrawn by MITRE: { $ids }
import-note-unknown-ids = , { $count } not in the vocabulary: { $ids }
