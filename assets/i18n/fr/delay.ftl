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
