# Fiches selon les mots d’un champ, et mots qui vont ensemble.

breakdown-field-kind = type d’incident
breakdown-field-sector = secteur
breakdown-field-country = pays
breakdown-field-region = région
breakdown-field-city = ville
breakdown-field-data_class = catégorie de données
breakdown-field-technique = technique
breakdown-field-motive = motif
breakdown-field-actor_kind = type d’acteur
breakdown-field-actor = acteur
breakdown-field-severity = gravité
breakdown-field-status = état
breakdown-field-confidentiality = atteinte à la confidentialité
breakdown-field-integrity = atteinte à l’intégrité
breakdown-field-availability = atteinte à la disponibilité
breakdown-field-confidence = fiabilité de la source
breakdown-field-tag = étiquette
breakdown-field-organisation = organisation
breakdown-field-processor = sous-traitant
breakdown-field-source = source

breakdown-choice-field = Par
breakdown-choice-top = Groupes
breakdown-choice-median = Nombre concerné type
breakdown-choice-of = Part de
breakdown-choice-all = Tous les incidents
breakdown-choice-stated = Incidents qui le précisent
breakdown-choice-row-share = Part de la ligne

breakdown-title-none = Pas de répartition
breakdown-title = Par { $field } : { $word }, { $share } des { $n } incidents (probablement entre { $low } et { $high })
breakdown-title-stated = Par { $field } : { $word }, { $share } des { $n } incidents qui le précisent (probablement entre { $low } et { $high })
breakdown-title-silent = { $title } ; { $share } ne le précisent pas
breakdown-title-few = Par { $field } : le plus souvent { $word }, { $count ->
    [one] { $count } incident
   *[other] { $count } incidents
}
breakdown-title-tied = Par { $field }, le plus souvent { $words } : { $count } chacun sur { $n } incidents
breakdown-title-tied-more = Par { $field }, le plus souvent { $words } et { $more } autres : { $count } chacun sur { $n } incidents
breakdown-title-median = Par { $field } : { $word }, un incident type a concerné { $amount } (n = { $n } ; { $likely })
breakdown-subtitle-share = Part de tous les incidents par { $field }, du plus fréquent au moins fréquent · traits : confiance à 95 %
breakdown-subtitle-stated = Part des incidents qui le précisent, par { $field }, du plus fréquent au moins fréquent · traits : confiance à 95 %
breakdown-subtitle-number = Nombre d’incidents par { $field }, du plus fréquent au moins fréquent
breakdown-subtitle-median = Médiane par { $field }, du plus fréquent au moins fréquent, puissances de dix : { $unit }, { $effect } · traits : confiance à 95 %
breakdown-note-list = un incident compte sous chacun de ses mots
breakdown-without = non précisé
breakdown-others = { $count ->
    [one] { $count } autre
   *[other] { $count } autres
}
breakdown-label-median = { $amount }, n = { $n }
breakdown-hover-share = { $share } des { $n } incidents (probablement entre { $low } et { $high })
breakdown-with-number = { $count ->
    [one] { $count } donne un nombre
   *[other] { $count } donnent un nombre
}
breakdown-stated-of = précisé pour { $n } sur { $total }
breakdown-silent = { $count ->
    [one] { $count } ne le précise pas
   *[other] { $count } ne le précisent pas
}
breakdown-in-others = { $words ->
    [one] { $count } dans { $words } autre groupe
   *[other] { $count } dans { $words } autres groupes
}
breakdown-several = { $count ->
    [one] { $count } en a plus d’un
   *[other] { $count } en ont plus d’un
}
breakdown-few-groups = { $count ->
    [one] { $count } groupe de moins de cinq nombres non tracé
   *[other] { $count } groupes de moins de cinq nombres non tracés
}
breakdown-empty-no-field = Aucune fiche n’a de mot par lequel répartir : ni type, ni secteur, ni pays, ni autre.
breakdown-empty-no-word = Aucune des fiches choisies ne précise ce champ : { $field }.
breakdown-define = Les incidents sont comptés selon les mots que donne la source, une barre par mot, le plus fréquent d’abord ; les autres sont réunis, et leur nombre est dit. Une fiche qui a plusieurs mots compte sous chacun d’eux : les parts peuvent donc dépasser le tout.
breakdown-define-how = Une part se rapporte à tous les incidents choisis, y compris ceux qui ne précisent rien, ou à ceux qui le précisent si vous le choisissez. Le trait est l’intervalle de Wilson (1927) : là où se situerait probablement la part d’un bien plus grand nombre d’incidents semblables. Moins de cinq sont donnés en nombre. Les médianes portent l’intervalle des statistiques d’ordre et demandent cinq nombres.
breakdown-define-care = Chaque intervalle vaut pour lui seul. Parmi de nombreux groupes, il s’en trouve facilement un qui se distingue par hasard : pour dire que des groupes diffèrent, comparez-les avec la figure des groupes côte à côte, qui en tient compte. Un mot fréquent peut n’être qu’une catégorie d’organisations nombreuse, ou tenue de déclarer ; rien ici n’est un risque.

breakdown-title-no-pair = Aucune paire
breakdown-title-pair = Le plus souvent ensemble : { $one } et { $other }, dans { $both } incidents sur { $n } ({ $share } de ceux avec { $one })
breakdown-title-pair-among = Le plus souvent ensemble parmi les mots montrés : { $one } et { $other }, dans { $both } incidents sur { $n } ({ $share } de ceux avec { $one })
breakdown-title-pair-few = Ensemble au plus { $both } fois : { $one } et { $other } (n = { $n })
breakdown-subtitle-pair-share = Paires par { $field } : parmi les incidents de la ligne, part de ceux qui ont aussi le mot de la colonne · diagonale : nombre d’incidents
breakdown-subtitle-pair-number = Paires par { $field } : nombre d’incidents ayant les deux · diagonale : nombre ayant le mot
breakdown-hover-pair = { $one } et { $other } : { $both } incidents, { $share } des { $count } avec { $one }
breakdown-words-left = { $count ->
    [one] { $count } mot plus rare laissé de côté
   *[other] { $count } mots plus rares laissés de côté
}
breakdown-alt-table = Tableau de paires.
breakdown-empty-no-list = Aucun champ de ces fiches ne tient plusieurs mots : aucun ne peut donc aller avec un autre.
breakdown-empty-no-pair = Il n’y a pas deux mots ensemble dans une même fiche ({ $field }).
breakdown-column-one = L’un
breakdown-column-other = L’autre
breakdown-column-both = Incidents avec les deux
breakdown-column-of-one = Part de l’un
breakdown-column-of-other = Part de l’autre
breakdown-define-together = Pour chaque paire de mots d’une liste, le nombre d’incidents qui ont les deux. Une ligne se lit de gauche à droite : parmi les incidents qui ont son mot, tant pour cent ont aussi celui de la colonne. Les colonnes portent les numéros des lignes ; sur la diagonale figure le nombre d’incidents.
breakdown-define-together-how = Seuls les champs qui peuvent tenir plusieurs mots se lisent ainsi. On montre les mots les plus fréquents ; les plus rares sont comptés au pied. Pour moins de cinq incidents, le nombre tient lieu de part.
breakdown-define-together-care = Des mots fréquents vont souvent ensemble pour cette seule raison, et une source qui remplit de longues listes rend toute paire fréquente. Le tableau décrit ce qui a été déclaré ensemble ; il ne dit pas que l’un vient de l’autre.
