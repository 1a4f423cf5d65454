"""The office's own Word templates: checked, explained, filled in."""
