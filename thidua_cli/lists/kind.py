"""The kinds of rows of a list."""

from enum import Enum, auto


class Kind(Enum):
    """What a row is."""

    RECORD = auto()
    SECTION = auto()
    GROUP = auto()
    """A line over others in a list that has no sections: it says nothing."""
    PARENT = auto()
    """A record that stands over others, in a list of units."""
    SAMPLE = auto()
    PASSED = auto()
    """Nothing that anybody misses: blank, a total, a number of the page."""
    DOUBTFUL = auto()
    """A line over others, or somebody: nobody knows which."""
    TOLD = auto()
    """Perhaps a record that lacks its name."""
    PERHAPS_SIGNS = auto()
    """Behind the last number, with nothing that bears it out as a record."""
    WITHDRAWN = auto()
    """A nominee whose number says that he is not put forward, or no longer."""
    PERHAPS_END = auto()
    """Posts or bodies below the list over which people seem to sign."""
    END = auto()
