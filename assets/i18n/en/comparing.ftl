# Words of the figures that compare.

# What is chosen.
comparing-choice-which = Period
comparing-choice-back = Against
comparing-choice-top = Groups shown
comparing-choice-measure = Compare
comparing-choice-against = Against
comparing-choice-apart = Leave out records in both
comparing-which-year = Last full year
comparing-which-so-far = This year so far
comparing-which-quarter = Last full quarter
comparing-which-month = Last full month
comparing-which-filter = Filter’s period
comparing-show-count = How many
comparing-show-people = How many people
comparing-show-delay = How long
comparing-show-shares = Shares

# Sides and pieces.
comparing-the-selection = the selection
comparing-the-others = all the others
comparing-quoted = “{ $word }”
comparing-word-value = { $word } ({ $value })
comparing-and = { $first } and { $last }
comparing-and-more = { $list } and { $count } more
comparing-side = { $name }: { $count ->
    [one] { $count } record
   *[other] { $count } records
}
comparing-side-days = { $range }: { $count ->
    [one] { $count } incident
   *[other] { $count } incidents
}
comparing-n-two = n = { $one } and { $other }
comparing-open = { $count } still open
comparing-against = { $one } against { $other }
comparing-share-count = { $share } ({ $count })
comparing-word-shares = { $word } ({ $one } against { $other })
comparing-difference = difference likely between { $low } and { $high }
comparing-difference-at-least = difference likely at least { $low }
comparing-difference-open = too few to give a range
comparing-likely = likely between { $low } and { $high }
comparing-signed-fewer = { $number } fewer
comparing-signed-more = { $number } more
comparing-signed-shorter = { $number } shorter
comparing-signed-longer = { $number } longer
comparing-not-reached = not yet
comparing-ratio = about { $ratio } times as many, likely between { $low } and { $high } times
comparing-no-difference = no difference
comparing-axis-difference = Difference of shares
comparing-alt-ranges = Ranges, one row each.
comparing-limits-drawn = range from { $replicates } draws, seed { $seed }
comparing-limits-each = range from that of each median, because there are more than { $most } values
comparing-rule-holm = of { $count } compared, one may stand out by chance alone: corrected by Holm’s rule
comparing-rule-bh = of { $count } compared, one may stand out by chance alone: corrected by the rule of Benjamini and Hochberg
comparing-ranges = { $count } with a range alone
comparing-no-number = { $count } without a number
comparing-without-word = { $count } without a word
comparing-more-words = { $count ->
    [one] { $count } rarer word not shown
   *[other] { $count } rarer words not shown
}
comparing-rest = { $groups ->
    [one] { $groups } other group ({ $records } more records) not shown
   *[other] { $groups } other groups ({ $records } more records) not shown
}
comparing-several = a record with several words counts under each
comparing-superiority = a record of the first has the larger number in { $share } of pairs
comparing-too-recent = too recent to compare delays
comparing-shared-out = { $count } in both, left out of both
comparing-row-medians = Difference of medians
comparing-row-shift = Typical shift (Hodges–Lehmann)

# A period against another year's.
comparing-subtitle-periods = Incidents by date of: { $event }
comparing-subtitle-periods-months = Incidents per month, by date of: { $event }
comparing-subtitle-typical = Number affected: median, logarithmic scale
comparing-subtitle-cohorts = { $ends }, incidents by date of: { $event }
comparing-by-day = By day { $days } { $in }
comparing-periods-title-none = No two periods to compare
comparing-periods-none = The data do not cover a whole period and the same months of an earlier year. Set the start of the coverage or the as-of date of the dataset, or choose a shorter period.
comparing-periods-empty = Neither period has an incident.
comparing-periods-people-more = Size: more people per incident ({ $interval })
comparing-periods-people-fewer = Size: fewer people per incident ({ $interval })
comparing-periods-people-same = Size: no clear difference ({ $interval })
comparing-periods-people-few = Size: too few numbers to compare
comparing-told-more = Told within { $days } days: more often ({ $one } against { $other })
comparing-told-fewer = Told within { $days } days: less often ({ $one } against { $other })
comparing-told-same = Told within { $days } days: no clear difference ({ $one } against { $other })
comparing-told-described = Told within 30 and 90 days

# Groups.
comparing-subtitle-count = Share of incidents by { $field }
comparing-subtitle-people = Number affected by { $field }: median of each group with its range, logarithmic scale
comparing-subtitle-delay = Median days { $ends }, by { $field }, with its range
comparing-groups-title-none = No groups to compare
comparing-no-field = No field has words that several records share. Choose another field, or give the records one.
comparing-groups-no-word = No record of the selection has a word in { $field }.
comparing-groups-few = No group has enough records with a value to describe it: look at the records themselves.
comparing-groups-too-few = { $field }: too few values in each group to compare
comparing-groups-described = How long, by { $field }: described only, because records got in in different ways
comparing-groups-most = { $word } is the most frequent: { $share } of { $n } incidents (likely between { $low } and { $high })
comparing-groups-more = { $count ->
    [one] { $list } affects more people per incident than the others
   *[other] More people per incident than the others: { $list }
}
comparing-groups-fewer = { $count ->
    [one] { $list } affects fewer people per incident than the others
   *[other] Fewer people per incident than the others: { $list }
}
comparing-groups-none = No clear difference in size: none of { $compared } groups by { $field } stands out from the others
comparing-groups-longer = { $count ->
    [one] { $list } takes longer than the others
   *[other] Longer than the others: { $list }
}
comparing-groups-shorter = { $count ->
    [one] { $list } takes less time than the others
   *[other] Less time than the others: { $list }
}
comparing-groups-long-none = No clear difference in time: none of { $compared } groups by { $field } stands out from the others

# Two selections.
comparing-selections-title-none = Nothing to compare
comparing-everything = The selection holds every record of its period, so there are no others. Filter first, or type a query to compare with.
comparing-first-empty = No record is left in the selection.
comparing-second-empty = The query finds no record in this period and these datasets.
comparing-shared = { $count ->
    [one] { $count } record is in both selections, and cannot be compared with itself. Choose selections that share none, or leave it out of both.
   *[other] { $count } records are in both selections, and cannot be compared with themselves. Choose selections that share none, or leave them out of both.
}
comparing-subtitle-count-two = Number of incidents over the same time, with the range of the level
comparing-count-few = { $one } in { $a }, { $other } in { $b }
comparing-count-few-why = Fewer than ten incidents in both together: too few to speak of a difference.
comparing-count-same = { $one } in { $a } and { $other } in { $b }: no clear difference ({ $interval })
comparing-count-clear = { $one } in { $a } against { $other } in { $b }: { $interval }
comparing-subtitle-shares = Shares by { $field }: { $a } less { $b }, with the range of the difference
comparing-shares-none = No clear difference: none of { $compared } shares by { $field } differs between { $a } and { $b }
comparing-shares-more = { $a } has more often than { $b }: { $one }
comparing-shares-fewer = { $a } has less often than { $b }: { $one }
comparing-shares-both = { $a } has more often than { $b }: { $one }; less often: { $other }
comparing-shares-few = { $a } and { $b }: too few to compare shares
comparing-shares-few-why = Fewer than ten records on one side have a word in { $field }.
comparing-subtitle-people-two = Number affected: { $unit }, median with its range, logarithmic scale
comparing-people-more = Half of the incidents in { $a } affected more than { $one }, against { $other } in { $b } ({ $interval })
comparing-people-fewer = Half of the incidents in { $a } affected fewer than { $one }, against { $other } in { $b } ({ $interval })
comparing-people-same = No clear difference in size: half of { $a } above { $one }, half of { $b } above { $other } ({ $interval })
comparing-people-few = Too few numbers to compare: { $one } in { $a }, { $other } in { $b }
comparing-people-few-why = Fewer than ten exact numbers on one side: look at the records themselves.
comparing-delay-longer = { $a } took longer than { $b }: half after { $one } against { $other } ({ $interval })
comparing-delay-shorter = { $a } took less time than { $b }: half after { $one } against { $other } ({ $interval })
comparing-delay-same = No clear difference: half of { $a } after { $one }, half of { $b } after { $other } ({ $interval })
comparing-delay-dates = Half of { $a } after { $one }, half of { $b } after { $other }: the dates are too coarse to tell whether they differ
comparing-delay-described = Half of { $a } after { $one }, half of { $b } after { $other }: described only, because records got in in different ways
comparing-delay-unreached = Half of { $a }: { $one }; half of { $b }: { $other }; the medians cannot be compared
comparing-delay-few = Too few delays to compare: { $one } in { $a }, { $other } in { $b }
comparing-delay-few-why = Fewer than ten on one side had happened: look at the records themselves.

# Definitions.
comparing-define-periods = Counts the incidents that lie in the period for certain, and those of the same months of the chosen earlier year. Only whole periods of equal length are compared; a running one is compared up to its last whole month.
comparing-define-ratio = The ratio of two counts has an exact interval that follows from their sum (Przyborowski and Wilenski 1940). Where monthly counts vary more than independent incidents would, it is widened by the root of that variation. Only an interval that leaves out “as many” is called a change.
comparing-define-periods-register = Shares told by day 30 and 90 are Kaplan and Meier’s, which use what is still open. They are shown side by side, without a test.
comparing-define-periods-list = Shares told by day 30 and 90 are among incidents that began in each period, were followed equally long and told in that time, because a list of disclosures lacks what is not told yet; their difference has Newcombe’s interval (1998). Incidents are placed by the day on which the delay began: those that ended in a period favour long delays.
comparing-define-periods-mixed = Shares told by day 30 and 90 only describe the incidents with both dates, because records got in in different ways.
comparing-define-periods-limits = Counts are of reported incidents. A change may come from the law, the collection or the reporting; late reports make the newer period look smaller than it will be.
comparing-define-groups = Each group holds the records with one word of the field; a record with several words counts under each. Rarer words are not shown; their groups and records are counted in the foot.
comparing-define-groups-count = The share of a group in the records that have a word, with Wilson’s interval (1927). Groups differ in size for many reasons, so their numbers are described and not tested.
comparing-define-groups-people = The median of the exact numbers of a group, with an interval from order statistics. Each group is compared with all the others by ranks (Mann and Whitney 1947), so that a few huge incidents do not decide. Ranges and bounds have no place in an order and are left out.
comparing-define-groups-register = Kaplan and Meier’s curve of each group with what is still open, and its median. Each group is compared with all the others by the log-rank test (Mantel 1966), which is blind where curves cross: look at them.
comparing-define-groups-list = Only incidents followed for a year and told within it, because a list of disclosures lacks what is not told yet. Medians with an interval from order statistics; each group is compared with all the others by ranks (Mann and Whitney 1947).
comparing-define-groups-mixed = Records got in in different ways, so delays are described among the incidents with both dates and not compared.
comparing-define-rule = Of many comparisons one stands out by chance alone. Up to ten are corrected by Holm’s rule (1979), more by that of Benjamini and Hochberg (1995). What stands out after it is coloured; the table gives both probabilities.
comparing-define-groups-limits = A difference between groups is no cause: they differ in other respects too. Fewer than ten values are shown without a comparison, fewer than five not at all.
comparing-define-selections = The first side is what the filter chooses. The second is all the others in the same period and datasets, or what the typed query finds there. Records in both are refused, or left out of both.
comparing-define-shares = The share of each word among the records that have one, and the difference of both sides with Newcombe’s interval (1998). A record with several words counts under each.
comparing-define-people = The difference of the medians of the exact numbers, with an interval from drawing both sides again and again (bootstrap), from a stored seed; above 20,000 values it is combined from the interval of each median. The table adds the typical shift of Hodges and Lehmann (1963) with the test of Mann and Whitney (1947).
comparing-define-delay-register = Kaplan and Meier’s curves, which use what is still open. The difference of medians has an interval from drawing both sides again and again (bootstrap), from a stored seed; above 20,000 records it is combined from the interval of each median. The table adds the log-rank test (Mantel 1966), which is blind where curves cross: look at them.
comparing-define-delay-list = Only incidents followed for a year and told within it, because a list of disclosures lacks what is not told yet. The difference of medians has an interval from drawing both sides again and again (bootstrap), from a stored seed; the table adds the shares by day 30 and 90 and the test of Mann and Whitney (1947).
comparing-define-selections-limits = A difference is no cause: the sides differ in other respects too. One comparison chosen beforehand is reported as it is; trying many until one stands out misleads.

# Columns.
chart-column-group = Group
chart-column-first = First
chart-column-second = Second
chart-column-share-first = Share in the first
chart-column-share-second = Share in the second
chart-column-difference = Difference
chart-column-told-30 = Told by day 30
chart-column-told-90 = Told by day 90
chart-column-used = Used
chart-column-median-days = Median days
chart-column-still-open = Still open
chart-column-p = Probability by chance
chart-column-p-adjusted = The same, corrected
