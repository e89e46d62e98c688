# Words of the figures of delays and of incidents one by one.

# Choices.
delay-choice-window = Told within
delay-choice-axis = Days on the axis
delay-axis-linear = even
delay-axis-log = logarithmic
delay-choice-naive = Show the plain description
delay-deadline = Deadline
delay-deadline-none = none

# Share by day.
delay-ticks = still open when last followed
delay-hours = { $hours } hours
delay-title-deadline = { $share } within { $limit } (likely between { $low } and { $high })
delay-title-deadline-bounds = Between { $low } and { $high } within { $limit }, as far as the dates can tell
delay-deadline-sentence = { $within } of { $n } incidents ({ $share }, likely between { $low } and { $high }).
delay-deadline-few = { $within } of { $n } incidents: too few for a share.
delay-deadline-bounds = { $count ->
    [one] For { $count } more it cannot be told, so the true share lies between { $low } and { $high }.
   *[other] For { $count } more it cannot be told, so the true share lies between { $low } and { $high }.
}
delay-deadline-curve = By the curve, which counts those still open as long as they were followed: { $share } (likely between { $low } and { $high }).
delay-deadline-line = Within { $limit }: { $sentence }
delay-within = { $count } within
delay-late = { $count } later
delay-undetermined = { $count } undetermined
delay-naive-label = described plainly
delay-naive-why-list = it lacks what has not been told yet, and so looks faster or slower than it is
delay-naive-why-register = it leaves out what is still open, and so looks faster than it is

# Definitions.
delay-define-days = Counted are whole days { $from } { $to }, from the dates as they are written; 0 is the same day. A record without either date, or with the two in an impossible order, is left out and counted in the foot. Where a date is only a month or a year, the fewest and the most days that it allows are both worked out, and the band between the two curves is what the dates leave open.
delay-define-register = Method: Kaplan and Meier (1958). The data are a register: an incident is in it from the day the organisation learnt of it, so one that has not been told yet counts for as long as it was followed, and then drops out (a stroke on the curve). The band is Greenwood’s, on a double logarithmic scale; the days between which half were told are read from it (Brookmeyer and Crowley 1982). The curve is not drawn beyond the last day that was observed.
delay-define-register-caveat = It misleads if incidents stay open because they are hard: the method takes those still open to be like the others. “Not told yet” means by the date to which the data are complete, never “never”. Incidents that need not be told are marked not applicable and left out, so that they do not hold the curve down.
delay-define-list = Method: fixed window. The data are a list of disclosures: an incident is in it only because it was told, so recent incidents that will be told late are not there yet. Only incidents that began at least { $days } days before the data end are used, and of them those told within { $days } days. The statement is about these alone: “of incidents told within { $days } days”. Shares have Wilson’s interval (1927), days the interval of order statistics.
delay-define-list-caveat = It misleads if it is read as the share of all incidents: nobody knows how many are told later, or never. Kaplan and Meier’s method is not used here, because in such a list nothing is ever still open and recent years would look fast.
delay-define-mixed = Method: plain description. How records got into the data is not known or not the same for all, so no correction is possible; the curve shows the share among incidents that have both dates.
delay-define-mixed-caveat = It misleads if recent and older incidents are compared: what has not been told yet is missing among the recent ones. No trend in delays should be read from such data. State in the dataset’s settings how its records got in, and the right method is used.
delay-define-deadline = Deadline: an incident is within it, later, or undetermined. With dates of whole days, 72 hours are surely kept up to 2 days apart and surely passed from 4 days on; 3 days apart cannot be decided. One that is still open is late once the deadline has passed, and undetermined before. The share is among those that can be told, with Wilson’s interval; the bounds count all undetermined ones either way. “Later” is not “in breach”: laws count from other events and allow reasons.
delay-define-log = On the logarithmic axis every tenfold has the same width; the same day, 0, stands at its left end.

# Corrected for what is not on the list yet.
delay-within-longest = longest seen
delay-corrected-title = Corrected for what is not listed yet: half within { $days } ({ $naive } as listed)
delay-corrected-title-hole = Half within { $naive } as listed; a correction is not possible
delay-corrected-sentence = Among incidents told within { $within } days, half were told within { $days } ({ $interval }); described plainly, whatever is missing, { $naive }.
delay-corrected-hole = For some delay there is no other incident to compare with, so nothing can be said of shorter ones. Use the fixed window, or choose a shorter time within which incidents were told.
delay-corrected-few = { $n } delays known: too few for this correction, which needs { $few }.
delay-corrected-register = These data are a register: what is still open is in them and counts as long as it was followed. There is nothing to correct; see “Time to disclosure”.
delay-corrected-mixed = How records got into these data is not known or not the same for all, so there is no correction that would be right. Where they are a list of disclosures, say so in the dataset’s settings.
delay-series-plain = as listed, n = { $n }
delay-series-window = fixed window: told within { $days } days, n = { $n }
delay-series-corrected = corrected: among those told within { $days } days, n = { $n }
delay-series-most = the most days that coarse dates allow
delay-column-at_risk = Compared
delay-column-corrected = Corrected share
delay-column-naive = As listed
delay-column-window = Fixed window
delay-define-corrected = Method: reverse time (Lynden-Bell 1971; Lagakos, Barraj and De Gruttola 1988). A list of disclosures holds an incident only if its delay was shorter than the time it has had: one that began five days ago is there only if it was told within five days. Read backwards, from long delays to short ones, each delay is compared only with incidents that could have shown a longer one.
delay-define-corrected-range = Every share is among incidents told within the longest delay seen, or within the time chosen; how many are told later, or never, cannot be known from such a list. The band is Greenwood’s on reversed time. “Fixed window” uses only incidents that began long enough ago, and leaves out the recent ones altogether; “as listed” describes every pair of dates as it stands.
delay-define-corrected-caveat = It misleads if delays have changed over time, since it takes recent and older incidents to be alike. At the far end few incidents can be compared, and the curve jumps. Where at some delay nothing can be compared, it is not drawn.

# By period of start or of telling.
delay-choice-cut = Periods
delay-cut-year = years
delay-cut-half = half-years
delay-cut-quarter = quarters
delay-choice-by = By date of
delay-by-began = the first event
delay-by-told = the second event
delay-choice-view = Show
delay-view-quartiles = quartiles
delay-view-lines = curves
delay-view-panels = small charts
delay-half = H{ $half } { $year }
delay-in-half = in H{ $half } { $year }
delay-subtitle-began = Days { $from } { $to }, by the period of the first event
delay-subtitle-told = Days { $from } { $to }, by the period of the second event
delay-note-register = over { $days } days for each
delay-axis-began = Period of the first event
delay-axis-told = Period of the second event
delay-cohorts-none = No period has been followed for { $days } days by five incidents or more that were told.
delay-cohorts-plain = Described plainly: recent periods lack what has not been told yet
delay-cohorts-not-half = Of incidents that began { $in }, fewer than half were told within { $days } days
delay-cohorts-began = Began { $in }: half within { $days } (earlier periods: { $range })
delay-cohorts-told = Told { $in }: half within { $days } (earlier periods: { $range })
delay-cohorts-began-alone = Began { $in }: half within { $days }
delay-cohorts-told-alone = Told { $in }: half within { $days }
delay-not-followed = too early
delay-not-followed-long = { $name }: not followed for { $days } days, not compared
delay-not-over = { $name }: not over, not compared
delay-small-cohorts = { $count ->
    [one] { $count } period with fewer than { $few } told
   *[other] { $count } periods with fewer than { $few } told
}
delay-straddling = { $count } in no single period for certain
delay-row-n = n
delay-series-quartiles = from a quarter to three quarters told
delay-series-median = half told, with its likely range
delay-series-median-coarse = half told, as far as coarse dates tell
delay-series-cohort = { $name } (n = { $n })
delay-hover-quarter = a quarter within { $days }
delay-hover-half = half within { $days }
delay-hover-three = three quarters within { $days }
delay-hover-open = { $count } still open
delay-trend-rose = Over { $n } comparable periods the day by which half were told moved later by about { $slope } days { $per } (likely between { $low } and { $high })
delay-trend-fell = Over { $n } comparable periods the day by which half were told moved earlier by about { $slope } days { $per } (likely between { $low } and { $high })
delay-trend-none = Over { $n } comparable periods no clear change of the day by which half were told (between { $low } days earlier and { $high } days later { $per })
delay-per-year = a year
delay-per-half = a half-year
delay-per-quarter = a quarter
delay-alt-cohorts = Chart of ranges by period.
delay-column-cohort = Period
delay-column-n = Incidents
delay-column-open = Still open
delay-column-quarter = A quarter within
delay-column-half = Half within
delay-column-three = Three quarters within
delay-column-too_recent = Too recent
delay-column-later = Told later
delay-column-followed = Followed long enough
delay-define-cohorts = Incidents are grouped by the period of one of the two events; one whose date lies in no single period for certain is left out and counted. The thick line goes from the day by which a quarter were told to that of three quarters; the point is the day by which half were told, with the interval of order statistics (in a register, that of the curve). Periods with fewer than five incidents told have no figure.
delay-define-cohorts-list = Periods may be compared because all are cut alike: only incidents told within { $days } days are used, and only of periods that were followed for { $days } days to their last day. Later periods are named in the foot and not drawn: those of their incidents that are told late are not on the list yet, so they would look fast. What is told after { $days } days is not part of any period.
delay-define-cohorts-register = Each period has its own curve by Kaplan and Meier; what is still open counts as long as it was followed. All are read up to { $days } days only, so that older periods have no longer memory than recent ones. Periods that have not been followed for { $days } days to their last day are named in the foot and not compared.
delay-define-cohorts-told = By the second event each period is complete once it is over, so nothing is missing from it. It answers another question: how long incidents told in a year had taken. It says little of how fast incidents that began in that year are told: a period in which many old incidents come to light has long delays.
delay-define-cohorts-trend = The trend over periods is the slope of Theil and Sen with its rank interval, over periods that can be compared and only from ten on; it is called a change only where the interval excludes none.

# Coarse dates.
delay-bounds-title = Half within { $days }, whatever the exact dates
delay-bounds-title-likely = Half within { $days } whatever the exact dates, most likely { $likely }
delay-bounds-exact-title = Nothing to bound
delay-bounds-exact = { $count ->
    [one] The one delay is known to the day: see “Time to disclosure”.
   *[other] All { $count } delays are known to the day: see “Time to disclosure”.
}
delay-bounds-approximate = { $count ->
    [one] approximate: { $count } with both dates coarse
   *[other] approximate: { $count } with both dates coarse
}
delay-bounds-sentence = The interval estimate puts the day by which half were told at { $days } (n = { $n }).
delay-bounds-not-half = By the interval estimate fewer than half were told (n = { $n }).
delay-bounds-coarse = { $count ->
    [one] { $count } delay is known as a range of days only.
   *[other] { $count } delays are known as ranges of days only.
}
delay-perhaps-beyond = { $count } perhaps told after the window, not in the estimate
delay-series-envelope = all by their fewest days to all by their most
delay-series-turnbull = interval estimate
delay-column-from = From day
delay-column-to = To day
delay-column-mass = Share of incidents
delay-define-bounds = The grey band lies between two curves: all delays at the fewest days that their dates allow, and all at the most. The truth lies between them, whatever the exact dates. No middle of a month is ever taken.
delay-define-turnbull = The blue steps are the interval estimate (Turnbull 1976): the distribution under which the ranges of days that are known would be most probable, without any assumed shape. It places shares on short stretches of days; within a stretch nothing is known, so two steps are drawn, as early and as late as possible, with a box between. Where both dates of an incident are coarse, its range of days is taken as one interval, which is an approximation.

# One incident among the others.
delay-choice-incident = Incident
delay-choice-find = Or by name or key
delay-find-hint = organisation, title or key
delay-record = record { $id }
delay-among-not-found = No incident with a delay has “{ $text }” in its name, title or key.
delay-among-others = the other incidents
delay-among-others-window = the other incidents, told within { $days } days
delay-among-no-delay = This incident has no delay between these two events: choose other events, or add its dates to the record.
delay-among-alone = There is no other incident to compare with.
delay-among-few = { $n ->
    [one] Only { $n } other incident can be compared: look at the records themselves.
   *[other] Only { $n } other incidents can be compared: look at the records themselves.
}
delay-among-title = { $name }: { $said }
delay-among-fastest = sooner than nearly all comparable incidents
delay-among-slowest = later than nearly all comparable incidents
delay-among-slower = slower than { $tenths } in 10 comparable incidents
delay-among-slower-range = slower than { $low } to { $high } in 10 comparable incidents
delay-among-open = already longer than { $tenths } in 10 comparable incidents took
delay-among-open-early = still open, and not yet longer than most
delay-among-open-slowest = already longer than nearly all comparable incidents took
delay-among-beyond = longer than anything comparable tells of ({ $days } days)
delay-among-took = It took { $days }.
delay-among-took-least = It took { $days } or more.
delay-among-open-for = It has been open for { $days }.
delay-among-share = { $share } of the others were told sooner (likely between { $low } and { $high }), n = { $n }.
delay-among-share-plain = { $share } of the others were told sooner, n = { $n }.
delay-among-range = Between { $low } and { $high } of the others were told sooner, depending on the exact dates, n = { $n }.
delay-among-beyond-sentence = The others say nothing of what comes after { $days } days, n = { $n }.
delay-among-open-label = open for { $days }
delay-series-own = this incident
delay-series-others = the other incidents
delay-define-among = The incident is compared with the others that the figure of delays rests on, itself not among them. “Slower than 7 in 10” means that seven in ten of these were told in fewer days; ties are not sooner. Coarse dates, its own or those of others, give a range. One that is still open is placed by the days that have passed, and can only move up.

# From intrusion to public.
milestones-subtitle = Days from the first known event of each incident
milestones-subtitle-calendar = Dates of each incident
milestones-none-title = No incident can be shown
milestones-none = No incident has dates of two of these events: start of the intrusion, detection, awareness, notice to the regulator, notice to the people, publication.
milestones-none-dwell = No incident has a date of the start of the intrusion and one of its detection.
milestones-title-total = The { $n } longest took { $days } from the first known event to the last
milestones-title-dwell = The { $n } longest dwell times lasted { $days }, from intrusion to detection
milestones-title-recent = The { $n } most recent took { $days } from the first known event to the last
milestones-title-one = One incident took { $days } from the first known event to the last
milestones-n = { $shown } shown of { $n } with dates
milestones-left = { $count } with fewer than two of these dates
milestones-left-dwell = { $count } without a date of intrusion or of detection
milestones-wrong-order = { $count } with dates in the wrong order
milestones-event = { $event }: { $day }
milestones-total = { $days } in all
milestones-dwell = dwell time { $days }
milestones-not-public = not yet public
milestones-order = wrong order: { $later } before { $earlier }
milestones-mark-order = wrong order
milestones-series-order = dates in the wrong order
milestones-alt = Ranked incidents, a point an event. The first:
milestones-axis-time = Date
milestones-column-name = Incident
milestones-column-total-low = Fewest days in all
milestones-column-total-high = Most days in all
milestones-column-order = Order of dates
milestones-choice-sort = Ranked by
milestones-sort-total = time in all
milestones-sort-dwell = dwell time
milestones-sort-recent = most recent
milestones-choice-zero = Axis
milestones-zero-first = days from the first event
milestones-zero-calendar = calendar
milestones-choice-top = Incidents
milestones-define-events = Each line is an incident; each point is an event: start of the intrusion, detection, awareness in the legal sense, notice to the regulator, notice to the people, publication. Day 0 is the first of these that is known for that incident, not always the intrusion. Dwell time is the time from the start of the intrusion to its detection by any means.
milestones-define-ranges = A date that is only a month or a year is drawn as a thin range of the days it may be, never as a point in its middle. Where the first event is such a range, days are counted from its last day. The thick line spans what is sure; incidents are ranked by that.
milestones-define-caveat = The figure shows single incidents, chosen by rank: the longest are not typical ones. Events without a date are missing here, not absent. Lines marked “wrong order” have an event dated before one that must come first: look at their records.

# What happened when in one incident.
milestones-one-subtitle = Date of each event; a line where a date is known only roughly
milestones-one-alt = Events of one incident, one a line, from top to bottom in time.
milestones-one-title = { $days ->
    [one] 1 day { $between }
   *[other] { $days } days { $between }
}
milestones-one-title-plain = { $count ->
    [one] 1 dated event
   *[other] { $count } dated events
}
milestones-one-line = { $event }: { $date }.
milestones-one-ranges = Date known roughly
milestones-one-days = Date known
milestones-one-column-event = Event
milestones-one-column-when = When
milestones-one-column-note = Remark
