# Ce qui entoure un tableau : archives, classeurs, plusieurs fichiers.
container-error-no-data-file = Il n’y a aucun fichier à lire ; rien n’a été importé. Indiquez un fichier CSV ou JSON, ou un classeur.
container-error-no-data-file-among = Il ne contient aucun tableau (on y trouve { $names }) ; rien n’a été importé. Il doit contenir un fichier CSV ou JSON, ou un classeur.
container-error-encrypted = { $name } est protégé par un mot de passe ; rien n’a été importé. Enregistrez-le sans mot de passe et importez ce fichier.
container-error-broken = L’archive est abîmée ou tronquée ({ $name } : { $how }) ; rien n’a été importé. Téléchargez-la ou refaites-la.
container-damage-cut-off = fin prématurée
container-damage-does-not-unpack = son contenu ne se décompresse pas
container-damage-no-directory = la liste de son contenu est illisible
container-error-too-deep = Il y a des archives dans des archives dans des archives ; rien n’a été importé. Décompressez la première et importez ce qu’elle contient.
container-error-too-many-members = L’archive contient { $count } fichiers, plus de 50 000 ; rien n’a été importé. Décompressez-la et importez-en une partie.
container-error-bomb = { $name } fait, une fois décompressé, plus de 250 fois sa taille ; rien n’a été importé. Si vous lui faites confiance, décompressez-le et importez ce qu’il contient.
container-error-inner-too-large = { $name } se trouve dans une autre archive et dépasse 256 Mio ; rien n’a été importé. Décompressez la première et importez ce qu’elle contient.
container-error-other-archive = Le fichier est une archive du type { $kind }, que Vigie ne lit pas ; rien n’a été importé. Décompressez-la et importez ce qu’elle contient.
container-error-other-method = { $name } est compressé d’une manière que Vigie ne lit pas ; rien n’a été importé. Décompressez l’archive et importez ce qu’elle contient.
container-error-no-such-member = L’archive n’a pas de fichier « { $name } » ; rien n’a été importé. Choisissez parmi : { $there }.
container-error-do-not-fit = Ces fichiers ne forment pas un seul tableau : leurs colonnes diffèrent de celles de { $first } ({ $what }) ; rien n’a été importé. Importez-les un par un.
container-error-broken-workbook = Le classeur est abîmé ({ $name }) ; rien n’a été importé. Ouvrez-le dans le logiciel qui l’a fait, enregistrez-le à nouveau et importez ce fichier.
container-error-workbook-too-large = Le classeur est trop grand une fois décompressé (1 Gio, ou 192 Mio de mots) ; rien n’a été importé. Enregistrez la feuille en CSV (UTF-8) et importez ce fichier.
container-error-sheet-too-large = La feuille a plus de cellules ou de texte que Vigie n’en tient à la fois ; rien n’a été importé. Enregistrez la feuille en CSV (UTF-8) et importez ce fichier.
container-error-other-document = Le fichier est un document de texte ou une présentation, pas un classeur ; rien n’a été importé. Copiez son tableau dans un classeur et importez celui-ci.
container-error-empty-workbook = Le classeur n’a aucune feuille de cellules ; rien n’a été importé. Vérifiez que c’est le bon fichier.
container-error-no-such-sheet = Le classeur n’a pas de feuille « { $name } » ; rien n’a été importé. Choisissez parmi : { $there }.
container-error-no-table-in-sheet = La feuille « { $name } » n’a pas de tableau (des en-têtes, et des lignes dessous) ; rien n’a été importé. Choisissez une autre feuille ou une plage.
container-error-empty-range = Il n’y a pas de tableau dans { $range } de la feuille « { $name } » ; rien n’a été importé. Donnez la plage du premier en-tête à la dernière cellule.
container-error-no-workbook = Une feuille ou une plage a été choisie, mais le fichier n’est pas un classeur ; rien n’a été importé. Retirez ce choix.
container-error-no-archive = Un fichier d’une archive a été choisi, mais le fichier n’est pas une archive ; rien n’a été importé. Retirez ce choix.
container-say-sheet = { $given ->
    [yes] Feuille « { $name } » sur { $of }, comme demandé.
   *[no] Feuille « { $name } » sur { $of } : c’est elle qui ressemble le plus à un tableau de fiches.
}
container-say-range = { $given ->
    [yes] Le tableau en { $range }, comme demandé.
   *[no] { $tables ->
        [one] Le tableau commence sous ou à côté d’autres cellules : { $range }.
       *[other] Le tableau en { $range } sur les { $tables } de la feuille : c’est lui qui ressemble le plus à un tableau de fiches.
    }
}
container-say-beside = { $count ->
    [one] Une ligne à côté du tableau n’en fait pas partie : { $lines }
   *[other] { $count } lignes à côté du tableau n’en font pas partie : { $lines }
}
container-say-members = { $count ->
    [one] Un fichier sur { $of } de l’archive a été lu : { $names }.
   *[other] { $count } fichiers sur { $of } de l’archive ont la même forme et ont été lus comme un seul tableau : { $names }.
}
container-say-files = { $count } fichiers de même forme ont été lus comme un seul tableau : { $names }.
container-say-passed-over = { $count ->
    [one] Un fichier à côté ne fait pas partie du tableau : { $names }.
   *[other] { $count } fichiers à côté ne font pas partie du tableau : { $names }.
}
