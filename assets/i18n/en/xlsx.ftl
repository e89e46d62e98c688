# Words of workbooks.

xlsx-contents = Contents
xlsx-definitions = Definitions
xlsx-notes = Notes
xlsx-page = Page
xlsx-back = ← Contents
xlsx-column = Column { $number }
xlsx-said = { $column }: in words
xlsx-coarse = { $series }, date known only coarsely
xlsx-above = { $series }, above
xlsx-below = { $series }, below
xlsx-low = { $series }, low end
xlsx-high = { $series }, high end
xlsx-across = { $series }, horizontal axis
xlsx-plotted = What the chart draws: it refers to these cells
xlsx-plotted-texts = Words of the chart
xlsx-plotted-category = Category
xlsx-plotted-labels = Labels
xlsx-plotted-names = Names
xlsx-plotted-annotation = Remark
xlsx-annotation = { $place }: { $text }
xlsx-not-drawn = Not drawn in this chart: { $what }; the numbers stand in the table.
xlsx-panel-empty = { $panel }: { $why }
