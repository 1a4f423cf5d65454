"""The campaign as it is understood: files loaded, words resolved, people and units recognised, decisions kept.

Checks, papers, register and status read this room; none of them reads another.
"""
