# What is still to become known, what is ordinary variation.

# Recent periods of a list of disclosures, charted by an earlier event.
trend-still-coming = from { $period } on hatched and not compared: fewer than 95% of incidents are expected to be known yet (by { $n } past delays { $from } { $to }, of those within { $days } days)
trend-still-coming-unknown = how much of the latest periods is still to become known cannot be told: too few delays { $from } { $to }
trend-not-compared = Not compared: more incidents of this time are still to become known.
trend-hover-expected = about { $share } expected to be known yet
