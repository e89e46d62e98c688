# Ce qui pourrait être écrit dans la requête, sous son champ.

proposals-name = Ce qui peut être écrit
proposals-hint = ↑ ↓ pour choisir, Entrée pour l’écrire, Échap pour fermer. Décomptes sur toutes les fiches.
proposals-entry = { $count ->
    [one] { $shown }, 1 fiche
   *[other] { $shown }, { $count } fiches
}
