# Words of the module chart.
