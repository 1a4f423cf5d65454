"""The law as cited, dated data, and the readers that answer "on this day".

A day of the plan goes in; values with their citation and confidence come out. Nothing here reads user files.
"""
