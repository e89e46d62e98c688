# Les mots des graphiques, des constats et de leurs notes.

chart-incidents = { $count ->
    [0] Aucun incident
    [one] { $count } incident
   *[other] { $count } incidents
}

# Les périodes dans une phrase.
chart-in-year = en { $name }
chart-in-quarter = au { $name }
chart-in-month = en { $name }
chart-in-week = en { $name }
chart-in-days = du { $first } au { $last }
chart-than = que { $before }
chart-than-vowel = qu’{ $before }
chart-week = semaine { $week } de { $year }
chart-week-short = S{ $week } { $year }

# Combien.
chart-how-many = Combien d’incidents
chart-none = Aucun incident
chart-none-filtered = { $count ->
    [one] La seule fiche ne correspond pas au filtre.
   *[other] Aucune des { $count } fiches ne répond au filtre.
}
chart-none-yet = Il n’y a pas encore de fiche.
chart-few = Trop peu pour comparer : voir les fiches elles-mêmes.
chart-headline-in = { $incidents } { $in }
chart-more = { $share } de plus { $than } (probablement entre { $low } et { $high } de plus).
chart-times = Environ { $ratio } fois le nombre constaté { $before } (probablement entre { $low } et { $high } fois).
chart-times-open = Il n’y en avait aucun { $before } : la hausse est nette.
chart-fewer = { $share } de moins { $than } (probablement entre { $low } et { $high } de moins).
chart-no-change = Pas d’évolution nette : { $count } { $before } (probablement entre { $low } de moins et { $high } de plus).
chart-no-change-wide = Pas d’évolution nette : { $count } { $before } (probablement entre { $low } de moins et { $high } fois ce nombre).
chart-were = Il y en avait { $count } { $before }.
chart-too-few-change = { $count } { $before } : trop peu pour parler d’une évolution.
chart-no-comparison = Il n’y a pas deux années ou périodes complètes à comparer.
chart-title-more = { $headline }, { $share } de plus { $than }
chart-title-times = { $headline }, environ { $ratio } fois le nombre constaté { $before }
chart-title-fewer = { $headline }, { $share } de moins { $than }
chart-title-no-change = { $headline }, sans évolution nette ({ $count } { $before })
chart-title-from-none = { $headline }, aucun { $before }
chart-title-were = { $headline } ({ $count } { $before })
chart-title-between = { $incidents } du { $first } au { $last }
chart-against = { $range } contre { $count }
chart-clusters = les incidents surviennent en grappes : la fourchette en est élargie
chart-partial = { $period } : période incomplète (données au { $day }), non comparée
chart-reported = nombre d’incidents signalés, non d’attaques

# Combien de personnes.
chart-how-many-people = Combien de personnes
chart-how-many-users = Combien d’utilisateurs
chart-how-many-accounts = Combien de comptes
chart-how-many-customers = Combien de clients
chart-how-many-records = Combien d’enregistrements
chart-how-many-organisations = Combien d’organisations
chart-how-many-systems = Combien de systèmes
chart-amount-people = { $count ->
    [one] { $number } personne
   *[other] { $number } personnes
}
chart-amount-users = { $count ->
    [one] { $number } utilisateur
   *[other] { $number } utilisateurs
}
chart-amount-accounts = { $count ->
    [one] { $number } compte
   *[other] { $number } comptes
}
chart-amount-customers = { $count ->
    [one] { $number } client
   *[other] { $number } clients
}
chart-amount-records = { $count ->
    [one] { $number } enregistrement
   *[other] { $number } enregistrements
}
chart-amount-organisations = { $count ->
    [one] { $number } organisation
   *[other] { $number } organisations
}
chart-amount-systems = { $count ->
    [one] { $number } système
   *[other] { $number } systèmes
}
chart-at-least = Au moins { $amount }
chart-at-least-in = au moins { $amount }
chart-between-amounts = Entre { $low } et { $amount }
chart-up-to = jusqu’à { $amount }
chart-no-number = Aucun nombre connu
chart-no-number-of = { $count ->
    [one] Le seul incident ne dit pas combien ont été concernés.
   *[other] Aucun des { $count } incidents ne dit combien ont été concernés.
}
chart-typical = Incident type : { $amount } (la moitié des incidents en comptent moins, l’autre moitié plus).
chart-typical-between = Incident type : entre { $low } et { $amount }.
chart-typical-at-least = Incident type : au moins { $amount }.
chart-top = Les { $k } plus grands représentent { $share } du total.
chart-few-numbers = Trop peu de nombres pour décrire : voir les fiches elles-mêmes.
chart-give-number = nombre connu pour { $n } sur { $total }
chart-give-none = { $count } sans nombre
chart-largest = le plus grand : { $name }, { $number }
chart-largest-unnamed = le plus grand : { $number }
chart-unbounded = { $count } sans borne supérieure
chart-not-added = { $count ->
    [one] non additionné : { $amount } ({ $effect }), { $count } incident
   *[other] non additionné : { $amount } ({ $effect }), { $count } incidents
}
chart-sum-exact = exactement { $number }

# Tailles.
chart-size-unknown = inconnu
chart-size-imprecise = imprécis
chart-size-zero = aucun
chart-size-range = { $low }–{ $high }
chart-thousand = { $number } k
chart-million = { $number } M
chart-billion = { $number } Md
chart-title-most = La plupart des incidents chiffrés concernent de { $low } à { $amount }
chart-title-frequent = { $share } des incidents chiffrés concernent de { $low } à { $amount }
chart-title-sizes = { $incidents }, par taille
chart-subtitle-sizes = Incidents par nombre concerné : { $unit }, { $effect }
chart-subtitle-periods = Nombre concerné par { $period }, échelle logarithmique : { $unit }, { $effect }
chart-title-typical-in = Incident type { $in } : { $amount }
chart-title-affected-periods = Taille des incidents au fil du temps
chart-median = médiane
chart-largest-series = le plus grand

# Combien de temps.
chart-how-long = En combien de temps
chart-half-within = { $days ->
    [one] La moitié en { $days } jour
   *[other] La moitié en { $days } jours
}
chart-half-between = La moitié en { $low } à { $high } jours
chart-half-more-than = La moitié en { $low } jours ou plus
chart-half-same-day = La moitié le jour même
chart-not-half = Moins de la moitié à ce jour
chart-from-to = { $from } { $to }
chart-interval = probablement entre { $low } et { $high } jours
chart-interval-exact-dates = selon les dates exactes
chart-interval-few = trop peu d’incidents pour donner une fourchette
chart-quarter-longer = { $days ->
    [one] un incident sur quatre a pris plus de { $days } jour
   *[other] un incident sur quatre a pris plus de { $days } jours
}
chart-delay-sentence = { $from } { $to } ({ $interval }) ; { $longer }.
chart-delay-sentence-short = { $from } { $to } ({ $interval }).
chart-delay-sentence-plain = { $from } { $to }.
chart-not-half-sentence = { $from } { $to } : { $share } après { $days } jours.
chart-delay-none = Aucun délai ne peut être donné
chart-delay-none-recent = Aucun incident n’a encore été suivi pendant { $days } jours.
chart-delay-none-dates = { $count ->
    [one] Le seul incident n’a pas les deux dates.
   *[other] Aucun des { $count } incidents n’a les deux dates dans l’ordre.
}
chart-delay-several = Les délais de plusieurs jeux de données ne sont pas réunis : choisir un jeu de données.
chart-delay-few = { $from } { $to } : trop peu pour décrire, voir les fiches elles-mêmes.
chart-delay-few-headline = { $count ->
    [one] { $count } délai connu
   *[other] { $count } délais connus
}
chart-n = n = { $n }
chart-n-window = n = { $n }, annoncés dans les { $days } jours
chart-n-open = n = { $n }, dont { $open } en attente
chart-among-window = parmi les incidents annoncés dans les { $days } jours
chart-among-dated = parmi les incidents qui ont les deux dates
chart-naive = Description brute, quoi qu’il manque : { $days } jours, n = { $n }
chart-naive-between = Description brute, quoi qu’il manque : entre { $low } et { $high } jours, n = { $n }
chart-naive-at-least = Description brute, quoi qu’il manque : au moins { $low } jours, n = { $n }
chart-coarse-delays = { $count } aux dates imprécises
chart-gap-not_applicable = { $count } sans objet
chart-gap-both_missing = { $count } sans aucune des deux dates
chart-gap-start_missing = { $count } sans la première date
chart-gap-end_missing = { $count } sans la seconde date
chart-gap-inconsistent = { $count } aux dates dans le désordre
chart-gap-not_yet = { $count ->
    [one] { $count } pas encore annoncé
   *[other] { $count } pas encore annoncés
}
chart-gap-too_recent = { $count ->
    [one] { $count } trop récent
   *[other] { $count } trop récents
}
chart-gap-beyond_window = { $count ->
    [one] { $count } annoncé plus tard
   *[other] { $count } annoncés plus tard
}
chart-title-by-30 = { $share } annoncés dans les 30 jours, la moitié en { $days }
chart-title-not-half = Moins de la moitié à ce jour : { $share } après { $days } jours
chart-days = { $days ->
    [one] { $days } jour
   *[other] { $days } jours
}
chart-days-between = { $low } à { $high } jours
chart-half-label = la moitié en { $days }
chart-subtitle-delay = Part des incidents, selon le nombre de jours { $from } { $to }
chart-band = bande : confiance à 95 %
chart-band-dates = bande : ce que les dates imprécises laissent ouvert
chart-still-open = En attente
chart-share-end = { $share } après { $days } jours
chart-same-day = le jour même
chart-axis-days = Jours
chart-axis-share = Part des incidents

# D’un événement à un autre.
chart-from-intrusion_began = du début de l’intrusion
chart-from-intrusion_ended = de la fin de l’intrusion
chart-from-detected = de la détection
chart-from-aware = de la prise de connaissance
chart-from-classified = de la qualification
chart-from-contained = du confinement
chart-from-regulator_notified = de la notification à l’autorité
chart-from-csirt_told = du signalement au CSIRT
chart-from-complaint_filed = du dépôt de plainte
chart-from-people_told = de l’information des personnes
chart-from-staff_told = de l’information du personnel
chart-from-press = de l’annonce dans la presse
chart-from-made_public = de la divulgation publique
chart-from-service_restored = du rétablissement du service
chart-from-inquiry_opened = de l’ouverture de l’enquête
chart-from-arrests = des interpellations
chart-from-sanction = de la sanction
chart-from-closed = de la clôture
chart-from-other = d’un autre événement
chart-to-intrusion_began = au début de l’intrusion
chart-to-intrusion_ended = à la fin de l’intrusion
chart-to-detected = à la détection
chart-to-aware = à la prise de connaissance
chart-to-classified = à la qualification
chart-to-contained = au confinement
chart-to-regulator_notified = à la notification à l’autorité
chart-to-csirt_told = au signalement au CSIRT
chart-to-complaint_filed = au dépôt de plainte
chart-to-people_told = à l’information des personnes
chart-to-staff_told = à l’information du personnel
chart-to-press = à l’annonce dans la presse
chart-to-made_public = à la divulgation publique
chart-to-service_restored = au rétablissement du service
chart-to-inquiry_opened = à l’ouverture de l’enquête
chart-to-arrests = aux interpellations
chart-to-sanction = à la sanction
chart-to-closed = à la clôture
chart-to-other = à un autre événement

# Notes.
chart-undated-more = { $count ->
    [one] 1 autre est sans date
   *[other] { $count } autres sont sans date
}
chart-undated = { $count } sans date
chart-outside = { $count } hors de la période
chart-coarse = { $count } à date imprécise
chart-open-ended = { $count } à date ouverte
chart-touching = { $count } peut-être dans la période
chart-unplaced = { $count } avec un nombre mais sans période exacte
chart-none-affected = { $count } sans personne concernée
chart-chosen = Sélection : { $what }
chart-covered = { $first } – { $last }
chart-data-to = données au { $day }
chart-data-to-unknown = date des données inconnue
chart-source = Source : { $source }
chart-datasets = { $count ->
    [one] { $count } jeu de données
   *[other] { $count } jeux de données réunis
}
chart-without-largest = sans le plus grand incident
chart-floor = parmi les incidents d’au moins { $floor }
chart-interval-note = intervalle de confiance à 95 %

# Graphiques.
chart-subtitle-incidents = Incidents par { $period }, à la date : { $event }
chart-note-partial = hachuré : incomplet
chart-note-coarse = clair : dates connues approximativement
chart-period-week = semaine
chart-period-month = mois
chart-period-quarter = trimestre
chart-period-year = année
chart-period-fiscal_year = exercice à partir du { $day }
chart-average = moyenne sur 12 mois
chart-incidents-series = incidents
chart-empty-dates = Aucun incident n’a de date pour : { $event }. Choisir une autre date pour l’axe du temps, ou la compléter dans les fiches.
chart-hover-coarse = { $count } autres peut-être ici : leurs dates sont imprécises
chart-hover-partial = incomplet : { $days } jours sur { $all }
chart-hover-sum = { $amount } en tout
chart-hover-median = médiane { $number }
chart-alt-bars = Graphique en barres.
chart-alt-points = Points au fil du temps.
chart-alt-curve = Courbe croissante.

# Tableaux.
chart-column-period = Période
chart-column-from = Du
chart-column-to = Au
chart-column-certain = Incidents
chart-column-coarse = Part des dates imprécises
chart-column-possible = Possibles
chart-column-partial = Incomplète
chart-column-average = Moyenne sur 12 mois
chart-column-size = Nombre concerné
chart-column-incidents = Incidents
chart-column-median = Médiane
chart-column-largest = Le plus grand
chart-column-sum = Somme, au moins
chart-column-with-number = Avec un nombre
chart-column-days = Jours
chart-column-share = Part
chart-column-low = Bas
chart-column-high = Haut
chart-column-open = En attente avant
chart-yes = oui
chart-no = non
chart-tick-years =
    { $years ->
        [one] 1 an
       *[other] { $years } ans
    }
