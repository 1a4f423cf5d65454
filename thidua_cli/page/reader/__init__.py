"""The HTML of a template read into the values of the vocabulary."""
