"""What quotas come to, by a second program: naive, slow, written from the page (chapter 14 of the guide).

It knows nothing of the engine. It takes the plain data of a small campaign, tries every way in which the unknown may
turn out, and says of each row what holds in all of them.
"""

from collections.abc import Callable, Iterator
from fractions import Fraction
from itertools import product
from math import ceil, floor
from typing import Any, NamedTuple

from tests.quota.oracle_rows import DIMENSIONS, ELSE, Data, OracleRows, plain

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


class Oracle(OracleRows):
    """What each row of a campaign comes to."""

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
        stranger = bool(self.listed and shared and self._unknown(quota["units"]))
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
        for *person, year in list(found) if row["year"] else ():
            if year is None and found.get((*person, row["year"])):
                del found[(*person, None)]  # whatever that year is, he is counted
        doubtful = set()
        for number, one in enumerate(self.nominations):
            if len(one["awards"]) > 1 and self._forms(one) & forms:
                # Of those without a unit nobody knows who is whom; whoever holds the title anyway is not one more.
                person = (one["name"], one["unit"] or number, *([row["year"]] if row["year"] else []))
                if stands(one["unit"] or "", one["year"]) is not False and found.get(person) is not True:
                    doubtful.add(person)
        sure = list(found.values()).count(True)
        perhaps = list(found.values()).count(None) + len(doubtful) + self._namesakes(forms, found, stands)
        if not any(row["year"] in (None, year) for _, _, year in self._known_holders({title})):
            return [*range(sure, sure + _TRIED), sure + _BEYOND]
        return list(range(sure, sure + perhaps + 1))

    def _namesakes(self, forms: set[str], found: Data, stands: Callable[[str, int | None], bool | None]) -> int:
        """Count those of no unit who have the name of one that is counted: each may be somebody else."""
        more = 0
        listed = [one for one in self.nominations if len(one["awards"]) == 1 and self._forms(one) <= forms]
        nameless = [one for one in listed if not one["unit"] and stands("", one["year"]) is not False]
        for name in {one["name"] for one in nameless}:
            people = sum(one["name"] == name for one in nameless)
            counted = sum(key[:2] == (name, "") and there is not False for key, there in found.items())
            more += max(0, people - counted)
        return more

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
            if line["form"] in forms and line["year"] in self.years:
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
