# Words of the module records.
