"""Users' files to plain data with places: YAML, tables, papers. The only room that opens them."""
