# Words of briefings: pages, templates, the method page.

briefing-untitled = Briefing
briefing-method = Method and data
briefing-goes-on = { $headline } ({ $page }/{ $pages })
briefing-numbers = The answers at a glance
briefing-not-shown = Not shown
briefing-other-version = This page was made with a later version and is kept as it stands; open the briefing there to show it.
briefing-unknown-figure = The figure “{ $key }” is not known to this version; the page is kept as it stands.
briefing-incident-gone = The incident of this page is no longer in the workspace. Undo its removal, or take the page out.
briefing-no-dates = No event of this incident has a date.
briefing-no-record = No incident meets the conditions of this page.
briefing-no-rank = No incident has what this table is ordered by.
briefing-sources = Sources: { $sources }
briefing-source = Source: { $source }
briefing-data-to = Data to { $day }
briefing-data-to-unknown = As-of date not known
briefing-began-in = { $event }: { $range }
briefing-two-breakdowns = Who was hit, and by what
briefing-no-typical = No period has enough numbers for a typical incident.
briefing-two-headline = Side by side: { $left } and { $right }
briefing-notes-finding = Finding: { $finding }
briefing-notes-measure = Measure: { $measure }
briefing-largest = { $count ->
    [one] The largest incident
   *[other] The { $count } largest incidents
}
briefing-latest = { $count ->
    [one] The latest incident
   *[other] The { $count } latest incidents
}
briefing-rows-of = { $shown } of { $all } incidents
briefing-column-incident = Incident
briefing-timeline-of = What happened when: { $name }
briefing-no-mechanism = It is not known how the records got into the data, so the delays of different periods cannot be compared. State it in the settings of the dataset.
briefing-left-out = { $figure }: { $why }

# Facts of one incident.
briefing-fact-organisations = Organisations
briefing-fact-kind = Kind
briefing-fact-place = Place
briefing-fact-posture = What was harmed
briefing-fact-classes = Data concerned
briefing-fact-actors = Attributed to
briefing-fact-techniques = Techniques
briefing-fact-severity = Severity
briefing-fact-status = Status
briefing-posture = { $what }: { $value }
briefing-posture-confidentiality = confidentiality
briefing-posture-integrity = integrity
briefing-posture-availability = availability
briefing-amount = { $unit } ({ $effect })
briefing-count-at-most = at most { $most }
briefing-count-at-least = at least { $least }
briefing-count-between = at least { $least }, at most { $most }
briefing-as-written = as written: “{ $words }”
briefing-said-when = stated { $date }
briefing-fact-campaign = Campaign
briefing-fact-whole-campaign = Whole campaign: { $count }
briefing-fact-confidence = Confidence
briefing-fact-reserve = Dates with reserve
briefing-fact-date-not_yet = Not yet happened
briefing-fact-date-unknown = Date not known
briefing-fact-date-not_stated = Date not stated
briefing-fact-date-withheld = Date withheld
briefing-fact-date-none_identified = None identified
briefing-fact-date-not_applicable = Does not apply
briefing-list-sources = Sources
briefing-list-measures = Measures taken
briefing-list-lessons = Lessons
briefing-list-recommendations = Recommendations

# Templates.
briefing-template-without = Left out, for lack of data: { $page }
briefing-template-monthly = Monthly briefing
briefing-template-quarterly = Quarterly briefing
briefing-template-annual = Annual review
briefing-template-incident = One incident
briefing-name-monthly = Cyber incidents: monthly briefing
briefing-name-quarterly = Cyber incidents: quarterly briefing
briefing-name-annual = Cyber incidents: annual review
briefing-name-incident = Incident briefing

# The method page.
briefing-method-data = Data
briefing-method-no-dataset = The records were entered by hand and belong to no dataset.
briefing-method-remark = { $day }: { $text }
briefing-method-definitions = What is counted
briefing-method-definition = { $figure }: { $definition }
briefing-method-left-out = What each page counts and leaves out
briefing-method-page = “{ $page }”: { $what }
briefing-method-kept = Objections that were read and kept
briefing-method-kept-line = “{ $page }”, { $rule }: { $reason }
briefing-method-rules = Rules that hold throughout
briefing-method-rule-missing = No value is put in the place of one that is missing; what is left out is counted.
briefing-method-rule-dates = A coarse date means any of its days. Periods that are not complete are marked and compared with nothing.
briefing-method-rule-intervals = “Likely between” is a 95% interval. A change is only named where its interval leaves out “no change”.
briefing-method-rule-units = People, accounts, records and other units are never added together.
briefing-made-with = Made with Vigie { $version }, offline
briefing-data-records = { $count ->
    [one] 1 incident
   *[other] { $count } incidents
}
briefing-data-line = { $name }: { $facts }
briefing-data-mechanism = how records got in: { $mechanism }
briefing-data-covers = covers { $first } to { $last }
briefing-data-file = File { $file }
briefing-data-read = {" "}read on { $day }
briefing-data-licence = Licence: { $licence }

# Counts that add up.
briefing-count-of = { $counted } of { $all } incidents counted
briefing-count-left-out = { $head }; left out: { $parts }
briefing-count-unmet = { $count } by the conditions
briefing-count-outside = { $count } on other days
briefing-count-meeting = { $count } that may lie in the period
briefing-count-undated = { $count } without a date
briefing-count-largest = the largest, by choice
briefing-rows-read = { $count ->
    [one] 1 row read: { $parts }
   *[other] { $count } rows read: { $parts }
}
briefing-rows-imported = { $count ->
    [one] 1 became an incident
   *[other] { $count } became incidents
}
briefing-rows-merged = { $count ->
    [one] 1 renewed one
   *[other] { $count } renewed one
}
briefing-rows-skipped = { $count ->
    [one] 1 brought nothing new
   *[other] { $count } brought nothing new
}
briefing-rows-joined = { $count } part of the incident of another row
briefing-rows-left-out = { $count } left out by a rule of the recipe
briefing-rows-rejected = { $count } that could not be read
briefing-rows-blank = { $count } blank
briefing-rows-absent = { $count ->
    [one] 1 incident of before is not in this file and was kept
   *[other] { $count } incidents of before are not in this file and were kept
}
briefing-data-recipe = recipe “{ $recipe }”
