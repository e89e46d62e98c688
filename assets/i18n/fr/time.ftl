# Les mots des figures sur le temps et les saisons.

time-alt-remark = Repère : { $text } ({ $day }).
