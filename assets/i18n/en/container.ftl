# What is around a table: archives, workbooks, several files.
container-error-no-data-file = There is no file to read; nothing was imported. Name a CSV or JSON file or a workbook.
container-error-no-data-file-among = There is no table in it (it holds { $names }); nothing was imported. It must hold a CSV or JSON file or a workbook.
container-error-encrypted = { $name } is protected by a password; nothing was imported. Save it without the password and import that file.
container-error-broken = The archive is damaged or cut off ({ $what }); nothing was imported. Fetch or make it again.
container-error-too-deep = There are archives within archives within archives; nothing was imported. Unpack the outer one and import what is in it.
container-error-too-many-members = The archive holds { $count } files, more than 50,000; nothing was imported. Unpack it and import a part.
container-error-bomb = { $name } unzips to more than 250 times its size; nothing was imported. If you trust it, unpack it and import what is in it.
container-error-inner-too-large = { $name } lies in another archive and is larger than 256 MiB; nothing was imported. Unpack the outer one and import what is in it.
container-error-other-archive = The file is an archive of the kind { $kind }, which Vigie does not read; nothing was imported. Unpack it and import what is in it.
container-error-other-method = { $name } is compressed in a way that Vigie does not read; nothing was imported. Unpack the archive and import what is in it.
container-error-no-such-member = The archive has no file “{ $name }”; nothing was imported. Choose one of: { $there }.
container-error-do-not-fit = These files are not one table ({ $what }); nothing was imported. Import them one by one.
