# Figures du nombre de personnes (ou d’autres unités) concernées.

people-between = entre { $low } et { $amount }
people-likely = probablement entre { $low } et { $high }
people-likely-above = probablement plus de { $low }
people-likely-few = trop peu pour donner une fourchette
people-unnamed = un incident sans nom
people-no-upper-bound = sans borne supérieure
people-shares = { $low } à { $high }
people-outside = { $count } avec un nombre mais sans date dans la période couverte
people-mean = moyenne : { $with } avec l’incident le plus grand, { $without } sans lui
people-mean-at-least = moyenne des bornes inférieures : { $with } avec l’incident le plus grand, { $without } sans lui
people-title-none = Aucun nombre à décrire

# Choix.
people-choice-show = Afficher
people-choice-number = Nombre
people-choice-share = Part
people-choice-mean = Moyenne, avec et sans le plus grand
people-choice-with-largest = Médiane et maximum
people-choice-median = Médiane seule
people-choice-rolling = Médiane des douze derniers mois
people-choice-curve = Courbe
people-choice-at-most = Au plus
people-choice-at-least = Au moins
people-choice-unknown = Compter les incidents sans nombre comme un nombre quelconque
people-choice-top = Combien
people-choice-scale = Échelle
people-choice-log = Puissances de dix
people-choice-linear = Régulière
people-choice-largest-few = Les plus grands
people-choice-from-largest = À partir du plus grand
people-choice-lorenz = À partir du plus petit

# Par taille.
people-title-sizes = { $share } des { $n } incidents chiffrés ont concerné de { $low } à { $amount } (probablement entre { $from } et { $to })
people-subtitle-sizes = Incidents par nombre concerné : { $measure }
people-subtitle-sizes-share = Part des incidents chiffrés, par nombre concerné : { $measure } · traits : confiance à 95 %
people-hover-share = { $share } des incidents chiffrés (probablement entre { $low } et { $high })
people-column-share-known = Part des incidents chiffrés
people-define-sizes = Chaque incident figure dans la barre de sa puissance de dix : 1 à 9, 10 à 99, 100 à 999 ({ $unit }), et ainsi de suite ; chaque barre est donc dix fois plus large que la précédente. Les barres suivent le nombre de chiffres, non un logarithme arrondi.
people-define-sizes-how = Un incident dont le nombre est une fourchette figure dans une barre si toute la fourchette s’y trouve ; sinon il est dit imprécis. Les incidents sans nombre sont en gris et n’entrent pas dans les parts. Les parts portent l’intervalle de Wilson (1927) : là où se trouverait probablement la part d’un bien plus grand nombre d’incidents semblables.
people-define-sizes-care = Une liste à seuil (« 500 ou plus ») n’a pas de barre en dessous, et un nombre rond au seuil tient souvent lieu d’un nombre encore inconnu. La moyenne suit les quelques incidents les plus grands et dit peu de l’incident type ; elle ne s’affiche que sur demande, avec et sans le plus grand.

# Période par période.
people-title-periods = Un incident type a concerné { $amount } { $in } ({ $incidents } ; { $likely })
people-subtitle-periods = Nombre concerné par { $period }, puissances de dix : { $measure }
people-note-hollow = cercle vide : période incomplète
people-empty-periods = Aucun incident chiffré ne tombe dans la période couverte par sa date : { $event }. Choisissez une autre date pour l’axe du temps, ou ajoutez-la aux fiches.
people-few-periods = { $count ->
    [one] { $count } période de moins de trois nombres non tracée
   *[other] { $count } périodes de moins de trois nombres non tracées
}
people-series-interval = où se situe probablement la médiane
people-series-rolling = médiane des douze derniers mois
people-column-rolling = Médiane sur douze mois
people-define-periods = Pour chaque période, la médiane des nombres ({ $unit }) : la moitié des incidents de la période en comptent moins, l’autre moitié plus. Le plus grand figure à côté, parce qu’il fait l’essentiel de la somme et ne change rien à la médiane. Un incident compte dans une période si sa date s’y trouve avec certitude.
people-define-median = Le trait montre où se situerait probablement la médiane d’un bien plus grand nombre d’incidents semblables, d’après le seul ordre des nombres (statistiques d’ordre, David et Nagaraja 2003) : un incident immense ne l’élargit pas. Les nombres exacts sont interpolés comme dans les tableurs (type 7 de Hyndman et Fan 1996) ; si certains sont des fourchettes, on donne la médiane des bornes inférieures et celle des bornes supérieures.
people-define-periods-care = Moins de trois nombres ne sont pas tracés, moins de cinq n’ont pas de trait. La ligne des douze mois est la médiane de tous leurs incidents réunis ; une moyenne sur douze mois montrerait un seul grand incident comme un plateau. Il peut manquer aux périodes récentes des incidents qui ne seront connus que plus tard.

# En courbe.
people-title-curve = Quelle est la taille des incidents
people-title-typical = Un incident type a concerné { $amount } ({ $incidents } ; { $likely })
people-title-one-in-ten = { $typical } ; un sur dix, plus de { $amount }
people-subtitle-at-most = Part des incidents ayant concerné au plus ce nombre, puissances de dix : { $measure }
people-subtitle-at-least = Part des incidents ayant concerné au moins ce nombre, deux axes en puissances de dix : { $measure }
people-note-envelope = bande : ce que les fourchettes laissent ouvert
people-series-sure = certain
people-series-possible = possible
people-hover-at-most = { $share } ont concerné au plus { $amount }
people-hover-at-least = { $share } ont concerné au moins { $amount }
people-guide-median = la moitié : { $amount }
people-guide-one-in-ten = un sur dix au-delà de { $amount }
people-zeros = { $count } à exactement 0, à gauche de l’axe
people-unknown-anywhere = { $count } sans nombre, comptés comme un nombre quelconque
people-one-in-ten-likely = ce qu’un sur dix dépasse : { $likely }
people-empty-zeros = Tous les nombres sont nuls : il n’y a rien à répartir.
people-choice-fit = Courbe log-normale ajustée
people-series-fit = ajustement log-normal
people-fit = ajustement log-normal de { $n } nombres exacts : la moitié sous { $median } (probablement entre { $low } et { $high }), un sur dix au-delà de { $tenth }
people-column-at-most = Au plus, certain
people-column-at-most-possible = Au plus, possible
people-column-at-least = Au moins, certain
people-column-at-least-possible = Au moins, possible
people-define-curve = La part des incidents chiffrés qui ont concerné au plus, ou au moins, ce nombre ({ $unit }) : chaque incident fait une marche (distribution empirique). L’incident type se trouve là où la courbe passe par la moitié.
people-define-curve-how = Lorsque des nombres sont des fourchettes ou des bornes (« jusqu’à 300 000 »), la courbe est tracée pour toutes les bornes inférieures et pour toutes les bornes supérieures ; quels que soient les nombres exacts, la vérité se trouve dans la bande qui les sépare (Manski 2003). Les incidents sans nombre sont écartés et comptés ou, si vous le choisissez, pris comme un nombre quelconque, ce qui élargit la bande.
people-define-curve-care = La courbe décrit les incidents recensés : un seuil de recensement en coupe la partie gauche, et l’on n’y ajuste alors aucune courbe. La courbe log-normale, sur demande, est ajustée aux nombres exacts supérieurs à 0 par maximum de vraisemblance ; elle décrit, elle n’est pas une loi. Son extrémité droite repose sur quelques incidents, et le passé ne fixe aucun plafond au prochain.

# Classés.
people-title-ranked = Le plus grand de { $n } incidents chiffrés : { $name }, { $amount } ; le n° { $count }, encore { $least }
people-title-ranked-all = Le plus grand incident : { $name }, { $amount } (n = { $n })
people-subtitle-ranked = Les { $count } incidents les plus grands : { $measure }
people-subtitle-ranked-log = Les { $count } incidents les plus grands, puissances de dix : { $measure }
people-note-arrow = flèche : sans borne supérieure
people-may-belong = { $count ->
    [one] { $count } autre est peut-être aussi grand : sa borne supérieure le permet
   *[other] { $count } autres sont peut-être aussi grands : leur borne supérieure le permet
}
people-alt-ranked = Liste de fourchettes, la plus grande en haut.
people-column-rank = Rang
people-column-name = Nom
people-column-least = Au moins
people-column-most = Au plus
people-define-ranked = Les incidents aux plus grands nombres ({ $unit }), d’après ce qui est certain : leur borne inférieure. Un point est un nombre exact, un trait va du plus petit au plus grand nombre que permet la source, une flèche signifie que rien ne le borne vers le haut.
people-define-ranked-how = À bornes inférieures égales, celui dont la borne supérieure est la plus grande vient d’abord. Les incidents absents de la liste, dont la borne supérieure dépasse pourtant le dernier, sont comptés au pied de la figure et peuvent être consultés.
people-define-ranked-care = Les nombres d’un incident peuvent être donnés par plusieurs acteurs et révisés. Les déclarations de plusieurs organisations peuvent relever d’un seul événement (un sous-traitant commun) ; cette liste ne les réunit pas.

# Concentrés.
people-title-concentration = { $k ->
    [one] { $k } incident sur { $n } représente { $share } { $whole }
   *[other] { $k } incidents sur { $n } représentent { $share } { $whole }
}
people-title-beside-typical = { $sentence } ; incident type : { $typical }
people-whole-people = de l’ensemble des personnes déclarées
people-whole-users = de l’ensemble des utilisateurs déclarés
people-whole-accounts = de l’ensemble des comptes déclarés
people-whole-customers = de l’ensemble des clients déclarés
people-whole-records = de l’ensemble des enregistrements déclarés
people-whole-organisations = de l’ensemble des organisations déclarées
people-whole-systems = de l’ensemble des systèmes déclarés
people-subtitle-concentration = Part de la somme dans les plus grands incidents, le plus grand d’abord : { $measure }
people-subtitle-lorenz = Part de la somme, les plus petits incidents d’abord : { $measure }
people-axis-part = Part de la somme
people-axis-smallest-first = Part des incidents, les plus petits d’abord
people-axis-largest-first = Nombre de plus grands incidents
people-guide-top = { $k ->
    [one] le plus grand : { $share }
   *[other] les { $k } plus grands : { $share }
}
people-series-equal = si tous étaient égaux
people-half = { $count ->
    [one] le plus grand fait à lui seul la moitié de la somme ou plus
   *[other] les { $count } plus grands font la moitié de la somme
}
people-lower-ends = { $count ->
    [one] { $count } fourchette comptée par sa borne inférieure
   *[other] { $count } fourchettes comptées par leur borne inférieure
}
people-gini = Coefficient de Gini
people-column-largest-count = Plus grands incidents
people-column-part-incidents = Part des incidents
people-column-part = Part de la somme
people-define-concentration = Les nombres ({ $unit }) sont rangés et additionnés, et l’on lit la part de la somme que font les plus grands incidents. Les fourchettes comptent par leur borne inférieure, les incidents sans nombre ne comptent pas : les uns et les autres figurent au pied.
people-define-concentration-care = Une forte concentration dit que la somme est l’affaire de quelques incidents, non que les incidents sont devenus plus grands. Sans le plus grand, la même figure peut être tout autre ; le filtre permet de l’écarter. Une même personne peut être comptée plusieurs fois, une par incident qui l’a concernée.
people-define-gini = Lue à partir du plus petit, la courbe est celle de Lorenz (1905) ; le double de l’aire qui la sépare de la ligne d’égalité est le coefficient de Gini, ici { $gini } : 0 si tous les incidents avaient la même taille, près de 1 si un seul avait tout.

# En somme.
people-title-sum = Sommes des nombres déclarés
people-title-sum-in = { $sum } { $in }, dont { $share } pour un seul incident ({ $name }) ; incident type : { $typical }
people-title-sum-in-certain = { $sum } { $in } ; le plus grand incident ({ $name }) fait { $share } de ce qui est certain ; incident type : { $typical }
people-subtitle-sum = Somme par { $period } : { $measure }
people-series-rest = tous les autres
people-series-largest = le plus grand incident
people-series-bounds = jusqu’à
people-row-median = Médiane
people-open-sums = { $count ->
    [one] { $count } période sans borne supérieure : un nombre manque ou n’en a pas
   *[other] { $count } périodes sans borne supérieure : des nombres manquent ou n’en ont pas
}
people-column-without-number = Sans nombre
people-column-sum-most = Somme, au plus
people-column-largest-name = Plus grand incident
people-define-sum = Pour chaque période, la plus petite somme ({ $unit }) que permettent les incidents : les bornes inférieures de ceux qui s’y trouvent avec certitude. La part du plus grand incident est mise à part, car une somme est surtout l’affaire de quelques-uns.
people-define-sum-bounds = La plus grande somme possible ajoute les bornes supérieures, et celles des incidents qui ne tombent que peut-être dans la période. Les deux bornes sont les meilleures que permettent les données (Manski 2003). Un seul incident sans nombre ou sans borne supérieure prive la somme de la sienne : une flèche et « au moins », jamais un total.
people-define-sum-care = Un seul grand incident déplace une somme plus que cent autres ; comparez plutôt les incidents types, ou les mêmes sommes sans le plus grand. Une personne concernée par deux incidents compte deux fois. Un seuil de recensement laisse de côté les petits.

# Première et dernière déclaration.
people-title-statements = Sur { $n } incidents déclarés au moins deux fois, { $revised } ont été révisés : { $up } à la hausse, { $down } à la baisse
people-title-statements-typical = { $title } ; { $typical }
people-typical-up = le plus souvent autour de { $factor } fois le premier nombre
people-typical-down = le plus souvent autour de { $factor } fois le premier nombre
people-subtitle-statements = Première et dernière déclaration des { $count } plus fortes révisions, puissances de dix : { $measure }
people-series-change = écart
people-series-first = première déclaration
people-series-latest = dernière déclaration
people-label-factor = × { $factor }
people-hover-first = première : { $amount }
people-hover-latest = dernière : { $amount }
people-revised-up = { $count ->
    [one] { $count } révisé à la hausse
   *[other] { $count } révisés à la hausse
}
people-revised-down = { $count ->
    [one] { $count } révisé à la baisse
   *[other] { $count } révisés à la baisse
}
people-restated-same = { $count ->
    [one] { $count } redéclaré sans changement
   *[other] { $count } redéclarés sans changement
}
people-restated-unclear = { $count ->
    [one] { $count } indécidable : ses fourchettes se recouvrent
   *[other] { $count } indécidables : leurs fourchettes se recouvrent
}
people-stated-once = { $count } avec une seule déclaration datée, ou aucune
people-empty-statements = { $count ->
    [one] Le seul incident chiffré n’a pas été déclaré à deux dates.
   *[other] Aucun des { $count } incidents chiffrés n’a été déclaré à deux dates. Les déclarations d’un incident, chacune avec sa date, se trouvent dans sa fiche.
}
people-empty-revised = { $count ->
    [one] Le seul incident déclaré deux fois n’a pas été révisé avec certitude.
   *[other] Aucun des { $count } incidents déclarés deux fois n’a été révisé avec certitude.
}
people-column-first = Première déclaration
people-column-latest = Dernière déclaration
people-column-factor = Facteur
people-define-statements = Pour chaque incident dont le nombre ({ $unit }) a été déclaré à deux dates ou plus, la première déclaration datée est mise en regard de la dernière, celle qu’emploient toutes les autres figures. Les déclarations sans date n’y entrent pas, ni celles dont l’ordre n’est pas certain.
people-define-statements-how = Un nombre n’est dit révisé à la hausse ou à la baisse que si cela vaut pour tous les nombres que permettent les fourchettes ; si elles se recouvrent, rien n’est dit. La révision type est celle du milieu parmi les facteurs entre premier et dernier nombre, donnée à partir de cinq révisions.
people-define-statements-care = Une source qui ne publie qu’une fois ne montre pas de révision, et les grands incidents sont redéclarés plus souvent que les petits. La figure dit de combien les premiers nombres s’écartaient ici des suivants, non de combien ils s’en écarteront.
