"""The quota engine: whom a quota counts, within what, out of how many, and the verdict with what is still open.

What a quota means (chapter 14 of the guide says the same to officers):

Rows. A quota is judged in rows: one for each value of what it is ``per``. The values are all that the plan and the list
of units know, whether anybody is nominated or not, and no other: the units (of ``units``, where it names some), their
clusters, the occasions, the phases, the years from the start of the campaign to its end. ``occasion:
X`` and ``phase: X`` are rows of one value. An occasion held every year is an occasion of its own in each year.

Whom it counts. Nominations for its award, with a subject and the group that it names, of the units that it names: by
name or alias, kind, or cluster; ``rest`` are the units that no other quota of the award with the same occasion and
phase names. Accents count in these words; case, signs and spaces do not. A nomination is in, out, or perhaps in, by
what is known of it: what is unknown fits everything, what is known and differs is out. A unit of unknown kind or
cluster is perhaps in where a kind or cluster is asked for; without a list of units, a word that is the name of none may
be a kind or cluster of any. Whoever is in no row of any quota of his award is told.

Base. A share or steps are counted from: the headcount, leaders, or participants (of the subjects of the quota) of the
units of the row; ``units``: their sub-units when it is ``per: unit``, else their number; ``nominated``: those that it
would count whatever their group; a title: those put forward for it in the year of the row, or for a title that
presupposes it, and those whom the register has for that year. A base is known, or known from below.

Bounds. ``max: 10%`` rounds down and ``min: 10%`` up, unless ``rounding`` says otherwise. ``at_least`` lifts a ceiling,
never a floor. Steps give the most of the last step that begins at or below the base, and nothing below the first. Where
the least comes to more than the most, no number fits: nothing is concluded.

Verdict. It is definite only if every world agrees: every way in which the unknown can turn out. ``by`` is what holds in
every world. Lists, and a register, that were not read in full may hold anybody.
"""
