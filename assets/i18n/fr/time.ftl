# Les mots des figures sur le temps et les saisons.

time-alt-remark = Repère : { $text } ({ $day }).

# Les groupes au fil du temps.
time-choice-field = Groupes
time-choice-top = Groupes montrés
time-choice-view = Disposition
time-view-stack = Empilés
time-view-panels = Côte à côte
time-note-same-scale = tous à la même échelle
time-subtitle-by = { $subtitle } · groupes : { $field }
time-remark = tirets : { $text } ({ $day })
time-group-none-title = Incidents par groupe
time-group-none = Aucun champ des fiches ne les regroupe. Ajouter aux fiches une nature, un secteur ou un pays, ou choisir une telle colonne à l’importation.
time-group-title = Le plus fréquent ({ $field }) : { $word }, { $count } des { $of } incidents ({ $share }, probablement entre { $low } et { $high })
time-group-title-few = Le plus fréquent ({ $field }) : { $word }, { $count } des { $of } incidents
time-group-title-plain = { $incidents } ; rien n’est indiqué pour : { $field }
time-group-several = plusieurs de ceux-ci
time-group-other = { $groups ->
    [one] { $groups } autre
   *[other] { $groups } autres
}
time-group-without = non renseigné
time-group-coarse = date connue approximativement
time-hover-group = { $group } : { $incidents }
time-hover-of = { $count } en tout sur cette période
time-foot-other = { $groups ->
    [one] { $count } sous { $groups } autre mot
   *[other] { $count } sous { $groups } autres mots
}
time-foot-several = { $count } relèvent de plusieurs des groupes montrés et figurent à part, pour que chaque incident ne figure qu’une fois
time-foot-each = { $count } relèvent de plusieurs des groupes montrés et sont comptés dans chacun
time-foot-without = { $count } sans indication
time-alt-stack = Graphique en barres empilées.
time-alt-panels = Graphiques en barres côte à côte, à la même échelle.
time-define-groups = Sont comptés les incidents dont la date tombe avec certitude dans une seule période, selon les mots d’un champ. Les mots les plus fréquents de toute la sélection sont montrés un par un ; tous les autres sont réunis, et la note dit combien de mots et d’incidents cela représente. Les incidents sans indication sont en gris et ne sont jamais répartis entre les mots.
time-define-stack = Chaque incident figure une seule fois dans la pile : la hauteur d’une barre est donc un nombre d’incidents. Un incident qui porte plusieurs des mots montrés figure sous « plusieurs de ceux-ci » ; celui qui porte un mot montré et un autre mot figure sous le mot montré. Les incidents dont la date n’est connue qu’approximativement sont en clair au sommet, selon la part de leur date qui tombe dans la période ; ils n’entrent dans aucun groupe.
time-define-panels = Chaque mot a son graphique, tous à la même échelle. Un incident qui porte plusieurs mots est compté sous chacun : la somme des graphiques peut dépasser le nombre d’incidents.
time-define-groups-misled = La part donnée dans le titre porte sur toute la durée montrée, avec l’intervalle de Wilson à 95 % (1927), qui suppose des incidents indépendants. Un mot peut progresser simplement parce qu’il est plus souvent employé, et seule la partie basse d’une pile repose sur une ligne droite : comparer les autres côte à côte.

# Les tendances et les changements de niveau.
time-years = { $count ->
    [one] { $count } an
   *[other] { $count } ans
}
time-quarters = { $count ->
    [one] { $count } trimestre
   *[other] { $count } trimestres
}
time-months = { $count ->
    [one] { $count } mois
   *[other] { $count } mois
}
time-weeks = { $count ->
    [one] { $count } semaine
   *[other] { $count } semaines
}
time-each-year = par an
time-each-quarter = par trimestre
time-each-month = par mois
time-each-week = par semaine
time-more = { $number } de plus
time-no-change = aucun changement
time-fewer = { $number } de moins
time-trend-rise = Sur { $span }, le nombre d’incidents a augmenté d’environ { $slope } { $each } (probablement entre { $low } et { $high })
time-trend-fall = Sur { $span }, le nombre d’incidents a baissé d’environ { $slope } { $each } (probablement entre { $low } et { $high })
time-trend-none = Pas de tendance nette du nombre d’incidents sur { $span } (probablement entre { $low } et { $high } { $each })
time-trend-none-percent = Pas de tendance nette du nombre d’incidents sur { $span } (probablement entre { $low } et { $high } chaque année)
time-trend-none-plain = Pas de tendance nette du nombre d’incidents sur { $span }
time-trend-basis = tendance : { $span } entiers, { $first } – { $last }, { $count } incidents
time-growth-more = environ { $share } de plus chaque année (probablement entre { $low } et { $high })
time-growth-fewer = environ { $share } de moins chaque année (probablement entre { $low } et { $high })
time-trend-seasonal = comparaison entre périodes de même saison, car il y a une saisonnalité
time-trend-remembers = il est tenu compte de la ressemblance entre périodes voisines
time-clusters = les incidents surviennent en grappes : la fourchette d’une période est plus large qu’indiqué
time-what-trend = Tendance non donnée
time-what-change = Changement de niveau non donné
time-too-few-incidents = { $what } : il y a moins de { $fewest } incidents
time-too-few-periods = { $what } : il y a moins de { $fewest } périodes entières
time-too-few-years = { $what } : il y a moins de deux années entières
season-too-few = Saisonnalité non donnée : il y a moins de { $fewest } mois entiers
time-too-coarse = { $what } : trop de dates sont trop imprécises pour des périodes assez courtes
time-comparison = { $headline } : { $sentence }
time-change = Le niveau semble avoir changé { $in }, d’environ { $before } à environ { $after } { $each }.
time-change-none = Pas de changement de niveau net sur { $span } ; l’écart entre avant et après est le plus grand { $in }.
time-change-nothing = Pas de changement de niveau : toutes les périodes se ressemblent.
time-change-check = {" "}Vérifier d’abord si la collecte ou la loi a changé à ce moment ; si oui, le noter parmi les repères datés du jeu de données.
time-change-remark = {" "}Vérifier d’abord si la collecte ou la loi a changé à ce moment : le jeu de données signale « { $text } » ({ $day }).
time-change-mark = changement de niveau ?
time-levels = niveau habituel avant et après
time-intervals = fourchette du niveau sous-jacent
time-note-intervals = traits : niveaux avec lesquels chaque nombre est compatible
time-hover-interval = compatible avec un niveau sous-jacent de { $low } à { $high }
time-choice-interval = Fourchette de chaque période
time-choice-change = Changement de niveau
time-choice-unit = Tendance mesurée en
time-unit-auto = Selon les dates
time-unit-month = Mois
time-unit-quarter = Trimestres
time-unit-year = Années
time-define-counts = Sont comptés les incidents selon la date indiquée sous le titre. La partie pleine d’une barre est certaine ; la partie claire répartit les incidents dont la date n’est connue qu’approximativement, selon la part de cette date qui tombe dans la période. Les périodes hachurées ne sont pas couvertes jusqu’à leur fin et n’entrent dans aucune moyenne, tendance ou comparaison. Une période sans incident est un zéro ; le temps non couvert n’est pas montré.
time-define-trend = La tendance porte sur des périodes entières : années, trimestres ou mois, les plus longues dont il y ait au moins dix et où 95 % au moins des incidents tombent avec certitude. Le test de Mann et Kendall (1945, 1975) demande si les périodes récentes en comptent plus ; l’ampleur est la médiane de toutes les pentes entre deux périodes (Theil 1950, Sen 1968). Quand les mois ou les trimestres ont une saisonnalité, seuls ceux de même nom sont comparés (Hirsch, Slack et Smith 1982) ; quand les périodes voisines se ressemblent, le test est rendu plus prudent (Hamed et Rao 1998). La croissance en % par an vient d’une régression de comptage dont la fourchette tient compte des grappes (quasi-Poisson, McCullagh et Nelder 1989). « Augmenté » et « baissé » ne sont écrits que si tous ces résultats concordent.
time-define-trend-misled = Une tendance de ce qui est enregistré n’est pas une tendance de ce qui s’est passé : une loi élargie, une source nouvelle ou une autre habitude de signalement ont le même aspect. Elle suppose un seul sens sur toute la durée ; regarder les barres pour voir si une hausse est suivie d’une baisse.
time-define-test = Unité de mesure : { $unit }. Probabilité d’une tendance au moins aussi nette quand il n’y en a pas : { $p }.
time-define-change = Le changement de niveau est cherché par le test de Pettitt (1979) : l’endroit où les nombres avant et après diffèrent le plus, signalé si un tel écart serait rare dans une série égale. Les niveaux sont des médianes. Une tendance lente apparaît comme un changement en son milieu ; un changement de collecte a le même aspect que tout autre.
time-define-interval = La fourchette d’une période est l’intervalle exact de Garwood (1936) : les niveaux sous-jacents avec lesquels le nombre constaté est compatible, pour des incidents indépendants. Ce n’est pas une prévision de la période suivante, qui serait plus large, et deux fourchettes qui se recouvrent ne sont pas un test. Elle est donnée à partir de cinq incidents.

# Les incidents rapportés à un nombre.
time-rate-none-title = Incidents rapportés à un nombre
time-rate-none = Les incidents peuvent être rapportés à ce que le jeu de données compte année par année, par exemple les organisations surveillées. Indiquer ces nombres dans les réglages du jeu de données.
time-rate-several = Plusieurs jeux de données sont regardés, et ce à quoi chacun est rapporté n’a pas de sens commun. Choisir un jeu de données.
time-rate-no-year = Aucune année montrée n’a de nombre pour : { $what }. L’indiquer dans les réglages du jeu de données.
time-rate-per = { $unit ->
    [one] rapportés à : { $what }
   *[other] pour { $unit } { $what }
}
time-rate-subtitle = Incidents { $per }, par { $period }, à la date : { $event } · traits : intervalle de confiance à 95 %
time-rate-plain = Incidents { $per }
time-rate-one = { $rate } incidents { $per } { $in } (probablement entre { $low } et { $high })
time-rate-one-plain = { $rate } incidents { $per } { $in }
time-rate-more = { $now }, davantage que { $in } ({ $before })
time-rate-fewer = { $now }, moins que { $in } ({ $before })
time-rate-no-change = { $now }, sans évolution nette ({ $before } { $in })
time-rate-gaps = { $count } incidents sur { $periods ->
    [one] { $periods } période
   *[other] { $periods } périodes
} sans nombre auquel les rapporter
time-rate-interval = intervalle de confiance à { $level } (Garwood)
time-rate-series = incidents rapportés au nombre
time-rate-series-few = moins de cinq incidents, ou période incomplète
time-rate-of = sur { $of } { $what }
time-define-rate = Incidents qui tombent avec certitude dans une période, divisés par le nombre que le jeu de données donne pour l’année ; pour une période à cheval sur deux années, par la moyenne sur ses jours. Une année sans nombre laisse un vide. Un trimestre est rapporté au nombre entier : quatre trimestres s’ajoutent donc en une année.
time-define-rate-interval = Les traits sont l’intervalle exact de Garwood (1936) du taux sous-jacent ; il suppose des incidents indépendants et un dénominateur exact. En dessous de cinq incidents, il n’y en a pas. La dernière période entière est comparée à la précédente par le rapport des taux (Przyborowski et Wilenski 1940), avec plus de prudence quand les incidents surviennent en grappes.
time-define-rate-misled = Un taux trompe quand ceux que compte le dénominateur ne sont pas ceux chez qui un incident peut être enregistré : quand la surveillance s’élargit, les deux nombres changent, mais pas en même temps.

# Les mois de l’année.
season-what = Saisonnalité non donnée
season-title = Il est d’ordinaire enregistré plus d’incidents en { $most } qu’en { $fewest } : environ { $high } contre { $low } ({ $months })
season-title-no-clear = Aucun mois de l’année ne se distingue nettement ({ $months })
season-title-none = Les mois de l’année comparés
season-subtitle = Incidents d’un mois habituel, à la date : { $event }
season-note-range = traits : le moins et le plus selon les années
season-usual = nombre habituel
season-range = le moins et le plus
season-level = moyenne de tous les mois
season-basis = { $span } entiers, { $first } – { $last }, { $count } incidents
season-short = moins de trois ans : une seule année peut faire ressortir un mois
season-administrative = les dates de signalement suivent aussi les délais légaux, les exercices et les envois groupés
season-hover-usual = d’ordinaire environ { $number }
season-hover-range = { $count ->
    [one] { $low } la seule année
   *[other] de { $low } à { $high } sur { $count } ans
}
season-column-month = Mois
season-column-years = Années
season-column-usual = Nombre habituel
season-column-index = Écart au niveau
season-column-mean = Moyenne
season-column-least = Le moins
season-column-most = Le plus
season-column-year = Année
season-define = Une barre est ce que compte d’ordinaire un mois de ce nom : la moyenne de tous les mois entiers, et l’écart des mois de ce nom au niveau de l’année qui les entoure. Ainsi, une liste qui s’allonge ne fait pas paraître décembre plus grand que janvier. Seuls comptent les mois entiers, et les incidents dont le mois est certain.
season-define-method = Les écarts sont l’indice de la décomposition classique (moyenne mobile sur douze mois). Le test de Kruskal et Wallis (1952), sur tous les mois entiers, demande si un mois se distingue ; « plus » n’est écrit que si de tels écarts seraient rares entre des mois semblables. Il faut 24 mois entiers, mieux 36, et 20 incidents.
season-define-misled = Les mois comparés sont ceux de l’enregistrement. Les délais légaux, les exercices et les publications groupées font des saisons qu’aucun attaquant ne connaît. Une forte tendance cache une saison à ce test. Douze mois sont comparés à la fois : ne pas lire l’ordre de ceux du milieu.
season-note-shade = plus foncé : davantage
season-not-covered = non couvert par les données
season-table-none = Les années par mois
season-table-plain = { $incidents }, par année et par mois
season-table-title-none = Le plus en { $month } : { $count } incidents ; aucun dans au moins la moitié des { $months } mois
season-table-title = Le plus en { $month } : { $count } incidents ; la moitié des { $months } mois en comptent { $middle } ou moins
season-alt-table = Tableau de cases ombrées.
season-define-table = Chaque case est le nombre d’incidents dont la date tombe avec certitude dans ce mois. Les dates connues approximativement ne sont dans aucune case ; la note dit combien. Les mois qui ne sont pas couverts jusqu’à leur fin sont hachurés, les mois non couverts sont vides.
season-define-table-misled = Le mois le plus chargé d’un grand nombre est celui que le hasard a le plus aidé : les suivants en auront sans doute moins. Ne pas comparer une année couverte en partie à une année entière.
season-define-groups = Les colonnes sont des années, à partir du début de l’exercice s’il en est fixé un. Un incident qui porte plusieurs mots est compté à chacune de leurs lignes.
season-define-share = Les parts sont celles de tous les incidents de l’année, y compris ceux qui ne disent rien, et données à partir de cinq incidents ; en dessous, la case dit combien sur combien. Quand un incident porte plusieurs mots, les parts d’une année peuvent dépasser 100 %. Une part augmente aussi quand les autres groupes diminuent.
season-subtitle-share = Part des incidents de chaque année, par { $period }, à la date : { $event }
season-hover-share = { $share } (probablement entre { $low } et { $high })
season-choice-show = Cases
season-show-count = Nombre
season-show-share = Part de l’année
season-new-years = { $count } des { $of } jours sont un 1er janvier, contre environ { $expected } par hasard : sans doute des années écrites comme des jours
season-years-as-days = Les mois ne peuvent pas être comparés : trop de dates sont un 1er janvier, mis sans doute pour une année dont le mois n’est pas connu.
