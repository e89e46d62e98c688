# La vérification avant présentation : ce qu’on pourrait objecter à une figure.
honesty-rule-unequal-bins = Les barres d’un même type couvrent la même étendue
honesty-rule-partial-unmarked = Les périodes incomplètes sont signalées
honesty-rule-empty-periods-dropped = Les périodes vides sont montrées
honesty-rule-mean-on-skewed = Pas de moyenne là où quelques incidents la décident
honesty-rule-too-few = Assez d’incidents
honesty-rule-mixed = Unités et modes de collecte compatibles
honesty-rule-unequal-periods = Les périodes comparées ont la même durée
honesty-rule-other-date = Aucune autre date ne décide de ce que montre l’axe du temps
honesty-rule-truncated-axis = Les axes ne cachent rien
honesty-rule-duplicates = Aucun incident compté deux fois
honesty-rule-right-truncation = Les délais tiennent compte de ce qu’on ne sait pas encore
honesty-rule-many-comparisons = Aucun groupe choisi parmi beaucoup
honesty-unequal-bins-why = Des barres d’un même type couvrent des durées inégales : une barre plus longue paraît être une hausse.
honesty-unequal-bins-floor = Les données ne contiennent que des incidents à partir de { $floor } : la barre de { $low } à { $high } ne montre qu’une partie de ce que dit son nom ({ $count ->
    [one] un incident
   *[other] { $count } incidents
}). Elle ne se compare pas aux autres.
honesty-partial-unmarked-why = Une période dépasse la date jusqu’à laquelle les données sont complètes et est dessinée comme une période entière : elle ressemble à une baisse.
honesty-partial-unmarked-end = Les données sont dites complètes au { $asof }, mais la dernière fiche date du { $last }. Au rythme habituel, environ { $expected } autres seraient venues entre-temps : les dernières périodes peuvent ressembler à une baisse qui n’existe pas.
honesty-empty-periods-dropped-why = Des périodes sans incident manquent entre les barres : on prend des voisines pour des périodes qui se suivent.
honesty-empty-periods-dropped-before = { $count ->
    [one] Une période avant le { $day } a été demandée et n’est pas dessinée
   *[other] { $count } périodes avant le { $day } ont été demandées et ne sont pas dessinées
} : les données commencent là, sans dire s’il n’y avait pas d’incident avant ou si personne ne les notait.
honesty-mean-on-skewed-why = La moyenne ({ $mean }) n’est pas un incident typique (la moitié en ont touché { $median } ou moins) : le plus grand représente à lui seul { $share } de la somme, et la moyenne le suit.
honesty-too-few-why = { $count ->
    [one] Il n’y a qu’un incident
   *[other] Il n’y a que { $count } incidents
} : trop peu pour une évolution ou un taux. Lisez plutôt les fiches une à une.
honesty-mixed-one = { $name } : { $mechanism }
honesty-mixed-mechanisms = Les jeux de données ont été collectés de façons différentes ({ $list }). Leurs nombres et leurs délais n’ont pas le même sens et ne se réunissent pas.
honesty-mixed-units = { $n ->
    [one] Un incident donne un nombre
   *[other] { $n } incidents donnent un nombre
} dans l’unité choisie ({ $measure }) ; { $count ->
    [one] un autre compte
   *[other] { $count } autres comptent
} autre chose (par exemple : { $other }) et ne { $count ->
    [one] figure
   *[other] figurent
} pas ici. Les unités ne s’additionnent jamais : dites-le en montrant cette figure.
honesty-unequal-periods-why = Le filtre coupe { $which ->
    [both] { $period } et { $other }
   *[other] { $period }
} : { $which ->
    [both] ces barres couvrent moins de temps que leurs voisines
   *[other] cette barre couvre moins de temps que ses voisines
}.
honesty-other-date-why = Le filtre porte sur la date « { $event } », l’axe du temps montre « { $axis } » : { $count ->
    [one] un incident daté sur cet axe est écarté
   *[other] { $count } incidents datés sur cet axe sont écartés
} pour cette raison. Là où des barres sont basses ou absentes, c’est l’autre date qui en décide : cela ne veut pas dire que moins d’incidents ont été signalés.
honesty-truncated-axis-zero = Les barres ne partent pas de zéro : les différences paraissent plus grandes qu’elles ne sont.
honesty-truncated-axis-days = L’axe s’arrête au jour { $days } ; le plus long a pris { $longest } jours. Les plus longs ne sont pas sur l’image.
honesty-duplicates-why = { $count ->
    [one] Une fiche a
   *[other] { $count } fiches ont
} la même organisation, le même jour et le même nombre qu’une autre : peut-être un incident raconté deux fois. Avec elles, il y a { $with } incidents ; sans elles, { $without }.
honesty-right-truncation-naive = Le chiffre simple est montré aussi : parmi les incidents récents, seuls ceux annoncés vite sont déjà sur la liste, et l’annonce paraît s’être accélérée.
honesty-right-truncation-mixed = On ne sait pas comment les fiches sont entrées dans ces données. Si elles y sont parce qu’elles ont été divulguées, les récentes et lentes manquent encore, et ces délais sont trop courts.
honesty-many-comparisons-why = « { $word } » est l’un des { $count } groupes de ce champ. Dans l’un d’eux, une évolution ressort par le seul hasard : comparez-les tous avant de parler d’un seul.
honesty-repair-curve = Montrer plutôt la courbe
honesty-repair-log = Montrer tous les jours (axe logarithmique)
honesty-repair-as-of = Complètes au { $day } seulement
honesty-repair-from = Commencer le { $day }
honesty-repair-date-of = Afficher selon : { $event }
honesty-repair-whole = Périodes entières seulement
honesty-repair-median = Retirer la moyenne
honesty-repair-all-time = Montrer toute la période
honesty-repair-list = Lister les fiches
honesty-repair-dataset = Seulement { $name }
honesty-repair-measure = Compter plutôt : { $measure }
honesty-repair-leave-out = Écarter les répétitions
honesty-repair-naive = Retirer le chiffre simple
honesty-repair-list-mechanism = C’est une liste de divulgations
honesty-repair-groups = Comparer tous les groupes
honesty-line = Attention : { $why }
