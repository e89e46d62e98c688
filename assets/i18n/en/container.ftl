# What is around a table: archives, workbooks, several files.
container-error-no-data-file = There is no file to read; nothing was imported. Name a CSV or JSON file or a workbook.
container-error-no-data-file-among = There is no table in it (it holds { $names }); nothing was imported. It must hold a CSV or JSON file or a workbook.
container-error-encrypted = { $name } is protected by a password; nothing was imported. Save it without the password and import that file.
container-error-broken = The archive is damaged or cut off ({ $name }: { $how }); nothing was imported. Fetch or make it again.
container-damage-cut-off = it ends too early
container-damage-does-not-unpack = its bytes do not unpack
container-damage-no-directory = the list of what is in it cannot be read
container-error-too-deep = There are archives within archives within archives; nothing was imported. Unpack the outer one and import what is in it.
container-error-too-many-members = The archive holds { $count } files, more than 50,000; nothing was imported. Unpack it and import a part.
container-error-bomb = { $name } unzips to more than 250 times its size; nothing was imported. If you trust it, unpack it and import what is in it.
container-error-inner-too-large = { $name } lies in another archive and is larger than 256 MiB; nothing was imported. Unpack the outer one and import what is in it.
container-error-other-archive = The file is an archive of the kind { $kind }, which Vigie does not read; nothing was imported. Unpack it and import what is in it.
container-error-other-method = { $name } is compressed in a way that Vigie does not read; nothing was imported. Unpack the archive and import what is in it.
container-error-no-such-member = The archive has no file “{ $name }”; nothing was imported. Choose one of: { $there }.
container-error-do-not-fit = These files are not one table: they differ from { $first } in their columns ({ $what }); nothing was imported. Import them one by one.
container-error-broken-workbook = The workbook is damaged ({ $name }); nothing was imported. Open it in the program that made it, save it anew and import that file.
container-error-workbook-too-large = The workbook is too large once unzipped (1 GiB, or 192 MiB of words); nothing was imported. Save the sheet as CSV (UTF-8) and import that file.
container-error-sheet-too-large = The sheet has more cells or text than Vigie holds at once; nothing was imported. Save the sheet as CSV (UTF-8) and import that file.
container-error-other-document = The file is a text document or a presentation, not a workbook; nothing was imported. Copy its table into a workbook and import that.
container-error-empty-workbook = The workbook has no sheet with cells; nothing was imported. Check that it is the right file.
container-error-no-such-sheet = The workbook has no sheet “{ $name }”; nothing was imported. Choose one of: { $there }.
container-error-no-table-in-sheet = The sheet “{ $name }” has no table (headers, and rows below them); nothing was imported. Choose another sheet or a range.
container-error-empty-range = There is no table in { $range } of the sheet “{ $name }”; nothing was imported. Give the range from the first header to the last cell.
container-error-no-workbook = A sheet or a range was chosen, but the file is no workbook; nothing was imported. Leave that choice out.
container-error-no-archive = A file in an archive was chosen, but the file is no archive; nothing was imported. Leave that choice out.
container-say-sheet = { $given ->
    [yes] Sheet “{ $name }” of { $of }, as asked for.
   *[no] Sheet “{ $name }” of { $of }: it looks most like a table of records.
}
container-say-range = { $given ->
    [yes] The table in { $range }, as asked for.
   *[no] { $tables ->
        [one] The table begins below or beside other cells: { $range }.
       *[other] The table in { $range } of { $tables } tables in the sheet: it looks most like one of records.
    }
}
container-say-beside = { $count ->
    [one] One line beside the table is not part of it: { $lines }
   *[other] { $count } lines beside the table are not part of it: { $lines }
}
container-say-members = { $count ->
    [one] One file of { $of } in the archive was read: { $names }.
   *[other] { $count } files of { $of } in the archive have one shape and were read as one table: { $names }.
}
container-say-files = { $count } files of one shape were read as one table: { $names }.
container-say-passed-over = { $count ->
    [one] One file beside them is no part of the table: { $names }.
   *[other] { $count } files beside them are no part of the table: { $names }.
}
