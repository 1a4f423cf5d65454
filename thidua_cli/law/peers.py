"""Who decides as the head of another body of the same kind: it is beside the one that asks, never above it."""

from collections.abc import Mapping

from thidua_cli.law.data_files import read
from thidua_cli.law.decider_names import Who, who
from thidua_cli.law.spelt_words import Words, words_of
from thidua_cli.vietnamese.text import fold

_JOINERS = frozenset(("va", "cac"))


def heads_a_peer(decided_by: str, body: str, launcher: str) -> bool:
    """Tell whether ``Giám đốc Sở Y tế`` decides in a movement that ``Sở Nội vụ tỉnh A`` itself launches.

    Only of kinds of which none is above another. A name that may be the same in other words (in short, with or without
    its place, typed without accents) is the same; so is one with abbreviations, which nobody can hold against it.
    """
    his, ours = who(words_of(decided_by)), who(words_of(body))
    if his.deputy or not his.post or his.noun != ours.noun or his.committee != ours.committee:
        return False
    own_launcher = _peers(committee=ours.committee).get(ours.noun)
    if own_launcher is None or launcher not in ("unit", own_launcher):
        return False
    return _named(his) and _named(ours) and _apart(his.body, ours.body)


def _peers(*, committee: bool) -> Mapping[str, str]:
    """Return who launches where a body of a kind does, by the word for the kind without accents."""
    data: dict[str, dict[str, str]] = read("deciders")["peers"]
    return {fold(noun): launcher for noun, launcher in data["committees" if committee else "others"].items()}


def _named(one: Who) -> bool:
    return not one.nouns and all(not word.text.isupper() or len(word.text) == 1 for word in one.body)


def _apart(one: Words, other: Words) -> bool:
    mine, theirs = ({word.key for word in words} - _JOINERS for words in (one, other))
    return not mine <= theirs and not theirs <= mine
