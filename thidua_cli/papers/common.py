"""What all papers print alike: the letterhead, bases, recipients and signatures, from an `Issuing` and a layout."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from markupsafe import Markup

from thidua_cli.model.dates import PartialDate
from thidua_cli.model.plan import Recipient, Signer
from thidua_cli.page.habits import NO_HABITS, adjusted
from thidua_cli.page.layout import Habits, Layout, layout_for, numbered
from thidua_cli.papers.engine import prose
from thidua_cli.papers.issuing import Issuing
from thidua_cli.vietnamese.dates import written_day, written_month
from thidua_cli.vietnamese.emphasis import SENTENCE_ENDS, ended
from thidua_cli.vietnamese.text import lower_first

_BLANK = "\u00a0"
_DAY_BLANK, _MONTH_BLANK, _YEAR_BLANK = _BLANK * 5, _BLANK * 5, _BLANK * 6
_MOST_MARKS = 60  # headings of one level in a paper
_BASIS_VERBS = ("căn cứ", "thực hiện", "theo", "hưởng ứng", "nhằm", "xét", "để", "tiếp tục", "triển khai")


@dataclass(frozen=True, slots=True)
class LayoutWords:
    """What templates know of the layout: its name, its words, the national lines each with its component.

    ``habits`` are the attributes of the article by which the office prints otherwise; ``marks`` the numbers of
    headings by level and place; ``upper_headings``: those of the first level stand in capitals.
    """

    name: str
    words: Mapping[str, str]
    national: Sequence[tuple[str, str]]
    habits: Mapping[str, str]
    marks: Sequence[Sequence[str]]
    upper_headings: bool


@dataclass(frozen=True, slots=True)
class Letterhead:
    """Issuer, number and place-date as printed; ``number`` is empty on a paper without a number of its own.

    Minutes have no ``place_date``; only a letter has its ``subject`` here.
    """

    superior: str
    issuer: str
    number: str
    place_date: str
    subject: str = ""


@dataclass(frozen=True, slots=True)
class Annex:
    """The head of an annex: its label, its title, and the line that names the paper that it belongs to."""

    label: str
    title: str
    note: str


@dataclass(frozen=True, slots=True)
class RecipientRow:
    """Names of "Nơi nhận" with their marks; ``braced`` names share one ``note``."""

    names: Sequence[str]
    note: str
    braced: bool


@dataclass(frozen=True, slots=True)
class Recipients:
    """The lines of "Nơi nhận"; ``braces`` tells whether any brace is drawn."""

    rows: Sequence[RecipientRow]
    braces: bool


@dataclass(frozen=True, slots=True)
class SignatureBlock:
    """One signature: the lines above the post, the post, the name.

    ``note`` says how to sign (``(Ký, ghi rõ họ tên)``); ``dated`` is the place and day above this signature alone.
    """

    organisation: str
    authority: Sequence[str]
    post: str
    name: str
    note: str = ""
    dated: str = ""


@dataclass(frozen=True)
class Frame:
    """What every template is handed; each paper adds its own fields. ``date`` is an ISO day, empty if unknown."""

    layout: LayoutWords
    title: str
    author: str
    date: str
    letterhead: Letterhead
    kind: str
    bases: Sequence[Markup]
    recipients: Recipients
    signers: Sequence[SignatureBlock]


def layout_of(issuing: Issuing, today: date, habits: Habits = NO_HABITS) -> Layout:
    """Return the layout of the issuer that is in force on the day of the paper, or today while it has none.

    The ``habits`` of the office change it; what its rules forbid is a `ThiduaError`.
    """
    return adjusted(layout_for(issuing.issuer.layout, issuing.day.last if issuing.day else today), habits)


@lru_cache(maxsize=16)
def layout_words(layout: Layout) -> LayoutWords:
    """Return what templates know of a layout."""
    marks = [[numbered(pattern, place) for place in range(1, _MOST_MARKS + 1)] for pattern in layout.numbering]
    return LayoutWords(
        name=layout.name,
        words=dict(layout.words),
        national=list(layout.national.items()),
        habits=layout.habits.attributes,
        marks=marks,
        upper_headings=layout.heading_case == "upper",
    )


def frame(issuing: Issuing, layout: Layout, title: str) -> Frame:
    """Return what all papers share; a number or day that is not known yet stays blank."""
    issuer = issuing.issuer
    is_dated = issuing.kind.id not in layout.undated
    letterhead = Letterhead(
        superior=issuer.superior or "",
        issuer=issuer.name,
        number=number_line(issuing, layout),
        place_date=f"{issuer.place}, {day_line(issuing.day)}" if is_dated else "",
        subject=layout.words["letter_subject"].format(subject=lower_first(title)) if issuing.kind.letter else "",
    )
    return Frame(
        layout=layout_words(layout),
        title=lower_first(title) if layout.subject_case == "lower" else title,
        author=issuer.name,
        date=issuing.day.first.isoformat() if issuing.day else "",
        letterhead=letterhead,
        kind=issuing.kind.name,
        bases=bases(issuing.bases, layout),
        recipients=recipients(issuing, layout),
        signers=[signature(signer, layout) for signer in issuing.signers],
    )


def number_line(issuing: Issuing, layout: Layout) -> str:
    """Return ``Số: 12/KH-UBND``; a kind without a sign (a list) has no number of its own."""
    sign = issuing.kind.sign_in(layout.family)
    if not sign and not issuing.kind.letter:
        return ""
    form = layout.letter_line if issuing.kind.letter else layout.number_line
    if issuing.whole_number:
        return form.partition("{")[0] + issuing.whole_number
    number = issuing.number.zfill(2) if issuing.number else _BLANK * layout.number_blank
    return form.format(number=number, kind=sign, issuer=issuing.issuer.abbreviation)


def annex(layout: Layout, title: str, parent: str, place: int | None = None) -> Annex:
    """Return the head of an annex of the paper ``parent`` (a `reference`); one of several has its ``place``."""
    alone = layout.annex.rpartition(" ")[0]
    return Annex(numbered(layout.annex, place) if place else alone, title, f"(Kèm theo {parent})")


def annexes(layout: Layout, titles: Sequence[str], parent: str) -> list[Annex]:
    """Return the heads of all annexes of a paper; one that stands alone has no number."""
    if len(titles) == 1:
        return [annex(layout, titles[0], parent)]
    return [annex(layout, title, parent, place) for place, title in enumerate(titles, start=1)]


def reference(issuing: Issuing, layout: Layout) -> str:
    """Return how another paper names this one: ``Tờ trình số 12/TTr-CTK ngày 05 tháng 01 năm 2025 của Cục A``."""
    number = number_line(issuing, layout).removeprefix("Số").lstrip(": ")
    return f"{issuing.kind.name} số {number} {day_line(issuing.day)} của {issuing.issuer.name}"


def day_line(day: PartialDate | None) -> str:
    """Return ``ngày … tháng … năm …``; what is not known yet is left blank."""
    text, month, year = _DAY_BLANK, _MONTH_BLANK, _YEAR_BLANK
    if day:
        year = str(day.year)
        if day.month:
            month = written_month(day.month)
        if day.day:
            text = written_day(day.day)
    return f"ngày {text} tháng {month} năm {year}"


def bases(texts: Sequence[str], layout: Layout) -> list[Markup]:
    """Return the lines of the legal bases, with the marks of the layout."""
    lines = []
    for number, text in enumerate(texts, start=1):
        mark = layout.bases.last if number == len(texts) else layout.bases.separator
        opened = text if text.lower().startswith(_BASIS_VERBS) else f"Căn cứ {text}"
        lines.append(prose(layout.bases.lead + ended(opened, mark)))
    return lines


def recipients(issuing: Issuing, layout: Layout) -> Recipients:
    """Return the groups of "Nơi nhận": names with their marks, the common note, whether a brace is drawn."""
    groups = list(issuing.recipients)
    if issuing.archive:
        kept = layout.recipients.keep.format(places=", ".join(issuing.archive))
        groups.append(Recipient(to=[kept]))
    count = sum(len(group.to) for group in groups)
    rows, printed = [], 0
    for group in groups:
        braced = bool(group.purpose) and len(group.to) > 1
        names = []
        for name in group.to:
            printed += 1
            note = f" ({group.purpose})" if group.purpose and not braced else ""
            mark = layout.recipients.last if printed == count else layout.recipients.separator
            names.append(f"{layout.recipients.lead}{name.rstrip(SENTENCE_ENDS)}{note}{mark}")
        rows.append(RecipientRow(names, f"({group.purpose})" if braced else "", braced))
    return Recipients(rows, any(row.braced for row in rows))


def signature(signer: Signer, layout: Layout) -> SignatureBlock:
    """Return one signature block, with the prefixes of the layout."""
    words = layout.words
    prefixes = (
        (words["on_behalf"], signer.on_behalf),
        (words["deputy_for"], signer.deputy_for),
        (words["by_order"], signer.by_order_of),
        (words.get("authorised", "TUQ."), signer.authorised_by),
    )
    lines = [f"{prefix} {who}" for prefix, who in prefixes if who]
    post = f"{words['acting']} {signer.post}" if signer.acting else signer.post
    return SignatureBlock(signer.organisation or "", lines, post, signer.name or "")


def by_hand(post: str, name: str = "") -> SignatureBlock:
    """Return the block of somebody who signs by hand and writes the name below."""
    return SignatureBlock("", (), post, name, "(Ký, ghi rõ họ tên)")
