# Les mots des figures qui comparent.

# Ce qui se choisit.
comparing-choice-which = Période
comparing-choice-back = Comparée à
comparing-choice-top = Groupes affichés
comparing-choice-measure = Comparer
comparing-choice-against = Avec
comparing-choice-apart = Écarter les fiches communes
comparing-which-year = Dernière année complète
comparing-which-so-far = Année en cours
comparing-which-quarter = Dernier trimestre complet
comparing-which-month = Dernier mois complet
comparing-which-filter = Période du filtre
comparing-show-count = Combien d’incidents
comparing-show-people = Combien de personnes
comparing-show-delay = Combien de temps
comparing-show-shares = Parts

# Les côtés, et des morceaux de phrase.
comparing-the-selection = la sélection
comparing-the-others = tous les autres
comparing-quoted = « { $word } »
comparing-word-value = { $word } ({ $value })
comparing-and = { $first } et { $last }
comparing-and-more = { $list } et { $count } de plus
comparing-side = { $name } : { $count ->
    [one] { $count } fiche
   *[other] { $count } fiches
}
comparing-side-days = { $range } : { $count ->
    [one] { $count } incident
   *[other] { $count } incidents
}
comparing-n-two = n = { $one } et { $other }
comparing-open = { $count } en attente
comparing-against = { $one } contre { $other }
comparing-share-count = { $share } ({ $count })
comparing-word-shares = { $word } ({ $one } contre { $other })
comparing-difference = écart probable : de { $low } à { $high }
comparing-difference-at-least = écart probable : au moins { $low }
comparing-difference-open = trop peu pour donner une fourchette
comparing-likely = probablement entre { $low } et { $high }
comparing-signed-fewer = { $number } de moins
comparing-signed-more = { $number } de plus
comparing-signed-shorter = { $number } de moins
comparing-signed-longer = { $number } de plus
comparing-not-reached = pas encore atteinte
comparing-ratio = environ { $ratio } fois plus, probablement entre { $low } et { $high } fois
comparing-no-difference = aucun écart
comparing-axis-difference = Écart entre les parts
comparing-alt-ranges = Fourchettes, une par ligne.
comparing-limits-drawn = fourchette issue de { $replicates } tirages, graine { $seed }
comparing-limits-each = fourchette tirée de celle de chaque médiane, car il y a plus de { $most } valeurs
comparing-rule-holm = sur { $count } comparaisons, une peut ressortir par le seul hasard : correction de Holm
comparing-rule-bh = sur { $count } comparaisons, une peut ressortir par le seul hasard : correction de Benjamini et Hochberg
comparing-ranges = { $count ->
    [one] { $count } qui ne donne qu’une fourchette
   *[other] { $count } qui ne donnent qu’une fourchette
}
comparing-no-number = { $count } sans nombre
comparing-without-word = { $count } sans aucun mot
comparing-more-words = { $count ->
    [one] { $count } mot plus rare non affiché
   *[other] { $count } mots plus rares non affichés
}
comparing-rest = { $groups ->
    [one] { $groups } autre groupe ({ $records } fiches de plus) non affiché
   *[other] { $groups } autres groupes ({ $records } fiches de plus) non affichés
}
comparing-several = une fiche qui a plusieurs mots compte sous chacun
comparing-superiority = une fiche de la première a le nombre le plus grand dans { $share } des paires
comparing-too-recent = trop récent pour comparer les délais
comparing-shared-out = { $count ->
    [one] { $count } commune aux deux, écartée
   *[other] { $count } communes aux deux, écartées
}
comparing-row-medians = Écart entre les médianes
comparing-row-shift = Décalage typique (Hodges-Lehmann)

# Une période et celle d’une autre année.
comparing-subtitle-periods = Incidents selon la date : { $event }
comparing-subtitle-periods-months = Incidents par mois, selon la date : { $event }
comparing-subtitle-typical = Nombre touché : médiane, échelle logarithmique
comparing-subtitle-cohorts = { $ends }, incidents selon la date : { $event }
comparing-by-day = En { $days } jours { $in }
comparing-periods-title-none = Pas deux périodes à comparer
comparing-periods-none = Les données ne couvrent pas une période entière et les mêmes mois d’une année antérieure. Indiquer le début de la couverture ou la date d’arrêt du jeu de données, ou choisir une période plus courte.
comparing-periods-empty = Aucune des deux périodes n’a d’incident.
comparing-periods-people-more = Taille : plus de personnes par incident ({ $interval })
comparing-periods-people-fewer = Taille : moins de personnes par incident ({ $interval })
comparing-periods-people-same = Taille : pas d’écart net ({ $interval })
comparing-periods-people-few = Taille : trop peu de nombres pour comparer
comparing-told-more = Annoncés en { $days } jours : plus souvent ({ $one } contre { $other })
comparing-told-fewer = Annoncés en { $days } jours : moins souvent ({ $one } contre { $other })
comparing-told-same = Annoncés en { $days } jours : pas d’écart net ({ $one } contre { $other })
comparing-told-described = Annoncés en 30 et 90 jours

# Les groupes.
comparing-subtitle-count = Part des incidents, selon : { $field }
comparing-subtitle-people = Nombre touché selon : { $field } · médiane de chaque groupe et sa fourchette, échelle logarithmique
comparing-subtitle-delay = Nombre médian de jours { $ends }, selon : { $field } · avec sa fourchette
comparing-groups-title-none = Pas de groupes à comparer
comparing-no-field = Aucun champ n’a de mots que plusieurs fiches partagent. Choisir un autre champ, ou en donner un aux fiches.
comparing-groups-no-word = Aucune fiche de la sélection n’a de mot dans le champ { $field }.
comparing-groups-few = Aucun groupe n’a assez de fiches avec une valeur pour être décrit : voir les fiches elles-mêmes.
comparing-groups-too-few = { $field } : trop peu de valeurs par groupe pour comparer
comparing-groups-described = Combien de temps, selon : { $field } – simple description, car les fiches sont entrées de différentes façons
comparing-groups-most = { $word } est le plus fréquent : { $share } de { $n } incidents (probablement entre { $low } et { $high })
comparing-groups-more = { $count ->
    [one] { $list } touche plus de personnes par incident que les autres
   *[other] Plus de personnes par incident que les autres : { $list }
}
comparing-groups-fewer = { $count ->
    [one] { $list } touche moins de personnes par incident que les autres
   *[other] Moins de personnes par incident que les autres : { $list }
}
comparing-groups-none = Pas d’écart net de taille : aucun des { $compared } groupes comparés ne se distingue des autres ({ $field })
comparing-groups-longer = { $count ->
    [one] { $list } : plus de temps que les autres
   *[other] Plus de temps que les autres : { $list }
}
comparing-groups-shorter = { $count ->
    [one] { $list } : moins de temps que les autres
   *[other] Moins de temps que les autres : { $list }
}
comparing-groups-long-none = Pas d’écart net de durée : aucun des { $compared } groupes comparés ne se distingue des autres ({ $field })

# Deux sélections.
comparing-selections-title-none = Rien à comparer
comparing-everything = La sélection contient toutes les fiches de sa période : il n’y en a pas d’autres. Filtrer d’abord, ou saisir une requête à laquelle comparer.
comparing-first-empty = Il ne reste aucune fiche dans la sélection.
comparing-second-empty = La requête ne trouve aucune fiche dans cette période et ces jeux de données.
comparing-shared = { $count ->
    [one] { $count } fiche est dans les deux sélections et ne peut être comparée à elle-même. Choisir des sélections sans fiche commune, ou l’écarter des deux.
   *[other] { $count } fiches sont dans les deux sélections et ne peuvent être comparées à elles-mêmes. Choisir des sélections sans fiche commune, ou les écarter des deux.
}
comparing-subtitle-count-two = Nombre d’incidents sur la même durée, avec la fourchette du niveau
comparing-count-few = { $one } pour { $a }, { $other } pour { $b }
comparing-count-few-why = Moins de dix incidents en tout : trop peu pour parler d’un écart.
comparing-count-same = { $one } pour { $a } et { $other } pour { $b } : pas d’écart net ({ $interval })
comparing-count-clear = { $one } pour { $a } contre { $other } pour { $b } : { $interval }
comparing-subtitle-shares = Parts selon : { $field } · { $a } moins { $b }, avec la fourchette de l’écart
comparing-shares-none = Pas d’écart net : aucune des { $compared } parts comparées ne diffère entre { $a } et { $b } ({ $field })
comparing-shares-more = Plus souvent dans { $a } que pour { $b } : { $one }
comparing-shares-fewer = Moins souvent dans { $a } que pour { $b } : { $one }
comparing-shares-both = Plus souvent dans { $a } que pour { $b } : { $one } ; moins souvent : { $other }
comparing-shares-few = { $a } et { $b } : trop peu pour comparer des parts
comparing-shares-few-why = Moins de dix fiches d’un côté ont un mot dans le champ { $field }.
comparing-subtitle-people-two = Nombre touché : { $unit }, médiane et sa fourchette, échelle logarithmique
comparing-people-more = Pour { $a }, la moitié des incidents a touché plus de { $one }, contre { $other } pour { $b } ({ $interval })
comparing-people-fewer = Pour { $a }, la moitié des incidents a touché moins de { $one }, contre { $other } pour { $b } ({ $interval })
comparing-people-same = Pas d’écart net de taille : la moitié au-dessus de { $one } pour { $a }, de { $other } pour { $b } ({ $interval })
comparing-people-few = Trop peu de nombres pour comparer : { $one } pour { $a }, { $other } pour { $b }
comparing-people-few-why = Moins de dix nombres exacts d’un côté : voir les fiches elles-mêmes.
comparing-delay-longer = Plus de temps pour { $a } que pour { $b } : la moitié en { $one } contre { $other } ({ $interval })
comparing-delay-shorter = Moins de temps pour { $a } que pour { $b } : la moitié en { $one } contre { $other } ({ $interval })
comparing-delay-same = Pas d’écart net : la moitié en { $one } pour { $a }, en { $other } pour { $b } ({ $interval })
comparing-delay-dates = La moitié en { $one } pour { $a }, en { $other } pour { $b } : les dates sont trop imprécises pour dire s’il y a un écart
comparing-delay-described = La moitié en { $one } pour { $a }, en { $other } pour { $b } : simple description, car les fiches sont entrées de différentes façons
comparing-delay-unreached = La moitié : { $one } pour { $a }, { $other } pour { $b } ; les médianes ne peuvent être comparées
comparing-delay-few = Trop peu de délais pour comparer : { $one } pour { $a }, { $other } pour { $b }
comparing-delay-few-why = Moins de dix d’un côté avaient eu lieu : voir les fiches elles-mêmes.

# Définitions.
comparing-define-periods = Compte les incidents qui se situent avec certitude dans la période, et ceux des mêmes mois de l’année antérieure choisie. Seules des périodes entières de même longueur sont comparées ; l’année en cours l’est jusqu’à son dernier mois complet.
comparing-define-ratio = Le rapport de deux nombres a un intervalle exact qui découle de leur somme (Przyborowski et Wilenski 1940). Quand les nombres mensuels varient plus que des incidents indépendants, il est élargi de la racine de cette variation. Seul un intervalle qui exclut « autant » est appelé un écart.
comparing-define-periods-register = Les parts annoncées en 30 et 90 jours sont celles de Kaplan et Meier, qui tiennent compte de ce qui est en attente. Elles sont montrées côte à côte, sans test.
comparing-define-periods-list = Les parts annoncées en 30 et 90 jours portent sur les incidents qui ont commencé dans chaque période, suivis aussi longtemps et annoncés dans ce délai, car il manque à une liste d’annonces ce qui n’est pas encore annoncé ; leur écart a l’intervalle de Newcombe (1998). Les incidents sont placés au jour où le délai commence : ceux qui s’achèvent dans une période favorisent les délais longs.
comparing-define-periods-mixed = Les parts annoncées en 30 et 90 jours décrivent seulement les incidents qui ont les deux dates, car les fiches sont entrées de différentes façons.
comparing-define-periods-limits = On compte des incidents signalés. Un écart peut venir de la loi, de la collecte ou des déclarations ; les signalements tardifs font paraître la période récente plus petite qu’elle ne sera.
comparing-define-groups = Chaque groupe réunit les fiches qui ont un mot du champ ; une fiche qui en a plusieurs compte sous chacun. Les mots plus rares ne sont pas affichés ; leurs groupes et leurs fiches sont comptés au pied.
comparing-define-groups-count = La part d’un groupe parmi les fiches qui ont un mot, avec l’intervalle de Wilson (1927). La taille des groupes diffère pour bien des raisons : elle est décrite, non testée.
comparing-define-groups-people = La médiane des nombres exacts d’un groupe, avec un intervalle tiré des statistiques d’ordre. Chaque groupe est comparé à tous les autres par les rangs (Mann et Whitney 1947), de sorte que quelques incidents énormes ne décident pas. Les fourchettes et les bornes n’ont pas de place dans un ordre et sont écartées.
comparing-define-groups-register = La courbe de Kaplan et Meier de chaque groupe, avec ce qui est en attente, et sa médiane. Chaque groupe est comparé à tous les autres par le test du log-rank (Mantel 1966), aveugle là où les courbes se croisent : les regarder.
comparing-define-groups-list = Seulement les incidents suivis pendant un an et annoncés dans ce délai, car il manque à une liste d’annonces ce qui n’est pas encore annoncé. Médianes avec un intervalle tiré des statistiques d’ordre ; chaque groupe est comparé à tous les autres par les rangs (Mann et Whitney 1947).
comparing-define-groups-mixed = Les fiches sont entrées de différentes façons : les délais sont décrits parmi les incidents qui ont les deux dates, et non comparés.
comparing-define-rule = Sur de nombreuses comparaisons, une ressort par le seul hasard. Jusqu’à dix, elles sont corrigées par la règle de Holm (1979) ; au-delà, par celle de Benjamini et Hochberg (1995). Ce qui ressort encore est coloré ; le tableau donne les deux probabilités.
comparing-define-groups-limits = Un écart entre groupes n’est pas une cause : ils diffèrent aussi par ailleurs. Moins de dix valeurs sont montrées sans comparaison, moins de cinq ne le sont pas.
comparing-define-selections = Le premier côté est ce que choisit le filtre. Le second est tous les autres, dans la même période et les mêmes jeux de données, ou ce que la requête saisie y trouve. Les fiches communes sont refusées, ou écartées des deux côtés.
comparing-define-shares = La part de chaque mot parmi les fiches qui en ont un, et l’écart entre les deux côtés avec l’intervalle de Newcombe (1998). Une fiche qui a plusieurs mots compte sous chacun.
comparing-define-people = L’écart entre les médianes des nombres exacts, avec un intervalle obtenu en retirant au sort les deux côtés un grand nombre de fois (bootstrap), à partir d’une graine conservée ; au-delà de 20 000 valeurs, il est composé de l’intervalle de chaque médiane. Le tableau ajoute le décalage typique de Hodges et Lehmann (1963) et le test de Mann et Whitney (1947).
comparing-define-delay-register = Les courbes de Kaplan et Meier, qui tiennent compte de ce qui est en attente. L’écart entre les médianes a un intervalle obtenu en retirant au sort les deux côtés un grand nombre de fois (bootstrap), à partir d’une graine conservée ; au-delà de 20 000 fiches, il est composé de l’intervalle de chaque médiane. Le tableau ajoute le test du log-rank (Mantel 1966), aveugle là où les courbes se croisent : les regarder.
comparing-define-delay-list = Seulement les incidents suivis pendant un an et annoncés dans ce délai, car il manque à une liste d’annonces ce qui n’est pas encore annoncé. L’écart entre les médianes a un intervalle obtenu en retirant au sort les deux côtés un grand nombre de fois (bootstrap), à partir d’une graine conservée ; le tableau ajoute les parts en 30 et 90 jours et le test de Mann et Whitney (1947).
comparing-define-selections-limits = Un écart n’est pas une cause : les deux côtés diffèrent aussi par ailleurs. Une comparaison choisie d’avance est rapportée telle quelle ; en essayer beaucoup jusqu’à ce qu’une ressorte trompe.

# Colonnes.
chart-column-group = Groupe
chart-column-first = Première
chart-column-second = Seconde
chart-column-share-first = Part dans la première
chart-column-share-second = Part dans la seconde
chart-column-difference = Écart
chart-column-told-30 = Annoncés en 30 jours
chart-column-told-90 = Annoncés en 90 jours
chart-column-used = Retenus
chart-column-median-days = Médiane en jours
chart-column-still-open = En attente
chart-column-p = Probabilité par hasard
chart-column-p-adjusted = La même, corrigée
