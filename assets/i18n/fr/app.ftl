# Words of the module app.
