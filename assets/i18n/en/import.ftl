# Words of the module import.
