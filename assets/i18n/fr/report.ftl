# Mots des documents et des pages pour un navigateur.

report-contents = Sommaire
report-skip = Aller au contenu
report-numbers = Les chiffres
report-numbers-of = Les chiffres : { $figure }
report-notes = Notes et définitions
report-missing = { $count ->
    [one] Un signe de cette page manque à la police du document ({ $scripts }) ; � en tient lieu. Le texte copié le contient.
   *[other] { $count } signes de cette page manquent à la police du document ({ $scripts }) ; � en tient lieu. Le texte copié les contient.
}
report-script-hebrew = hébreu
report-script-arabic = arabe
report-script-indic = écritures indiennes
report-script-thai = thaï
report-script-kana = japonais
report-script-hangul = coréen
report-script-han = caractères chinois
report-script-symbols = symboles
report-script-other = autres écritures
