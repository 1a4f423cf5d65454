"""A page for the browser: the elements, and a stylesheet from the same layout."""
