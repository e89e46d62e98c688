# Words of charts, findings and their feet.

chart-incidents = { $count ->
    [0] No incidents
    [one] { $count } incident
   *[other] { $count } incidents
}

# Periods inside a sentence.
chart-in-year = in { $name }
chart-in-quarter = in { $name }
chart-in-month = in { $name }
chart-in-week = in { $name }
chart-in-days = from { $first } to { $last }
chart-than = than { $before }
chart-than-vowel = than { $before }
chart-week = week { $week } of { $year }
chart-week-short = W{ $week } { $year }

# How many.
chart-how-many = How many
chart-none = No incidents
chart-none-filtered = { $count ->
    [one] The only record does not match the filter.
   *[other] None of the { $count } records matches the filter.
}
chart-none-yet = There is no record yet.
chart-few = Too few to compare: look at the records themselves.
chart-headline-in = { $incidents } { $in }
chart-more = { $share } more { $than } (likely between { $low } and { $high } more).
chart-times = About { $ratio } times as many as { $before } (likely between { $low } and { $high } times).
chart-times-open = There were none { $before }: a clear rise.
chart-fewer = { $share } fewer { $than } (likely between { $low } and { $high } fewer).
chart-no-change = No clear change: { $count } { $before } (likely between { $low } fewer and { $high } more).
chart-no-change-wide = No clear change: { $count } { $before } (likely between { $low } fewer and { $high } times as many).
chart-were = There were { $count } { $before }.
chart-too-few-change = { $count } { $before }: too few to speak of a change.
chart-no-comparison = There are not two full years or periods to compare.
chart-title-more = { $headline }, { $share } more { $than }
chart-title-times = { $headline }, about { $ratio } times as many as { $before }
chart-title-fewer = { $headline }, { $share } fewer { $than }
chart-title-no-change = { $headline }, no clear change ({ $count } { $before })
chart-title-from-none = { $headline }, none { $before }
chart-title-were = { $headline } ({ $count } { $before })
chart-title-between = { $incidents } from { $first } to { $last }
chart-against = { $range } against { $count }
chart-clusters = incidents come in clusters: the range is wider for it
chart-partial = { $period } is incomplete (data to { $day }) and is not compared
chart-reported = counts of reported incidents, not of attacks

# How many people.
chart-how-many-people = How many people
chart-how-many-users = How many users
chart-how-many-accounts = How many accounts
chart-how-many-customers = How many customers
chart-how-many-records = How many data records
chart-how-many-organisations = How many organisations
chart-how-many-systems = How many systems
chart-amount-people = { $count ->
    [one] { $number } person
   *[other] { $number } people
}
chart-amount-users = { $count ->
    [one] { $number } user
   *[other] { $number } users
}
chart-amount-accounts = { $count ->
    [one] { $number } account
   *[other] { $number } accounts
}
chart-amount-customers = { $count ->
    [one] { $number } customer
   *[other] { $number } customers
}
chart-amount-records = { $count ->
    [one] { $number } data record
   *[other] { $number } data records
}
chart-amount-organisations = { $count ->
    [one] { $number } organisation
   *[other] { $number } organisations
}
chart-amount-systems = { $count ->
    [one] { $number } system
   *[other] { $number } systems
}
chart-at-least = At least { $amount }
chart-at-least-in = at least { $amount }
chart-between-amounts = Between { $low } and { $amount }
chart-up-to = up to { $amount }
chart-no-number = No number known
chart-no-number-of = { $count ->
    [one] The one incident does not say how many were affected.
   *[other] None of the { $count } incidents says how many were affected.
}
chart-typical = A typical incident: { $amount } (half affected fewer, half more).
chart-typical-between = A typical incident: between { $low } and { $amount }.
chart-typical-at-least = A typical incident: at least { $amount }.
chart-top = The { $k } largest account for { $share } of all.
chart-few-numbers = Too few numbers to describe: look at the records themselves.
chart-give-number = { $n } of { $total } give a number
chart-give-none = { $count ->
    [one] { $count } gives none
   *[other] { $count } give none
}
chart-largest = largest: { $name }, { $number }
chart-largest-unnamed = largest: { $number }
chart-unbounded = { $count } without an upper bound
chart-not-added = { $count ->
    [one] not added: { $amount } ({ $effect }), { $count } incident
   *[other] not added: { $amount } ({ $effect }), { $count } incidents
}
chart-sum-exact = exactly { $number }

# Sizes.
chart-size-unknown = unknown
chart-size-imprecise = imprecise
chart-size-zero = none
chart-size-range = { $low }–{ $high }
chart-thousand = { $number }k
chart-million = { $number }M
chart-billion = { $number }bn
chart-title-most = Most incidents with a number affect { $low } to { $amount }
chart-title-frequent = { $share } of incidents with a number affect { $low } to { $amount }
chart-title-sizes = { $incidents }, by size
chart-subtitle-sizes = Incidents by number affected: { $unit }, { $effect }
chart-subtitle-periods = Number affected per { $period }, logarithmic scale: { $unit }, { $effect }
chart-title-typical-in = A typical incident { $in } affected { $amount }
chart-title-affected-periods = Size of incidents over time
chart-median = median
chart-largest-series = largest

# How long.
chart-how-long = How long until told
chart-half-within = { $days ->
    [one] Half within { $days } day
   *[other] Half within { $days } days
}
chart-half-between = Half within { $low } to { $high } days
chart-half-more-than = Half within { $low } days or more
chart-half-same-day = Half on the same day
chart-not-half = Fewer than half so far
chart-from-to = { $from } { $to }
chart-interval = likely between { $low } and { $high } days
chart-interval-exact-dates = depending on the exact dates
chart-interval-few = too few incidents to give a range
chart-quarter-longer = { $days ->
    [one] one in four took longer than { $days } day
   *[other] one in four took longer than { $days } days
}
chart-delay-sentence = { $from } { $to } ({ $interval }); { $longer }.
chart-delay-sentence-short = { $from } { $to } ({ $interval }).
chart-delay-sentence-plain = { $from } { $to }.
chart-not-half-sentence = { $from } { $to }: { $share } after { $days } days.
chart-delay-none = No delay can be told
chart-delay-none-recent = No incident has been followed for { $days } days yet.
chart-delay-none-dates = { $count ->
    [one] The one incident does not have both dates.
   *[other] None of the { $count } incidents has both dates in order.
}
chart-delay-several = Delays of several datasets are not put together: choose one dataset.
chart-delay-few = { $from } { $to }: too few to describe, look at the records themselves.
chart-delay-few-headline = { $count ->
    [one] { $count } delay known
   *[other] { $count } delays known
}
chart-n = n = { $n }
chart-n-window = n = { $n } told within { $days } days
chart-n-open = n = { $n }, { $open } of them still open
chart-among-window = among incidents told within { $days } days
chart-among-dated = among incidents with both dates
chart-naive = Described plainly, whatever is missing: { $days } days, n = { $n }
chart-naive-between = Described plainly, whatever is missing: between { $low } and { $high } days, n = { $n }
chart-naive-at-least = Described plainly, whatever is missing: at least { $low } days, n = { $n }
chart-coarse-delays = { $count } with coarse dates
chart-gap-not_applicable = { $count } not applicable
chart-gap-both_missing = { $count } without either date
chart-gap-start_missing = { $count } without the first date
chart-gap-end_missing = { $count } without the second date
chart-gap-inconsistent = { $count } with dates in the wrong order
chart-gap-not_yet = { $count } not yet told
chart-gap-too_recent = { $count } too recent
chart-gap-beyond_window = { $count } told later
chart-title-by-30 = { $share } told within 30 days, half within { $days }
chart-title-not-half = Fewer than half so far: { $share } after { $days } days
chart-days = { $days ->
    [one] { $days } day
   *[other] { $days } days
}
chart-days-between = { $low } to { $high } days
chart-half-label = half within { $days }
chart-subtitle-delay = Share of incidents, by days { $from } { $to }
chart-band = band: 95% confidence
chart-band-dates = band: what coarse dates leave open
chart-still-open = Still open
chart-share-end = { $share } after { $days } days
chart-same-day = same day
chart-axis-days = Days
chart-axis-share = Share of incidents

# From one event to another.
chart-from-intrusion_began = from the start of the intrusion
chart-from-intrusion_ended = from the end of the intrusion
chart-from-detected = from detection
chart-from-aware = from awareness
chart-from-classified = from classification
chart-from-contained = from containment
chart-from-regulator_notified = from the notice to the regulator
chart-from-csirt_told = from the report to the CSIRT
chart-from-complaint_filed = from the complaint
chart-from-people_told = from the notice to the people
chart-from-staff_told = from the notice to staff
chart-from-press = from the press report
chart-from-made_public = from publication
chart-from-service_restored = from the return of service
chart-from-inquiry_opened = from the opening of the inquiry
chart-from-arrests = from the arrests
chart-from-sanction = from the sanction
chart-from-closed = from closure
chart-from-other = from another event
chart-to-intrusion_began = to the start of the intrusion
chart-to-intrusion_ended = to the end of the intrusion
chart-to-detected = to detection
chart-to-aware = to awareness
chart-to-classified = to classification
chart-to-contained = to containment
chart-to-regulator_notified = to the notice to the regulator
chart-to-csirt_told = to the report to the CSIRT
chart-to-complaint_filed = to the complaint
chart-to-people_told = to the notice to the people
chart-to-staff_told = to the notice to staff
chart-to-press = to the press report
chart-to-made_public = to publication
chart-to-service_restored = to the return of service
chart-to-inquiry_opened = to the opening of the inquiry
chart-to-arrests = to the arrests
chart-to-sanction = to the sanction
chart-to-closed = to closure
chart-to-other = to another event

# Feet.
chart-undated-more = { $count ->
    [one] 1 more has no date
   *[other] { $count } more have no date
}
chart-undated = { $count } without a date
chart-outside = { $count } outside the period
chart-coarse = { $count } with a coarse date
chart-open-ended = { $count } with an open-ended date
chart-touching = { $count } that may lie in the period
chart-unplaced = { $count } with a number but no exact period
chart-none-affected = { $count } with nobody affected
chart-chosen = Selection: { $what }
chart-covered = { $first } – { $last }
chart-data-to = data to { $day }
chart-data-to-unknown = as-of date not known
chart-source = Source: { $source }
chart-datasets = { $count ->
    [one] { $count } dataset
   *[other] { $count } datasets together
}
chart-without-largest = without the largest incident
chart-floor = among incidents of { $floor } or more
chart-interval-note = 95% confidence interval

# Charts.
chart-subtitle-incidents = Incidents per { $period }, by date of: { $event }
chart-note-partial = hatched: incomplete
chart-note-coarse = lighter: dates known only roughly
chart-period-week = week
chart-period-month = month
chart-period-quarter = quarter
chart-period-year = year
chart-period-fiscal_year = year from { $day }
chart-average = 12-month average
chart-incidents-series = incidents
chart-empty-dates = No incident has a date of: { $event }. Choose another date for the time axis, or add it to the records.
chart-hover-coarse = { $count } more may lie here: their dates are coarse
chart-hover-partial = incomplete: { $days } of { $all } days
chart-hover-sum = { $amount } in all
chart-hover-median = median { $number }
chart-alt-bars = Bar chart.
chart-alt-points = Chart of points over time.
chart-alt-curve = Rising curve.

# Tables.
chart-column-period = Period
chart-column-from = From
chart-column-to = To
chart-column-certain = Incidents
chart-column-coarse = Share of coarse dates
chart-column-possible = Possible
chart-column-partial = Incomplete
chart-column-average = 12-month average
chart-column-size = Number affected
chart-column-incidents = Incidents
chart-column-median = Median
chart-column-largest = Largest
chart-column-sum = Sum, at least
chart-column-with-number = With a number
chart-column-days = Days
chart-column-share = Share
chart-column-low = Low
chart-column-high = High
chart-column-open = Still open before
chart-yes = yes
chart-no = no
chart-tick-years =
    { $years ->
        [one] 1 year
       *[other] { $years } years
    }
