# Words of documents and pages for a browser.

report-contents = Contents
report-skip = To the content
report-numbers = The numbers
report-numbers-of = The numbers: { $figure }
report-notes = Notes and definitions
report-missing = { $count ->
    [one] One sign on this page is not in this document’s font ({ $scripts }) and stands as �. The copied text holds it.
   *[other] { $count } signs on this page are not in this document’s font ({ $scripts }) and stand as �. The copied text holds them.
}
report-script-hebrew = Hebrew
report-script-arabic = Arabic
report-script-indic = Indic scripts
report-script-thai = Thai
report-script-kana = Japanese
report-script-hangul = Korean
report-script-han = Chinese characters
report-script-symbols = symbols
report-script-other = other scripts
