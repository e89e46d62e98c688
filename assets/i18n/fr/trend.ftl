# Ce qui reste à connaître, ce qui est variation ordinaire.

# Périodes récentes d’une liste de divulgations, à la date d’un événement antérieur.
trend-still-coming = hachuré et non comparé à partir de { $period } : moins de 95 % des incidents seraient déjà connus (d’après { $n } délais passés { $from } { $to }, parmi ceux d’au plus { $days } jours)
trend-still-coming-unknown = impossible de dire combien d’incidents des dernières périodes restent à connaître : trop peu de délais { $from } { $to }
trend-not-compared = Pas de comparaison : d’autres incidents de cette période restent à connaître.
trend-hover-expected = environ { $share } seraient déjà connus
