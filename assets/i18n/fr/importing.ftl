# Words of the module importing.
