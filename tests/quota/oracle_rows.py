"""Which rows a quota has, and for whom it is, by the second program: what `tests.quota.oracle` counts in them."""

import re
from collections.abc import Iterable, Iterator
from itertools import product
from typing import Any

Data = dict[str, Any]
DIMENSIONS = ("unit", "cluster", "occasion", "phase", "year")
ELSE = "<else>"
_CLASSES = ("kind", "cluster")


def plain(word: str) -> str:
    """Return a word without case and signs; accents stay."""
    return " ".join(re.findall(r"\w+", word.casefold()))


class OracleRows:
    """One campaign: the awards of its plan, occasions, phases, years, units (None without a list), nominations."""

    def __init__(self, campaign: Data) -> None:
        self.awards: list[Data] = campaign["awards"]
        self.occasions: list[Data] = campaign["occasions"]
        self.phases: list[str] = campaign["phases"]
        self.years: list[int] = campaign["years"]
        self.register: list[Data] = campaign["register"]
        self.listed: bool = campaign["units"] is not None
        self.nominations = [self._understood(one) for one in campaign["nominations"]]
        named = [one["unit"] for one in self.nominations if one["unit"]]
        self.units: list[Data] = campaign["units"] if self.listed else [{"name": name} for name in dict.fromkeys(named)]

    # Nominations: what is left blank and can only mean one thing, means it.

    def _understood(self, said: Data) -> Data:
        one = dict.fromkeys(("subject", "group", "unit", "occasion", "phase", "year")) | said
        candidates = [award for award in self.awards if one["subject"] in (None, *self._subjects(award))]
        if said.get("award"):
            candidates = [award for award in self.awards if award["id"] == said["award"]]
        if len(candidates) == 1 and one["subject"] is None and len(self._subjects(candidates[0])) == 1:
            one["subject"] = self._subjects(candidates[0])[0]
        if len(candidates) == 1 and one["subject"] not in (None, *self._subjects(candidates[0])):
            candidates = []  # the award is for no such nominee: whatever is meant, it is counted nowhere
        one["awards"] = [award["id"] for award in candidates]
        if len(self.occasions) == 1:
            one["occasion"] = one["occasion"] or self.occasions[0]["id"]
        if len(self.phases) == 1:
            one["phase"] = one["phase"] or self.phases[0]
        if one["year"] is None:
            dates = {o["id"]: o["date"] for o in self.occasions if o.get("date") and not o.get("every")}
            one["year"] = self.years[0] if len(self.years) == 1 else dates.get(one["occasion"])
        return one

    @staticmethod
    def _subjects(award: Data) -> list[str]:
        return list(dict.fromkeys(subject for quota in award["quotas"] for subject in quota["subject"]))

    # Rows.

    def _values(self, award: Data, quota: Data) -> Iterator[Data]:
        every_year = {one["id"] for one in self.occasions if one.get("every") == "year"}
        for unit, cluster, occasion, phase in product(
            self._units_asked(award, quota),
            self._clusters_asked(award, quota),
            self._asked(quota, "occasion", [one["id"] for one in self.occasions]),
            self._asked(quota, "phase", self.phases),
        ):
            if unit and cluster and plain(unit.get("cluster", ELSE)) != plain(cluster):
                continue
            yearly = "year" in quota["per"] or occasion in every_year
            for year in self.years if yearly else [None]:
                yield dict(zip(DIMENSIONS, (unit, cluster, occasion, phase, year), strict=True))

    def _units_asked(self, award: Data, quota: Data) -> list[Data | None]:
        if "unit" not in quota["per"]:
            return [None]
        return [unit for unit in self.units if self._holds(award, quota, unit) is not False]

    def _clusters_asked(self, award: Data, quota: Data) -> list[str | None]:
        if "cluster" not in quota["per"]:
            return [None]
        enough = (True, None) if "unit" in quota["per"] else (True,)
        spelt = {plain(unit["cluster"]): unit["cluster"] for unit in reversed(self.units) if unit.get("cluster")}
        asked = [unit for unit in self.units if self._holds(award, quota, unit) in enough]
        return [spelt[key] for key in dict.fromkeys(plain(one["cluster"]) for one in asked if one.get("cluster"))]

    @staticmethod
    def _asked(quota: Data, name: str, known: list[str]) -> list[str | None]:
        if quota[name]:
            return [quota[name]]
        return [*known] if name in quota["per"] else [None]

    def _words(self, award: Data, quota: Data) -> list[str]:
        if quota["units"] != ["rest"]:
            return quota["units"]
        when = quota["occasion"], quota["phase"]
        others = [one for one in award["quotas"] if (one["occasion"], one["phase"]) == when]
        return [word for one in others if one["units"] != ["rest"] for word in one["units"]]

    def _holds(self, award: Data, quota: Data, unit: Data) -> bool | None:
        """Tell whether a quota is for a unit, in every world, in none, or (None) in some."""
        if not quota["units"]:
            return True
        words = {plain(word) for word in self._words(award, quota)}
        rest = quota["units"] == ["rest"]
        if rest and self._unknown(words):
            named = {plain(word) for word in (unit["name"], unit.get("kind"), unit.get("cluster")) if word}
            return False if words & named else None
        if unit["name"] == ELSE and (rest or self._unknown(words)):
            return None
        worlds = set()
        # Without a list a word may be a kind or a cluster that nobody has told.
        strange = set() if self.listed else self._unknown(words)
        kinds, clusters = ({plain(one[key]) for one in self.units if one.get(key)} | strange for key in _CLASSES)
        for kind in [unit["kind"]] if unit.get("kind") else [*kinds, ELSE]:
            for cluster in [unit["cluster"]] if unit.get("cluster") else [*clusters, ELSE]:
                named = {plain(unit["name"]), plain(kind), plain(cluster)}
                worlds.add(bool(words & named) is not rest)
        return worlds.pop() if len(worlds) == 1 else None

    def _unknown(self, words: Iterable[str]) -> set[str]:
        """Return the words that name nothing that is known."""
        known = {plain(one[key]) for one in self.units for key in ("name", "kind", "cluster") if one.get(key)}
        return {plain(word) for word in words} - known
