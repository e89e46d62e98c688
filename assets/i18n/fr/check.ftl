# La vérification avant de montrer
check-open = Vérifier avant de montrer
check-hint = Ce qu’un auditeur exigeant pourrait objecter, et ce qu’un clic corrigerait
check-title = Avant de montrer
check-close = Fermer la vérification
check-looking = Vérification en cours…
check-nothing = Rien à objecter
check-looked-at = Points vérifiés :
check-in-order = En ordre :
check-count = { $count ->
    [one] Une objection qu’un auditeur exigeant pourrait soulever. On peut y répondre ici, ou la dire en montrant le graphique.
   *[other] { $count } objections qu’un auditeur exigeant pourrait soulever. On peut répondre à chacune ici, ou la dire en montrant le graphique.
}
