# Words of the window: rail, bars, overview, settings.

app-name = Vigie

app-page-overview = Overview
app-page-records = Records
app-page-import = Import
app-page-settings = Settings

app-action-open = Open…
app-action-save-as = Save as…
app-action-new-record = New record
app-action-find = Search
app-action-undo = Undo
app-action-redo = Redo
app-action-zoom-in = Larger
app-action-zoom-out = Smaller
app-action-zoom-reset = Normal size
app-action-help = Keyboard shortcuts

app-theme = Theme
app-theme-system = As the system
app-theme-light = Light
app-theme-dark = Dark
app-language = Language
app-zoom = Text size

app-settings-look = Appearance
app-settings-not-saved = The settings could not be saved and apply to this session only: { $reason }

app-status-nothing-open = Nothing is open
app-cancel = Cancel
app-notices-count = { $count ->
    [one] { $count } notice to read again
   *[other] { $count } notices to read again
}
