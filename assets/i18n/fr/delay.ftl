# Textes des figures de délais et des incidents un à un.

# Choix.
delay-choice-window = Annoncés dans les
delay-choice-axis = Axe des jours
delay-axis-linear = régulier
delay-axis-log = logarithmique
delay-choice-naive = Montrer la description brute
delay-deadline = Échéance
delay-deadline-none = aucune

# Part selon le nombre de jours.
delay-ticks = encore en attente à la fin du suivi
delay-hours = { $hours } heures
delay-title-deadline = { $share } dans les { $limit } (probablement entre { $low } et { $high })
delay-title-deadline-bounds = Entre { $low } et { $high } dans les { $limit }, pour autant que les dates permettent de trancher
delay-deadline-sentence = { $within } incidents sur { $n } ({ $share }, probablement entre { $low } et { $high }).
delay-deadline-few = { $within } sur { $n } : trop peu pour une part.
delay-deadline-bounds = { $count ->
    [one] Pour { $count } autre, on ne peut pas trancher : la part réelle est entre { $low } et { $high }.
   *[other] Pour { $count } autres, on ne peut pas trancher : la part réelle est entre { $low } et { $high }.
}
delay-deadline-curve = Selon la courbe, qui compte les incidents en attente tant qu’ils ont été suivis : { $share } (probablement entre { $low } et { $high }).
delay-deadline-line = Dans les { $limit } : { $sentence }
delay-within = { $count } dans le délai
delay-late = { $count } plus tard
delay-undetermined = { $count ->
    [one] { $count } indéterminé
   *[other] { $count } indéterminés
}
delay-naive-label = description brute
delay-naive-why-list = il y manque ce qui n’est pas encore annoncé : elle paraît plus rapide ou plus lente que la réalité
delay-naive-why-register = elle omet ce qui est encore en attente, et paraît donc plus rapide que la réalité

# Définitions.
delay-define-days = On compte les jours entiers { $from } { $to }, d’après les dates telles qu’elles sont écrites ; 0 est le jour même. Une fiche sans l’une des deux dates, ou dont l’ordre des dates est impossible, est laissée de côté et comptée au pied. Lorsqu’une date n’est connue qu’au mois ou à l’année, on calcule le plus petit et le plus grand nombre de jours qu’elle permet ; la bande entre les deux courbes est ce que les dates laissent ouvert.
delay-define-register = Méthode : Kaplan et Meier (1958). Les données sont un registre : un incident y figure dès que l’organisation en a connaissance ; celui qui n’a pas encore été annoncé compte donc aussi longtemps qu’il a été suivi, puis sort du calcul (un trait sur la courbe). La bande est celle de Greenwood, sur une échelle doublement logarithmique ; on y lit les jours entre lesquels la moitié a été annoncée (Brookmeyer et Crowley 1982). La courbe ne va pas au-delà du dernier jour observé.
delay-define-register-caveat = Elle induit en erreur si des incidents restent en attente parce qu’ils sont difficiles : la méthode suppose que ceux en attente ressemblent aux autres. « Pas encore annoncé » s’entend à la date jusqu’à laquelle les données sont complètes, jamais « jamais ». Les incidents qui n’ont pas à être annoncés sont marqués sans objet et laissés de côté, pour ne pas retenir la courbe.
delay-define-list = Méthode : fenêtre fixe. Les données sont une liste de divulgations : un incident n’y figure que parce qu’il a été annoncé ; les incidents récents qui le seront tard n’y sont donc pas encore. On ne retient que les incidents qui ont commencé au moins { $days } jours avant la fin des données et, parmi eux, ceux annoncés dans les { $days } jours. L’énoncé ne vaut que pour eux : « parmi les incidents annoncés dans les { $days } jours ». Les parts ont l’intervalle de Wilson (1927), les jours celui des statistiques d’ordre.
delay-define-list-caveat = Elle induit en erreur si on la lit comme une part de tous les incidents : nul ne sait combien sont annoncés plus tard, ou jamais. La méthode de Kaplan et Meier n’est pas employée ici : dans une telle liste rien n’est jamais en attente, et les années récentes paraîtraient rapides.
delay-define-mixed = Méthode : description brute. On ignore comment les fiches sont entrées dans les données, ou elles y sont entrées de plusieurs façons : aucune correction n’est possible. La courbe montre la part parmi les incidents qui ont les deux dates.
delay-define-mixed-caveat = Elle induit en erreur si l’on compare incidents récents et anciens : parmi les récents, il manque ce qui n’est pas encore annoncé. Aucune tendance des délais ne doit être lue dans de telles données. Indiquer dans les réglages du jeu de données comment les fiches y sont entrées, et la bonne méthode sera employée.
delay-define-deadline = Échéance : un incident la respecte, vient plus tard, ou est indéterminé. Avec des dates au jour près, 72 heures sont sûrement respectées jusqu’à 2 jours d’écart et sûrement dépassées à partir de 4 ; 3 jours d’écart ne permettent pas de trancher. Un incident en attente est en retard une fois l’échéance passée, indéterminé avant. La part se calcule parmi ceux que l’on peut trancher, avec l’intervalle de Wilson ; les bornes comptent tous les indéterminés dans un sens, puis dans l’autre. « Plus tard » ne veut pas dire « en infraction » : les textes comptent à partir d’autres événements et admettent des motifs.
delay-define-log = Sur l’axe logarithmique, chaque facteur dix a la même largeur ; le jour même, 0, est à son extrémité gauche.

# Corrigé de ce qui n’est pas encore dans la liste.
delay-within-longest = le plus long observé
delay-corrected-title = Corrigé de ce qui n’est pas encore listé : la moitié en { $days } ({ $naive } sans correction)
delay-corrected-title-hole = La moitié en { $naive } sans correction ; une correction n’est pas possible
delay-corrected-sentence = Parmi les incidents annoncés dans les { $within } jours, la moitié l’ont été en { $days } ({ $interval }) ; description brute, quoi qu’il manque : { $naive }.
delay-corrected-hole = Pour un certain délai, il n’y a aucun autre incident à quoi comparer : rien ne peut être dit des délais plus courts. Employer la fenêtre fixe, ou choisir une durée d’annonce plus courte.
delay-corrected-few = { $n } délais connus : trop peu pour cette correction, qui en demande { $few }.
delay-corrected-register = Ces données sont un registre : ce qui est encore en attente y figure et compte aussi longtemps qu’il a été suivi. Il n’y a rien à corriger ; voir « Délai de divulgation ».
delay-corrected-mixed = On ignore comment les fiches sont entrées dans ces données, ou elles y sont entrées de plusieurs façons : aucune correction ne serait juste. S’il s’agit d’une liste de divulgations, l’indiquer dans les réglages du jeu de données.
delay-series-plain = sans correction, n = { $n }
delay-series-window = fenêtre fixe : annoncés dans les { $days } jours, n = { $n }
delay-series-corrected = corrigé : parmi ceux annoncés dans les { $days } jours, n = { $n }
delay-series-most = le plus grand nombre de jours que permettent les dates imprécises
delay-column-at_risk = Comparés
delay-column-corrected = Part corrigée
delay-column-naive = Sans correction
delay-column-window = Fenêtre fixe
delay-define-corrected = Méthode : temps inversé (Lynden-Bell 1971 ; Lagakos, Barraj et De Gruttola 1988). Une liste de divulgations ne contient un incident que si son délai était plus court que le temps écoulé : celui qui a commencé il y a cinq jours n’y est que s’il a été annoncé en cinq jours. Lu à rebours, des longs délais vers les courts, chaque délai n’est comparé qu’aux incidents qui auraient pu en montrer un plus long.
delay-define-corrected-range = Chaque part se rapporte aux incidents annoncés dans le plus long délai observé, ou dans la durée choisie ; combien le sont plus tard, ou jamais, une telle liste ne permet pas de le savoir. La bande est celle de Greenwood, sur le temps inversé. La « fenêtre fixe » ne retient que les incidents commencés assez tôt et laisse de côté tous les récents ; « sans correction » décrit toutes les paires de dates telles quelles.
delay-define-corrected-caveat = Elle induit en erreur si les délais ont changé avec le temps, car elle suppose les incidents récents et anciens semblables. À l’extrémité, peu d’incidents peuvent être comparés et la courbe fait des sauts. Là où, pour un délai, rien ne peut être comparé, elle n’est pas tracée.

# Selon la période du début ou de l’annonce.
delay-choice-cut = Périodes
delay-cut-year = années
delay-cut-half = semestres
delay-cut-quarter = trimestres
delay-choice-by = À la date
delay-by-began = du premier événement
delay-by-told = du second événement
delay-choice-view = Montrer
delay-view-quartiles = quartiles
delay-view-lines = courbes
delay-view-panels = petits graphiques
delay-half = S{ $half } { $year }
delay-in-half = au S{ $half } { $year }
delay-subtitle-began = Jours { $from } { $to }, selon la période du premier événement
delay-subtitle-told = Jours { $from } { $to }, selon la période du second événement
delay-note-register = sur { $days } jours pour chacune
delay-axis-began = Période du premier événement
delay-axis-told = Période du second événement
delay-cohorts-none = Aucune période n’a été suivie pendant { $days } jours avec cinq incidents annoncés ou plus.
delay-cohorts-plain = Description brute : il manque aux périodes récentes ce qui n’est pas encore annoncé
delay-cohorts-not-half = Parmi les incidents commencés { $in }, moins de la moitié annoncés dans les { $days } jours
delay-cohorts-began = Commencés { $in } : la moitié en { $days } (périodes antérieures : { $range })
delay-cohorts-told = Annoncés { $in } : la moitié en { $days } (périodes antérieures : { $range })
delay-cohorts-began-alone = Commencés { $in } : la moitié en { $days }
delay-cohorts-told-alone = Annoncés { $in } : la moitié en { $days }
delay-not-followed = trop tôt
delay-not-followed-long = { $name } : pas encore suivi pendant { $days } jours, non comparé
delay-not-over = { $name } : en cours, non comparé
delay-small-cohorts = { $count ->
    [one] { $count } période avec moins de { $few } incidents annoncés
   *[other] { $count } périodes avec moins de { $few } incidents annoncés
}
delay-straddling = { $count } dans aucune période de façon certaine
delay-row-n = n
delay-series-quartiles = d’un quart à trois quarts annoncés
delay-series-median = la moitié annoncée, avec sa fourchette probable
delay-series-median-coarse = la moitié annoncée, pour autant que le disent les dates imprécises
delay-series-cohort = { $name } (n = { $n })
delay-hover-quarter = un quart en { $days }
delay-hover-half = la moitié en { $days }
delay-hover-three = trois quarts en { $days }
delay-hover-open = { $count } en attente
delay-trend-rose = Sur { $n } périodes comparables, le jour où la moitié est annoncée s’est éloigné d’environ { $slope } jours { $per } (probablement entre { $low } et { $high })
delay-trend-fell = Sur { $n } périodes comparables, le jour où la moitié est annoncée s’est rapproché d’environ { $slope } jours { $per } (probablement entre { $low } et { $high })
delay-trend-none = Sur { $n } périodes comparables, pas de changement net du jour où la moitié est annoncée (entre { $low } jours plus tôt et { $high } jours plus tard { $per })
delay-per-year = par an
delay-per-half = par semestre
delay-per-quarter = par trimestre
delay-alt-cohorts = Graphique de fourchettes par période.
delay-column-cohort = Période
delay-column-n = Incidents
delay-column-open = En attente
delay-column-quarter = Un quart en
delay-column-half = La moitié en
delay-column-three = Trois quarts en
delay-column-too_recent = Trop récents
delay-column-later = Annoncés plus tard
delay-column-followed = Suivie assez longtemps
delay-define-cohorts = Les incidents sont groupés selon la période de l’un des deux événements ; celui dont la date n’est dans aucune période de façon certaine est laissé de côté et compté. Le trait épais va du jour où un quart est annoncé à celui où trois quarts le sont ; le point est le jour où la moitié est annoncée, avec l’intervalle des statistiques d’ordre (dans un registre, celui de la courbe). Les périodes de moins de cinq incidents annoncés n’ont pas de chiffre.
delay-define-cohorts-list = Les périodes sont comparables parce que toutes sont coupées de la même façon : seuls les incidents annoncés dans les { $days } jours sont retenus, et seulement pour les périodes suivies { $days } jours jusqu’à leur dernier jour. Les périodes plus récentes sont nommées au pied et ne sont pas tracées : ceux de leurs incidents qui seront annoncés tard ne sont pas encore dans la liste, et elles paraîtraient rapides. Ce qui est annoncé après { $days } jours n’entre dans aucune période.
delay-define-cohorts-register = Chaque période a sa propre courbe de Kaplan et Meier ; ce qui est en attente compte aussi longtemps qu’il a été suivi. Toutes sont lues jusqu’à { $days } jours seulement, pour que les anciennes n’aient pas une mémoire plus longue que les récentes. Les périodes qui n’ont pas été suivies { $days } jours jusqu’à leur dernier jour sont nommées au pied et ne sont pas comparées.
delay-define-cohorts-told = Selon le second événement, chaque période est complète dès qu’elle est finie : rien n’y manque. Elle répond à une autre question : combien de temps avaient pris les incidents annoncés cette année-là. Elle dit peu de la rapidité d’annonce des incidents commencés cette année-là : une période où beaucoup d’anciens incidents sont révélés a de longs délais.
delay-define-cohorts-trend = La tendance d’une période à l’autre est la pente de Theil et Sen avec son intervalle de rangs, sur les périodes comparables et à partir de dix seulement ; on ne parle de changement que si l’intervalle exclut l’absence de changement.

# Dates imprécises.
delay-bounds-title = La moitié en { $days }, quelles que soient les dates exactes
delay-bounds-title-likely = La moitié en { $days } quelles que soient les dates exactes, le plus vraisemblable : { $likely }
delay-bounds-exact-title = Rien à encadrer
delay-bounds-exact = { $count ->
    [one] Le seul délai est connu au jour près : voir « Délai de divulgation ».
   *[other] Les { $count } délais sont connus au jour près : voir « Délai de divulgation ».
}
delay-bounds-approximate = { $count ->
    [one] approximation : { $count } dont les deux dates sont imprécises
   *[other] approximation : { $count } dont les deux dates sont imprécises
}
delay-bounds-sentence = L’estimation par intervalles place le jour où la moitié est annoncée à { $days } (n = { $n }).
delay-bounds-not-half = Selon l’estimation par intervalles, moins de la moitié est annoncée (n = { $n }).
delay-bounds-coarse = { $count ->
    [one] { $count } délai n’est connu que par une fourchette de jours.
   *[other] { $count } délais ne sont connus que par une fourchette de jours.
}
delay-perhaps-beyond = { $count ->
    [one] { $count } peut-être annoncé après la fenêtre, hors de l’estimation
   *[other] { $count } peut-être annoncés après la fenêtre, hors de l’estimation
}
delay-series-envelope = de tous au plus court à tous au plus long
delay-series-turnbull = estimation par intervalles
delay-column-from = Du jour
delay-column-to = Au jour
delay-column-mass = Part des incidents
delay-define-bounds = La bande grise est comprise entre deux courbes : tous les délais au plus petit nombre de jours que permettent leurs dates, et tous au plus grand. La réalité est entre les deux, quelles que soient les dates exactes. On ne prend jamais le milieu d’un mois.
delay-define-turnbull = Les marches bleues sont l’estimation par intervalles (Turnbull 1976) : la répartition qui rend les fourchettes de jours connues les plus probables, sans forme supposée. Elle place des parts sur de courts segments de jours ; à l’intérieur d’un segment on ne sait rien, d’où deux marches, au plus tôt et au plus tard, avec une boîte entre elles. Lorsque les deux dates d’un incident sont imprécises, sa fourchette de jours est prise comme un seul intervalle, ce qui est une approximation.

# Un incident parmi les autres.
delay-choice-incident = Incident
delay-choice-find = Ou par nom ou clé
delay-find-hint = organisation, titre ou clé
delay-record = fiche { $id }
delay-among-not-found = Aucun incident avec un délai n’a « { $text } » dans son nom, son titre ou sa clé.
delay-among-others = les autres incidents
delay-among-others-window = les autres incidents, annoncés dans les { $days } jours
delay-among-no-delay = Cet incident n’a pas de délai entre ces deux événements : choisir d’autres événements, ou compléter les dates de sa fiche.
delay-among-alone = Il n’y a aucun autre incident à comparer.
delay-among-few = { $n ->
    [one] Seul { $n } autre incident est comparable : voir les fiches elles-mêmes.
   *[other] Seuls { $n } autres incidents sont comparables : voir les fiches elles-mêmes.
}
delay-among-title = { $name } : { $said }
delay-among-fastest = plus tôt que presque tous les incidents comparables
delay-among-slowest = plus tard que presque tous les incidents comparables
delay-among-slower = plus lent que { $tenths } incidents comparables sur 10
delay-among-slower-range = plus lent que { $low } à { $high } incidents comparables sur 10
delay-among-open = déjà plus long que pour { $tenths } incidents comparables sur 10
delay-among-open-early = encore en attente, et pas encore plus long que la plupart
delay-among-open-slowest = déjà plus long que pour presque tous les incidents comparables
delay-among-beyond = plus long que tout ce que disent les incidents comparables ({ $days } jours)
delay-among-took = Il a fallu { $days }.
delay-among-took-least = Il a fallu { $days } ou plus.
delay-among-open-for = Il est en attente depuis { $days }.
delay-among-share = { $share } des autres ont été annoncés plus tôt (probablement entre { $low } et { $high }), n = { $n }.
delay-among-share-plain = { $share } des autres ont été annoncés plus tôt, n = { $n }.
delay-among-range = Entre { $low } et { $high } des autres ont été annoncés plus tôt, selon les dates exactes, n = { $n }.
delay-among-beyond-sentence = Les autres ne disent rien au-delà de { $days } jours, n = { $n }.
delay-among-open-label = en attente depuis { $days }
delay-series-own = cet incident
delay-series-others = les autres incidents
delay-define-among = L’incident est comparé aux autres sur lesquels repose la figure des délais, lui-même exclu. « Plus lent que 7 sur 10 » veut dire que sept sur dix ont été annoncés en moins de jours ; les ex æquo ne comptent pas comme plus tôt. Des dates imprécises, les siennes ou celles des autres, donnent une fourchette. Un incident en attente est placé selon les jours déjà écoulés, et ne peut que monter.

# De l’intrusion à la divulgation publique.
milestones-subtitle = Jours depuis le premier événement connu de chaque incident
milestones-subtitle-calendar = Dates de chaque incident
milestones-none-title = Aucun incident à montrer
milestones-none = Aucun incident n’a de dates pour deux de ces événements : début de l’intrusion, détection, prise de connaissance, notification à l’autorité, information des personnes, divulgation publique.
milestones-none-dwell = Aucun incident n’a à la fois une date de début de l’intrusion et une date de détection.
milestones-title-total = Les { $n } plus longs : { $days } du premier événement connu au dernier
milestones-title-dwell = Les { $n } plus longues durées de présence : { $days }, de l’intrusion à la détection
milestones-title-recent = Les { $n } plus récents : { $days } du premier événement connu au dernier
milestones-title-one = Un incident : { $days } du premier événement connu au dernier
milestones-n = { $shown } montrés sur { $n } qui ont des dates
milestones-left = { $count } avec moins de deux de ces dates
milestones-left-dwell = { $count } sans date d’intrusion ou de détection
milestones-wrong-order = { $count } aux dates dans le désordre
milestones-event = { $event } : { $day }
milestones-total = { $days } en tout
milestones-dwell = durée de présence { $days }
milestones-not-public = pas encore public
milestones-order = désordre : { $later } avant { $earlier }
milestones-mark-order = désordre
milestones-series-order = dates dans le désordre
milestones-alt = Incidents classés, un point par événement. Le premier :
milestones-axis-time = Date
milestones-column-name = Incident
milestones-column-total-low = Jours en tout, au moins
milestones-column-total-high = Jours en tout, au plus
milestones-column-order = Ordre des dates
milestones-choice-sort = Classés par
milestones-sort-total = durée totale
milestones-sort-dwell = durée de présence
milestones-sort-recent = les plus récents
milestones-choice-zero = Axe
milestones-zero-first = jours depuis le premier événement
milestones-zero-calendar = calendrier
milestones-choice-top = Incidents
milestones-define-events = Chaque ligne est un incident ; chaque point un événement : début de l’intrusion, détection, prise de connaissance au sens juridique, notification à l’autorité, information des personnes, divulgation publique. Le jour 0 est le premier de ces événements qui soit connu pour cet incident, pas toujours l’intrusion. La durée de présence va du début de l’intrusion à sa détection par quelque moyen que ce soit.
milestones-define-ranges = Une date connue seulement au mois ou à l’année est tracée comme une fourchette fine des jours possibles, jamais comme un point en son milieu. Si le premier événement est une telle fourchette, les jours se comptent depuis son dernier jour. Le trait épais couvre ce qui est sûr ; c’est d’après lui que les incidents sont classés.
milestones-define-caveat = La figure montre des incidents un à un, choisis par leur rang : les plus longs ne sont pas typiques. Un événement sans date manque ici, il n’est pas absent. Les lignes marquées « désordre » ont un événement daté avant un autre qui devrait le précéder : voir leurs fiches.

# What happened when in one incident.
milestones-one-subtitle = Date de chaque événement ; un trait là où la date n’est connue qu’approximativement
milestones-one-alt = Événements d’un incident, un par ligne, de haut en bas dans le temps.
milestones-one-title = { $days ->
    [one] { $days } jour { $between }
   *[other] { $days } jours { $between }
}
milestones-one-title-plain = { $count ->
    [one] { $count } événement daté
   *[other] { $count } événements datés
}
milestones-one-line = { $event } : { $date }.
milestones-one-ranges = Date approximative
milestones-one-days = Date connue
milestones-one-column-event = Événement
milestones-one-column-when = Quand
milestones-one-column-note = Remarque
