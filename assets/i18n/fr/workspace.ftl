# Words of the module workspace.
