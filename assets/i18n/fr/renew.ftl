# Une présentation reprise avec des données plus récentes, et une nouvelle édition d’un jeu de données.

renew-headline = Vous avez écrit ce titre quand le constat était « { $then } » (données au { $day }). Il est maintenant « { $now } ».
renew-headline-gone = Vous avez écrit ce titre quand le constat était « { $then } » (données au { $day }). Les données actuelles ne permettent plus ce constat.
renew-outdated = { $count ->
    [one] Ne figure plus dans le constat : { $numbers }.
   *[other] Ne figurent plus dans le constat : { $numbers }.
}
renew-objection = Vous avez gardé « { $rule } » (« { $reason } ») quand l’objection disait : { $then } Elle dit maintenant : { $now }
renew-objection-gone = Vous avez gardé « { $rule } » (« { $reason } »). Les données actuelles n’y donnent plus lieu ; la page de méthode le précise.
renew-line = À revoir : { $why }
renew-no-longer = (avec les données actuelles, l’objection n’a plus lieu d’être)
renew-title = À revoir
renew-use-finding = Reprendre le constat
renew-forget = Retirer la raison
renew-holds = Reste valable

# Une nouvelle édition d’un jeu de données.
renew-into-edition = Une nouvelle édition
renew-into-edition-why = Actualise « { $name } », complet jusqu’ici au { $day } : les fiches se retrouvent par leur clé, vos corrections et vos choix restent, et les présentations suivent.
renew-count-merged = actualisées
renew-absent = { $count ->
    [one] 1 fiche d’avant n’est plus dans ce fichier ; elle a été conservée.
   *[other] { $count } fiches d’avant ne sont plus dans ce fichier ; elles ont été conservées.
}
