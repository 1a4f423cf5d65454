"""A page, which knows no campaign: one HTML of a paper, its layout as data, and the writers that share them."""
