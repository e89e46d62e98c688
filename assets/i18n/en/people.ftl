# Figures of how many were affected.

people-between = between { $low } and { $amount }
people-likely = likely between { $low } and { $high }
people-likely-above = likely above { $low }
people-likely-few = too few to give a range
people-unnamed = an unnamed incident
people-no-upper-bound = no upper bound
people-shares = { $low } to { $high }
people-outside = { $count } with a number and no date in the time covered
people-mean = mean: { $with } with the largest incident, { $without } without it
people-mean-at-least = mean of the lower bounds: { $with } with the largest incident, { $without } without it
people-title-none = No number to describe

# Choices.
people-choice-show = Show
people-choice-number = Number
people-choice-share = Share
people-choice-mean = Mean, with and without the largest
people-choice-with-largest = Median and largest
people-choice-median = Median alone
people-choice-rolling = Median of the last twelve months
people-choice-curve = Curve
people-choice-at-most = At most
people-choice-at-least = At least
people-choice-unknown = Count those without a number as any number
people-choice-top = How many
people-choice-scale = Scale
people-choice-log = Powers of ten
people-choice-linear = Even
people-choice-largest-few = The largest
people-choice-from-largest = From the largest
people-choice-lorenz = From the smallest

# By size.
people-title-sizes = { $share } of the { $n } incidents with a number affected { $low } to { $amount } (likely between { $from } and { $to })
people-subtitle-sizes = Incidents by number affected: { $measure }
people-subtitle-sizes-share = Share of the incidents with a number, by number affected: { $measure } · whiskers: 95% confidence
people-hover-share = { $share } of those with a number (likely between { $low } and { $high })
people-column-share-known = Share of those with a number
people-define-sizes = Each incident stands in the bar of its power of ten: 1 to 9, 10 to 99, 100 to 999 { $unit } and so on, so that every bar is ten times as wide as the one before it. The bars are cut by the number of digits, not by a rounded logarithm.
people-define-sizes-how = An incident whose number is a range stands in a bar if the whole range lies there; otherwise it is imprecise. Incidents without a number are grey and take no part in the shares. Shares have Wilson’s interval (Wilson 1927): where the share of many more incidents of the same kind would likely lie.
people-define-sizes-care = A list with a threshold (“500 or more”) has no bars below it, and round numbers at the threshold often stand for a number that was not known yet. The mean follows the few largest incidents and says little about a typical one; it is shown on demand only, with and without the largest.

# Period by period.
people-title-periods = A typical incident { $in } affected { $amount } ({ $incidents }; { $likely })
people-subtitle-periods = Number affected per { $period }, powers of ten: { $measure }
people-note-hollow = hollow: incomplete
people-empty-periods = No incident with a number lies in the time covered by its date of: { $event }. Choose another date for the time axis, or add it to the records.
people-few-periods = { $count ->
    [one] { $count } period with fewer than three numbers not drawn
   *[other] { $count } periods with fewer than three numbers not drawn
}
people-series-interval = where the median likely lies
people-series-rolling = median of the last twelve months
people-column-rolling = Median of twelve months
people-define-periods = For each period, the median of the numbers of { $unit }: half of the incidents of the period affected fewer, half more. The largest is shown beside it because it makes most of the sum and nothing of the median. An incident counts in a period if its date surely lies there.
people-define-median = The whisker shows where the median of many more such incidents would likely lie, from the order of the numbers alone (order statistics, David and Nagaraja 2003), so that one very large incident does not widen it. Exact numbers are interpolated as spreadsheets do (type 7 of Hyndman and Fan 1996); where some are ranges, the median of all lower and of all upper ends is given.
people-define-periods-care = Fewer than three numbers are not drawn, fewer than five have no whisker. The line of twelve months is the median of all their incidents together; a mean over twelve months would show a single large incident as a plateau. Recent periods may still lack incidents that are known later.

# As a curve.
people-title-curve = How large incidents are
people-title-typical = A typical incident affected { $amount } ({ $incidents }; { $likely })
people-title-one-in-ten = { $typical }; one in ten affected more than { $amount }
people-subtitle-at-most = Share of incidents that affected at most so many, powers of ten: { $measure }
people-subtitle-at-least = Share of incidents that affected at least so many, both axes in powers of ten: { $measure }
people-note-envelope = band: what ranges leave open
people-series-sure = certain
people-series-possible = possible
people-hover-at-most = { $share } affected at most { $amount }
people-hover-at-least = { $share } affected at least { $amount }
people-guide-median = half: { $amount }
people-guide-one-in-ten = one in ten above { $amount }
people-zeros = { $count } with exactly 0, left of the axis
people-unknown-anywhere = { $count } without a number counted as any number
people-one-in-ten-likely = what one in ten exceeds: { $likely }
people-empty-zeros = Every number is 0: there is nothing to spread.
people-choice-fit = Fitted lognormal curve
people-series-fit = lognormal fit
people-fit = lognormal fit of { $n } exact numbers: half below { $median } (likely between { $low } and { $high }), one in ten above { $tenth }
people-column-at-most = At most, certain
people-column-at-most-possible = At most, possible
people-column-at-least = At least, certain
people-column-at-least-possible = At least, possible
people-define-curve = The share of the incidents with a number that affected at most, or at least, so many { $unit }: every incident is one step (the empirical distribution). Where the curve crosses one half lies the typical incident.
people-define-curve-how = Where numbers are ranges or bounds (“up to 300,000”), the curve is drawn for all lower and for all upper ends; the truth lies in the band between them whatever the exact numbers are (Manski 2003). Incidents without a number are left out and counted, or, if you choose so, taken as any number, which widens the band.
people-define-curve-care = The curve describes the incidents that are listed: a threshold for being listed cuts off its left part, and no curve is fitted then. A lognormal curve, where you ask for it, is fitted to the exact numbers above 0 by maximum likelihood; it is a description, not a law. Its far right end rests on a few incidents, and past data cannot put a ceiling on the next one.

# Ranked.
people-title-ranked = Largest of { $n } incidents with a number: { $name }, { $amount }; number { $count } still affected { $least }
people-title-ranked-all = Largest incident: { $name }, { $amount } (n = { $n })
people-subtitle-ranked = The { $count } largest incidents: { $measure }
people-subtitle-ranked-log = The { $count } largest incidents, powers of ten: { $measure }
people-note-arrow = arrow: no upper bound
people-may-belong = { $count ->
    [one] { $count } more may be as large: its upper end allows it
   *[other] { $count } more may be as large: their upper ends allow it
}
people-alt-ranked = List of ranges, the largest above.
people-column-rank = Rank
people-column-name = Name
people-column-least = At least
people-column-most = At most
people-define-ranked = The incidents with the largest numbers of { $unit }, by what is certain: their lower ends. A dot is an exact number, a line reaches from the smallest to the largest number that a source allows, and an arrow means that nothing bounds it above.
people-define-ranked-how = Where two have the same lower end, the one with the larger upper end comes first. Incidents that are not listed although their upper ends reach beyond the last one are counted in the foot and can be looked at.
people-define-ranked-care = Numbers of one incident may be stated by several parties and be revised. Notices of several organisations may belong to one event (a shared supplier); this list does not put them together.

# Concentrated.
people-title-concentration = { $k ->
    [one] { $k } of { $n } incidents accounts for { $share } of { $whole }
   *[other] { $k } of { $n } incidents account for { $share } of { $whole }
}
people-title-beside-typical = { $sentence }; a typical one: { $typical }
people-whole-people = all people reported
people-whole-users = all users reported
people-whole-accounts = all accounts reported
people-whole-customers = all customers reported
people-whole-records = all data records reported
people-whole-organisations = all organisations reported
people-whole-systems = all systems reported
people-subtitle-concentration = Share of the sum in the largest incidents, the largest first: { $measure }
people-subtitle-lorenz = Share of the sum, the smallest incidents first: { $measure }
people-axis-part = Share of the sum
people-axis-smallest-first = Share of incidents, the smallest first
people-axis-largest-first = Number of largest incidents
people-guide-top = { $k ->
    [one] the largest: { $share }
   *[other] the { $k } largest: { $share }
}
people-series-equal = if all were equal
people-half = { $count ->
    [one] the largest alone makes up half of the sum or more
   *[other] the largest { $count } make up half of the sum
}
people-lower-ends = { $count ->
    [one] { $count } range counted by its lower end
   *[other] { $count } ranges counted by their lower ends
}
people-gini = Gini coefficient
people-column-largest-count = Largest incidents
people-column-part-incidents = Share of incidents
people-column-part = Share of the sum
people-define-concentration = The numbers of { $unit } are ordered and added up, and the part of the sum that the largest incidents make is read off. Ranges count by their lower ends, incidents without a number not at all: both are in the foot.
people-define-concentration-care = A high concentration says that the sum is the story of a few incidents, not that incidents have become larger. Without the largest incident the same figure may look quite different; the filter can leave it out. “People” may be counted several times, once in each incident that concerned them.
people-define-gini = Read from the smallest, the curve is Lorenz’s (1905); the area between it and the line of equal parts, doubled, is Gini’s coefficient, here { $gini }: 0 if all incidents were of one size, near 1 if one had everything.

# In sum.
people-title-sum = Sums of the numbers reported
people-title-sum-in = { $sum } { $in }, { $share } of them from one incident ({ $name }); a typical incident: { $typical }
people-title-sum-in-certain = { $sum } { $in }; the largest incident, { $name }, makes { $share } of what is certain; a typical one: { $typical }
people-subtitle-sum = Sum per { $period }: { $measure }
people-series-rest = all others
people-series-largest = largest incident
people-series-bounds = up to
people-row-median = Median
people-open-sums = { $count ->
    [one] { $count } period without an upper bound: a number is missing or has none
   *[other] { $count } periods without an upper bound: numbers are missing or have none
}
people-column-without-number = Without a number
people-column-sum-most = Sum, at most
people-column-largest-name = Largest incident
people-define-sum = For each period, the smallest sum of { $unit } that the incidents allow: the lower ends of those that surely lie there. The part of the largest single incident is set apart, because a sum is mostly the story of a few.
people-define-sum-bounds = The largest possible sum adds the upper ends, and those of incidents that only may lie in the period. Both bounds are sharp: no narrower ones follow from the data (Manski 2003). One incident without a number or without an upper bound leaves the sum without one: an arrow, and “at least”, never a total.
people-define-sum-care = One large incident moves a sum more than a hundred others; compare typical incidents instead, or the same sums without the largest. Someone concerned by two incidents counts twice. A threshold for being listed leaves out the small ones.

# First against latest statement.
people-title-statements = Of { $n } incidents stated at least twice, { $revised } were revised: { $up } upwards, { $down } downwards
people-title-statements-typical = { $title }; { $typical }
people-typical-up = typically to { $factor } times the first number
people-typical-down = typically to { $factor } times the first number
people-subtitle-statements = First and latest statement of the { $count } largest revisions, powers of ten: { $measure }
people-series-change = change
people-series-first = first statement
people-series-latest = latest statement
people-label-factor = × { $factor }
people-hover-first = first: { $amount }
people-hover-latest = latest: { $amount }
people-revised-up = { $count } revised upwards
people-revised-down = { $count } revised downwards
people-restated-same = { $count } stated again unchanged
people-restated-unclear = { $count ->
    [one] { $count } cannot be told: its ranges overlap
   *[other] { $count } cannot be told: their ranges overlap
}
people-stated-once = { $count } with a single dated statement or none
people-empty-statements = { $count ->
    [one] The one incident with a number was not stated at two dates.
   *[other] None of the { $count } incidents with a number was stated at two dates. Statements of an incident, each with its date, are kept in its record.
}
people-empty-revised = { $count ->
    [one] The one incident that was stated twice was not revised for certain.
   *[other] None of the { $count } incidents that were stated twice was revised for certain.
}
people-column-first = First statement
people-column-latest = Latest statement
people-column-factor = Factor
people-define-statements = For each incident whose number of { $unit } was stated at two dates or more, the first dated statement is set against the latest, which is the one that all other figures use. Statements without a date take no part, nor do two of which it is not sure which came first.
people-define-statements-how = A number counts as revised upwards or downwards only if that holds whatever the exact numbers within their ranges; where ranges overlap, nothing is said. The typical revision is the middle one of the factors between first and latest number, given for five revisions or more.
people-define-statements-care = Sources that publish once show no revisions, and large incidents are restated more often than small ones. The figure says how far first numbers were from later ones here, not how far they will be.
