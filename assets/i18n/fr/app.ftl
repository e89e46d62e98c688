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
