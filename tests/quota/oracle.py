"""What quotas come to, by a second program: naive, slow, written from the page (chapter 14 of the guide).

It knows nothing of the engine. It takes the plain data of a small campaign, tries every way in which the unknown may
turn out, and says of each row what holds in all of them.
"""

import re
from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import product
from math import ceil, floor
from typing import Any, NamedTuple

Data = dict[str, Any]
DIMENSIONS = ("unit", "cluster", "occasion", "phase", "year")
ELSE = "<else>"
_BEYOND = 10**6
_TRIED = 120
_PRESUPPOSES = {"lao_dong_tien_tien": {"chien_si_thi_dua_co_so"}}
_UNIT_NUMBERS = {"headcount": "headcount", "leaders": "leaders", "units": "subunits"}
_PARTICIPANTS = {"individual": "participants", "collective": "participating_units"}


class Answer(NamedTuple):
    """What is said of a row; None is what is not sure. ``strangers`` tells whether anybody may be in a shared base."""

    count: int
    open: int
    base: int | None
    min: int | None
    max: int | None
    by: int
    verdict: str
    strangers: bool = False


def plain(word: str) -> str:
    """Return a word without case and signs; accents stay."""
    return " ".join(re.findall(r"\w+", word.casefold()))


class Oracle:
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

    def rows(self) -> Iterator[tuple[str, Data, Answer]]:
        """Yield path, values and answer of each row of each quota."""
        for a, award in enumerate(self.awards):
            for q, quota in enumerate(award["quotas"]):
                for row in self._values(award, quota):
                    yield f"awards[{a}].quotas[{q}]", row, self._answer(award, quota, row)

    def outside(self) -> list[int]:
        """Return the numbers of the nominations whose award is known and of which no quota of it takes any notice."""
        found = []
        for number, one in enumerate(self.nominations):
            quotas = [
                (award, quota) for award in self.awards if [award["id"]] == one["awards"] for quota in award["quotas"]
            ]
            if quotas and not any(self._takes_notice(award, quota, one) for award, quota in quotas):
                found.append(number)
        return found

    def _takes_notice(self, award: Data, quota: Data, one: Data) -> bool:
        """Tell whether a nomination may be counted in some row (in any that there may be, where none is known)."""
        of = (quota["share"] or quota["steps"] or {}).get("of")
        for row in list(self._values(award, quota)) or [dict.fromkeys(DIMENSIONS)]:
            outcomes = self._outcomes(award, quota, row, one)
            if any(counted or (in_base and of == "nominated") for counted, in_base in outcomes):
                return True
        return False

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
        kinds, clusters = ({plain(one[key]) for one in self.units if one.get(key)} for key in ("kind", "cluster"))
        for kind in [unit["kind"]] if unit.get("kind") else [*kinds, ELSE]:
            for cluster in [unit["cluster"]] if unit.get("cluster") else [*clusters, ELSE]:
                named = {plain(unit["name"]), plain(kind), plain(cluster)}
                worlds.add(bool(words & named) is not rest)
        return worlds.pop() if len(worlds) == 1 else None

    def _unknown(self, words: Iterable[str]) -> bool:
        known = {plain(one[key]) for one in self.units for key in ("name", "kind", "cluster") if one.get(key)}
        return any(plain(word) not in known for word in words)

    # Worlds.

    def _outcomes(self, award: Data, quota: Data, row: Data, one: Data) -> set[tuple[bool, bool]]:
        """Return in what ways a nomination may stand to a row: whether it is counted, whether it is in the base."""
        if award["id"] not in one["awards"]:
            return {(False, False)}
        found = set()
        awards = [True] if len(one["awards"]) == 1 else [True, False]
        units = [unit for unit in self.units if plain(unit["name"]) == plain(one["unit"] or "")]
        clusters = [unit["cluster"] for unit in self.units if unit.get("cluster")]
        for is_award, unit in product(awards, units or [*self.units, {"name": ELSE}]):
            holds = [True, False] if self._holds(award, quota, unit) is None else [self._holds(award, quota, unit)]
            for held, cluster in product(holds, [unit["cluster"]] if unit.get("cluster") else [*clusters, ELSE]):
                for rest in product(*(self._any(one, name, quota, row) for name in ("subject", *DIMENSIONS[2:]))):
                    subject, *when = rest
                    base = is_award and bool(held) and plain(subject) in {plain(word) for word in quota["subject"]}
                    base = base and all(
                        row[name] in (None, value) for name, value in zip(DIMENSIONS[2:], when, strict=True)
                    )
                    base = base and (row["unit"] is None or row["unit"] is unit)
                    base = base and (row["cluster"] is None or plain(row["cluster"]) == plain(cluster))
                    for group in self._any(one, "group", quota, row):
                        found.add((base and (quota["group"] in (None, group)), base))
        return found

    @staticmethod
    def _any(one: Data, name: str, quota: Data, row: Data) -> list[Any]:
        """Return the values that may turn out: the one that is told, else the one that counts and some other."""
        if one[name] is not None:
            return [one[name]]
        wanted = quota["subject"] if name == "subject" else [quota["group"] if name == "group" else row[name]]
        return [*wanted, ELSE]

    def _answer(self, award: Data, quota: Data, row: Data) -> Answer:
        outcomes = [self._outcomes(award, quota, row, one) for one in self.nominations]
        count = sum(found == {(True, True)} for found in outcomes)
        perhaps = sum(any(counted for counted, _ in found) for found in outcomes) - count
        shared = row["unit"] is None and quota["units"] and quota["units"] != ["rest"]
        stranger = bool(shared and self._unknown(quota["units"]))
        share, steps = quota["share"], quota["steps"]
        of = (share or steps or {}).get("of")
        worlds: set[tuple[int, int]] = {(0, 0)}
        for found in outcomes:
            worlds = {(n + c, b + i) for (n, b), (c, i) in product(worlds, found)}
        if of and of != "nominated":
            numbers = self._base(award, quota, row, of, stranger=stranger)
            worlds = {(n, b) for (n, _), b in product(worlds, numbers)}
        if stranger:
            more = [0, 1, 2, 5, _BEYOND]
            grown = {(n + m, b + (m + k if of == "nominated" else 0)) for (n, b) in worlds for m in more for k in more}
            worlds |= grown
        verdicts, amounts, lows, highs = set(), [], set(), set()
        for n, b in worlds:
            least, most = self._bounds(quota, b)
            verdict, amount = _verdict(n, least, most)
            verdicts.add(verdict)
            amounts.append(amount)
            lows.add(least)
            highs.add(most)
        bases = {b for _, b in worlds}
        verdict = verdicts.pop() if len(verdicts) == 1 else "undecided"
        if row["unit"] and self._holds(award, quota, row["unit"]) is None:
            verdict = "undecided"
        if quota["open"]:
            verdict = "open"
        by = min(amounts) if verdict in ("exceeded", "short") else 0
        sure_base = bases.pop() if of and len(bases) == 1 else None
        return Answer(count, perhaps, sure_base, _only(lows), _only(highs), by, verdict, stranger and of == "nominated")

    # Bases.

    def _base(self, award: Data, quota: Data, row: Data, of: str, *, stranger: bool) -> list[int]:
        if of not in (*_UNIT_NUMBERS, "participants"):
            known = self._holders(award, quota, row, of)
            return [*range(known[0], known[0] + _TRIED), known[0] + _BEYOND] if stranger else known
        total, known = 0, self.listed and not stranger
        for unit, there in self._there(award, quota, row):
            if there is False:
                continue
            if there is None:
                known = False
                continue
            fields = {_PARTICIPANTS.get(subject, ELSE) for subject in quota["subject"]}
            if of != "participants":
                fields = {_UNIT_NUMBERS[of]}
            numbers = [unit.get(field) for field in fields]
            if of == "units" and "unit" not in quota["per"]:
                numbers = [1]
            known = known and None not in numbers
            total += sum(number or 0 for number in numbers)
        return [total] if known else [*range(total, total + _TRIED), total + _BEYOND]

    def _there(self, award: Data, quota: Data, row: Data) -> Iterator[tuple[Data, bool | None]]:
        """Yield each unit, and whether it is in a row."""
        for unit in self.units:
            there = self._holds(award, quota, unit)
            if row["unit"] is not None:
                there = row["unit"] is unit  # it is judged as if it were in
            elif row["cluster"] is not None and unit.get("cluster"):
                there = there if plain(unit["cluster"]) == plain(row["cluster"]) else False
            elif row["cluster"] is not None:
                there = None if there is not False else False
            yield unit, there

    def _holders(self, award: Data, quota: Data, row: Data, title: str) -> list[int]:
        """Count the persons who are put forward for a title, or for one that presupposes it, or are registered."""
        forms = {title, *_PRESUPPOSES.get(title, ())}
        there = {plain(unit["name"]): is_there for unit, is_there in self._there(award, quota, row)}
        everywhere = not quota["units"] and row["unit"] is None and row["cluster"] is None

        def stands(unit: str, year: int | None) -> bool | None:
            here = True if everywhere else there.get(plain(unit))
            then = row["year"] in (None, year) or (None if year is None else False)
            return False if False in (here, then) else (None if None in (here, then) else True)

        known = self._known_holders(forms)
        found = {}
        for name, unit, year in known:  # everybody is counted once in a row
            found.setdefault((name, unit) if row["year"] is None else (name, unit, year), stands(unit, year))
        doubtful = [one for one in self.nominations if len(one["awards"]) > 1 and self._forms(one) & forms]
        unsure = [stands(one["unit"] or "", one["year"]) for one in doubtful]
        sure = list(found.values()).count(True)
        perhaps = list(found.values()).count(None) + len(unsure) - unsure.count(False)
        if not any(row["year"] in (None, year) or year is None for _, _, year in self._known_holders({title})):
            return [*range(sure, sure + _TRIED), sure + _BEYOND]
        return list(range(sure, sure + perhaps + 1))

    def _forms(self, one: Data) -> set[str]:
        ids = {award["id"]: award["form"] for award in self.awards}
        return {ids[award] for award in one["awards"]}

    def _known_holders(self, forms: set[str]) -> list[tuple[str, str, int | None]]:
        """Return name, unit and year of the holders of such titles, in the lists and then in the register."""
        listed = [one for one in self.nominations if len(one["awards"]) == 1 and self._forms(one) <= forms]
        found = list(dict.fromkeys((one["name"], one["unit"] or "", one["year"]) for one in listed))
        dated = {person[:2] for person in found if person[2] is not None}
        found = [person for person in found if person[2] is not None or person[:2] not in dated]
        for line in self.register:
            person = line["name"], line["unit"] or ""
            undated = (*person, None) in found
            if line["form"] in forms and line["year"] in self.years and not undated:
                found.append((*person, line["year"]))
        return list(dict.fromkeys(found))

    @staticmethod
    def _bounds(quota: Data, base: int) -> tuple[int | None, int | None]:
        if quota["exactly"] is not None:
            return quota["exactly"], quota["exactly"]
        if share := quota["share"]:
            least = most = None
            if share.get("min") is not None:
                least = _rounded(share["min"] * base, share.get("rounding") or "up")
            if share.get("max") is not None:
                most = max(_rounded(share["max"] * base, share.get("rounding") or "down"), share.get("at_least") or 0)
            return least, most
        if steps := quota["steps"]:
            return None, next((most for start, most in reversed(steps["table"]) if start <= base), 0)
        return quota["min"], quota["max"]


def _rounded(number: Fraction, how: str) -> int:
    return {"down": floor(number), "up": ceil(number), "half_up": floor(number + Fraction(1, 2))}[how]


def _verdict(count: int, least: int | None, most: int | None) -> tuple[str, int]:
    if least is not None and most is not None and least > most:
        return "undecided", 0
    if most is not None and count > most:
        return "exceeded", count - most
    if least is not None and count < least:
        return "short", least - count
    return "met", 0


def _only(values: set[int | None]) -> int | None:
    return values.pop() if len(values) == 1 else None
