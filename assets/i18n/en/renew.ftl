# A briefing met again with newer data, and a newer edition of a dataset.

renew-headline = You wrote this headline when the finding said “{ $then }” (data to { $day }). It now says “{ $now }”.
renew-headline-gone = You wrote this headline when the finding said “{ $then }” (data to { $day }). The present data have no such finding.
renew-outdated = { $count ->
    [one] No longer in the finding: { $numbers }.
   *[other] No longer in the finding: { $numbers }.
}
renew-objection = You kept “{ $rule }” (“{ $reason }”) when it said: { $then } It now says: { $now }
renew-objection-gone = You kept “{ $rule }” (“{ $reason }”). The present data give no ground for it any more; the method page says so.
renew-line = Look again: { $why }
renew-no-longer = (with the present data it no longer arises)
renew-title = To be looked at again
renew-use-finding = Use the finding
renew-forget = Take the reason away
renew-holds = It still holds

# A newer edition of a dataset.
renew-into-edition = A newer edition
renew-into-edition-why = Renews “{ $name }”, complete to { $day } so far: records are found by their key, what you corrected or decided stays, and briefings follow.
renew-count-merged = renewed
renew-absent = { $count ->
    [one] 1 record of before is not in this file any more; it was kept.
   *[other] { $count } records of before are not in this file any more; they were kept.
}
