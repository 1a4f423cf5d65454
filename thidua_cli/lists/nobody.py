"""Rows that say that nobody is put forward: ``(Không)``, ``Năm 2026, đơn vị không có cá nhân đề nghị khen thưởng``."""

import re
from functools import lru_cache
from itertools import chain

from thidua_cli.lists.known import WORDS
from thidua_cli.lists.section_lines import speaks_of_unit
from thidua_cli.vietnamese.text import fold
from thidua_cli.vietnamese.whole_texts import WholeTexts

_NOBODY = WholeTexts(WORDS["nobody"])
_AROUND = " .,;:()[]-–*"
_SAYS_NO = re.compile(r"^(?P<who>.*?)\b(?:khong|chua)\s+(?P<what>(?:co|phat sinh|de nghi|dang ky|de xuat|xet)\b.*)$")
_ASKED = re.compile(r"\b(?:de nghi|khen|dang ky|de xuat|tap the|ca nhan|danh hieu|truong hop|ai)\b")
_WORDS_OF_IT = frozenset(" ".join(map(fold, chain(*WORDS["words_of_nobody"]))).split())
_WORD = re.compile(r"[^\W\d_]+")


def names_nobody(text: str) -> bool:
    """Tell whether a cell in the place of a name says that there is nobody: ``Không``, ``(không có)``."""
    return text in _NOBODY or text.strip(_AROUND) in _NOBODY


@lru_cache(maxsize=1 << 10)
def says_nobody(text: str) -> bool:
    """Tell whether a line says that nobody is put forward, and nothing beside."""
    folded = fold(text)
    found = _SAYS_NO.match(folded)
    if not found or not _ASKED.search(found["what"]) or not _WORDS_OF_IT.issuperset(_WORD.findall(found["what"])):
        return False
    who = found["who"].strip(_AROUND)
    return _WORDS_OF_IT.issuperset(_WORD.findall(who)) or speaks_of_unit(who)
