# Mots de la page d’import.

# Avant le fichier
importing-start-title = Importer une liste d’incidents
importing-start-sentence = CSV, JSON ou classeur, même compressés. Vous voyez comment chaque colonne est lue, et rien n’entre avant votre accord.
importing-start-more = CSV, JSON ou classeur, même compressés, à ajouter à « { $name } ». Vous voyez comment chaque colonne est lue, et rien n’entre avant votre accord.
importing-choose-folder = Choisir un dossier…
importing-choose = Choisir un fichier…
importing-drop = ou déposez des fichiers ou un dossier sur cette fenêtre
importing-paste = Coller un tableau
importing-paste-empty = Il n’y a pas de texte à coller. Copiez d’abord un tableau dans le tableur.
importing-pasted-name = Tableau collé
importing-pasted-note = Collé depuis le presse-papiers : il n’en existe pas de fichier.
importing-path = Chemin d’un fichier ou d’un dossier
importing-path-hint = Collez un chemin ici
importing-path-go = Lire
importing-known = Fichiers lus d’eux-mêmes
importing-known-more = Les recettes que vous acceptez sont conservées et lisent d’elles-mêmes les fichiers de même forme.
importing-path-folder = Dossier à importer
importing-path-data = Fichier à importer
importing-path-corrected = Fichier corrigé
importing-path-rejected = Enregistrer les lignes rejetées sous
importing-path-recipe = Enregistrer la recette sous
importing-files-recipe = Recette
importing-rejected-name = { $name }, lignes rejetées

# Pendant la lecture ou l’écriture
importing-reading = Lecture de { $name }
importing-reading-what = Chaque cellule est examinée avant qu’une lecture soit proposée.
importing-writing = Import de { $name }
importing-writing-what = Annuler laisse l’espace de travail tel qu’il était.
importing-step-bytes = Examen des octets : { $bytes } sur { $size }
importing-step-cells = Examen des valeurs : { $rows } lignes, { $bytes } sur { $size }
importing-step-try = Essai de la lecture : { $rows } lignes, { $bytes } sur { $size }
importing-step-write = { $rows } lignes, { $bytes } sur { $size }
importing-job-look = Examen de { $name }
importing-job-try = Essai de { $name }
importing-job-write = Import de { $name }
importing-job-save = Enregistrement
importing-adding = Ajouter « { $name } » à « { $into } »
importing-adding-what = Un export de Vigie. Ce qui est déjà là reste tel quel.
importing-adding-fresh = Fiches à ajouter : { $count }
importing-adding-there = Fiches déjà présentes, qui restent telles quelles : { $count }
importing-adding-rejected = Fiches illisibles, laissées de côté : { $count }
importing-adding-dataset = { $name } : un nouveau jeu de données
importing-adding-dataset-there = { $name } : déjà présent, sa description reste
importing-adding-accept = Ajouter { $count ->
    [one] { $count } fiche
   *[other] { $count } fiches
}
importing-adding-open = L’ouvrir comme espace de travail à part
importing-added = { $name } : { $count } fiches ajoutées, { $there } déjà présentes, { $rejected } illisibles.
importing-saved = Enregistré sous { $path }

# Tête de la revue
importing-tabs = Revue
importing-tab-columns = Colonnes
importing-tab-problems = Problèmes { $count }
importing-rows = { $rows } lignes
importing-origin-again = lu comme avant
importing-differs = Le fichier diffère de celui pour lequel la recette « { $name } » a été faite
importing-format-csv = CSV
importing-format-json = JSON
importing-format-json-at = JSON, fiches sous « { $path } »
importing-format-json-lines = JSON, une fiche par ligne
importing-format-sheet = Classeur, feuille « { $name } »
importing-format-vigie = Export de Vigie
importing-size-bytes = { $count } octets
importing-size-kb = { $size } Ko
importing-size-mb = { $size } Mo
importing-size-gb = { $size } Go

# Colonnes
importing-aside = { $kept ->
    [0] {""}
    [one] 1 colonne sans champ est conservée sous son en-tête.
   *[other] { $kept } colonnes sans champ sont conservées sous leurs en-têtes.
}{ $left ->
    [0] {""}
    [one] {" "}1 est laissée de côté.
   *[other] {" "}{ $left } sont laissées de côté.
}
importing-aside-leave = Les laisser de côté
importing-aside-keep = Conserver celles laissées de côté
importing-preview-fetching = Relecture de cette ligne…
importing-problems-column = Colonne du problème
importing-problems-columns = Toutes les colonnes
importing-by = Lu par
importing-by-proposal = Proposition d’après en-têtes et valeurs
importing-by-kept = Votre recette : { $name }
importing-by-known = Source connue : { $name }
importing-by-loaded = Recette d’un fichier : { $name }
importing-by-file = Recette d’un fichier…
importing-recipe-unreadable = Ce n’est pas une recette ({ $what }) ; le fichier est lu comme avant. Choisissez-en une autre : { $path }
importing-path-load-recipe = Recette pour lire le fichier
importing-kind-delimited = Texte délimité
importing-place = Fiches sous
importing-place-top = la racine
importing-place-objects = { $place } ({ $count } fiches vues)
importing-delimiter-other = Autre
importing-delimiter-why = { $columns } colonnes{ $uneven ->
    [0] {" "}dans chaque ligne
    [one] , une ligne en a un autre nombre
   *[other] , { $uneven } lignes en ont un autre nombre
}
importing-header-why = Les colonnes s’appellent { $names }
importing-member = Fichier de l’archive
importing-member-several = { $count } fichiers en un seul tableau
importing-sheet = Feuille
importing-sheet-hidden = { $name } (masquée)
importing-sheet-why = { $count ->
    [one] la seule feuille
   *[other] celle des { $count } feuilles qui ressemble le plus à une liste de fiches
}
importing-chosen = choisi par vous ou la recette
importing-range = Tableau
importing-range-of = { $range } : { $rows } lignes, { $headers }
importing-range-pivot = { $range } : { $rows } lignes, { $headers } (semble un tableau croisé)
importing-range-why = { $count ->
    [one] le seul tableau de la feuille
   *[other] celui des { $count } tableaux de la feuille qui ressemble le plus à une liste de fiches
}
importing-range-above = Au-dessus, non lu : { $lines }
importing-range-below = En dessous, non lu : { $lines }
importing-passed-over = Non lu : { $name }. { $why }
importing-passed-no-file = Ce n’est pas un fichier lisible.
importing-passed-deeper = Il est dans un sous-dossier.
importing-passed-foreign = Son nom n’est pas celui d’un fichier de données.
importing-passed-shape = Il a d’autres colonnes : importez-le à part.
importing-passed-system = Le système le garde pour lui.
importing-no-values = aucune valeur
importing-target-of = { $column } va vers { $target }
importing-target-custom = Garder sous son en-tête
importing-target-ignore = Laisser de côté
importing-find-field = Chercher un champ
importing-group-keep = Sans champ propre
importing-group-what = Quoi
importing-group-when = Quand
importing-group-many = Combien
importing-group-who = Qui et où
importing-options-of = Options de { $column }
importing-order = Ordre des dates
importing-order-open = Décider de l’ordre du jour et du mois
importing-order-any-short = Dates identiques dans tous les ordres
importing-order-both = « { $sample } » : { $day } (jour en premier) ou { $month } (mois en premier)
importing-date-numbers = Les nombres seuls comptent
importing-date-numbers-open = Décider de ce que comptent les nombres
importing-pivot = Années à deux chiffres
importing-firsts = Le 1er d’un mois signifie
importing-ranges = Les périodes signifient
importing-ranges-cells = { $cells ->
    [one] Une valeur dit
   *[other] { $cells } valeurs disent
} de quand à quand.
importing-blank = Une cellule vide signifie
importing-blank-nothing = Rien n’est dit
importing-blank-not-yet = Cela n’a pas encore eu lieu
importing-bad = Cellules illisibles
importing-bad-reject = Mettre la ligne de côté
importing-bad-keep = Garder la ligne
importing-effect = Ce qui leur est arrivé
importing-thousands = Milliers
importing-unit-column = L’unité de chaque ligne se trouve dans la colonne « { $column } ».
importing-placeholder = { $number } (dans { $cells } cellules)
importing-placeholder-itself = Vaut pour lui-même
importing-at-least = au moins { $lo }
importing-between = { $lo } à { $hi }
importing-separator = Plusieurs valeurs sont
importing-separator-semicolon = Séparées par des points-virgules
importing-separator-comma = Séparées par des virgules
importing-separator-tight-comma = Virgule sans espace
importing-separator-bar = Séparées par des barres verticales
importing-separator-line = Une par ligne
importing-separator-literal = Une liste entre crochets
importing-separator-other = Séparées par « { $mark } »

# Jeu de données et fichier
importing-dataset = Jeu de données
importing-dataset-correction = Ces lignes rejoignent le jeu de données dont elles ont été rejetées. Sa description ne change pas.
importing-dataset-name = Nom
importing-publisher = Éditeur
importing-licence = Licence
importing-note = À savoir
importing-note-hint = Ce qu’il faut savoir, et ce à quoi les données ne répondent pas
importing-from-column = { $what } ← « { $column } »
importing-listed = Une fiche est dans la liste en raison de : { $event }
importing-no-delay = Pas de délai : il y faut deux de ses dates.
importing-floor = Seulement les incidents de { $count } ou plus
importing-none-of-these = aucun
importing-clocks = Horloges
importing-counted = Décompte
importing-mechanism = Entrée des fiches
importing-mechanism-register = Inscrites quand l’organisme en prend connaissance : certaines divulgations sont à venir.
importing-mechanism-list = Listées parce que divulguées : ce qui ne l’est pas encore est absent.
importing-mechanism-mixed = Les deux, ou inconnu : les délais sont décrits, non estimés.
importing-as-proposed = Comme proposé
importing-as-of = Complet au
importing-as-of-event = dernière date « { $event } » du fichier
importing-as-of-latest = dernière date du fichier
importing-as-of-today = aujourd’hui : aucune date du fichier ne l’indique
importing-as-of-chosen = choisi par vous
importing-day-hint = 2024-12-31
importing-coverage = Couvre depuis
importing-coverage-why = vide : depuis la première fiche
importing-fiscal = Début de l’exercice
importing-fiscal-hint = 07-24
importing-fiscal-why = mois et jour ; vide : 1er janvier
importing-zone = Fuseau des heures
importing-zone-none = Non indiqué
importing-zone-why = pour les heures sans fuseau
importing-into = Destination
importing-into-open = « { $name } »
importing-into-new = Un nouvel espace
importing-file = Fichier
importing-format = Format
importing-delimiter = Séparateur
importing-comma = Virgule
importing-semicolon = Point-virgule
importing-tab = Tabulation
importing-bar = Barre
importing-encoding = Encodage
importing-encoding-mark = le fichier l’indique
importing-encoding-valid = chaque octet est valide
importing-encoding-ascii = lettres simples : identiques dans tous
importing-encoding-guess = supposé : vérifiez l’extrait ci-dessous
importing-encoding-damaged = certains octets sont abîmés
importing-encoding-chosen = choisi par vous : vérifiez l’extrait ci-dessous
importing-header = Première ligne
importing-header-names = Noms des colonnes
importing-header-none = Déjà des données
importing-skip = Lignes avant elle
importing-size = Taille
importing-shape = { $rows } lignes, { $columns } colonnes
importing-sample = Premières lignes telles qu’elles sont lues

# Aperçu
importing-preview = Lignes montrées
importing-rows-first = Premières lignes
importing-rows-doubtful = Douteuses { $count }
importing-rows-bad = Mauvaises { $count }
importing-row = Ligne { $row }
importing-row-of = { $at } sur { $of }
importing-row-next = Ligne suivante
importing-row-previous = Ligne précédente
importing-preview-none = Le fichier n’a aucune ligne.
importing-preview-no-doubtful = Aucune ligne ne demande d’examen.
importing-preview-no-bad = Aucune ligne n’est mise de côté.
importing-as-record = La fiche
importing-as-row = La ligne du fichier
importing-row-aside = Cette ligne est mise de côté.
importing-row-blank = Cette ligne est vide.
importing-row-left-out = Cette ligne est écartée : { $reason }.
importing-row-joined = Cette ligne fait partie de la fiche de la ligne { $row }.
importing-empty-cells = cellules vides : { $count }
importing-not-yet = pas encore
importing-until = jusqu’au { $day }
importing-from = à partir du { $day }

# Problèmes
importing-problems-none = Rien à signaler dans les lignes.
importing-problems-kind = Nature du problème
importing-problems-all = Tous les problèmes
importing-problems-first = Les { $count } premiers sont listés.
importing-row-head = Ligne
importing-column-head = Colonne
importing-found-head = Trouvé
importing-reason-head = Raison

# Pied de la revue
importing-counts = { $good } bonnes · { $doubtful } douteuses · { $bad } mauvaises
importing-sum = { $read ->
    [one] { $read } ligne lue
   *[other] { $read } lignes lues
} = { $imported } à importer + { $rejected } mises de côté + { $blank } vides
importing-joined = { $count ->
    [one] { $count } ligne fait partie de la fiche d’une autre.
   *[other] { $count } lignes font partie de la fiche d’une autre.
}
importing-sum-left-out = {""} + { $count } écartées
importing-sum-joined = {""} + { $count } rattachées à une autre ligne
importing-accept = Importer { $count ->
    [one] { $count } fiche
   *[other] { $count } fiches
}
importing-accept-keys = Ctrl+Entrée
importing-save-recipe = Enregistrer la recette…
importing-obstacle-order = « { $column } »{ $more ->
    [0] {""}
    [one] {" "}et une autre colonne
   *[other] {" "}et { $more } autres colonnes
} : le jour et le mois se lisent dans les deux sens. Décidez d’abord.
importing-obstacle-rows = Les lignes de même « { $column } » sont peut-être une seule fiche. Décidez d’abord.
importing-obstacle-numbers = « { $column } »{ $more ->
    [0] {""}
    [one] {" "}et une autre colonne
   *[other] {" "}et { $more } autres colonnes
} : des nombres comptent peut-être des jours ou des secondes. Décidez d’abord.
importing-obstacle-trying = Essai de toutes les lignes…
importing-obstacle-none = Ainsi, aucune ligne ne devient une fiche.
importing-obstacle-show = Montrer (F8)

# Compte rendu
importing-done = { $name } a été importé
importing-done-recipe = Lu comme « { $recipe } ».
importing-done-kept = La recette est conservée : les fichiers de cette forme sont désormais lus d’eux-mêmes.
importing-count-read = lues
importing-count-imported = importées
importing-count-rejected = rejetées
importing-count-blank = vides
importing-count-left-out = écartées
importing-count-joined = rattachées à une autre ligne
importing-count-skipped = déjà présentes
importing-show-records = Voir les fiches
importing-show-overview = Voir la vue d’ensemble
importing-again = Revoir la lecture
importing-undo = Annuler cet import
importing-undo-not-last = Des modifications ont eu lieu depuis. Annulez-les d’abord (Ctrl+Z).
importing-done-problems = Ce qui a posé problème
importing-done-rejected = Lignes rejetées : { $count }. Enregistrez-les dans un fichier de mêmes colonnes, corrigez-les, puis importez ce fichier.
importing-save-rejected = Enregistrer les lignes rejetées…
importing-correct = Importer le fichier corrigé…
importing-rejected-saved = enregistré
importing-another = Importer un autre fichier

# Pourquoi un fichier ne se lit pas
importing-error-empty = Le fichier est vide ; rien n’a été importé. Choisissez-en un autre.
importing-error-not-text = Le fichier n’est pas du texte ; rien n’a été importé. Choisissez un fichier CSV ou JSON, ou un espace de travail.
importing-error-workspace = Ce fichier est de Vigie même ; rien n’a été importé. Ouvrez-le (Ctrl+O) au lieu de l’importer.
importing-error-workbook = Le fichier est un classeur ; rien n’a été importé. Enregistrez la feuille en CSV (UTF-8) et importez ce fichier.
importing-error-web-page = Le fichier est une page web ; rien n’a été importé. Récupérez les données elles-mêmes, souvent derrière « Exporter » ou « Télécharger », ou copiez le tableau et collez-le ici.
importing-error-xml = Le fichier est du XML ; rien n’a été importé. Récupérez plutôt les données en CSV ou en JSON.
importing-error-pdf = Le fichier est un PDF ; rien n’a été importé. Demandez les données en CSV, en JSON ou en classeur, ou copiez son tableau et collez-le ici.
importing-error-rtf = Le fichier est un texte mis en forme ; rien n’a été importé. Copiez son tableau et collez-le ici, ou enregistrez-le en CSV.
importing-error-no-rows = Le fichier a des en-têtes et aucune ligne dessous ; rien n’a été importé. Choisissez-en un autre.
importing-error-no-table = Aucun tableau dans le fichier ; rien n’a été importé. Un fichier CSV demande une ligne d’en-têtes et au moins deux colonnes.
importing-error-no-records = Aucune liste de fiches dans le fichier ; rien n’a été importé. Un fichier JSON demande un tableau d’objets.
importing-error-bad-json = Le JSON est abîmé : { $what } ; rien n’a été importé. Réparez le fichier, ou récupérez-le de nouveau, puis importez-le.
importing-error-newer = Le fichier vient d’un Vigie plus récent (version { $what }) ; rien n’a été importé. Mettez Vigie à jour et réessayez.
importing-error-too-large = Le fichier dépasse 16 Gio ; rien n’a été importé. Divisez-le et importez les parties.
importing-error-long-header = Le nom d’une colonne dépasse 4 096 octets (« { $what } ») ; rien n’a été importé. La ligne d’en-têtes est sans doute une autre, ou un guillemet n’y est pas refermé.
importing-error-unended = L’enregistrement qui commence à { $what } octets du début du fichier ne finit pas dans les 16 Mio qui suivent ; rien n’a été importé. Un guillemet n’y est sans doute pas refermé : refermez-le et importez le fichier à nouveau.
importing-error-long-record = La fiche { $what } dépasse 8 Mio ; rien n’a été importé. Retirez-en ce qui est si long et importez le fichier à nouveau.
importing-error-too-many-columns = Le fichier a plus de 2 000 colonnes ; rien n’a été importé. Retirez celles dont vous n’avez pas besoin.
importing-error-rows-too-scattered = Des lignes de même « { $what } » sont trop éloignées pour être réunies (plus de 256 Mio de lignes les séparent) ; rien n’a été importé. Triez le fichier selon cette colonne et importez-le de nouveau.
importing-error-too-many-rejected = Plus de 200 000 lignes ne se lisent pas ainsi ; rien n’a été importé. Vérifiez le sens des colonnes et l’ordre des dates.
importing-error-io = Le fichier n’a pas pu être lu jusqu’au bout ({ $what }) ; rien n’a été importé. Réessayez.
importing-error-cancelled = La lecture a été arrêtée ; rien n’a été importé. Changez un choix pour réessayer.
importing-error-sink = Les fiches n’ont pas pu être conservées ({ $what }) ; rien n’a été importé. Enregistrez ailleurs, ou réessayez.

# Words for numbers
importing-numbers = Mots pour les nombres
importing-numbers-why = Un intervalle pour chacun, par convention de la maison ; une modification fait relire le fichier.
importing-numbers-hint = Écrivez le plus petit et le plus grand nombre, par exemple 200–900.
importing-numbers-house = Revenir à la table de la maison
importing-number-several = plusieurs, quelques
importing-number-dozen = une dizaine
importing-number-quinzaine = une quinzaine
importing-number-dozens = quelques dizaines
importing-number-hundred = une centaine
importing-number-hundreds = quelques centaines
importing-number-thousand = un millier
importing-number-several-thousand = quelques milliers
importing-number-tens-of-thousands = des dizaines de milliers
importing-number-hundreds-of-thousands = des centaines de milliers
importing-number-millions = des millions

# Rules for rows
importing-rows-title = Lignes et fiches
importing-rows-one-record = Une seule fiche par « { $column } »
importing-rows-leave-out = Écarter : { $reason } ({ $test })
importing-rows-question = Une seule fiche par « { $column } » ?
importing-rows-accept = Une seule fiche
importing-rows-refuse = Une fiche par ligne
importing-knows-missing = Des mots comme « ? » ou « inconnu » la laissent vide

# Names by a list
importing-names = Mots
importing-names-written = Tels quels
importing-names-list = Selon notre liste
