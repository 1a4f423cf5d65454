"""Papers: one context of plain data per paper, sandboxed Jinja templates, HTML in a small closed vocabulary.

The rooms follow a campaign from launch to report; what papers of several rooms share stands beside `registry.py`.
"""
