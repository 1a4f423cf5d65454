"""The people who sign below a list, known by how their rows stand: posts or bodies side by side, names below them."""

import re
from collections.abc import Callable, Iterator, Sequence
from enum import Enum, auto
from itertools import chain, islice, takewhile

from thidua_cli.law.award_catalogue import names_award
from thidua_cli.lists.foot import Special, is_numbered, is_post, may_sign, of_signers, special
from thidua_cli.lists.header import begins_list
from thidua_cli.lists.known import WORDS, Known
from thidua_cli.lists.lone_rows import is_kind
from thidua_cli.lists.section_lines import mark_alone, speaks_of_unit, texts_with_columns
from thidua_cli.reading.tables.table import Row, Sheet
from thidua_cli.vietnamese.person_names import is_person
from thidua_cli.vietnamese.text import fold

_BODY = re.compile(rf"(?:{'|'.join(chain(*WORDS['signing_bodies']))})\b")
_REMARK = re.compile(r"\([^()]*(?:ký|dấu|họ tên|họ và tên)[^()]*\)|[\s.…_-]+", re.IGNORECASE)
_MOST_ROWS = 8


class Signed(Enum):
    """What rows are in which people may sign."""

    SURELY = auto()
    PERHAPS = auto()


class Signers:
    """Tells where the people sign below a list; ``counts`` where its rows are numbered."""

    def __init__(self, sheet: Sheet, known: Known, name: int, number: int | None) -> None:
        self.sheet, self.known, self.name, self.number = sheet, known, name, number
        self.end = 0
        """The first row behind the people who sign, once they are found."""

    def at(self, index: int, *, counts: bool, behind: bool = False) -> Signed | None:
        """Return what begins at a row; None where nobody signs there.

        A row ``behind`` the last number that nothing bears out as a record may name any post: "Văn thư", "Quản đốc".
        """
        row = self.sheet.rows[index]
        if of_signers(row) and all(may_sign(one, self.number) for one in self._below(index)):
            self.end = self._end(index, _may_head)
            return Signed.SURELY
        texts = [text for _, text in texts_with_columns(row)]
        may_head = _may_head
        if behind:
            may_head = _may_head_anywhere
        if len(texts) < 2 or not all(map(may_head, texts)) or not any(map(_heads, texts)):
            return None
        filled = (one for one in self._below(index) if any(cell != "" for cell in one))
        rows = list(islice(filled, _MOST_ROWS + 1))  # one more than may be tells enough
        if len(rows) > _MOST_ROWS or not all(map(self._may_stand, rows[behind:])):
            return None
        people = any(self._is_of_people(one) for one in rows[1:])
        if not (people or counts):
            return None
        self.end = self._end(index, may_head)
        quiet = all(map(_heads, texts)) and all(map(_is_quiet, rows[1:]))
        return Signed.SURELY if (people or quiet) and _has_posts_enough(rows, may_head) else Signed.PERHAPS

    def _end(self, index: int, may_head: Callable[[str], bool]) -> int:
        """Return the row behind the posts and their people; lines that say more ("Ghi chú: …") are none of theirs."""
        below = self._below(index)
        rows = [next(below), *takewhile(_is_bare, below)]
        return index + len(rows) if _has_posts_enough(rows, may_head) else index + 1

    def _below(self, index: int) -> Iterator[Row]:
        """Yield a row and those below it, up to the end or to the next head."""
        rows = self.sheet.rows
        for at in range(index, len(rows)):
            if begins_list(rows[at], self.known):
                return
            yield rows[at]

    def _may_stand(self, row: Row) -> bool:
        """Tell whether a row may be one of those in which people sign."""
        if is_numbered(row, self.number) or any(not isinstance(cell, str) for cell in row):
            return False
        texts = [text for _, text in texts_with_columns(row)]
        return all(is_person(text) or _may_head(text) or _is_signature(text) for text in texts)

    def _is_of_people(self, row: Row) -> bool:
        """Tell whether a row names the people themselves: one stands where no nominee is named."""
        found = texts_with_columns(row)
        people = [column for column, text in found if is_person(text)]
        return len(people) == len(found) and any(column not in (self.name, self.number) for column in people)


def _may_head(text: str) -> bool:
    """Tell whether a text may be the post or the body over a signature: nothing that a nominee has beside him."""
    if (is_person(text) and not _heads(text)) or names_award(text) or is_kind(text) or mark_alone(text):
        return False
    return text.isupper() or speaks_of_unit(text) or _heads(text)


def _may_head_anywhere(text: str) -> bool:
    """Tell whether a text may be a post where posts are looked for: anything but a person, an award, a number."""
    return _may_head(text) or not (is_person(text) or names_award(text) or is_kind(text) or any(map(str.isdigit, text)))


def _has_posts_enough(rows: Sequence[Row], may_head: Callable[[str], bool]) -> bool:
    """Tell whether no more people are named than may sign: one for each post or body."""
    texts = [text for row in rows for _, text in texts_with_columns(row)]
    return sum(map(may_head, texts)) >= sum(is_person(text) and not _heads(text) for text in texts)


def _heads(text: str) -> bool:
    """Tell whether a text is a post or a body that signs."""
    return is_post(text) or _BODY.match(fold(text).replace(".", " ").strip()) is not None


def _is_signature(text: str) -> bool:
    return _REMARK.fullmatch(text) is not None or special(text) is Special.END


def _is_bare(row: Row) -> bool:
    """Tell whether a row has nothing but posts, people and "(đã ký)"."""
    texts = [text for _, text in texts_with_columns(row)]
    return all(_may_head(text) or is_person(text) or _REMARK.fullmatch(text) for text in texts)


def _is_quiet(row: Row) -> bool:
    """Tell whether a row below the posts has more of them, people, or "(Ký, ghi rõ họ tên)" alone."""
    return all(_heads(text) or is_person(text) or _is_signature(text) for _, text in texts_with_columns(row))
