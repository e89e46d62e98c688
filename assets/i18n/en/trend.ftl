# What is still to become known, what is ordinary variation.

# Recent periods of a list of disclosures, charted by an earlier event.
trend-still-coming = from { $period } on hatched and not compared: fewer than 95% of incidents are expected to be known yet (by { $n } past delays { $from } { $to }, of those within { $days } days)
trend-still-coming-unknown = how much of the latest periods is still to become known cannot be told: too few delays { $from } { $to }
trend-not-compared = Not compared: more incidents of this time are still to become known.
trend-hover-expected = about { $share } expected to be known yet

# Choices.
trend-choice-months = Months looked at
trend-months = { $count } months
trend-all = All

# What is expected in the end.
nowcast-title = So far { $known ->
    [one] { $known } incident of { $month } is
   *[other] { $known } incidents of { $month } are
} known; about { $expected } are expected in the end (likely between { $low } and { $high })
nowcast-title-none = What is still to become known
nowcast-subtitle = Incidents per month, by date of: { $event } · solid: known · outline: expected in the end, with its likely range · hatched: too early to tell
nowcast-known = known
nowcast-expected = expected in the end
nowcast-hover = about { $expected } expected in the end (likely between { $low } and { $high })
nowcast-hover-earlier = a year earlier: about { $expected } expected (likely between { $low } and { $high })
nowcast-backtest = At this point a year earlier the same computation said about { $expected } for { $month } (likely between { $low } and { $high }); { $truth } are known now. Of the { $ranges } ranges it gave then, { $held } hold what is known now
nowcast-backtest-none = There is too little earlier data to try the same computation on the year before
nowcast-n = n = { $n } delays { $from } { $to }, over the last { $months } months; what comes after { $delays } months is not expected
nowcast-too-early = { $count ->
    [one] { $count } month too recent to tell: fewer than { $share } of its incidents are expected to be known
   *[other] { $count } months too recent to tell: fewer than { $share } of their incidents are expected to be known
}
nowcast-clusters = reports come in clusters: the ranges are wider for it
nowcast-not-added = the estimate is part of no total · 95% range of prediction
nowcast-refused-list = In this data an incident is not there because it was disclosed, so that nothing can be said of those still to be disclosed. If it is a list of disclosures, say so in the facts of the dataset.
nowcast-refused-period = The filter chooses a period, and earlier delays are not seen: take the period out of the filter.
nowcast-refused-months = Too little to go by: { $months } whole months, { $needed } are needed.
nowcast-refused-few = Too little to go by: { $count } incidents with both dates, { $needed } are needed.
nowcast-refused-early = Nothing is ever known early enough in this data to judge what is still to come.
nowcast-refused-nothing = By past delays, no month has more to come that could be judged: each is complete, or too recent.
nowcast-column-share = Share expected to be known
nowcast-column-earlier = Expected a year earlier
nowcast-column-earlier-low = Low, a year earlier
nowcast-column-earlier-high = High, a year earlier
nowcast-definition-1 = Counted are incidents of each month that are on the list by the as-of date. Of each past month it is known how many were on the list when it was as old as the latest months are now; from these shares it is judged how many of the latest months will be known { $months } months on.
nowcast-definition-2 = Method: chain ladder over the months and their delays (Mack 1993, ASTIN Bulletin 23). The range is what independent reports would give with that completeness (negative binomial, Jeffreys’ prior), widened where reports come in clusters (Pearson’s dispersion of the same months).
nowcast-definition-3 = It assumes that incidents are told as late as they were in the months looked at. It misleads when the law, the list or the work of the authority changes, and when one event with many notices falls into the latest months.
nowcast-definition-4 = The same computation was run as of one year earlier, with nothing but what was on the list by then; compare it with what is known now before trusting the estimate. The estimate enters no total, average or comparison.

# Control charts.
control-title-none = Which months stand out
control-title-ordinary = Ordinary month-to-month variation: between { $low } and { $high } incidents a month; none of { $months } months stands out
control-title-ordinary-upto = Ordinary month-to-month variation: up to { $high } incidents a month; none of { $months } months stands out
control-title-run = No single month stands out (ordinary: { $range }), but { $run } months in a row lie on one side of the average: { $from } to { $to }
control-title-outside = { $count } of { $months } months { $count ->
    [one] lies
   *[other] lie
} outside what ordinary variation gives ({ $range }): { $which }
control-title-many = { $count } of { $months } months lie outside what ordinary variation gives ({ $range })
control-subtitle = Incidents per month, by date of: { $event } · band: ordinary variation
control-series-ordinary = ordinary variation
control-range = { $low } to { $high } incidents
control-range-upto = up to { $high } incidents
control-series-typical = typical gap
control-series-centre = average
control-series-line = month by month
control-series-points = ordinary
control-series-run = eight or more in a row on one side
control-series-outside = outside
control-series-incomplete = incomplete, not judged
control-hover = ordinary: { $low } to { $high }
control-why-rate = limits for independent incidents at a steady rate (u chart): counts vary { $index } times as much as those would
control-why-moving-range = limits from the differences of neighbouring months (XmR chart), because incidents come in clusters: counts vary { $index } times as much as independent incidents would
control-also-run = besides, { $run } months in a row on one side of the average: { $from } to { $to }
control-n = n = { $n } in { $months } whole months
control-choice-rate = Per number of { $what }
control-refused-nothing = Nothing is dated in the covered time.
control-refused-coarse = Too many dates are known only to the quarter or the year for a chart of months.
control-refused-few = Too little to tell signal from noise: { $count } incidents in { $months } whole months; at least { $needed } months and 10 incidents are needed.
control-column-centre = Average
control-column-low = Ordinary from
control-column-high = Ordinary to
control-column-outside = Outside
control-column-run = In a run
control-definition-1 = Counted are incidents by month; incomplete months are shown and not judged. The band holds what month-to-month variation gives when nothing changes: about 997 of 1,000 ordinary months lie in it.
control-definition-2 = Method: u chart. The average rate is taken over all months shown; the limits lie three standard deviations of independent incidents (Poisson) around it and follow the length of the months (Shewhart 1931; Montgomery, Introduction to Statistical Quality Control, chapter 7).
control-definition-3 = Method: XmR chart. The limits lie 2.66 mean differences of neighbouring months around the average, because the counts vary more than independent incidents would and limits for those would raise false alarms (Wheeler 1993, Understanding Variation).
control-definition-run = { $run } or more months in a row on one side of the average are marked too: a lasting change may stay within the limits.
control-definition-4 = A month outside the band is worth a question, not an answer: one event with many notices, a change of the law or of the collection look the same as more attacks. A slow trend or a season widens the band or fills it with runs.

# Days between large incidents.
between-choice-size = Large from
between-title-none = Days between large incidents
between-title-ordinary = Incidents of { $size } or more come about { $days } days apart; up to { $high } days is ordinary, and no gap stands out
between-title-outside = { $count } of { $gaps } gaps between incidents of { $size } or more { $count ->
    [one] lies
   *[other] lie
} outside what ordinary variation gives (about { $days } days, up to { $high })
between-title-shorter = Incidents of { $size } or more came closer together than usual from { $from } to { $to } (usual: about { $days } days apart)
between-title-longer = Incidents of { $size } or more came further apart than usual from { $from } to { $to } (usual: about { $days } days apart)
between-subtitle = Days since the one before, for incidents of { $size } or more, by date of: { $event } · band: ordinary variation
between-series-since = since the last one
between-since = { $days } days from the last one to { $day }, and still counting
between-hover = ordinary: up to { $high } days
between-n = n = { $n } incidents of { $size } or more
between-undated = { $count ->
    [one] { $count } large without an exact day
   *[other] { $count } large without an exact day
}
between-unsure = { $count ->
    [one] { $count } of which it is not known whether it is large
   *[other] { $count } of which it is not known whether they are large
}
between-later = { $count } after { $day } not judged: others may still become known between them
between-refused = { $count ->
    [one] { $count } incident of { $size } or more with an exact day: at least 11 are needed. Choose a smaller size.
   *[other] { $count } incidents of { $size } or more with an exact day: at least 11 are needed. Choose a smaller size.
}
between-column-from = From
between-column-to = To the next on
between-definition-1 = Counted are incidents with surely at least the chosen number affected and a day that is known exactly; shown are the days from one to the next. For rare events this tells a change sooner than counts per month, most of which are zero.
between-definition-2 = Method: t chart. Waiting times of independent events are skewed; their 3.6th root is nearly normal and gets the limits of an XmR chart (Nelson 1994, Journal of Quality Technology 26). The middle line is the typical gap, not the mean.
between-definition-3 = Several notices of one event on one day are gaps of 0 days. The time since the last one is shown and not judged. It misleads when numbers become known late: large incidents of recent months may lack.
