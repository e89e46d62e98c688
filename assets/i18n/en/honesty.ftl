# The honesty check: what could be objected to in a figure.
honesty-rule-unequal-bins = Bars of one kind stand for one length
honesty-rule-partial-unmarked = Incomplete periods are marked
honesty-rule-empty-periods-dropped = Empty periods are shown
honesty-rule-mean-on-skewed = No mean where a few incidents decide it
honesty-rule-too-few = Enough incidents
honesty-rule-mixed = Units and ways of collecting go together
honesty-rule-unequal-periods = Periods side by side are equally long
honesty-rule-other-date = No other date decides what the time axis shows
honesty-rule-truncated-axis = Axes leave nothing out
honesty-rule-duplicates = No incident is counted twice
honesty-rule-right-truncation = Delays allow for what is not known yet
honesty-rule-many-comparisons = No group is picked out of many
honesty-unequal-bins-why = Bars of one kind stand for stretches of unequal length: a longer one looks like more.
honesty-unequal-bins-floor = The data holds incidents of { $floor } or more only, so the bar from { $low } to { $high } shows a part of what its name says ({ $count ->
    [one] one incident
   *[other] { $count } incidents
}). It cannot be compared with the others.
honesty-partial-unmarked-why = A period reaches beyond the day to which the data is complete and is drawn like a whole one: it looks like a fall.
honesty-partial-unmarked-end = The data is said to be complete to { $asof }, but its last record is of { $last }. At the usual pace about { $expected } more would have come in between, so the last periods may look like a fall that is none.
honesty-empty-periods-dropped-why = Periods without incidents are missing between the bars: a reader takes the neighbours for neighbours in time.
honesty-empty-periods-dropped-before = { $count ->
    [one] One period before { $day } was asked for and is
   *[other] { $count } periods before { $day } were asked for and are
} not drawn: the data begins there, and it does not say whether there were no incidents before or nobody wrote them down.
honesty-mean-on-skewed-why = The mean ({ $mean }) is not a typical incident (half affected { $median } or fewer): the largest alone makes up { $share } of the sum, and the mean follows it.
honesty-too-few-why = { $count ->
    [one] This is one incident
   *[other] These are { $count } incidents
}: too few for a change or a rate. Read the records one by one instead.
honesty-mixed-one = { $name }: { $mechanism }
honesty-mixed-mechanisms = The datasets were collected in different ways ({ $list }). Their numbers and delays do not mean the same and cannot be put together.
honesty-mixed-units = { $n ->
    [one] One incident gives a number
   *[other] { $n } incidents give a number
} in the chosen unit ({ $measure }); { $count ->
    [one] another one counts
   *[other] { $count } others count
} something else (such as { $other }) and { $count ->
    [one] is
   *[other] are
} not in this figure. Units are never added together: say so when you show it.
honesty-unequal-periods-why = The filter cuts { $which ->
    [both] { $period } and { $other }
   *[other] { $period }
} short: { $which ->
    [both] these bars stand
   *[other] this bar stands
} for less time than the bars beside it.
honesty-other-date-why = The filter chooses by “{ $event }”, the time axis shows “{ $axis }”: for that, { $count ->
    [one] one incident
   *[other] { $count } incidents
} with a date on this axis { $count ->
    [one] is
   *[other] are
} left out. Where bars are low or missing, the other date decides; it does not mean that fewer were reported.
honesty-truncated-axis-zero = The bars do not begin at zero: differences look larger than they are.
honesty-truncated-axis-days = The axis ends at day { $days }; the longest took { $longest } days. What took longest is not in the picture.
honesty-duplicates-why = { $count ->
    [one] One record has
   *[other] { $count } records have
} the same organisation, day and count as another one: perhaps one incident told twice. With them there are { $with } incidents, without them { $without }.
honesty-right-truncation-naive = The plain figure is shown too: among recent incidents only those told quickly are on the list yet, so that it looks as if telling had become faster.
honesty-right-truncation-mixed = It is not said how records got into this data. If they are there because they were disclosed, recent slow ones are still missing, and these delays are too short.
honesty-many-comparisons-why = “{ $word }” is one of { $count } groups of this field. In one of so many, a change stands out by chance alone: compare all of them before you speak of one.
honesty-repair-curve = Show the curve instead
honesty-repair-log = Show all days (logarithmic axis)
honesty-repair-as-of = Complete to { $day } only
honesty-repair-from = Begin on { $day }
honesty-repair-date-of = Show by: { $event }
honesty-repair-whole = Whole periods only
honesty-repair-median = Leave the mean out
honesty-repair-all-time = Show the whole time
honesty-repair-list = List the records
honesty-repair-dataset = Only { $name }
honesty-repair-measure = Count { $measure } instead
honesty-repair-leave-out = Leave the repeats out
honesty-repair-naive = Leave the plain figure out
honesty-repair-list-mechanism = It is a list of disclosures
honesty-repair-groups = Compare all groups
honesty-line = Caution: { $why }
