# Ce qui est choisi dans les graphiques.
brush-hint = Clic : seulement ceux-ci · clic droit ou Maj+clic : autres choix · Entrée : de même
brush-only = Seulement ceux-ci
brush-without = Écarter ceux-ci
brush-list = Lister les fiches
brush-clear = Annuler le choix fait dans ce graphique
brush-chosen = Choisi ici : { $words }
brush-from-to = { $from } à { $to }
brush-days = { $from } à { $to } jours
brush-too-many = Ces fiches sont trop nombreuses pour être nommées une à une dans le filtre. Listez-les plutôt, ou choisissez une marque qui correspond à une condition.
