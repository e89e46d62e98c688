# Les mots de la fenêtre : rail, barres, vue d’ensemble, réglages.

app-name = Vigie

app-page-overview = Vue d’ensemble
app-page-records = Fiches
app-page-import = Importer
app-page-settings = Réglages

app-action-open = Ouvrir…
app-action-save-as = Enregistrer sous…
app-action-new-record = Nouvelle fiche
app-action-find = Rechercher
app-action-undo = Annuler
app-action-redo = Rétablir
app-action-zoom-in = Agrandir
app-action-zoom-out = Réduire
app-action-zoom-reset = Taille normale
app-action-help = Raccourcis clavier

app-theme = Thème
app-theme-system = Comme le système
app-theme-light = Clair
app-theme-dark = Sombre
app-language = Langue
app-zoom = Taille du texte

app-settings-look = Apparence
app-settings-not-saved = Les réglages n’ont pas pu être enregistrés et ne valent que pour cette session : { $reason }

app-status-nothing-open = Rien n’est ouvert
app-cancel = Annuler
app-notices-count = { $count ->
    [one] { $count } message à relire
   *[other] { $count } messages à relire
}

app-title-unnamed = { $title } (sans nom de fichier)
app-nothing-to-save = Rien n’est ouvert : il n’y a rien à enregistrer.
app-nothing-to-undo = Il n’y a rien à annuler.
app-nothing-to-redo = Il n’y a rien à rétablir.
app-undone = Annulé : { $label }
app-redone = Rétabli : { $label }
app-close = Fermer

app-job-busy = C’est déjà en cours ; attendez la fin ou annulez dans la barre du bas.
app-job-no-thread = Le système n’a plus de place pour un travail de plus ; fermez quelque chose et réessayez.
app-job-opening = Ouverture de { $name }
app-offer-review = Vérifier

app-path-open = Ouvrir un fichier
app-path-save-as = Enregistrer l’espace de travail sous
app-path-save-copy = Enregistrer une copie sans historique
app-path-why = Ce système n’affiche pas de fenêtre de choix. Tapez le chemin complet du fichier.
app-path-field = Chemin du fichier
app-path-go = Continuer
app-files-all = Espaces de travail et données
app-files-workspace = Espace de travail Vigie
app-files-data = Données (CSV, JSON)

app-notices = Messages
app-notice-close = Fermer ce message

app-help-next = Élément suivant, élément précédent
app-help-next-keys = Tab, Maj+Tab
app-help-chart = Dans un graphique : de barre en barre, lister ses fiches
app-help-chart-keys = ← →, Entrée
app-help-paste-keys = Ctrl+V
app-help-close = Fermer une liste, abandonner la saisie en cours
app-help-close-keys = Échap

app-search = Rechercher
app-search-hint = Rechercher… { $keys }
app-search-clear = Effacer la recherche
app-count = { $all ->
    [one] { $shown } incident sur { $all }
   *[other] { $shown } incidents sur { $all }
}
app-count-hint = Combien d’incidents la recherche et les filtres retiennent
app-filter-add = Filtrer
app-filter-remove = Retirer le filtre « { $filter } »
app-filter-chip = { $name } : { $chosen }
app-filter-chip-many = { $name } : { $count } choix
app-filter-find = Chercher dans cette liste
app-filter-counting = Décompte en cours…
app-filter-none-found = Rien dans cette liste ne contient ces lettres.
app-filter-without-word = non indiqué
app-filter-without-largest = Sans le plus grand
app-filter-dataset = Jeu de données
app-field-sector = Secteur
app-field-kind = Type
app-field-country = Pays
app-field-region = Région
app-field-severity = Gravité
app-field-status = État
app-field-data-class = Type de données
app-field-tag = Étiquette

app-period-all = Toute la période
app-period-last-year = Dernière année complète
app-period-last-fiscal-year = Dernier exercice complet
app-period-last-quarter = Dernier trimestre complet
app-period-twelve-months = Douze mois jusqu’à la date des données
app-period-by = Selon la date de : { $event }
app-period-from = Du
app-period-to = Au
app-period-hint = 2024-03
app-period-since = depuis le { $day }
app-period-until = jusqu’au { $day }
app-period-not-understood = Ce n’est pas une date ; écrivez 2024, 2024-03 ou 2024-03-15.
app-period-reversed = La fin précède le début.
app-period-apply = Appliquer

app-status-unnamed = Sans nom de fichier
app-status-saved = Enregistré
app-status-saved-why = Chaque modification est sur le disque avant d’être affichée.
app-status-read-only = Lecture seule
app-status-basis-why = Le jour jusqu’auquel les données sont complètes, et comment les incidents y sont entrés. Modifiable dans les réglages.

app-welcome-title = Que voulez-vous expliquer aujourd’hui ?
app-welcome-sentence = Ouvrez une liste d’incidents. Vigie dit combien il y en a, combien de personnes ils concernent et combien de temps a passé avant que ce soit dit.
app-welcome-samples = Données d’exemple
app-sample-washington = Notifications de Washington
app-sample-washington-about = 445 vraies notifications à une autorité, avec le jour de la prise de connaissance
app-sample-seeds = Cinq cas complets
app-sample-seeds-about = France Travail, Orange Cyberdefense et trois autres, avec chaque date et chaque source
app-sample-register = Registre d’exemple
app-sample-register-about = 60 incidents inventés tels qu’une organisation les tiendrait, certains encore ouverts
app-sample-french = Incidents français
app-sample-french-about = 153 vrais incidents de listes publiques, avec des dates telles que ces listes les donnent
app-welcome-unnamed = Là où vous en étiez
app-welcome-unnamed-records = { $count ->
    [one] { $count } fiche sans nom de fichier
   *[other] { $count } fiches sans nom de fichier
}
app-welcome-recent = Fichiers récents

app-import-label = Import de { $name }
app-read-as = Lu comme « { $recipe } » : { $imported } lignes importées sur { $read }, { $blank } vides.
app-read-as-some-rejected = Lu comme « { $recipe } » : { $imported } lignes importées sur { $read }, { $rejected } mises de côté, { $blank } vides.
app-read-records = { $count ->
    [one] { $count } fiche lue.
   *[other] { $count } fiches lues.
}

app-path-figure = Enregistrer le graphique sous
app-written = Écrit : { $path }
app-not-written = Le fichier n’a pas pu être écrit ({ $reason }) ; un ancien fichier de ce nom est intact. Choisissez un autre dossier : { $path }
app-job-drawing = Dessin du graphique

app-overview-empty = Encore aucun incident
app-overview-empty-sentence = Saisissez le premier ou importez une liste. Trois réponses apparaîtront ici : combien, combien de personnes, combien de temps avant que ce soit dit.
app-overview-import = Importer une liste
app-overview-computing = Calcul en cours…
app-list-these = Lister ces fiches
app-chart-menu = Plus sur ce graphique : { $chart }
app-chart-as-table = Afficher en tableau
app-chart-as-chart = Afficher en graphique
app-chart-copy = Copier comme image
app-chart-copy-numbers = Copier les données
app-chart-numbers-copied = Les données du graphique sont dans le presse-papiers, prêtes pour un tableur.
app-chart-copied = Le graphique est dans le presse-papiers.
app-chart-save-png = Enregistrer en PNG…
app-chart-save-svg = Enregistrer en SVG…
app-chart-save-pdf = Enregistrer en PDF…
app-chart-naive-show = Afficher aussi la médiane brute
app-chart-naive-hide = Masquer la médiane brute
app-choice-date = Selon la date
app-choice-period = Par
app-choice-week = Semaine
app-choice-month = Mois
app-choice-quarter = Trimestre
app-choice-year = Année
app-choice-fiscal-year = Exercice
app-choice-measure = Ce qui est compté
app-choice-affected = Affichage
app-choice-sizes = Par taille
app-choice-periods = Dans le temps
app-choice-from = De
app-choice-to = à
app-measure = { $unit }, { $effect }

app-settings-file = Espace de travail
app-settings-unnamed = Gardé dans le dossier du programme et proposé au prochain démarrage. Enregistrez-le sous un nom pour l’avoir parmi vos fichiers.
app-save-copy = Enregistrer une copie sans historique…
app-save-copy-why = L’historique contient des noms effacés. La copie contient les fiches telles qu’elles sont maintenant, et rien d’autre.
app-saved-as = Enregistré sous { $path }
app-saved-copy = Une copie sans historique a été écrite : { $path }
app-job-saving = Enregistrement
app-dataset-title = Données : { $name }
app-dataset-edit = Informations sur { $name }
app-dataset-name = Nom
app-dataset-publisher = Éditeur
app-dataset-mechanism = Comment les incidents y entrent
app-mechanism-register-why = Registre : saisi quand l’organisation apprend l’incident. Certaines divulgations sont encore à venir, et le délai les compte comme ouvertes.
app-mechanism-list-why = Liste de divulgations : listé parce que divulgué. Ce qui n’est pas encore divulgué est absent ; les délais sont donc comptés dans une fenêtre fixe.
app-mechanism-mixed-why = Mixte ou inconnu : les délais sont décrits et rien n’en est conclu.
app-dataset-as-of = Complètes jusqu’au
app-dataset-coverage = Premier jour couvert
app-dataset-coverage-unknown = inconnu : le premier incident daté
app-dataset-fiscal = Début de l’exercice (mois-jour)
app-dataset-fiscal-unclear = Écrivez le mois et le jour, par exemple 07-24.
app-dataset-floor = Plus petit incident listé
app-dataset-floor-why = personnes ; vide s’il n’y a pas de seuil
app-dataset-listing = Événement qui le fait entrer dans la liste
app-dataset-listing-none = aucun
app-dataset-note = Note pour les lecteurs
app-dataset-file = Lu dans { $file } le { $day }

app-undo-what = Annuler : { $label }
app-redo-what = Rétablir : { $label }
app-notes = { $count ->
    [one] { $count } fiche à vérifier
   *[other] { $count } fiches à vérifier
}
app-notes-why = Dates dans un ordre impossible, clés en double, nombres qui veulent souvent dire « inconnu ». Un clic les liste.
app-read-records-some-rejected = { $count ->
    [one] { $count } fiche lue, { $rejected } mises de côté parce qu’elles n’ont pas la forme attendue.
   *[other] { $count } fiches lues, { $rejected } mises de côté parce qu’elles n’ont pas la forme attendue.
}
app-overview-note = À savoir sur « { $name } » : { $note }
