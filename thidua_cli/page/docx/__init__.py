"""A page as a Word file: body, styles, package."""
