# Words of briefings: pages, templates, the method page.

briefing-untitled = Présentation
briefing-method = Méthode et données
briefing-goes-on = { $headline } ({ $page }/{ $pages })
briefing-numbers = L’essentiel en chiffres
briefing-not-shown = Non affiché
briefing-other-version = Cette page vient d’une version plus récente et reste telle quelle ; ouvrez la présentation avec cette version pour l’afficher.
briefing-unknown-figure = La figure « { $key } » est inconnue de cette version ; la page reste telle quelle.
briefing-incident-gone = L’incident de cette page n’est plus dans l’espace de travail. Annulez sa suppression ou retirez la page.
briefing-no-dates = Aucun événement de cet incident n’est daté.
briefing-no-record = Aucun incident ne remplit les conditions de cette page.
briefing-no-rank = Aucun incident n’a la valeur qui ordonne ce tableau.
briefing-sources = Sources : { $sources }
briefing-source = Source : { $source }
briefing-data-to = Données au { $day }
briefing-data-to-unknown = Date des données inconnue
briefing-began-in = { $event } : { $range }
briefing-two-breakdowns = Qui a été touché, et comment
briefing-no-typical = Aucune période n’a assez de nombres pour un incident type.
briefing-two-headline = Côte à côte : { $left } et { $right }
briefing-notes-finding = Constat : { $finding }
briefing-notes-measure = Mesure : { $measure }
briefing-largest = { $count ->
    [one] Le plus grand incident
   *[other] Les { $count } plus grands incidents
}
briefing-latest = { $count ->
    [one] Le dernier incident
   *[other] Les { $count } derniers incidents
}
briefing-rows-of = { $shown } incidents sur { $all }
briefing-column-incident = Incident
briefing-timeline-of = Chronologie : { $name }
briefing-no-mechanism = On ignore comment les fiches sont entrées dans les données : les délais de périodes différentes ne se comparent pas. Précisez-le dans les réglages du jeu de données.
briefing-left-out = { $figure } : { $why }

# Facts of one incident.
briefing-fact-organisations = Organisations
briefing-fact-kind = Type
briefing-fact-place = Lieu
briefing-fact-posture = Atteintes
briefing-fact-classes = Données concernées
briefing-fact-actors = Attribué à
briefing-fact-techniques = Techniques
briefing-fact-severity = Gravité
briefing-fact-status = État
briefing-posture = { $what } : { $value }
briefing-posture-confidentiality = confidentialité
briefing-posture-integrity = intégrité
briefing-posture-availability = disponibilité
briefing-amount = { $unit } ({ $effect })
briefing-count-at-most = au plus { $most }
briefing-count-at-least = au moins { $least }
briefing-count-between = au moins { $least }, au plus { $most }
briefing-as-written = dans le texte : « { $words } »
briefing-said-when = indiqué : { $date }
briefing-fact-campaign = Campagne
briefing-fact-whole-campaign = Campagne entière : { $count }
briefing-fact-confidence = Confiance
briefing-fact-reserve = Dates sous réserve
briefing-fact-date-not_yet = Pas encore survenu
briefing-fact-date-unknown = Date inconnue
briefing-fact-date-not_stated = Date non précisée
briefing-fact-date-withheld = Date non communiquée
briefing-fact-date-none_identified = Aucun identifié
briefing-fact-date-not_applicable = Sans objet
briefing-list-sources = Sources
briefing-list-measures = Mesures prises
briefing-list-lessons = Enseignements
briefing-list-recommendations = Recommandations

# Templates.
briefing-template-without = Page laissée de côté, faute de données : { $page }
briefing-template-monthly = Point mensuel
briefing-template-quarterly = Point trimestriel
briefing-template-annual = Bilan annuel
briefing-template-incident = Un incident
briefing-name-monthly = Incidents cyber : point mensuel
briefing-name-quarterly = Incidents cyber : point trimestriel
briefing-name-annual = Incidents cyber : bilan annuel
briefing-name-incident = Présentation d’un incident

# The method page.
briefing-method-data = Données
briefing-method-no-dataset = Les incidents ont été saisis à la main et n’appartiennent à aucun jeu de données.
briefing-method-remark = { $day } : { $text }
briefing-method-definitions = Ce qui est compté
briefing-method-definition = { $figure } : { $definition }
briefing-method-left-out = Ce que chaque page compte et laisse de côté
briefing-method-page = « { $page } » : { $what }
briefing-method-kept = Objections lues et maintenues
briefing-method-kept-line = « { $page } », { $rule } : { $reason }
briefing-method-rules = Règles valables partout
briefing-method-rule-missing = Aucune valeur ne remplace celle qui manque ; ce qui est laissé de côté est compté.
briefing-method-rule-dates = Une date imprécise désigne n’importe lequel de ses jours. Les périodes incomplètes sont signalées et ne sont comparées à rien.
briefing-method-rule-intervals = « Vraisemblablement entre » désigne un intervalle à 95 %. Une évolution n’est nommée que si son intervalle exclut l’absence d’évolution.
briefing-method-rule-units = Personnes, comptes, enregistrements et autres unités ne sont jamais additionnés entre eux.
briefing-made-with = Produit avec Vigie { $version }, hors ligne
briefing-data-records = { $count ->
    [one] { $count } incident
   *[other] { $count } incidents
}
briefing-data-line = { $name } : { $facts }
briefing-data-mechanism = mode d’entrée : { $mechanism }
briefing-data-covers = couvre la période du { $first } au { $last }
briefing-data-file = Fichier { $file }
briefing-data-read = {" "}lu le { $day }
briefing-data-licence = Licence : { $licence }

# Des comptes qui tombent juste.
briefing-count-of = { $counted } incidents comptés sur { $all }
briefing-count-left-out = { $head } ; laissés de côté : { $parts }
briefing-count-unmet = { $count } par les conditions
briefing-count-outside = { $count } à d’autres dates
briefing-count-meeting = { $count } peut-être dans la période
briefing-count-undated = { $count } sans date
briefing-count-largest = le plus grand, par choix
briefing-rows-read = { $count ->
    [one] 1 ligne lue : { $parts }
   *[other] { $count } lignes lues : { $parts }
}
briefing-rows-imported = { $count ->
    [one] 1 devenue un incident
   *[other] { $count } devenues des incidents
}
briefing-rows-merged = { $count ->
    [one] 1 qui en a actualisé un
   *[other] { $count } qui en ont actualisé un
}
briefing-rows-skipped = { $count } sans rien de nouveau
briefing-rows-joined = { $count } rattachées à l’incident d’une autre ligne
briefing-rows-left-out = { $count } écartées par une règle de la recette
briefing-rows-rejected = { $count } illisibles
briefing-rows-blank = { $count } vides
briefing-rows-absent = { $count ->
    [one] 1 incident d’avant n’est pas dans ce fichier et a été conservé
   *[other] { $count } incidents d’avant ne sont pas dans ce fichier et ont été conservés
}
briefing-data-recipe = recette « { $recipe } »
