# Ce qui entoure un tableau : archives, classeurs, plusieurs fichiers.
container-error-no-data-file = Il n’y a aucun fichier à lire ; rien n’a été importé. Indiquez un fichier CSV ou JSON, ou un classeur.
container-error-no-data-file-among = Il ne contient aucun tableau (on y trouve { $names }) ; rien n’a été importé. Il doit contenir un fichier CSV ou JSON, ou un classeur.
container-error-encrypted = { $name } est protégé par un mot de passe ; rien n’a été importé. Enregistrez-le sans mot de passe et importez ce fichier.
container-error-broken = L’archive est abîmée ou tronquée ({ $what }) ; rien n’a été importé. Téléchargez-la ou refaites-la.
container-error-too-deep = Il y a des archives dans des archives dans des archives ; rien n’a été importé. Décompressez la première et importez ce qu’elle contient.
container-error-too-many-members = L’archive contient { $count } fichiers, plus de 50 000 ; rien n’a été importé. Décompressez-la et importez-en une partie.
container-error-bomb = { $name } fait, une fois décompressé, plus de 250 fois sa taille ; rien n’a été importé. Si vous lui faites confiance, décompressez-le et importez ce qu’il contient.
container-error-inner-too-large = { $name } se trouve dans une autre archive et dépasse 256 Mio ; rien n’a été importé. Décompressez la première et importez ce qu’elle contient.
container-error-other-archive = Le fichier est une archive du type { $kind }, que Vigie ne lit pas ; rien n’a été importé. Décompressez-la et importez ce qu’elle contient.
container-error-other-method = { $name } est compressé d’une manière que Vigie ne lit pas ; rien n’a été importé. Décompressez l’archive et importez ce qu’elle contient.
container-error-no-such-member = L’archive n’a pas de fichier « { $name } » ; rien n’a été importé. Choisissez parmi : { $there }.
container-error-do-not-fit = Ces fichiers ne forment pas un seul tableau ({ $what }) ; rien n’a été importé. Importez-les un par un.
