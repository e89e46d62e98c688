# Records by the words of a field, and words that stand together.

breakdown-field-kind = kind of incident
breakdown-field-sector = sector
breakdown-field-country = country
breakdown-field-region = region
breakdown-field-city = town
breakdown-field-data_class = class of data
breakdown-field-technique = technique
breakdown-field-motive = motive
breakdown-field-actor_kind = type of actor
breakdown-field-actor = actor
breakdown-field-severity = severity
breakdown-field-status = status
breakdown-field-confidentiality = harm to confidentiality
breakdown-field-integrity = harm to integrity
breakdown-field-availability = harm to availability
breakdown-field-confidence = confidence of the source
breakdown-field-tag = tag
breakdown-field-organisation = organisation
breakdown-field-processor = processor
breakdown-field-source = source

breakdown-choice-field = By
breakdown-choice-top = Groups
breakdown-choice-median = Typical number affected
breakdown-choice-of = Share of
breakdown-choice-all = All incidents
breakdown-choice-stated = Incidents that state it
breakdown-choice-row-share = Share of the row

breakdown-title-none = No breakdown
breakdown-title = By { $field }: { $word }, { $share } of { $n } incidents (likely between { $low } and { $high })
breakdown-title-stated = By { $field }: { $word }, { $share } of the { $n } incidents that state it (likely between { $low } and { $high })
breakdown-title-silent = { $title }; { $share } do not state it
breakdown-title-few = By { $field }: most often { $word }, { $count ->
    [one] { $count } incident
   *[other] { $count } incidents
}
breakdown-title-tied = By { $field }, most often { $words }: { $count } each of { $n } incidents
breakdown-title-tied-more = By { $field }, most often { $words } and { $more } others: { $count } each of { $n } incidents
breakdown-title-median = By { $field }: { $word }, a typical incident affected { $amount } (n = { $n }; { $likely })
breakdown-subtitle-share = Share of all incidents by { $field }, the most frequent first · whiskers: 95% confidence
breakdown-subtitle-stated = Share of the incidents that state it, by { $field }, the most frequent first · whiskers: 95% confidence
breakdown-subtitle-number = Number of incidents by { $field }, the most frequent first
breakdown-subtitle-median = Median by { $field }, most frequent first, powers of ten: { $unit }, { $effect } · whiskers: 95% confidence
breakdown-note-list = an incident counts under each of its words
breakdown-without = not stated
breakdown-others = { $count ->
    [one] { $count } other
   *[other] { $count } others
}
breakdown-label-median = { $amount }, n = { $n }
breakdown-hover-share = { $share } of { $n } incidents (likely between { $low } and { $high })
breakdown-with-number = { $count ->
    [one] { $count } gives a number
   *[other] { $count } give a number
}
breakdown-stated-of = { $n } of { $total } state it
breakdown-silent = { $count ->
    [one] { $count } does not state it
   *[other] { $count } do not state it
}
breakdown-in-others = { $words ->
    [one] { $count } in { $words } other group
   *[other] { $count } in { $words } other groups
}
breakdown-several = { $count ->
    [one] { $count } with more than one
   *[other] { $count } with more than one
}
breakdown-few-groups = { $count ->
    [one] { $count } group with fewer than five numbers not drawn
   *[other] { $count } groups with fewer than five numbers not drawn
}
breakdown-empty-no-field = No record has a word to break down by: neither kind, sector, country nor any other.
breakdown-empty-no-word = None of the chosen records states its { $field }.
breakdown-define = Incidents are counted by the words that a source gives, one bar a word, the most frequent first; the rest stand together, and how many words that are is said. Where a record has several words it counts under each of them, so that the shares may add up to more than all.
breakdown-define-how = A share is of all chosen incidents, those that do not state it included, or of those that state it if you choose so. The whisker is Wilson’s interval (Wilson 1927): where the share of many more such incidents would likely lie. Fewer than five are shown as a number. Medians have the interval of order statistics and need five numbers.
breakdown-define-care = Each interval stands alone. Among many groups one is likely to stand out by chance: to say that groups differ, compare them with the figure for groups side by side, which allows for that. A frequent word may only be a common kind of organisation, or one that must report; nothing here is a risk.

breakdown-title-no-pair = No pair
breakdown-title-pair = Most often together: { $one } and { $other }, in { $both } of { $n } incidents ({ $share } of those with { $one })
breakdown-title-pair-among = Most often together among the words shown: { $one } and { $other }, in { $both } of { $n } incidents ({ $share } of those with { $one })
breakdown-title-pair-few = Together at most { $both } times: { $one } and { $other } (n = { $n })
breakdown-subtitle-pair-share = Pairs by { $field }: of the incidents with the row’s word, the share that has the column’s too · diagonal: number of incidents
breakdown-subtitle-pair-number = Pairs by { $field }: number of incidents with both · diagonal: number with the word
breakdown-hover-pair = { $one } and { $other }: { $both } incidents, { $share } of the { $count } with { $one }
breakdown-words-left = { $count ->
    [one] { $count } rarer word left out
   *[other] { $count } rarer words left out
}
breakdown-alt-table = Table of pairs.
breakdown-empty-no-list = No field of these records holds several words, so that none can stand together.
breakdown-empty-no-pair = No two words stand together in one record ({ $field }).
breakdown-column-one = One
breakdown-column-other = Other
breakdown-column-both = Incidents with both
breakdown-column-of-one = Share of the one
breakdown-column-of-other = Share of the other
breakdown-define-together = For each pair of words of a list, the number of incidents that have both. A row is read from left to right: of the incidents with its word, so many per cent have the column’s word too. Columns bear the numbers of the rows; on the diagonal stands the number of incidents.
breakdown-define-together-how = Only fields that may hold several words can be read so. Shown are the most frequent words; rarer ones are counted in the foot. Of fewer than five incidents the number is shown in place of a share.
breakdown-define-together-care = Words that are frequent stand together often for that alone, and a source that fills in long lists makes every pair frequent. The table describes what was reported together; it does not say that one came from the other.
