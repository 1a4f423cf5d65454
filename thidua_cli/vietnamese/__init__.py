"""The language: folding, sameness of names, capitals, amounts, names of bodies. Knows no campaign."""
