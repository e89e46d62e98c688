# Words of the figures over time and of the seasons.

time-alt-remark = Marked: { $text } ({ $day }).
