# Words of the figures over time and of the seasons.

time-alt-remark = Marked: { $text } ({ $day }).

# Groups over time.
time-choice-field = Groups
time-choice-top = Groups shown
time-choice-view = Arrangement
time-view-stack = Stacked
time-view-panels = Side by side
time-note-same-scale = all with the same scale
time-subtitle-by = { $subtitle } · groups: { $field }
time-remark = dashed: { $text } ({ $day })
time-group-none-title = Incidents by group
time-group-none = No field of the records has words that group them. Add a kind, a sector or a country to the records, or choose such a column when importing.
time-group-title = Most frequent ({ $field }): { $word }, { $count } of { $of } incidents ({ $share }, likely between { $low } and { $high })
time-group-title-few = Most frequent ({ $field }): { $word }, { $count } of { $of } incidents
time-group-title-plain = { $incidents }; none says anything under: { $field }
time-group-several = several of these
time-group-other = { $groups ->
    [one] { $groups } other
   *[other] { $groups } others
}
time-group-without = nothing said
time-group-coarse = date known only roughly
time-hover-group = { $group }: { $incidents }
time-hover-of = { $count } in all in this period
time-foot-other = { $groups ->
    [one] { $count } under { $groups } other word
   *[other] { $count } under { $groups } other words
}
time-foot-several = { $count } have several of the words shown and stand apart, so that each incident stands once
time-foot-each = { $count } have several of the words shown and are counted under each
time-foot-without = { $count } say nothing about it
time-alt-stack = Stacked bar chart.
time-alt-panels = Bar charts side by side, with the same scale.
time-define-groups = Counted are incidents whose date lies in one period for certain, by the words of one field. The words with the most incidents of the whole selection are shown each on their own; all further words together are “other”, and the foot says how many words and incidents that is. Incidents that say nothing are shown in grey and never spread over the words.
time-define-stack = Every incident stands in the stack once, so that the height of a bar is a number of incidents. An incident with several of the words shown stands under “several of these”; one with a shown and a further word stands under the shown one. Incidents dated only roughly lie lighter on top, by the share of their dates that falls into the period; they are in no group.
time-define-panels = Each word has its own panel, all with the same scale. An incident with several words is counted under each of them, so that the panels may add up to more than there are incidents.
time-define-groups-misled = The share in the title is that of the whole time shown, with Wilson’s 95% interval (1927); it takes incidents as independent. A word may rise only because it has come to be used more often, and only the lowest part of a stack has an even base: compare the others side by side.

# Trends and changes of level.
time-years = { $count ->
    [one] { $count } year
   *[other] { $count } years
}
time-quarters = { $count ->
    [one] { $count } quarter
   *[other] { $count } quarters
}
time-months = { $count ->
    [one] { $count } month
   *[other] { $count } months
}
time-weeks = { $count ->
    [one] { $count } week
   *[other] { $count } weeks
}
time-each-year = a year
time-each-quarter = a quarter
time-each-month = a month
time-each-week = a week
time-more = { $number } more
time-no-change = no change
time-fewer = { $number } fewer
time-trend-rise = Over { $span } the number of incidents rose by about { $slope } { $each } (likely between { $low } and { $high })
time-trend-fall = Over { $span } the number of incidents fell by about { $slope } { $each } (likely between { $low } and { $high })
time-trend-none = No clear trend in the number of incidents over { $span } (likely between { $low } and { $high } { $each })
time-trend-none-percent = No clear trend in the number of incidents over { $span } (likely between { $low } and { $high } each year)
time-trend-none-plain = No clear trend in the number of incidents over { $span }
time-trend-basis = trend: { $span } in full, { $first } – { $last }, { $count } incidents
time-growth-more = about { $share } more each year (likely between { $low } and { $high })
time-growth-fewer = about { $share } fewer each year (likely between { $low } and { $high })
time-trend-seasonal = like periods of different years are compared, because there is a season
time-trend-remembers = neighbouring periods resemble each other, which is allowed for
time-clusters = incidents come in clusters: ranges of single periods are wider than shown
time-what-trend = No trend can be told
time-what-change = No change of level can be told
time-too-few-incidents = { $what }: there are fewer than { $fewest } incidents
time-too-few-periods = { $what }: there are fewer than { $fewest } whole periods
time-too-few-years = { $what }: there are less than two whole years
season-too-few = No season can be told: there are fewer than { $fewest } whole months
time-too-coarse = { $what }: too many dates are known too coarsely for periods short enough
time-comparison = { $headline }: { $sentence }
time-change = The level seems to have changed { $in }, from about { $before } to about { $after } { $each }.
time-change-none = No clear change of level over { $span }; the two sides differ most { $in }.
time-change-nothing = No change of level: all periods are alike.
time-change-check = {" "}Check first whether the collection or the law changed then; if so, note it among the dated remarks of the dataset.
time-change-remark = {" "}Check first whether the collection or the law changed then: the dataset notes “{ $text }” ({ $day }).
time-change-mark = level changes?
time-levels = usual level before and after
time-intervals = range of the underlying level
time-note-intervals = strokes: what level each number is compatible with
time-hover-interval = compatible with an underlying level of { $low } to { $high }
time-choice-interval = Range of each period
time-choice-change = Change of level
time-choice-unit = Trend told in
time-unit-auto = As the dates allow
time-unit-month = Months
time-unit-quarter = Quarters
time-unit-year = Years
time-define-counts = Counted are incidents by the date named under the title. The solid part of a bar is certain; the lighter part shares out incidents whose date is known only roughly, by the part of it that falls into the period. Hatched periods are not covered to their end and are in no average, trend or comparison. Periods without an incident are zeros; time outside the coverage is not shown.
time-define-trend = The trend is that of whole periods: years, quarters or months, the longest of which there are ten and in which at least 95% of the incidents lie for certain. Mann and Kendall’s test (1945, 1975) asks whether later periods have more; its size is the middle of all slopes between two periods (Theil 1950, Sen 1968). Where months or quarters have a season, only like ones are compared (Hirsch, Slack and Smith 1982); where neighbours resemble each other, the test is made more careful (Hamed and Rao 1998). Growth in % each year is a count regression whose range allows for clusters (quasi-Poisson, McCullagh and Nelder 1989). “Rose” and “fell” are said only where all of these agree.
time-define-trend-misled = A trend of what was recorded is not one of what happened: a wider law, a new source or a changed habit of reporting looks the same. It supposes one direction over the whole time; look at the bars for a rise followed by a fall.
time-define-test = Told in: { $unit }. Probability of at least as clear a trend where there is none: { $p }.
time-define-change = A change of level is looked for with Pettitt’s test (1979): the one place at which the counts before and after differ most, told where such a difference would be rare in an even series. The levels are medians. A slow trend is found as a change in its middle; a change of what is collected looks like any other.
time-define-interval = The range of a period is Garwood’s exact interval (1936): underlying levels with which the number seen is compatible, for incidents that are independent of each other. It is no forecast of the next period, which is wider, and two ranges that overlap are no test. It is given from five incidents on.

# Incidents in relation to something.
time-rate-none-title = Incidents in relation to their number
time-rate-none = Incidents can be put in relation to something that the dataset counts year by year, such as organisations under supervision. Give these numbers in the settings of the dataset.
time-rate-several = Several datasets are looked at, and what each is counted against has no common meaning. Choose one dataset.
time-rate-no-year = No year shown has a number of: { $what }. Give it in the settings of the dataset.
time-rate-per = { $unit ->
    [one] for each of: { $what }
   *[other] per { $unit } { $what }
}
time-rate-subtitle = Incidents { $per } and { $period }, by date of: { $event } · strokes: 95% confidence interval
time-rate-plain = Incidents { $per }
time-rate-one = { $rate } incidents { $per } { $in } (likely between { $low } and { $high })
time-rate-one-plain = { $rate } incidents { $per } { $in }
time-rate-more = { $now }, more than { $in } ({ $before })
time-rate-fewer = { $now }, fewer than { $in } ({ $before })
time-rate-no-change = { $now }, no clear change ({ $before } { $in })
time-rate-gaps = { $count } incidents in { $periods ->
    [one] { $periods } period
   *[other] { $periods } periods
} without a number to relate them to
time-rate-interval = { $level } confidence interval (Garwood)
time-rate-series = incidents in relation
time-rate-series-few = fewer than five incidents, or incomplete
time-rate-of = out of { $of } { $what }
time-define-rate = Incidents that lie in a period for certain, divided by the number that the dataset gives for the year; of a period that spans two years by the mean over its days. A year without a number is a gap. A quarter is related to the whole number, so that four quarters add up to a year.
time-define-rate-interval = The strokes are Garwood’s exact interval (1936) of the underlying rate; it takes incidents as independent and the number they are related to as exact. Rates of fewer than five incidents have none. The last whole period is compared with the one before by the ratio of their rates (Przyborowski and Wilenski 1940), more carefully where incidents come in clusters.
time-define-rate-misled = A rate misleads where those counted below the line are not those among whom incidents can be recorded: when supervision widens, both numbers change, and not at once.

# Months of the year.
season-what = No season can be told
season-title = More incidents are usually recorded in { $most } than in { $fewest }: about { $high } against { $low } ({ $months })
season-title-no-clear = No month of the year clearly stands out ({ $months })
season-title-none = Months of the year compared
season-subtitle = Incidents in a usual month, by date of: { $event }
season-note-range = strokes: fewest and most of the years
season-usual = usual number
season-range = fewest and most
season-level = mean of all months
season-basis = { $span } in full, { $first } – { $last }, { $count } incidents
season-short = fewer than three years: a single year can make a month stand out
season-administrative = dates of reports follow deadlines, fiscal years and batches, not only incidents
season-hover-usual = usually about { $number }
season-hover-range = { $count ->
    [one] { $low } in the one year
   *[other] { $low } to { $high } in { $count } years
}
season-column-month = Month
season-column-years = Years
season-column-usual = Usual number
season-column-index = Above or below the level
season-column-mean = Mean
season-column-least = Fewest
season-column-most = Most
season-column-year = Year
season-define = A bar is what a month of this name usually has: the mean of all whole months, and how far months of this name lie above or below the level of the year around them. So a list that grows does not make December look larger than January. Only whole months count, and only incidents whose month is certain.
season-define-method = The distances are the index of the classical decomposition (moving average over twelve months). Whether any month stands out is asked with the test of Kruskal and Wallis (1952) over all whole months; “more” is said only where such differences would be rare among months that are all alike. It needs 24 whole months, better 36, and 20 incidents.
season-define-misled = Months compared are months of recording. Statutory deadlines, fiscal years and publication in batches make seasons that no attacker knows of. A strong trend hides a season from the test. Twelve months are compared at once: do not read the order of the ones in between.
season-note-shade = darker: more
season-not-covered = not covered by the data
season-table-none = Years by months
season-table-plain = { $incidents }, by year and month
season-table-title-none = Most in { $month }: { $count } incidents; at least half of the { $months } months had none
season-table-title = Most in { $month }: { $count } incidents; half of the { $months } months had { $middle } or fewer
season-alt-table = Table of shaded cells.
season-define-table = Each cell is the number of incidents whose date lies in that month for certain. Dates known only roughly are in no cell; the foot says how many. Months that are not covered to their end are hatched, months outside the coverage are empty.
season-define-table-misled = The fullest month of many is the one in which chance helped most, so that the months after it are likely to have fewer. Years that are not covered whole must not be compared with whole ones.
season-define-groups = Columns are years, from the start of the reporting year where one is set. An incident with several words is counted in each of their rows.
season-define-share = Shares are of all incidents of the year, those that say nothing included, and given from five incidents on; below that the cell says how many of how many. With several words an incident, the shares of a year may add up to more than 100%. A share rises also when the other groups have fewer.
season-subtitle-share = Share of each year’s incidents, by { $period } and date of: { $event }
season-hover-share = { $share } (likely between { $low } and { $high })
season-choice-show = Cells
season-show-count = Number
season-show-share = Share of the year
season-new-years = { $count } of { $of } days are 1 January, against about { $expected } by chance: probably years written as days
season-years-as-days = The months cannot be compared: too many dates are 1 January, which probably stands for a year of which the month is not known.
