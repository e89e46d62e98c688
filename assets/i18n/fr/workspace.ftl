# Words of the module workspace. Errors say what happened, what was kept and what to do, the file last.
workspace-not-found = Aucun fichier à cet endroit ; vérifiez le nom : { $path }
workspace-exists = Un fichier porte déjà ce nom et n’a pas été modifié ; choisissez un autre nom : { $path }
workspace-not-vigie = Ce fichier n’est pas un espace de travail Vigie et n’a pas été modifié ; pour y ajouter un jeu de données, importez-le : { $path }
workspace-newer = Cet espace de travail a été écrit par une version plus récente de Vigie (format { $form }) et n’a pas été modifié ; mettez Vigie à jour pour l’ouvrir : { $path }
workspace-damaged = Cet espace de travail est endommagé ({ $detail }) et n’a pas été modifié ; revenez à une copie, ou importez de nouveau ses jeux de données : { $path }
workspace-locked = Un autre programme a ouvert cet espace de travail et rien n’a été modifié ; fermez-le là-bas, ou ouvrez-le en lecture seule : { $path }
workspace-read-only = Cet espace de travail est en lecture seule et n’a pas été modifié ; enregistrez-le sous un autre nom pour continuer : { $path }
workspace-unfinished = Cet espace de travail n’a pas été fermé correctement et se trouve dans un dossier protégé en écriture ; copiez-le, avec les fichiers voisins qui portent son nom, dans un dossier à vous et ouvrez-le là : { $path }
workspace-importing = Un import est en cours d’écriture, cette modification n’a donc pas été faite ; attendez sa fin ou annulez-le, puis recommencez
workspace-disk-full = Le disque est plein, l’opération n’a donc pas été faite ; tout ce qui précède est conservé, libérez de la place et recommencez : { $path }
workspace-io = Le système n’a pas pu lire ou écrire ({ $detail }), l’opération n’a donc pas été faite ; tout ce qui précède est conservé, vérifiez le disque ou le réseau : { $path }
workspace-document = La fiche { $record } est illisible ({ $detail }) et n’a pas été modifiée ; vérifiez cet espace de travail et, au besoin, revenez à une copie
workspace-identity = Cet élément est déjà dans l’espace de travail et n’a pas été ajouté une seconde fois ; modifiez celui qui existe, ou créez-en un nouveau
workspace-gone = L’élément à modifier n’existe plus, rien n’a donc été modifié ; consultez de nouveau la liste
workspace-dataset-in-use = Le jeu de données { $name } contient encore des fiches, il a donc été conservé ; supprimez d’abord ses fiches ou annulez son import
workspace-cancelled = L’opération a été annulée, l’espace de travail est tel qu’il était
workspace-store = L’espace de travail n’a pas pu faire cette opération ({ $detail }) ; tout ce qui était confirmé est conservé, fermez-le puis rouvrez-le
