# La page des présentations

briefings-page = Présentations
briefings-empty = Aucune présentation
briefings-empty-sentence = Une présentation est une suite de pages pour une réunion : constats avec leur graphique, incidents, texte, et une page « méthode et données » qui s’écrit toute seule. Un modèle se remplit à partir des incidents ; tout peut y être modifié.
briefings-empty-read-only = Ce fichier ne contient aucune présentation, et il est ouvert en lecture seule.
briefings-unreadable-title = Les présentations de ce fichier sont illisibles
briefings-unreadable = Les présentations de ce fichier sont illisibles, peut-être parce qu’une version plus récente les a écrites. Elles restent telles quelles dans le fichier, et rien ne peut y être ajouté ici. Ouvrez le fichier avec la version qui les a écrites.
briefings-new = Nouvelle présentation
briefings-new-name = Présentation
briefings-new-blank = Vierge
briefings-name = Nom de la présentation
briefings-more = Autres actions : { $name }
briefings-rename = Renommer
briefings-duplicate = Dupliquer
briefings-delete = Supprimer
briefings-copy-of = { $name } (copie)
briefings-deleted = La présentation « { $name } » a été supprimée.
briefings-undo = Annuler
briefings-undone = Annulé : { $what }
briefings-redone = Rétabli : { $what }
briefings-left-out = { $count ->
    [one] Une page du modèle n’a rien à montrer et a été omise :
   *[other] { $count } pages du modèle n’ont rien à montrer et ont été omises :
}
briefings-added = Ajouté à « { $name } ».
briefings-open = Ouvrir
briefings-job-filling = Remplissage du modèle
briefings-job-writing = Écriture de « { $name } »

briefings-add = Ajouter à une présentation
briefings-add-to = { $what } : { $name }
briefings-add-record = Ajouter à une présentation
briefings-add-incident = Ajouter à la présentation : une page
briefings-add-timeline = Ajouter à la présentation : sa chronologie
briefings-add-page = Ajouter une page
briefings-no-page = Cette présentation n’a pas de page. Ajoutez-en une à gauche, ou depuis un graphique ou un incident.
briefings-page-name = Page { $number } : { $headline }
briefings-remove-page = Supprimer cette page
briefings-duplicate-page = Dupliquer cette page
briefings-move-up = Monter cette page
briefings-move-down = Descendre cette page
briefings-headline = Titre
briefings-headline-none = Aucun constat
briefings-notes = Notes de l’orateur
briefings-notes-hint = Ce qu’il faut dire
briefings-notes-kept = Conservé dans les notes

briefings-kind-title = Page de titre
briefings-kind-numbers = Chiffres clés
briefings-kind-figure = Graphique
briefings-kind-two = Deux graphiques
briefings-kind-table = Tableau d’un graphique
briefings-kind-records = Tableau d’incidents
briefings-kind-incident = Incident
briefings-kind-timeline = Chronologie d’un incident
briefings-kind-text = Texte
briefings-kind-method = Méthode et données
briefings-kind-other = Page d’une version plus récente

briefings-figure = Graphique
briefings-figure-second = Second graphique
briefings-left = À gauche
briefings-right = À droite
briefings-looks-at = Cette page porte sur
briefings-all-records = Tous les incidents
briefings-all-records-days = Tous les incidents, toutes dates
briefings-text = « { $text } »
briefings-last = Les dernières périodes complètes
briefings-last-why = Au lieu de dates fixes, pour pouvoir reprendre la page avec des données plus récentes
briefings-last-count = Nombre de périodes
briefings-use-now = Reprendre la sélection actuelle
briefings-use-now-why = Le filtre en haut de la fenêtre et les choix des graphiques
briefings-open-chart = Ouvrir dans Graphiques
briefings-open-chart-why = Avec la sélection et les choix de cette page ; remplace le filtre en haut de la fenêtre
briefings-answer-incidents = Combien d’incidents
briefings-answer-affected = Combien de personnes
briefings-answer-disclosure = Combien de temps avant de le dire
briefings-rank = Lesquels d’abord
briefings-rank-largest = Les plus grands
briefings-rank-latest = Les plus récents
briefings-rows = Lignes au plus
briefings-find-incident = Chercher un incident par son nom
briefings-no-incident = Aucun incident de ce nom dans la sélection actuelle.
briefings-another-incident = Un autre incident
briefings-subtitle = Sous le titre
briefings-body = Texte de la page
briefings-body-hint = Ce qu’il faut lire
briefings-body-how = Une ligne qui commence par « # » est un intertitre, par « - » un point d’une liste ; une ligne vide sépare deux paragraphes.
briefings-method-why = Écrite toute seule à partir des jeux de données et des autres pages : sources, définitions, ce qui a été laissé de côté et pourquoi, et les objections maintenues.

briefings-check = Vérifier
briefings-check-title = Avant de montrer
briefings-check-nothing = Aucune page n’appelle d’objection.
briefings-check-count = { $count ->
    [one] Une objection est possible. Elle peut être levée ici, ou le choix maintenu avec une raison donnée sur la page de méthode.
   *[other] { $count } objections sont possibles. Chacune peut être levée ici, ou le choix maintenu avec une raison donnée sur la page de méthode.
}
briefings-objections = Objections possibles
briefings-of-figure = { $side } : { $name }
briefings-keep = Maintenir, parce que…
briefings-keep-because = Pourquoi le choix est maintenu
briefings-keep-it = Maintenir
briefings-keep-where = La raison figure sur la page « Méthode et données ».
briefings-kept = Maintenu : { $rule }. { $reason }
briefings-object-again = Objecter à nouveau

briefings-present = Présenter
briefings-present-why = En plein écran, à partir de cette page (F5)
briefings-present-now = Présenter maintenant
briefings-present-hint = cliquer pour voir les incidents
briefings-present-keys = → et ← : tourner les pages · clic sur une figure : voir ses incidents · B : écran noir · Échap : quitter
briefings-present-go = Diapositive { $page } · Entrée
briefings-blank = L’écran est noir ; touche B pour le rallumer
briefings-drilled = { $count ->
    [one] 1 incident
   *[other] { $count } incidents
}
briefings-drilled-more = et { $count } autres
briefings-drill-back = Retour
briefings-drill-records = Quitter et voir les incidents

briefings-export = Exporter…
briefings-export-now = Exporter maintenant…
briefings-export-title = Exporter « { $name } »
briefings-format = Format
briefings-format-pptx = Diapositives (PPTX)
briefings-format-pdf = Document (PDF)
briefings-format-html = Page web (HTML)
briefings-format-xlsx = Classeur (XLSX)
briefings-format-why-pptx = Les graphiques restent modifiables et contiennent leurs chiffres ; les notes accompagnent chaque diapositive.
briefings-format-why-pdf = Un document avec signets, identique partout.
briefings-format-why-html = Un seul fichier que tout navigateur ouvre sans connexion, avec les chiffres sous chaque graphique.
briefings-format-why-xlsx = Une feuille par graphique, avec les chiffres et leur graphique.
briefings-export-language = Langue
briefings-paper = Pages
briefings-paper-slide = Diapositives
briefings-paper-a4 = A4
briefings-paper-letter = Letter
briefings-company = Modèle d’entreprise
briefings-company-none = Aucun
briefings-company-choose = Choisir…
briefings-company-drop = Sans
briefings-company-unread = Le modèle d’entreprise n’a pas pu être lu : { $why }. Rien n’a été écrit ; choisissez un autre fichier, ou aucun.
briefings-company-unusable = Le modèle d’entreprise est inutilisable : { $why }. Rien n’a été écrit ; choisissez un autre .pptx ou .potx, ou aucun.
briefings-not-made = Le fichier n’a pas pu être produit : { $why }. Rien n’a été écrit ; choisissez un autre format.
briefings-marking = Diffusion
briefings-marking-none = Aucune mention
briefings-marking-offered = Mentions
briefings-marking-why = Figure au bas de chaque page et reste attachée à la présentation.
briefings-write = Écrire le fichier…
briefings-path-report = Où écrire la présentation
briefings-path-company = La présentation ou le modèle de l’entreprise

briefings-change-new = nouvelle présentation
briefings-change-copy = copie d’une présentation
briefings-change-delete = suppression d’une présentation
briefings-change-name = nom de la présentation
briefings-change-marking = mention de diffusion
briefings-change-headline = titre
briefings-change-notes = notes
briefings-change-content = contenu de la page
briefings-change-add = nouvelle page
briefings-change-copy-page = copie d’une page
briefings-change-remove = suppression d’une page
briefings-change-move = ordre des pages
briefings-change-keep = objection écartée
briefings-change-object = objection rétablie

briefings-help-move = Présentations : déplacer une page
briefings-help-move-keys = Alt+↑, Alt+↓
briefings-help-present = Présenter : page suivante, précédente, aller à une page, écran noir
briefings-help-present-keys = F5 →, ←, 7 Entrée, B

app-written-open = Ouvrir
app-written-folder = Ouvrir le dossier
app-written-not-opened = { $path } n’a pas pu être ouvert d’ici. Le fichier est bien là ; ouvrez-le avec le logiciel de votre choix.
records-menu-edit = Modifier
