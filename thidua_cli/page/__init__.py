"""A page, which knows no campaign: one HTML of a paper, its layout as data, and the writers that share them.

Entry points: `writers.writer` (a kind of file), `vocabulary` (what a template may say), `layout.layout_for`.
"""
