"""A table becomes records: its head, its columns, its rows and sections."""
