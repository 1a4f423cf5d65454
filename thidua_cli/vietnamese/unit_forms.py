"""The forms under which a unit may be written: ``P. Kế toán`` and ``Phòng Kế toán`` share one.

The words are in ``unit_words.yaml``. A form tells what may be meant, never that it is: only in a list of units in which
one unit alone has it does a name mean that unit.
"""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import product
from pathlib import Path

from thidua_cli.vietnamese.sameness import loose_unit_key, name_key, unit_key
from thidua_cli.vietnamese.text import clean

_WORD = re.compile(r"[^\W_]+(?:&[^\W_]+)*\.?")
_MOST = 16
_AND = name_key("và")
_SCHOOL = f"{unit_key('trường')} "
# Behind what kind of school it is, "Trường" says no more: "Trường MN Hoa Sen" is "MN Hoa Sen".
_KINDS = "mầm non, mẫu giáo, tiểu học, trung học, phổ thông, cao đẳng, đại học, dạy nghề"
_SHORT_KINDS = "mn, mg, th, thcs, thpt, ptdtbt, ptdtnt, đh, cđ"
_SCHOOLS = tuple(f"{_SCHOOL}{unit_key(kind)} " for kind in f"{_KINDS}, {_SHORT_KINDS}".split(", "))


@lru_cache(maxsize=1 << 13)
def unit_forms(name: str) -> tuple[str, ...]:
    """Return the keys of a name with its abbreviations in full, each as it may be meant, and without ``và``.

    They are without ``Trường`` where the kind of school follows.
    """
    choices = [_choices(word) for word in _WORD.findall(clean(name).replace(" & ", " và "))]
    forms = [_form(words) for words, _ in zip(product(*choices), range(_MOST), strict=False)]
    return tuple(dict.fromkeys(forms))


def may_be_one_unit(one: str, other: str) -> bool:
    """Tell whether nothing in two names tells two units: one may be short for the other, a part of it, without accents.

    ``VP`` is perhaps ``Văn phòng``, ``SXD`` ``Sở Xây dựng``, and ``Phòng Kỹ thuật`` ``Phòng Kỹ thuật, Sở Xây dựng``.
    """
    pairs = product(map(loose_unit_key, unit_forms(one)), map(loose_unit_key, unit_forms(other)))
    return any(_within(*pair) or _within(*reversed(pair)) for pair in pairs)


def _within(part: str, whole: str) -> bool:
    initials = "".join(word[0] for word in whole.split())
    return f" {part} " in f" {whole} " or part.replace(" ", "") == initials


def _form(words: Sequence[str]) -> str:
    form = " ".join(word for word in unit_key(" ".join(words)).split() if word != _AND)
    return form.removeprefix(_SCHOOL) if form.startswith(_SCHOOLS) else form


def _choices(word: str) -> list[str]:
    """Return what a word may stand for, itself first: ``P.`` and ``TCKT`` are no words, ``ca`` is one."""
    bare = word.rstrip(".").replace("&", "")
    if not (word.endswith(".") or bare.isupper()):
        return [bare]
    return [bare, *_in_full().get(name_key(bare), ())]


@cache
def _in_full() -> dict[str, list[str]]:
    import yaml

    text = Path(__file__).with_name("unit_words.yaml").read_text(encoding="utf-8")
    found: dict[str, list[str]] = yaml.load(text, Loader=yaml.BaseLoader)
    return {name_key(short): words for short, words in found.items()}
