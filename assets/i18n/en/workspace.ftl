# Words of the module workspace. Errors say what happened, what was kept and what to do, the file last.
workspace-not-found = There is no file here; check the name: { $path }
workspace-exists = There is a file of this name already and it was left as it is; choose another name: { $path }
workspace-not-vigie = This is not a Vigie workspace and was left as it is; to bring in a dataset, import it: { $path }
workspace-newer = This workspace was written by a newer Vigie (form { $form }) and was left as it is; update Vigie to open it: { $path }
workspace-damaged = This workspace is damaged ({ $detail }) and was left as it is; go back to a copy, or import its datasets again: { $path }
workspace-locked = Another program has this workspace open, and nothing was changed; close it there, or open it for reading: { $path }
workspace-read-only = This workspace cannot be written to and was left as it is; save it under another name to go on: { $path }
workspace-unfinished = This workspace was not closed properly and lies where nothing can be written; copy it, with the files beside it that carry its name, to a folder of your own and open it there: { $path }
workspace-importing = An import is being written, so this edit was not made; wait for it or cancel it, then try again
workspace-disk-full = The disk is full, so this was not done; everything before it is kept, free some space and try again: { $path }
workspace-io = The system could not read or write ({ $detail }), so this was not done; everything before it is kept, check the disk or the network: { $path }
workspace-document = Record { $record } cannot be read ({ $detail }) and was left as it is; check this workspace, and go back to a copy if need be
workspace-identity = This is already in the workspace, so it was not added again; change the one that is there, or add it as a new one
workspace-gone = What was to be changed is no longer there, so nothing was changed; look at the list again
workspace-dataset-in-use = The dataset { $name } still has records, so it was kept; delete its records, or undo its import, first
workspace-cancelled = This was cancelled, and the workspace is as it was before
workspace-store = The workspace could not do this ({ $detail }); everything confirmed before is kept, close it and open it again
