# Mots des classeurs.

xlsx-contents = Sommaire
xlsx-definitions = Définitions
xlsx-notes = Commentaires
xlsx-page = Page
xlsx-back = ← Sommaire
xlsx-column = Colonne { $number }
xlsx-said = { $column } : en toutes lettres
xlsx-coarse = { $series }, date connue approximativement
xlsx-above = { $series }, au-dessus
xlsx-below = { $series }, au-dessous
xlsx-low = { $series }, borne basse
xlsx-high = { $series }, borne haute
xlsx-across = { $series }, axe horizontal
xlsx-plotted = Ce que trace le graphique, qui renvoie à ces cellules
xlsx-plotted-texts = Textes du graphique
xlsx-plotted-category = Catégorie
xlsx-plotted-labels = Étiquettes
xlsx-plotted-names = Noms
xlsx-plotted-annotation = Remarque
xlsx-annotation = { $place } : { $text }
xlsx-not-drawn = Absent de ce graphique : { $what } ; les valeurs figurent dans le tableau.
xlsx-panel-empty = { $panel } : { $why }
