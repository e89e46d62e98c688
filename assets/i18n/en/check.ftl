# The check before showing
check-open = Check before showing
check-hint = What a demanding listener could object to in this, and what one click would mend
check-title = Before you show it
check-close = Close the check
check-looking = Looking…
check-nothing = Nothing to object to
check-looked-at = This was looked for:
check-in-order = In order:
check-count = { $count ->
    [one] One objection that a demanding listener could raise. It can be answered here, or said when it is shown.
   *[other] { $count } objections that a demanding listener could raise. Each can be answered here, or said when it is shown.
}
