"""The closed lists of words that files may use (``terms.yaml``), and the types of fields that take them."""

import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, WithJsonSchema

from thidua_cli.files import read_data
from thidua_cli.law import movement_terms
from thidua_cli.law.award_catalogue import awards, find_award
from thidua_cli.model.base import in_schema, refuse, shown
from thidua_cli.model.spelt_terms import SpeltWords
from thidua_cli.vietnamese.sameness import name_key
from thidua_cli.vietnamese.text import INVISIBLE, clean, fold, listing, nearest

_TERMS: dict[str, Any] = read_data(Path(__file__).with_name("terms.yaml"))
ROLES: dict[str, str] = _TERMS["roles"]
INSERTS: dict[str, str] = _TERMS["inserts"]
MARKS: dict[str, str] = _TERMS["marks"]
MODES = movement_terms.MODES
LAUNCHERS = movement_terms.LAUNCHERS
MODE_NOUNS: dict[str, str] = _TERMS["mode_nouns"]
OCCASIONS: dict[str, str] = movement_terms.MOMENTS | _TERMS["occasions"]
PER: dict[str, str] = _TERMS["per"]
ROUNDINGS: dict[str, str] = _TERMS["roundings"]
LAYOUTS: dict[str, str] = _TERMS["layouts"]
BASES: dict[str, str] = _TERMS["bases"]
PAPER_NAMES: dict[str, str] = _TERMS["papers"]
PAPER_SERIES: dict[str, str] = _TERMS["paper_series"]
PARAGRAPH_SPACES: dict[str, str] = _TERMS["paragraph_spaces"]
TYPES_OF_AWARD: list[str] = _TERMS["types_of_award"]
REGULAR_MERIT = TYPES_OF_AWARD[0]
_ALIKE = 0.7
_WORD = re.compile(r"[^\W_]+")
_NEGATIONS = frozenset(("khong", "chua", "ko", "chang"))


def with_meanings(known: dict[str, str]) -> str:
    """Return the ``known`` words as a hint lists them, each with what it means."""
    return listing(f"{word} ({meaning})" for word, meaning in known.items())


def word_of(what: str, known: dict[str, str], code: str = "bad-value") -> tuple[Any, ...]:
    """Return the annotations of a field that takes one of the ``known`` words; ``what`` names the field."""

    def check(value: str) -> str:
        if (word := clean(value)) in known:
            return word
        near = nearest(value, known)
        hint = f"có phải “{near}” ({known[near]})?" if near else f"dùng {with_meanings(known)}"
        raise refuse(f"{what} {shown(value)} không có", hint, code)

    return AfterValidator(check), WithJsonSchema({"enum": list(known), "description": _described(known)})


def word_or_name(what: str, known: dict[str, str]) -> tuple[Any, ...]:
    """Return the annotations of a field that takes one of the ``known`` words, or a name told by its accents.

    A name that is what a word means (``tập thể``; ``lãnh đạo`` of ``lãnh đạo, quản lý``) is read as that word.
    """
    meant = {name_key(part): word for word, meaning in known.items() for part in (meaning, *meaning.split(", "))}

    def check(value: str) -> str:
        cleaned = clean(value)
        if value in known or not cleaned.isascii():
            return meant.get(name_key(cleaned), cleaned)
        near = nearest(cleaned, known)
        guess = f"có phải “{near}”? " if near else ""
        hint = f"{guess}dùng {with_meanings(known)}, hoặc một tên gọi tiếng Việt có dấu"
        raise refuse(f"{what} {shown(value)} không có", hint)

    name = {"type": "string", "pattern": rf"[^\x00-\x7f\s{INVISIBLE}]"}
    return AfterValidator(check), WithJsonSchema({"anyOf": [{"enum": list(known)}, name]})


def spelt_word_of(what: str, words: SpeltWords, *, named: bool = False) -> tuple[Any, ...]:
    """Return the annotations of a field that takes one of the ``words``, however tables tell it.

    A field that may be ``named`` keeps any other text as it is: the column of initiatives holds their names.
    """

    def read(value: Any) -> Any:
        if isinstance(value, bool):
            value = "có" if value else "không"
        if not isinstance(value, str):
            return value
        found = words.read(value) or (words.in_brackets(value) if named else None)
        return found or clean(value)

    def check(value: str) -> str:
        if value in words.spellings or (named and not _misspelt(value, words)):
            return value
        meanings = words.meanings.values()
        said = _said_within(value, meanings)
        near = nearest(value, meanings) if said is None else said
        hint = f"có phải “{near}”?" if near else f"ghi {listing(f'“{meaning}”' for meaning in meanings)}"
        raise refuse(f"chưa hiểu {what} {shown(value)}", hint)

    schema = {"type": ["string", "boolean"], "description": _described(words.meanings)}
    return BeforeValidator(read), AfterValidator(check), WithJsonSchema(schema)


def _said_within(text: str, meanings: Iterable[str]) -> str | None:
    """Return the longest of the meanings whose words stand in a text: “cảnh cáo” of ``Kỷ luật Đảng: cảnh cáo``.

    The empty text, so that none is suggested, where the rest of the text says no: ``chưa hoàn thành nhiệm vụ``.
    """
    words = f" {' '.join(_WORD.findall(fold(text)))} "
    within = [meaning for meaning in meanings if " " in meaning and f" {fold(meaning)} " in words]
    said = max(within, key=len, default=None)
    rest = words.replace(f" {fold(said)} ", " ") if said else ""
    return "" if _NEGATIONS.intersection(rest.split()) else said


def _misspelt(text: str, words: SpeltWords) -> bool:
    """Tell whether a text is one of our own words with a slip of the pen: ``bsae``."""
    return text.isascii() and text.isalpha() and nearest(text, words.spellings, cutoff=_ALIKE) is not None


def _described(known: dict[str, str]) -> str:
    return "; ".join(f"{word}: {meaning}" for word, meaning in known.items())


Role = Annotated[str, *word_of("loại mục", ROLES, "unknown-role")]
Insert = Annotated[str, *word_of("phần chèn", INSERTS)]
# To an editor, 1. typed without quotation marks is the number one.
Mark = Annotated[
    str, *word_of("kiểu đánh số", MARKS), WithJsonSchema({"enum": [*MARKS, 1], "description": _described(MARKS)})
]
Mode = Annotated[str, *word_of("hình thức tổ chức", MODES)]
Launcher = Annotated[str, *word_of("cấp phát động", LAUNCHERS)]
OccasionKind = Annotated[str, *word_of("loại kỳ", OCCASIONS)]
Per = Annotated[str, *word_of("phạm vi tính", PER)]
Rounding = Annotated[str, *word_of("cách làm tròn", ROUNDINGS)]
LayoutName = Annotated[str, *word_of("thể thức", LAYOUTS)]
PaperName = Annotated[str, *word_of("loại giấy tờ", PAPER_NAMES)]
ParagraphSpace = Annotated[Literal["before", "after", "both"], *word_of("khoảng cách đoạn", PARAGRAPH_SPACES)]

_RATINGS, _INITIATIVES = SpeltWords(_TERMS, "ratings"), SpeltWords(_TERMS, "initiatives")
SEX_WORDS, _DISCIPLINES = SpeltWords(_TERMS, "genders"), SpeltWords(_TERMS, "disciplines")
RATINGS, INITIATIVES = _RATINGS.meanings, _INITIATIVES.meanings
GENDERS, DISCIPLINES = SEX_WORDS.meanings, _DISCIPLINES.meanings
FLAGS, BALLOTS = SpeltWords(_TERMS, "flags"), SpeltWords(_TERMS, "ballots")
ATTENDANCE = SpeltWords(_TERMS, "attendance")
Rating = Annotated[str, *spelt_word_of("xếp loại", _RATINGS)]
Initiative = Annotated[str, *spelt_word_of("sáng kiến", _INITIATIVES, named=True)]
Gender = Annotated[str, *spelt_word_of("giới tính", SEX_WORDS)]
Discipline = Annotated[str, *spelt_word_of("kỷ luật", _DISCIPLINES)]


def _told_apart(value: Any) -> Any:
    """Refuse a letter that some write for those present, others for those absent."""
    if isinstance(value, str) and clean(value).casefold() in _TERMS["unclear_attendance"]:
        message = f"{shown(value)} chưa rõ là có mặt hay vắng"
        raise refuse(message, "ghi “có mặt”, “vắng” hoặc “gửi ý kiến bằng văn bản”")
    return value


Attendance = Annotated[str, *spelt_word_of("có mặt hay vắng", ATTENDANCE), BeforeValidator(_told_apart)]
SUBJECT_SPELLINGS: dict[str, list[str]] = _TERMS["subject_spellings"]
GROUP_SPELLINGS: dict[str, list[str]] = _TERMS["group_spellings"]


def listed(check: Callable[[str], str], words: Callable[[], Iterable[str]]) -> tuple[Any, ...]:
    """Return the annotations of one of ``words``, held against them by ``check``; they are read when first needed."""
    return AfterValidator(check), in_schema(lambda _: {"enum": list(words())})


def _award_form(value: str) -> str:
    if value in awards():
        return value
    found = find_award(value)
    near = found.id if found else nearest(value, awards(), cutoff=0.7)
    guess = f"có phải “{near}” ({awards()[near].name})? " if near else ""
    message = f"danh mục không có hình thức khen thưởng {shown(value)}"
    raise refuse(message, f"{guess}xem các mã bằng lệnh: thidua explain", "unknown-award")


AwardId = Annotated[str, *listed(_award_form, awards)]
