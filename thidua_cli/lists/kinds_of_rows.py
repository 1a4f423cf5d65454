"""The kinds of rows that a list has."""

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
    PERHAPS_END = auto()
    """Posts or bodies below the list over which people seem to sign."""
    END = auto()
