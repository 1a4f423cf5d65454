"""Members of the council who may be one person in two lines: told, and never merged, for namesakes exist.

Two lines are two people where their units differ, or a year or letter behind the name: ``Lê Văn A (1970)``. Two posts
tell nothing: one person may hold both; beside other accents they do.
"""

import re
from collections.abc import Iterator, Sequence

from thidua_cli.model.council import Member
from thidua_cli.vietnamese.address import called
from thidua_cli.vietnamese.person_names import is_person
from thidua_cli.vietnamese.sameness import loose_key, may_be_one, unit_key
from thidua_cli.vietnamese.unit_forms import may_be_one_unit

_MARK = re.compile(r"[(\[]\s*([^\W\d_]|[^()\[\]]*\d[^()\[\]]*)\s*[)\]]")


def members_twice(members: Sequence[Member]) -> list[tuple[int, int]]:
    """Return the places of members who may be one: of each who may stand in the list before, the first such."""
    known: dict[str, list[int]] = {}
    found: list[tuple[int, int]] = []
    for index, member in enumerate(members):
        namesakes = known.setdefault(loose_key(_alone(member.name)), [])
        before = next((at for at in namesakes if _are_perhaps_one(members[at], member)), None)
        if before is not None:
            found.append((before, index))
        namesakes.append(index)
    return found


def _are_perhaps_one(one: Member, other: Member) -> bool:
    if one.unit and other.unit and not may_be_one_unit(one.unit, other.unit):
        return False
    marks = [_mark(one.name), _mark(other.name)]
    if all(marks) and marks[0] != marks[1]:
        return False
    if may_be_one(_alone(one.name), _alone(other.name)):
        return True
    return not (one.post and other.post) or loose_key(one.post) == loose_key(other.post)


def _mark(name: str) -> str:
    """Return the year, number or letter in brackets behind a name that tells namesakes apart; empty where none does."""
    return " ".join(unit_key(mark) for mark in _MARK.findall(called(name).apart))


def _alone(name: str) -> str:
    """Return a name without address, post and mark, be the post beside it without a comma: ``Lê Văn A Giám đốc``."""
    own = called(name).own
    beside = (person for text in (own, name) for person, post in _parted(text.split()) if _is_post_of(person, post))
    return next(beside, own)


def _parted(words: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield what may be a person and a post: the post before the person, or behind."""
    parts = [(" ".join(words[:cut]), " ".join(words[cut:])) for cut in range(1, len(words))]
    yield from ((behind, before) for before, behind in parts)
    yield from parts


def _is_post_of(person: str, post: str) -> bool:
    told = " " in post or (post.isupper() and not person.isupper())  # "Nguyễn Hoàng Nam" is no man called Hoàng
    return told and is_person(person) and not called(f"{person}, {post}").apart
