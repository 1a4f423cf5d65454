"""Papers: one context of plain data per paper, sandboxed Jinja templates, HTML in a small closed vocabulary."""
