"""Small campaigns by chance, for the engine and the oracle: every form of a quota, with much of the data missing."""

from fractions import Fraction
from random import Random
from typing import Any

Data = dict[str, Any]
NAMES = ("Xã Trần Ninh", "Xã Trấn Ninh", "Phòng A", "Phòng B", "Văn phòng")
KINDS = ("xã, phường", "phòng")
CLUSTERS = ("Khối 1", "Khối Hai")
SUBJECTS = ("individual", "collective", "household", "thôn")
GROUPS = ("leader", "worker")
OCCASIONS = ("so-ket", "tong-ket")
PHASES = ("dot-1", "dot-2")
LDTT, CSTD = "lao_dong_tien_tien", "chien_si_thi_dua_co_so"
_SHARES = (0, 5, 10, 15, 20, 33, 50, 60, 75, 100)
_NUMBERS = ("headcount", "leaders", "subunits", "participants", "participating_units")


def random_campaign(seed: int) -> Data:
    """Return the plain data of a campaign, as the oracle takes it."""
    rng = Random(seed)
    years = list(range(2024, 2024 + rng.choice([1, 2, 2, 3])))
    occasions = [_occasion(rng, name, years) for name in OCCASIONS[: rng.choice([0, 1, 2, 2])]]
    phases = list(PHASES[: rng.choice([0, 1, 2, 2])])
    units = [_unit(rng, name) for name in rng.sample(NAMES, rng.randint(1, 4))]
    shared: Data = {"occasions": occasions, "phases": phases, "years": years, "units": units}
    awards = [_award(rng, "gk", "giay_khen", shared)]
    if rng.random() < 0.5:
        awards.append(_award(rng, "lt", LDTT, shared))
    if rng.random() < 0.3:
        awards.append(_award(rng, "cs", CSTD, shared))
    shared["awards"] = awards
    shared["nominations"] = [_nomination(rng, number, shared) for number in range(rng.randint(0, 9))]
    shared["register"] = [_line(rng, shared) for _ in range(rng.choice([0, 0, 0, 1, 3]))]
    if rng.random() < 0.1:
        shared["units"] = None
    return shared


def _maybe(rng: Random, value: Any, chance: float = 0.75) -> Any:
    return value if rng.random() < chance else None


def _spelt(rng: Random, word: str) -> str:
    """Return a word as a hurried hand types it: case and signs differ, accents do not."""
    ways = [word, word, word.upper(), word.replace(" ", " - ", 1), f" {word.lower()}  "]
    return rng.choice(ways).strip()


def _occasion(rng: Random, name: str, years: list[int]) -> Data:
    every = "year" if rng.random() < 0.35 else None
    return {"id": name, "every": every, "date": _maybe(rng, rng.choice(years), 0.5)}


def _unit(rng: Random, name: str) -> Data:
    unit = {"name": name, "kind": _maybe(rng, _spelt(rng, rng.choice(KINDS)), 0.8)}
    unit["cluster"] = _maybe(rng, _spelt(rng, rng.choice(CLUSTERS)), 0.8)
    unit |= {field: _maybe(rng, rng.choice([0, 1, 2, 3, 5, 8, 10, 20, 33]), 0.85) for field in _NUMBERS}
    return {key: value for key, value in unit.items() if value is not None}


def _award(rng: Random, award_id: str, form: str, shared: Data) -> Data:
    persons = form != "giay_khen"
    quotas = [_quota(rng, shared, persons=persons) for _ in range(rng.randint(1, 3))]
    return {"id": award_id, "form": form, "quotas": quotas}


def _quota(rng: Random, shared: Data, *, persons: bool) -> Data:
    quota: Data = dict.fromkeys(("group", "occasion", "phase", "exactly", "min", "max", "share", "steps", "open"))
    quota["subject"] = ["individual"] if persons else rng.sample(SUBJECTS, rng.choice([1, 1, 1, 2]))
    quota["group"] = _maybe(rng, rng.choice(GROUPS), 0.25)
    words = [unit["name"] for unit in shared["units"]] + [*KINDS, *CLUSTERS, "Xã Ở Xa"]
    quota["units"] = rng.choice([[], [], ["rest"], [_spelt(rng, one) for one in rng.sample(words, rng.choice([1, 2]))]])
    ids = [one["id"] for one in shared["occasions"]]
    quota["occasion"] = _maybe(rng, rng.choice(ids), 0.25) if ids else None
    quota["phase"] = _maybe(rng, rng.choice(shared["phases"]), 0.15) if shared["phases"] else None
    quota["per"] = rng.sample(["unit", "cluster", "occasion", "phase", "year"], rng.choice([0, 0, 1, 1, 2, 3]))
    kind = rng.choice(["exactly", "min", "max", "range", "share", "share", "share", "steps", "open"])
    quota |= _bound(rng, kind)
    return quota


def _bound(rng: Random, kind: str) -> Data:
    low, high = sorted(rng.choices(range(5), k=2))
    of = rng.choice(["participants", "headcount", "leaders", "units", "nominated", "nominated", LDTT])
    if kind == "range":
        return {"min": low, "max": high}
    if kind == "share":
        least, most = sorted(rng.choices(_SHARES, k=2))
        share = {"of": of, "min": _maybe(rng, Fraction(least, 100), 0.4), "max": Fraction(most, 100)}
        if share["min"] is not None and rng.random() < 0.3:
            share["max"] = None
        share["rounding"] = _maybe(rng, rng.choice(["down", "up", "half_up"]), 0.4)
        share["at_least"] = _maybe(rng, rng.randint(0, 2), 0.3)
        return {"share": share}
    if kind == "steps":
        starts = [rng.choice([0, 1]), *sorted(rng.sample(range(2, 12), rng.randint(0, 2)))]
        return {"steps": {"of": of, "table": [(start, rng.randint(0, 4)) for start in starts]}}
    return {"open": True} if kind == "open" else {kind: rng.choice([0, 1, 1, 2, 3])}


def _nomination(rng: Random, number: int, shared: Data) -> Data:
    award = rng.choice(shared["awards"])
    subjects = [subject for quota in award["quotas"] for subject in quota["subject"]]
    ids = [one["id"] for one in shared["occasions"]] or [None]
    groups = [quota["group"] for one in shared["awards"] for quota in one["quotas"] if quota["group"]] or [None]
    # One and the same person may stand in the lists of two titles.
    name = f"Người {number if rng.random() < 0.8 else max(number - 1, 0)}"
    said = {"name": name, "award": _maybe(rng, award["id"], 0.9), "subject": _maybe(rng, rng.choice(subjects), 0.85)}
    said["unit"] = _maybe(rng, rng.choice(shared["units"])["name"], 0.85)
    said["group"] = _maybe(rng, rng.choice(groups), 0.7)
    said["occasion"] = _maybe(rng, rng.choice(ids), 0.8)
    said["phase"] = _maybe(rng, rng.choice(shared["phases"] or [None]), 0.8)
    said["year"] = _maybe(rng, rng.choice(shared["years"]), 0.7)
    return {key: value for key, value in said.items() if value is not None}


def _line(rng: Random, shared: Data) -> Data:
    """Return a line of the register: some are of persons who stand in the lists too, some of another year."""
    places = [unit["name"] for unit in shared["units"]] + ["Nơi khác", None]
    line = {"name": f"Người {rng.randint(0, 12)}", "unit": rng.choice(places), "form": rng.choice([LDTT, CSTD])}
    return {**line, "year": rng.choice([shared["years"][0] - 1, *shared["years"]])}
