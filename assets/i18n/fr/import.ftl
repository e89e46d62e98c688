# Words of the module import.
import-field-title = Titre
import-field-key = Clé de la source
import-field-organisation = Organisme
import-field-processor = Sous-traitant
import-field-notifier = Déclarant
import-field-sector = Secteur
import-field-country = Pays
import-field-region = Région
import-field-city = Commune
import-field-kind = Nature de l’incident
import-field-severity = Gravité
import-field-status = Statut
import-field-data_class = Catégories de données
import-field-motive = Mobiles
import-field-actor = Acteurs
import-field-actor_kind = Types d’acteurs
import-field-confidentiality = Confidentialité
import-field-integrity = Intégrité
import-field-availability = Disponibilité
import-field-confidence = Degré de confiance
import-field-technique = Techniques
import-field-tag = Étiquettes
import-field-summary = Résumé
import-field-description = Description
import-field-source = Source
import-field-source_address = Adresse de la source
import-own-header = conservé sous son en-tête « { $header } »
import-left-out = laissé de côté

import-certainty-low = incertain
import-certainty-medium = probable
import-certainty-high = sûr

import-why-recipe = la recette le dit
import-why-renamed = la recette le dit de « { $column } », que cette colonne semble être
import-why-header-and-contents = l’en-tête dit « { $words } », et { $suit } valeurs sur { $filled } s’y prêtent
import-why-header = l’en-tête dit « { $words } »
import-why-dates-of-what = les valeurs sont des dates, mais l’en-tête ne dit pas de quoi
import-why-part-of = c’est une partie de la date de la colonne « { $column } »
import-why-unit-of = elle nomme ce que compte la colonne « { $column } »
import-why-addresses = les valeurs sont des adresses web
import-why-long-texts = les valeurs sont des textes longs
import-why-taken = la colonne « { $column } » convient mieux à ce champ
import-why-nothing = rien n’indique un champ
import-why-chosen = choisi par vous

import-mechanism-given = indiqué par la recette ou par vous
import-mechanism-all-disclosed = chaque fiche porte la date « { $event } »
import-mechanism-some-not-yet = certaines dates sont dites encore à venir
import-mechanism-nothing-tells = rien dans le fichier ne l’indique, les délais sont donc seulement décrits

import-order-ymd = année en premier
import-order-dmy = jour en premier
import-order-mdy = mois en premier
import-order-none = { $dates ->
    [one] une date, la même dans tous les ordres
   *[other] { $dates } dates, toutes les mêmes dans tous les ordres
}
import-order-evidence = { $month ->
    [one] { $month } valeur ne se lit
   *[other] { $month } valeurs ne se lisent
} que mois en premier, { $day } que jour en premier, { $either } des deux façons
import-open-date-order = Les dates de la colonne « { $column } » se lisent de deux façons ({ $evidence }) ; rien n’a été importé. Précisez avec { $flag }.
import-open-date-numbers = La colonne « { $column } » contient des nombres qui comptent peut-être des jours ou des secondes ({ $evidence }), ou autre chose ; rien n’a été importé. Précisez avec { $flag }.

import-dates-pivot = de 00 à { $last }, 20xx ; de { $first } à 99, 19xx
import-dates-numbers-none = rien : ce ne sont pas des dates
import-dates-numbers-1900 = jours d’un tableur depuis 1900
import-dates-numbers-1904 = jours d’un tableur depuis 1904
import-dates-numbers-seconds = secondes depuis 1970
import-dates-numbers-milliseconds = millisecondes depuis 1970
import-dates-firsts-day = ce jour, tel quel
import-dates-firsts-month = un jour du mois
import-dates-firsts-year = le 1er janvier comme un jour de l’année, les autres jours tels quels
import-dates-firsts-both = le 1er janvier comme un jour de l’année, les autres premiers comme un jour du mois
import-dates-ranges-within = un jour de la période
import-dates-ranges-extent = un début et une fin (« { $event } »)
import-dates-heap = { $firsts } dates sur { $days } tombent le 1er d’un mois ({ $usual } seraient habituelles), dont { $years } le 1er janvier
import-dates-span = { $cells } nombres de { $least } à { $most } : { $readings }
import-dates-span-as = en { $reading }, du { $first } au { $last }

import-marks-auto = un séparateur reconnu nombre par nombre
import-marks-comma = une virgule entre les milliers
import-marks-point = un point entre les milliers
import-marks-space = une espace entre les milliers

import-assumed-recipe = Lu comme « { $name } ».
import-assumed-source = { $note } Conditions : { $licence }
import-assumed-column = « { $header } » → { $target } ({ $certainty } : { $why }).
import-assumed-order = Dates de « { $header } », { $order } : { $evidence }.
import-assumed-short-years = { $cells ->
    [one] Une année de « { $header } » a
   *[other] { $cells } années de « { $header } » ont
} deux chiffres : { $rule }. Pour changer : { $flag }.
import-assumed-numbers = Nombres de « { $header } » : { $reading }.
import-assumed-firsts = « { $header } » : { $evidence } ; lu comme { $reading }. Pour changer : { $flag }.
import-assumed-ranges = { $cells ->
    [one] Une valeur de « { $header } » dit
   *[other] { $cells } valeurs de « { $header } » disent
} de quand à quand ; lu comme { $reading }. Pour changer : { $flag }.
import-assumed-marks = Nombres de « { $header } » : { $mark }.
import-assumed-unknown = Dans « { $header } », le nombre { $number } est pris pour « pas encore connu », car il revient trop souvent.
import-assumed-at-least = Dans « { $header } », le nombre { $number } est pris pour « au moins { $least } », car il revient trop souvent.
import-assumed-mechanism = Entrée des fiches : { $mechanism } ; { $why }.
import-assumed-as-of-event = Données complètes au { $day }, dernière date « { $event } ».
import-assumed-as-of = Données complètes au { $day }.
import-assumed-delay = Délai affiché : { $from } → { $to }.

import-report-rows = { $read ->
    [one] { $read } ligne lue
   *[other] { $read } lignes lues
} : { $imported } importées, { $rejected } rejetées, { $blank } vides{ $left_out ->
    [0] {""}
   *[other] , { $left_out } écartées
}{ $joined ->
    [0] {""}
   *[other] , { $joined } rattachées à la fiche d’une autre ligne
}.
import-report-rejected = Ligne { $row } : { $problems }
import-report-problem = « { $column } » contient « { $found } » : { $what }
import-history-label = Import de { $name }

# Rules for rows
import-left-out-vulnerabilities = entrée sur une vulnérabilité, pas un incident
import-left-out-not_incidents = pas un incident
import-left-out-totals = total, pas un incident
import-rows-left-out = { $count } écartées : { $reason } ({ $test }).
import-rows-begins_with = « { $column } » commence par « { $text } »
import-rows-equals = « { $column } » est « { $text } »
import-rows-contains = « { $column } » contient « { $text } »
import-assumed-left-out = Lignes écartées quand { $test } : { $reason }.
import-assumed-one-record = Les lignes de même « { $column } » sont une seule fiche.

import-differs-quoted = « { $name } »
import-differs-format = Le fichier est { $is }, et non plus { $was }.
import-differs-delimited = un texte délimité
import-differs-json = du JSON
import-differs-lines = du JSON, une fiche par ligne
import-differs-vigie = un export de Vigie
import-differs-missing = { $count ->
    [one] 1 colonne manque
   *[other] { $count } colonnes manquent
} : { $names }.
import-differs-new = { $count ->
    [one] 1 colonne est nouvelle et conservée sous son en-tête
   *[other] { $count } colonnes sont nouvelles et conservées sous leurs en-têtes
} : { $names }.
import-differs-renamed = « { $was } » s’appelle ici « { $is } » : lue à sa place.
import-differs-maybe-renamed = « { $was } » s’appelle peut-être ici « { $is } » : si oui, mettez le nouvel en-tête dans la recette.
import-differs-values = { $suit } valeurs sur { $filled } seulement de « { $column } » sont ce que la recette y attend.
import-differs-order = Les dates de « { $column } » sont lues { $order }, mais { $evidence }.

# What stands out in a column
import-assumed-note = Dans « { $header } », { $note }.
import-note-zero = 0 figure dans { $cells ->
    [one] 1 cellule
   *[other] { $cells } cellules
} (les nombres voisins dans { $beside } au plus)
import-note-placeholder = { $number } figure dans { $cells ->
    [one] 1 cellule
   *[other] { $cells } cellules
}, les nombres voisins dans { $beside } au plus
import-note-worded = { $cells ->
    [one] 1 cellule contient
   *[other] { $cells } cellules contiennent
} des mots comme « quelques centaines », lus selon la table des mots pour les nombres
import-note-several = { $cells ->
    [one] 1 cellule compte
   *[other] { $cells } cellules comptent
} plusieurs unités, et chacune va à la sienne
import-note-torn = { $cells ->
    [one] 1 cellule contient
   *[other] { $cells } cellules contiennent
} plusieurs nombres d’une même unité, dont aucun n’est retenu
import-note-uncounted = { $cells ->
    [one] 1 cellule indique
   *[other] { $cells } cellules indiquent
} une partie de quelque chose qui n’est pas compté : inconnu
import-note-below-zero = { $cells ->
    [one] 1 cellule est négative
   *[other] { $cells } cellules sont négatives
}
import-note-volume = { $cells ->
    [one] 1 cellule indique
   *[other] { $cells } cellules indiquent
} un volume de données, gardé en toutes lettres
import-note-money = { $cells ->
    [one] 1 cellule indique
   *[other] { $cells } cellules indiquent
} une somme d’argent, gardée en toutes lettres
import-note-share = { $cells ->
    [one] 1 cellule indique
   *[other] { $cells } cellules indiquent
} une proportion, gardée en toutes lettres
import-note-things = { $cells ->
    [one] 1 cellule compte
   *[other] { $cells } cellules comptent
} des choses sans unité ici, gardées en toutes lettres

# Ce qui ne va pas dans un texte JSON, comme partie d’une phrase.
json-fault-cut = il s’arrête à la ligne { $line } avant d’être complet
json-fault-too-deep = il y a, à la ligne { $line }, plus d’éléments imbriqués qu’aucune fiche n’en demande (caractère { $column })
json-fault-bad-text = un texte de la ligne { $line } contient ce que JSON n’y permet pas (caractère { $column })
json-fault-bad-number = la ligne { $line } contient un nombre hors de toute limite (caractère { $column })
json-fault-behind = quelque chose suit sa fin, à la ligne { $line } (caractère { $column })
json-fault-no-record = la ligne { $line } contient autre chose là où il faut une fiche (caractère { $column })
json-fault-no-recipe = la ligne { $line } contient ce qui ne fait pas partie d’une recette (caractère { $column })
json-fault-bad-shape = la ligne { $line } contient ce qui n’a pas la forme d’un export de Vigie (caractère { $column })
json-fault-syntax = la ligne { $line } contient ce que JSON n’y permet pas (caractère { $column })

# Pourquoi une recette a été refusée.
recipe-error-io = La recette n’a pas pu être lue ({ $what }) ; rien n’a été importé. Vérifiez le fichier :
recipe-error-too-large = La recette dépasse 16 Mio ; rien n’a été importé. Choisissez le fichier d’une recette :
recipe-error-newer = La recette vient d’un Vigie plus récent (version { $what }) ; rien n’a été importé. Mettez Vigie à jour, ou laissez la recette de côté :
recipe-error-unknown = La recette a une partie inconnue (« { $what } ») ; rien n’a été importé. Corrigez le mot, ou retirez cette partie :
recipe-error-lacks = Il manque à la recette sa partie « { $what } » ; rien n’a été importé. Ajoutez-la, ou exportez la recette de nouveau :
recipe-error-fault = La recette ne peut pas être lue : { $what } ; rien n’a été importé. Réparez-la, ou exportez-la de nouveau :
import-quoted = « { $text } »
import-one-record-evidence = { $rows } lignes ont { $keys } valeurs différentes de « { $column } », et celles qui partagent une valeur ne diffèrent que par { $differ }
import-open-one-record = Des lignes sont peut-être une seule fiche : { $evidence } ; rien n’a été importé. Précisez avec { $flag }.

import-note-countries = { $entries ->
    [one] 1 pays reconnu
   *[other] { $entries } pays reconnus
}
import-note-sectors = { $entries ->
    [one] 1 secteur de notre liste reconnu
   *[other] { $entries } secteurs de notre liste reconnus
}
import-note-others = , { $count ->
    [one] 1 mot ne l’est pas
   *[other] { $count } mots ne le sont pas
} : { $words }
import-note-techniques = { $known ->
    [one] 1 technique ATT&CK reconnue
   *[other] { $known } techniques ATT&CK reconnues
}
import-note-retired = , { $count } retirées par MITRE : { $ids }
import-note-unknown-ids = , { $count } absentes du vocabulaire : { $ids }
