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
