# Words of the module cli.
