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
