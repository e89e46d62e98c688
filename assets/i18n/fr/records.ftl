# Les mots de la page des fiches : le tableau et l’éditeur.

records-nothing-open-title = Rien n’est ouvert
records-nothing-open-sentence = Ouvrez un fichier, ou commencez votre propre registre par une première fiche.
records-empty-title = Aucune fiche pour l’instant
records-empty-sentence = Tous les incidents de cet espace de travail figureront ici dans un tableau. Saisissez le premier, ou importez une liste.
records-go-import = Importer une liste
records-none-title = Aucune fiche ne convient
records-none-sentence = Il y a des fiches, mais la recherche et les filtres n’en laissent passer aucune.
records-clear-filter = Effacer la recherche et les filtres
records-leave-list = Quitter cette liste
records-listing = { $count ->
    [one] { $count } fiche : { $words }
   *[other] { $count } fiches : { $words }
}
records-listing-back = Quitter cette liste, retour à : { $page }

records-table = { $count ->
    [one] Tableau de { $count } fiche
   *[other] Tableau de { $count } fiches
}
records-rows = { $rows ->
    [one] { $rows } fiche
   *[other] { $rows } fiches
}
records-chosen = { $chosen } fiches choisies sur { $rows }
records-scroll-bar = Faire défiler le tableau
records-heading-up = { $column }, trié par ordre croissant
records-heading-down = { $column }, trié par ordre décroissant
records-columns = Colonnes
records-columns-reset = Colonnes d’origine
records-copy = Copier pour un tableur
records-duplicate = Dupliquer
records-delete = Supprimer
records-column-organisation = Organisation
records-column-title = Titre
records-column-kinds = Nature
records-column-sector = Secteur
records-column-country = Pays
records-column-severity = Gravité
records-column-status = État
records-column-affected = Nombre ({ $unit })
records-column-dataset = Jeu de données
records-column-key = Clé de la source
records-column-follows-axis = Date de l’axe du temps : { $column }
records-column-follows-measure = Ce qui est compté : { $column }
records-column-follows-delay = Le délai étudié : { $column }
records-days-short = { $days } j
records-delay-inconsistent = ordre impossible
records-not-yet = pas encore

records-copied = { $count ->
    [one] { $count } fiche est dans le presse-papiers, à coller dans un tableur
   *[other] { $count } fiches sont dans le presse-papiers, à coller dans un tableur
}
records-job-copying = Copie de { $count } fiches
records-too-many-to-copy = Plus de { $most } fiches, c’est trop pour le presse-papiers ; filtrez-les, ou exportez-les dans un fichier.
records-too-many = Plus de { $most } fiches à la fois, c’est trop, rien n’a été modifié ; choisissez-en moins.

records-label-added = Ajout de { $name }
records-label-edited = Modification de { $name }
records-label-deleted = Suppression de { $name }
records-label-deleted-many = Suppression de { $count } fiches
records-label-duplicated = Duplication de { $name }
records-label-duplicated-many = Duplication de { $count } fiches
records-copy-of = { $name } (copie)
records-hand-dataset = Tenu à la main
records-the-record = La fiche

records-new-title = Nouvelle fiche
records-nameless-title = Fiche sans nom
records-standing-new = Pas encore enregistrée
records-standing-unsaved = Modifiée, pas encore enregistrée
records-standing-saved = Enregistrée
records-save = Enregistrer
records-discard = Abandonner
records-close = Fermer
records-stay = Poursuivre la saisie
records-asking = Enregistrer votre saisie ?
records-faults = { $count ->
    [one] { $count } saisie ne peut pas être enregistrée telle quelle
   *[other] { $count } saisies ne peuvent pas être enregistrées telles quelles
}
records-gone = Cette fiche a été supprimée entre-temps. L’enregistrer l’ajoute de nouveau.
records-changed = Cette fiche a été modifiée entre-temps. L’enregistrer remplace cette modification par ce qui figure ici.
records-take-changed = Reprendre la fiche modifiée
records-close-editor = Fermer l’éditeur
records-delete-this = Supprimer cette fiche
records-next-record = Fiche suivante (Alt+↓)
records-previous-record = Fiche précédente (Alt+↑)
records-problem = { $place } : { $problem }
records-problem-found = { $place } ({ $found }) : { $problem }

records-section-who = Qui et où
records-section-when = Quand
records-section-how-many = Combien
records-section-harm = Ce qui a été atteint
records-section-attack = Par qui et comment
records-section-told = Le récit
records-section-learnt = Mesures, leçons, recommandations
records-section-sources = Sources et étiquettes
records-section-campaign = Campagne
records-section-custom = Colonnes de la source
records-section-imported = Différent de l’import

records-field-title = Titre
records-field-kinds = Natures
records-field-severity = Gravité
records-field-status = État
records-field-confidence = Fiabilité
records-field-organisations = Organisations
records-field-place = Lieu
records-field-country = Pays
records-field-region = Région
records-field-city = Commune
records-field-events = Événements
records-field-affected = Concernés
records-field-confidentiality = Confidentialité
records-field-integrity = Intégrité
records-field-availability = Disponibilité
records-field-data-classes = Catégories de données
records-field-motives = Motifs
records-field-actors = Auteurs
records-field-techniques = Techniques
records-field-summary = Résumé
records-field-description = Description
records-field-measures = Mesures prises
records-field-lessons = Leçons
records-field-recommendations = Recommandations
records-field-tags = Étiquettes
records-one-a-line = Une par ligne.
records-not-rated = –

records-party-name = Nom de l’organisation { $number }
records-party-name-hint = Organisation
records-party-role = Rôle de l’organisation { $number }
records-party-sector = Secteur de l’organisation { $number }
records-party-sector-hint = Secteur
records-party-country = Pays de l’organisation { $number }
records-party-country-hint = Pays, s’il diffère
records-party-remove = Retirer l’organisation { $number }
records-add-party = Ajouter une organisation

records-add-event = Ajouter un événement
records-event-kind = Événement { $number }
records-event-date = Date de l’événement { $number }
records-event-details = Détails de l’événement { $number }
records-event-remove = Retirer l’événement { $number }
records-event-state = Situation de l’événement { $number }
records-event-who = Interlocuteur de l’événement { $number }
records-event-who-hint = Qui : CNIL, clients, presse…
records-event-note = Note sur l’événement { $number }
records-note-hint = Note
records-date-hint = 2024-03-08, mars 2024, 20 h après…
records-when-date = daté
records-date-blank = Pas encore de date : conservée comme inconnue
records-date-any = à une date inconnue
records-date-from = le { $day } ou après
records-date-until = au plus tard le { $day }
records-date-between = entre le { $first } et le { $last }
records-date-some-time = à une date de { $period }
records-date-approximate = , donnée comme approximative
records-date-doubtful = , donnée comme douteuse
records-time-between = entre { $first } et { $last }
records-time-no-zone = fuseau horaire non indiqué
records-date-not-a-date = Ce n’est pas une date ; écrivez par exemple 2024-03-08, mars 2024, ou 20 h après la prise de connaissance.
records-date-impossible = Ce jour ou cette heure n’existe pas ; vérifiez les chiffres.
records-date-reversed = La fin précède le début ; écrivez d’abord la date la plus ancienne.
records-date-order-unknown = Le jour ou le mois d’abord ? Écrivez par exemple 2024-03-08.
records-relative-no-date = « { $event } » n’a pas encore de date à partir de laquelle compter ; saisissez-la d’abord.
records-monday = lundi
records-tuesday = mardi
records-wednesday = mercredi
records-thursday = jeudi
records-friday = vendredi
records-saturday = samedi
records-sunday = dimanche

records-add-count = Ajouter un nombre
records-count = Nombre { $number }
records-count-unit = Unité : { $value }
records-count-effect = Atteinte : { $value }
records-count-details = Détails : { $value }
records-count-remove = Retirer : { $value }
records-count-state = Connu ou non : { $value }
records-count-is-given = un nombre est donné
records-count-stated = Jour de la déclaration : { $value }
records-stated-hint = Déclaré le
records-count-note = Note : { $value }
records-count-hint = 1 200, quelques centaines…
records-count-blank = Pas encore de nombre : conservé comme inconnu
records-count-exact = compté comme { $count } { $unit }
records-count-at-least = compté comme au moins { $count } { $unit }
records-count-at-most = compté comme au plus { $count } { $unit }
records-count-between = compté comme de { $lo } à { $hi } { $unit }
records-count-not-a-count = Ce n’est pas un nombre ; écrivez par exemple 1200, environ 1 200 ou 500–999.
records-count-negative = Un nombre de concernés ne peut pas être négatif ; vérifiez le signe.
records-count-too-large = Le nombre est trop grand pour être conservé exactement ; vérifiez ses chiffres.
records-count-reversed = La fin est inférieure au début ; écrivez d’abord le plus petit nombre.
records-count-other-unit = Ceci compte autre chose que des personnes, des comptes ou des enregistrements ; donnez le nombre de concernés.
records-count-volume = C’est un volume de données, pas un nombre de personnes ni d’enregistrements.
records-count-money = C’est une somme d’argent, pas un nombre de personnes.
records-count-share = C’est une proportion, pas un nombre de personnes.
records-count-uncounted = Une partie de quelque chose qui n’est pas compté : le nombre est inconnu.
records-count-several = Il y a plusieurs nombres ici ; saisissez chacun séparément.
records-count-ambiguous = Le séparateur de ce nombre peut se lire de deux façons ; écrivez-le sans séparateur.

records-add-word = Ajouter : { $name }
records-add-word-hint = Ajouter…
records-remove-word = Retirer { $word }
records-list-missing = Raison de l’absence : { $name }
records-list-blank = non renseigné
records-list-as-is = tels que listés
records-list-count = Nombre selon la source : { $name }
records-list-count-before = combien :

records-add-actor = Ajouter un auteur
records-actor-name = Nom de l’auteur { $number }
records-actor-name-hint = Auteur
records-actor-kind = Type de l’auteur { $number }
records-actor-kind-hint = Type
records-actor-country = Pays de l’auteur { $number }
records-actor-country-hint = Pays
records-actor-remove = Retirer l’auteur { $number }

records-add-evidence-words = Ajouter une source ou une citation
records-add-evidence = Ajouter une preuve : { $value }
records-quote-of = Citation : { $value }
records-quote-hint = Les mots mêmes, en bref
records-source-of = Source : { $value }
records-source-hint = Qui l’a dit
records-said-of = Dit le : { $value }
records-said-hint = Quand cela a été dit
records-address-of = Adresse : { $value }
records-address-hint = Où le lire ; conservée comme texte, jamais ouverte
records-remove-evidence = Retirer la preuve : { $value }

records-campaign-note = Ce que plusieurs incidents ont en commun. Ses nombres ne sont jamais comptés pour cette victime.
records-campaign-name = Nom de la campagne
records-campaign-about = À propos de la campagne
records-campaign-count = Nombre { $number } de la campagne
records-add-campaign-count = Ajouter un nombre de la campagne

records-custom-name = Nom de la colonne { $number }
records-custom-name-hint = Nom
records-custom-text = Texte de la colonne { $number }
records-custom-remove = Retirer la colonne { $number }
records-add-custom = Ajouter une colonne

records-use-imported = Reprendre la valeur importée
records-use-imported-name = Reprendre la valeur importée : { $name }
records-imported-nothing = rien

records-help-rows = Tableau : changer de ligne, en choisir plusieurs
records-help-rows-keys = ↑ ↓, Maj+↑ ↓, Ctrl+A
records-help-edit = Modifier, supprimer, dupliquer, copier
records-help-edit-keys = Entrée, Suppr, Ctrl+D, Ctrl+C
records-help-save = Enregistrer la fiche
records-help-save-keys = Ctrl+S
records-help-neighbour = Fiche suivante, fiche précédente
records-help-neighbour-keys = Alt+↓, Alt+↑
records-being-chosen = Les lignes sont encore en cours de sélection. Réessayez dans un instant.
