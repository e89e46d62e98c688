### Mots dans les diapositives : colonnes des classeurs derrière les graphiques.

slides-coarse = { $name }, date approximative
slides-low = { $name } : borne basse
slides-high = { $name } : borne haute
slides-above = { $name } : écart à la borne haute
slides-below = { $name } : écart à la borne basse
slides-grid = Quadrillage
