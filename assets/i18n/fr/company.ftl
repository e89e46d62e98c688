### Ce qui est dit du modèle de l'entreprise une fois le fichier écrit.

company-links = { $count ->
    [one] Un lien du modèle de l’entreprise mène au-dehors ; il a été retiré.
   *[other] { $count } liens du modèle de l’entreprise mènent au-dehors ; ils ont été retirés.
}
company-objects = { $count ->
    [one] Une image ou une vidéo du modèle de l’entreprise se trouve hors du fichier ; elle a été retirée.
   *[other] { $count } images ou vidéos du modèle de l’entreprise se trouvent hors du fichier ; elles ont été retirées.
}
company-accents = { $count ->
    [one] L’une des six couleurs d’accentuation de l’entreprise se distingue mal du fond ou d’une autre ; les graphiques prennent une autre couleur à sa place.
   *[other] { $count } des six couleurs d’accentuation de l’entreprise se distinguent mal du fond ou entre elles ; les graphiques prennent d’autres couleurs à leur place.
}
company-font = La police { $name } de l’entreprise est plus large que celle qui sert à mesurer les textes ; elle est composée un peu plus petit. Vérifiez le résultat.
