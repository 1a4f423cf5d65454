"""What all papers print alike: the letterhead, bases, recipients and signatures, from an `Issuing` and a layout."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from thidua_cli.model.dates import PartialDate
from thidua_cli.model.plan import Recipient, Signer
from thidua_cli.page.layout import Layout, layout_for
from thidua_cli.papers.engine import prose
from thidua_cli.papers.issuing import Issuing
from thidua_cli.vietnamese.dates import written_day, written_month
from thidua_cli.vietnamese.emphasis import SENTENCE_ENDS, ended

_BLANK = "\u00a0"
_DAY_BLANK, _MONTH_BLANK, _YEAR_BLANK = _BLANK * 5, _BLANK * 5, _BLANK * 6
_BASIS_VERBS = ("căn cứ", "thực hiện", "theo", "hưởng ứng", "nhằm", "xét", "để", "tiếp tục", "triển khai")


@dataclass(frozen=True, slots=True)
class LayoutWords:
    """What templates know of the layout: its name, its words, the national lines each with its component."""

    name: str
    words: Mapping[str, str]
    national: Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Letterhead:
    """Issuer, number and place-date as printed; ``number`` is empty on a paper without a number of its own."""

    superior: str
    issuer: str
    number: str
    place_date: str


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
    """One signature: the lines above the post, the post, the name."""

    organisation: str
    authority: Sequence[str]
    post: str
    name: str


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


def layout_of(issuing: Issuing, today: date) -> Layout:
    """Return the layout of the issuer that is in force on the day of the paper, or today while it has none."""
    return layout_for(issuing.issuer.layout, issuing.day.last if issuing.day else today)


def frame(issuing: Issuing, layout: Layout, title: str) -> Frame:
    """Return what all papers share; a number or day that is not known yet stays blank."""
    issuer = issuing.issuer
    place_date = f"{issuer.place}, {day_line(issuing.day)}"
    return Frame(
        layout=LayoutWords(layout.name, dict(layout.words), list(layout.national.items())),
        title=title,
        author=issuer.name,
        date=issuing.day.first.isoformat() if issuing.day else "",
        letterhead=Letterhead(issuer.superior or "", issuer.name, number_line(issuing, layout), place_date),
        kind=issuing.kind.name,
        bases=bases(issuing.bases, layout),
        recipients=recipients(issuing, layout),
        signers=[signature(signer, layout) for signer in issuing.signers],
    )


def number_line(issuing: Issuing, layout: Layout) -> str:
    """Return ``Số: 12/KH-UBND``; a kind without a sign (a list) has no number of its own."""
    sign = issuing.kind.sign_in(layout.family)
    if not sign:
        return ""
    number = issuing.number.zfill(2) if issuing.number else _BLANK * layout.number_blank
    return layout.number_line.format(number=number, kind=sign, issuer=issuing.issuer.abbreviation)


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
