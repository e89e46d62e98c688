# Ce qui reste à connaître, ce qui est variation ordinaire.

# Périodes récentes d’une liste de divulgations, à la date d’un événement antérieur.
trend-still-coming = hachuré et non comparé à partir de { $period } : moins de 95 % des incidents seraient déjà connus (d’après { $n } délais passés { $from } { $to }, parmi ceux d’au plus { $days } jours)
trend-still-coming-unknown = impossible de dire combien d’incidents des dernières périodes restent à connaître : trop peu de délais { $from } { $to }
trend-not-compared = Pas de comparaison : d’autres incidents de cette période restent à connaître.
trend-hover-expected = environ { $share } seraient déjà connus

# Choix.
trend-choice-months = Mois considérés
trend-months = { $count } mois
trend-all = Tous

# Ce qui est attendu à terme.
nowcast-title = { $known ->
    [one] { $known } incident de { $month } est connu
   *[other] { $known } incidents de { $month } sont connus
} à ce jour ; environ { $expected } sont attendus à terme (probablement entre { $low } et { $high })
nowcast-title-none = Ce qui reste à connaître
nowcast-subtitle = Incidents par mois, à la date : { $event } · plein : connus · contour : attendus à terme, avec la fourchette probable · hachuré : trop tôt pour le dire
nowcast-known = connus
nowcast-expected = attendus à terme
nowcast-hover = environ { $expected } attendus à terme (probablement entre { $low } et { $high })
nowcast-hover-earlier = un an plus tôt : environ { $expected } attendus (probablement entre { $low } et { $high })
nowcast-backtest = Un an plus tôt, au même stade, le même calcul annonçait environ { $expected } pour { $month } (probablement entre { $low } et { $high }) ; { $truth } sont connus aujourd’hui. Des { $ranges } fourchettes données alors, { $held } contiennent ce que l’on sait aujourd’hui
nowcast-backtest-none = Les données antérieures sont trop peu nombreuses pour éprouver le même calcul sur l’année précédente
nowcast-n = n = { $n } délais { $from } { $to }, sur les { $months } derniers mois ; ce qui vient après { $delays } mois n’est pas attendu
nowcast-too-early = { $count ->
    [one] { $count } mois trop récent pour le dire : moins de { $share } de ses incidents seraient connus
   *[other] { $count } mois trop récents pour le dire : moins de { $share } de leurs incidents seraient connus
}
nowcast-clusters = les annonces viennent en grappes : les fourchettes en sont élargies
nowcast-not-added = l’estimation n’entre dans aucun total · fourchette de prévision à 95 %
nowcast-refused-list = Dans ces données, un incident ne figure pas parce qu’il a été divulgué : rien ne peut être dit de ceux qui restent à divulguer. S’il s’agit d’une liste de divulgations, l’indiquer dans la description du jeu de données.
nowcast-refused-period = Le filtre choisit une période et les délais antérieurs n’y sont pas : ôter la période du filtre.
nowcast-refused-months = Trop peu de données : { $months } mois entiers, il en faut { $needed }.
nowcast-refused-few = Trop peu de données : { $count } incidents ayant les deux dates, il en faut { $needed }.
nowcast-refused-early = Dans ces données, rien n’est jamais connu assez tôt pour juger de ce qui reste à venir.
nowcast-refused-nothing = D’après les délais passés, aucun mois n’a de reste à venir dont on puisse juger : chacun est complet ou trop récent.
nowcast-column-share = Part déjà connue, attendue
nowcast-column-earlier = Attendus, un an plus tôt
nowcast-column-earlier-low = Bas, un an plus tôt
nowcast-column-earlier-high = Haut, un an plus tôt
nowcast-definition-1 = Sont comptés les incidents de chaque mois qui figurent sur la liste à la date des données. De chaque mois passé, on sait combien y figuraient quand il avait l’âge des derniers mois ; ces parts permettent d’estimer combien d’incidents des derniers mois seront connus au bout de { $months } mois.
nowcast-definition-2 = Méthode : échelle de cadences (« chain ladder ») sur les mois et leurs délais (Mack 1993, ASTIN Bulletin 23). La fourchette est celle d’annonces indépendantes à ce degré de complétude (loi binomiale négative, a priori de Jeffreys), élargie quand les annonces viennent en grappes (dispersion de Pearson des mêmes mois).
nowcast-definition-3 = On suppose que les incidents sont annoncés aussi tard que pendant les mois considérés. Le calcul trompe quand la loi, la liste ou le travail de l’autorité changent, et quand un événement aux nombreuses notifications tombe dans les derniers mois.
nowcast-definition-4 = Le même calcul a été fait à la date d’un an plus tôt, avec ce qui figurait alors sur la liste et rien d’autre ; le comparer à ce que l’on sait aujourd’hui avant de se fier à l’estimation. Celle-ci n’entre dans aucun total, aucune moyenne, aucune comparaison.

# Cartes de contrôle.
control-title-none = Les mois qui sortent de l’ordinaire
control-title-ordinary = Variation ordinaire d’un mois à l’autre : entre { $low } et { $high } incidents par mois ; aucun des { $months } mois n’en sort
control-title-ordinary-upto = Variation ordinaire d’un mois à l’autre : jusqu’à { $high } incidents par mois ; aucun des { $months } mois n’en sort
control-title-run = Aucun mois ne sort de l’ordinaire ({ $range }), mais { $run } mois de suite sont du même côté de la moyenne : { $from } à { $to }
control-title-outside = { $count } mois sur { $months } { $count ->
    [one] sort
   *[other] sortent
} de la variation ordinaire ({ $range }) : { $which }
control-title-many = { $count } mois sur { $months } sortent de la variation ordinaire ({ $range })
control-subtitle = Incidents par mois, à la date : { $event } · bande : variation ordinaire
control-series-ordinary = variation ordinaire
control-range = { $low } à { $high } incidents
control-range-upto = jusqu’à { $high } incidents
control-series-typical = intervalle type
control-series-centre = moyenne
control-series-line = mois par mois
control-series-points = ordinaires
control-series-run = huit ou plus de suite du même côté
control-series-outside = hors de la bande
control-series-incomplete = incomplets, non jugés
control-hover = ordinaire : { $low } à { $high }
control-why-rate = limites d’incidents indépendants à cadence constante (carte u) : les nombres varient { $index } fois autant
control-why-moving-range = limites tirées des écarts entre mois voisins (carte XmR), car les incidents surviennent en grappes : les nombres varient { $index } fois autant que ceux d’incidents indépendants
control-also-run = en outre, { $run } mois de suite du même côté de la moyenne : { $from } à { $to }
control-n = n = { $n } en { $months } mois entiers
control-choice-rate = Rapporté au nombre de : { $what }
control-refused-nothing = Rien n’est daté dans la période couverte.
control-refused-coarse = Trop de dates ne sont connues qu’au trimestre ou à l’année pour un graphique par mois.
control-refused-few = Trop peu pour distinguer le signal du bruit : { $count } incidents en { $months } mois entiers ; il faut au moins { $needed } mois et 10 incidents.
control-column-centre = Moyenne
control-column-low = Ordinaire de
control-column-high = Ordinaire à
control-column-outside = Hors de la bande
control-column-run = Dans une série
control-definition-1 = Sont comptés les incidents par mois ; les mois incomplets sont montrés sans être jugés. La bande contient ce que donne la variation d’un mois à l’autre quand rien ne change : environ 997 mois ordinaires sur 1 000 s’y trouvent.
control-definition-2 = Méthode : carte u. La cadence moyenne est prise sur tous les mois montrés ; les limites sont à trois écarts-types d’incidents indépendants (Poisson) et suivent la longueur des mois (Shewhart 1931 ; Montgomery, Introduction to Statistical Quality Control, chapitre 7).
control-definition-3 = Méthode : carte XmR. Les limites sont à 2,66 écarts moyens entre mois voisins autour de la moyenne, car les nombres varient plus que ceux d’incidents indépendants, dont les limites donneraient de fausses alertes (Wheeler 1993, Understanding Variation).
control-definition-run = { $run } mois ou plus de suite du même côté de la moyenne sont aussi marqués : un changement durable peut rester dans les limites.
control-definition-4 = Un mois hors de la bande appelle une question, non une réponse : un événement aux nombreuses notifications, un changement de la loi ou de la collecte se voient comme davantage d’attaques. Une tendance lente ou une saison élargit la bande ou la remplit de séries.

# Jours entre grands incidents.
between-choice-size = Grand à partir de
between-title-none = Jours entre grands incidents
between-title-ordinary = Les incidents d’au moins { $size } se suivent à environ { $days } jours ; jusqu’à { $high } jours, c’est ordinaire, et aucun intervalle n’en sort
between-title-outside = { $count ->
    [one] { $count } intervalle
   *[other] { $count } intervalles
} sur { $gaps } entre incidents d’au moins { $size } hors la variation ordinaire (environ { $days } jours, jusqu’à { $high })
between-title-shorter = Les incidents d’au moins { $size } se sont suivis de plus près que d’ordinaire du { $from } au { $to } (d’ordinaire : environ { $days } jours)
between-title-longer = Les incidents d’au moins { $size } se sont suivis de plus loin que d’ordinaire du { $from } au { $to } (d’ordinaire : environ { $days } jours)
between-subtitle = Jours depuis le précédent, pour les incidents d’au moins { $size }, à la date : { $event } · bande : variation ordinaire
between-series-since = depuis le dernier
between-since = { $days } jours du dernier au { $day }, décompte en cours
between-hover = ordinaire : jusqu’à { $high } jours
between-n = n = { $n } incidents d’au moins { $size }
between-undated = { $count ->
    [one] { $count } grand sans jour exact
   *[other] { $count } grands sans jour exact
}
between-unsure = { $count ->
    [one] { $count } dont on ne sait s’il est grand
   *[other] { $count } dont on ne sait s’ils sont grands
}
between-later = { $count } après le { $day }, non jugés : d’autres peuvent encore être connus entre eux
between-refused = { $count ->
    [one] { $count } incident d’au moins { $size } au jour exact : il en faut au moins 11. Choisir une taille plus petite.
   *[other] { $count } incidents d’au moins { $size } au jour exact : il en faut au moins 11. Choisir une taille plus petite.
}
between-column-from = Du
between-column-to = Au suivant, le
between-definition-1 = Sont comptés les incidents ayant à coup sûr touché au moins le nombre choisi et dont le jour est connu exactement ; on montre les jours de l’un au suivant. Pour des événements rares, cela dit un changement plus tôt que les nombres par mois, presque toujours nuls.
between-definition-2 = Méthode : carte t. Les temps d’attente d’événements indépendants sont dissymétriques ; leur racine 3,6e est presque normale et reçoit les limites d’une carte XmR (Nelson 1994, Journal of Quality Technology 26). La ligne du milieu est l’intervalle type, non la moyenne.
between-definition-3 = Plusieurs notifications d’un même événement le même jour font des intervalles de 0 jour. Le temps écoulé depuis le dernier est montré sans être jugé. Le graphique trompe quand les nombres sont connus tard : de grands incidents des derniers mois peuvent manquer.
