"""The catalogue of titles and awards, and who decides them."""

from collections.abc import Iterable
from datetime import date
from functools import cache, lru_cache
from itertools import chain

from thidua_cli.law.award_spellings import Reading, Spellings, first_key, pieces
from thidua_cli.law.data_files import LawDataError, by_id, entries, read, refuse_unknown
from thidua_cli.law.dated import Award, Confidence, Decider, Decision, refuse_overlaps
from thidua_cli.law.deciders import deciders, recognise_decider
from thidua_cli.law.regimes import at
from thidua_cli.law.ruling import Verdict, verdict_on
from thidua_cli.law.spelt_words import Keys, Words, keys_of, phrase_at, phrases, said, words_of
from thidua_cli.vietnamese.text import fold, listing

LEVELS = {
    "state": "cấp Nhà nước",
    "ministry_province": "cấp bộ, ban, ngành, tỉnh",
    "base": "cấp cơ sở",
    "other": "theo quy định riêng",
}
"""The levels of awards, from high to low, with their names."""
_CLASS = " hạng "


@cache
def awards() -> dict[str, Award]:
    """Return every award by its id, in the order of the catalogue."""
    found = entries("awards", Award)
    for award in found:
        where = f"awards.yaml, {award.id}"
        refuse_unknown((decision.who for decision in award.deciders), deciders(), where)
        refuse_overlaps(award.deciders, where)
    return by_id(found, "awards.yaml")


def award(award_id: str) -> Award:
    """Return the award with this id; KeyError when there is none."""
    return awards()[award_id]


def own_award() -> Award:
    """Return the award that whoever launches a movement gives himself."""
    [own] = [award for award in awards().values() if award.own]
    return own


@cache
def spellings() -> Spellings:
    """Return how texts name the awards: by their names and aliases, and by what awards of a family have in common."""
    names: dict[tuple[str, ...], str] = {}
    found = Spellings()
    data = read("award_words")
    for family, ids in data["families"].items():
        refuse_unknown(ids, awards(), f"award_words.yaml, {family}")
        _enter(found, family, ids)
    for award in awards().values():
        for name in filter(None, (award.name, award.short, *award.aliases)):
            if names.setdefault(keys_of(words_of(name)), award.id) != award.id:
                message = f"awards.yaml: {name!r} names both {names[keys_of(words_of(name))]} and {award.id}"
                raise LawDataError(message)
            reading = found.read(name)
            if reading is None or not reading.sure or award.id not in meant(reading):
                _enter(found, name, [award.id])
    for family, ids in _classes().items():
        _enter(found, family, ids)
    return found


def _classes() -> dict[str, list[str]]:
    """Return what names of awards have in common before their class, and ``Huân chương`` of all of them."""
    found: dict[str, list[str]] = {}
    for award in awards().values():
        for name in (award.name, *award.aliases):
            general, of_class, _ = name.partition(_CLASS)
            if of_class:
                found.setdefault(general, []).append(award.id)
        if award.name.startswith(("Huân chương", "Huy chương")):
            found.setdefault(" ".join(award.name.split()[:2]), []).append(award.id)
    return found


def _enter(found: Spellings, name: str, ids: Iterable[str]) -> None:
    found.add(name, ids)
    for short, beginning in read("award_words")["beginnings"].items():
        if name.startswith(beginning) and len(f"{short}{name.removeprefix(beginning)}".split()) > 1:
            found.add(short + name.removeprefix(beginning), ids)


@lru_cache(maxsize=8192)
def read_award(text: str) -> Reading | None:
    """Return what a text that names one award of the law says; None when it names none, several, or something else."""
    reading = spellings().read(text)
    return reading if reading and (reading.sure or names_of_its_own(reading)) else None


def names_of_its_own(reading: Reading) -> bool:
    """Tell whether what stands behind a head may be a name: ``Kỷ niệm chương Vì sự nghiệp …``."""
    return set(reading.meanings) <= set(read("award_words")["named"])


def meant(reading: Reading) -> tuple[str, ...]:
    """Return the awards that a text may mean: of a family those of the level of who decides, where that is told."""
    decider = reading.who
    of_level = tuple(one for one in reading.meanings if reading.level in ("", awards()[one].level))
    if decider is None or reading.level or (len(reading.meanings) == 1 and not decider.is_level):
        return of_level
    found = tuple(one for one in reading.meanings if awards()[one].level == decider.level)
    known = recognise_decider(said(decider.words))
    return tuple(one for one in found if known is None or known.id in {who.who for who in awards()[one].deciders})


@lru_cache(maxsize=8192)
def find_award(text: str) -> Award | None:
    """Return the award meant by an id, a name, or a spelling officers use; None rather than a guess.

    ``Bằng khen của Chủ tịch UBND tỉnh`` is found by its first words and the level of the decider.
    """
    if text in awards():
        return awards()[text]
    reading = read_award(text)
    found = meant(reading) if reading else ()
    return awards()[found[0]] if len(found) == 1 else None


def awards_in(text: str) -> list[str]:
    """Return the texts of the awards that a cell lists: ``LĐTT, CSTĐCS``, or one a line; else the whole text.

    It is split only where each part names an award, and another one, and a sign, ``và`` or a line stands between.
    """
    return pieces(text, spellings(), read_award)


@lru_cache(maxsize=1 << 16)
def names_award(text: str) -> bool:
    """Tell whether a cell, or a heading, speaks of an award: by a name, an abbreviation, or as ``Danh hiệu …``."""
    if first_key(text) not in _first_keys():
        return False
    words = words_of(text)
    if phrase_at(words, _speaking()):
        return True
    if not spellings().heads_in(words):
        return False  # a team (``Tổ …``) begins with a word of awards, and names none
    return all(read_award(piece) is not None for piece in awards_in(text))


@cache
def _speaking() -> dict[Keys, Words]:
    return phrases(read("award_words")["speaks"])


@cache
def _first_keys() -> frozenset[str]:
    """Return the first words of all that speaks of an award; abbreviations as they are typed."""
    data = read("award_words")
    before = (keys[0] for keys in phrases(chain(*data["before"])))
    shorts = (fold(short) for short in data["abbreviations"])
    return frozenset((*spellings().first, *(keys[0] for keys in _speaking()), *before, *shorts))


def deciders_of(award: Award, day: date) -> list[Decision]:
    """Return the decisions on ``award`` that hold on ``day``; empty when the law leaves the decider open."""
    return at(award.deciders, day)


def may_decide(award: Award, decider: Decider, day: date) -> Verdict:
    """Tell whether ``decider`` decides ``award`` on ``day``; undecided when the law names nobody on that day."""
    holding = deciders_of(award, day)
    if not holding:
        return Verdict("undecided", "", award.cited, Confidence.UNVERIFIED)
    needs = listing(deciders()[decision.who].name for decision in holding)
    his = [decision for decision in holding if decision.who == decider.id]
    return verdict_on("allowed", needs, his) if his else verdict_on("refused", needs, holding)
