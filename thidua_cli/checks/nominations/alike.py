"""Nominees whom a check cannot tell apart: of a hundred thousand most tell the same few things."""

from collections.abc import Callable, Hashable, Iterable
from operator import attrgetter
from typing import Any, cast

from thidua_cli.campaign.entry import Entry
from thidua_cli.findings.finding import Finding


class Alike:
    """Runs a check on one nominee after the other, and passes over those who are to it as one found without fault.

    What a check hangs on is what it reads of an entry and its nomination: that is seen when it runs, so a check that
    asks for one more fact needs to say so nowhere.
    """

    def __init__(self, check: Callable[[Entry], Iterable[Finding]]) -> None:
        self._check = check
        self._read: set[str] = set()
        self._told: Callable[[Entry], Any] = id
        self._clean: set[Hashable] = set()

    def findings(self, entry: Entry) -> list[Finding]:
        """Return what the check finds."""
        if self._key(entry) in self._clean:
            return []
        found = list(self._check(entry))
        if not found:
            self._learn(entry)
            self._clean.add(self._key(entry))
        return found

    def _learn(self, entry: Entry) -> None:
        """Run the check once more, slower, to see what it reads of a nominee without fault."""
        read: set[str] = set()
        list(self._check(cast(Entry, _Watched(entry, read))))
        if not read <= self._read:
            self._read |= read
            self._told = attrgetter(*sorted(self._read))
            self._clean.clear()  # their keys lack what is asked for now

    def _key(self, entry: Entry) -> Hashable:
        told = self._told(entry)
        try:
            hash(told)
        except TypeError:
            return repr(told)
        return cast(Hashable, told)


class _Watched:
    """An entry, or its nomination, that notes the names of what is read of it."""

    __slots__ = ("_name", "_read", "_value")

    def __init__(self, value: Any, read: set[str], name: str = "") -> None:
        self._value, self._read, self._name = value, read, name

    def __getattr__(self, field: str) -> Any:
        value = getattr(self._value, field)
        if field == "nomination":
            return _Watched(value, self._read, f"{field}.")
        self._read.add(self._name + field)
        return value
