"""User files to plain data with places: the only room that reads what users wrote."""
