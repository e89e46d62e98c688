# Le langage de requête : ce qui ne va pas dans une requête, et quoi écrire.

query-unknown-field = Il n’y a pas de champ « { $text } ». Pour chercher ces mots, mettez-les entre guillemets.
query-unknown-field-near = Il n’y a pas de champ « { $text } ». Vouliez-vous dire « { $near } » ?
query-unknown-event = Il n’y a pas d’événement « { $text } ». Écrivez par exemple connaissance..divulgation>30j.
query-unknown-event-near = Il n’y a pas d’événement « { $text } ». Vouliez-vous dire « { $near } » ?
query-unknown-dataset = Il n’y a pas de jeu de données « { $text } ».
query-unknown-dataset-near = Il n’y a pas de jeu de données « { $text } ». Vouliez-vous dire « { $near } » ?
query-not-searched = Les requêtes ne portent pas sur le texte de « { $text } ». Elles portent sur les mots, les dates et les nombres.
query-value-expected = Écrivez une valeur après « { $text } », ou bien « manquant » ou « connu ».
query-dangling = Écrivez une condition de chaque côté de « { $text } », ou mettez-le entre guillemets pour le chercher.
query-not-a-date = « { $text } » n’est pas une date. Écrivez 2024, 2024-Q1, 2024-03, 2024-03-08 ou 2023..2024.
query-not-a-count = « { $text } » n’est pas un nombre. Écrivez 500, 10k, 1,5m ou 1000..9999.
query-not-a-delay = « { $text } » n’est pas un nombre de jours. Écrivez 30j, 4sem ou 10..30j.
query-not-a-record = « { $text } » n’est pas un numéro de fiche. Écrivez par exemple id:12,15.
query-empty-range = Rien ne se trouve dans « { $text } ». Écrivez d’abord la plus petite valeur.
query-no-order = « { $text } » contient des mots, qui ne sont ni plus grands ni plus petits. Écrivez deux-points, ou = pour une graphie exacte.
query-nothing-to-doubt = « possiblement » se place devant une condition sur une date, un nombre ou un délai.
query-comma-expected = Écrivez une virgule ou « ou » avant « { $text } », ou des guillemets autour de l’ensemble.
query-open-quote = Des guillemets sont ouverts ici et ne sont pas fermés.
query-open-parenthesis = Une parenthèse est ouverte ici et n’est pas fermée.
query-stray-parenthesis = Une parenthèse est fermée ici sans avoir été ouverte.
query-stray = Une condition ne peut pas commencer par « { $text } ». Mettez-le entre guillemets pour le chercher.
query-too-deep = Il y a trop de conditions imbriquées. Faites-en deux requêtes.

# Ce que demande une condition, sur une pastille.
query-says-field = { $name } : { $what }
query-says-not = sauf { $what }
query-says-possibly = possiblement { $what }
query-says-text = texte « { $text } »
query-says-everything = toutes les fiches
query-says-nothing = aucune fiche
query-says-blank = non renseigné
query-says-not-yet = pas encore
query-says-missing = manquant
query-says-known = connu
query-says-at-least = au moins { $number }
query-says-at-most = au plus { $number }
query-says-between = de { $from } à { $to }
query-says-since = à partir du { $day }
query-says-until = jusqu’au { $day }
query-says-days = { $span } jours
query-says-dataset = Jeu de données
query-says-also = { $one } ; { $other }
query-says-more = { $first } et { $count } { $count ->
    [one] autre
   *[other] autres
}
query-says-records = { $count ->
    [one] { $count } fiche choisie
   *[other] { $count } fiches choisies
}
query-menu-range = De … à …
query-menu-words = Mots d’un champ
query-menu-dates = Dates d’un événement
query-menu-counts = Nombres
query-chip-edit = Modifier en texte
query-chip-turn = Exclure plutôt
query-chip-turn-back = Ne plus exclure
query-field-hint = Des mots, ou une requête comme secteur:santé personnes>1000
query-unmatched = Aucune fiche n’a « { $text } » dans « { $field } ».
query-unmatched-near = Aucune fiche n’a « { $text } » dans « { $field } ». Vouliez-vous dire « { $near } » ?
query-views = Vues
query-views-none = Une vue garde ce qui est demandé (filtre, dates, période, délai, mesure) sous un nom.
query-views-name = Nom de la vue
query-views-save = Enregistrer
query-views-over = Remplacer « { $name } » par ce qui est demandé
query-views-rename = Renommer « { $name } »
query-views-delete = Supprimer « { $name } »
