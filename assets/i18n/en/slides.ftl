### Words inside slides: columns of the workbooks behind charts.

slides-coarse = { $name }, date known roughly
slides-low = { $name }: low end
slides-high = { $name }: high end
slides-above = { $name }: up to the high end
slides-below = { $name }: down to the low end
slides-grid = Grid lines
