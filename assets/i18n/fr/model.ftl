# Les mots de la fiche : événements, unités, effets, motifs d'absence, problèmes.

event-intrusion_began = Début de l’intrusion
event-intrusion_ended = Fin de l’intrusion
event-detected = Détection
event-aware = Prise de connaissance
event-classified = Qualification
event-contained = Confinement
event-regulator_notified = Notification à l’autorité
event-csirt_told = Signalement au CSIRT
event-complaint_filed = Dépôt de plainte
event-people_told = Information des personnes
event-staff_told = Information du personnel
event-press = Presse
event-made_public = Divulgation publique
event-service_restored = Service rétabli
event-inquiry_opened = Ouverture d’une enquête
event-arrests = Interpellations
event-sanction = Sanction
event-closed = Clôture
event-other = Autre événement

unit-people = personnes
unit-users = utilisateurs
unit-accounts = comptes
unit-customers = clients
unit-records = enregistrements
unit-organisations = organisations
unit-systems = systèmes

effect-data_exposed = données exposées
effect-access_cut = accès coupé
effect-data_altered = données altérées
effect-data_lost = données perdues
effect-money_lost = perte d’argent
effect-targeted = ciblées
effect-other = autrement touchées

missing-unknown = inconnu
missing-not_stated = non précisé
missing-withheld = non communiqué par la source
missing-none_identified = aucun identifié
missing-not_applicable = sans objet

role-victim = victime
role-processor = sous-traitant
role-notifier = déclarant

harm-yes = oui
harm-no = non
harm-potentially = potentiellement

severity-low = faible
severity-medium = moyenne
severity-high = élevée
severity-critical = critique

status-suspected = suspecté
status-open = ouvert
status-contained = confiné
status-closed = clos
status-false_alarm = fausse alerte

confidence-low = faible
confidence-medium = moyenne
confidence-high = élevée

mechanism-register = registre
mechanism-disclosure-list = liste de divulgations
mechanism-mixed = mixte ou inconnu

problem-bad_date = Ce n’est pas une date qui existe.
problem-bad_count = Ce n’est pas un nombre de personnes ou de choses.
problem-negative_count = Un nombre de concernés ne peut pas être négatif.
problem-several_counts = Plusieurs nombres de la même unité figurent ici ; rien ne dit lequel est le bon.
problem-other_quantity = Ceci compte autre chose que des personnes, des comptes ou des enregistrements : les mots sont gardés.
problem-cell_count = Cette ligne a plus ou moins de cellules que l’en-tête.
problem-open_quote = Un guillemet de cette ligne n’est jamais refermé : le reste du fichier s’y trouve.
problem-bad_encoding = Ces octets ne sont pas du texte dans l’encodage choisi.
problem-too_long = Cette cellule dépasse la longueur permise.
problem-wrong_order = Ces deux événements n’ont pas pu se produire dans cet ordre.
problem-after_as_of = Cette date est postérieure au jour jusqu’auquel les données sont complètes.
problem-reversed_range = La fin de cet intervalle précède son début.
problem-nameless = Cette fiche n’a ni titre ni organisation.
problem-undated = Cette fiche n’a aucune date.
problem-duplicate_key = Cette clé figure déjà sur une fiche précédente.
problem-placeholder = Ce nombre signifie souvent « pas encore connu ».
problem-bad_shape = Ce document n’a pas la forme attendue.
problem-duplicate_row = Cette ligne figure deux fois dans le fichier, au caractère près.
problem-rows_disagree = Les lignes de cette fiche se contredisent ; les deux valeurs sont conservées.
