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
