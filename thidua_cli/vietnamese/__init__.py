"""The language: folding, sameness of names, capitals, counting, dates, amounts, names of bodies. Knows no campaign."""
