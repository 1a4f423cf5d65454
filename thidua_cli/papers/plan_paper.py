"""The context of the plan paper: plain data that the template prints."""

from datetime import date
from typing import Any

from markupsafe import Markup

from thidua_cli.model.plan import Plan, Recipient, Signer
from thidua_cli.page.layout import Layout, layout_for
from thidua_cli.papers.engine import prose
from thidua_cli.papers.plan_body import Block, Outline

_BLANK = "\u00a0"
_DAY_BLANK, _MONTH_BLANK, _YEAR_BLANK = _BLANK * 5, _BLANK * 5, _BLANK * 6
_BASIS_VERBS = ("căn cứ", "thực hiện", "theo", "hưởng ứng", "nhằm", "xét", "để", "tiếp tục", "triển khai")
_SENTENCE_ENDS = ".;,/ "

Context = dict[str, Any]


def plan_context(plan: Plan, today: date, words: Any) -> Context:
    """Return the context of the plan paper; ``today`` chooses the layout while the plan has no date."""
    layout = layout_for(plan.issuer.layout, plan.date.last if plan.date else today)
    blocks = Outline(plan, words, plan.numbering or layout.numbering).blocks()
    return {
        "layout": {"name": layout.name, "family": plan.issuer.layout, "words": dict(layout.words)},
        "title": plan.title,
        "author": plan.issuer.name,
        "date": plan.date.first.isoformat() if plan.date else "",
        "letterhead": letterhead(plan, layout),
        "kind": "Kế hoạch",
        "bases": bases(plan.bases, layout),
        "opening": plan.opening,
        "blocks": _ended(blocks, plan.closing, layout.end_mark),
        "recipients": recipients(plan, layout),
        "signers": [signer_lines(signer, layout) for signer in plan.signers],
    }


def letterhead(plan: Plan, layout: Layout) -> Context:
    """Return issuer, number and place-date as they are printed; what is not known yet stays blank."""
    number = plan.number.zfill(2) if plan.number else _BLANK * layout.number_blank
    return {
        "superior": plan.issuer.superior or "",
        "issuer": plan.issuer.name,
        "number": layout.number_line.format(number=number, kind="KH", issuer=plan.issuer.abbreviation),
        "place_date": place_date(plan),
    }


def place_date(plan: Plan) -> str:
    """Return ``Địa danh, ngày … tháng … năm …``; months 3 to 9 take no zero."""
    day, month, year = _DAY_BLANK, _MONTH_BLANK, _YEAR_BLANK
    if plan.date:
        year = str(plan.date.year)
        if plan.date.month:
            month = f"{plan.date.month:02d}" if plan.date.month < 3 else str(plan.date.month)
        if plan.date.day:
            day = f"{plan.date.day:02d}"
    return f"{plan.issuer.place}, ngày {day} tháng {month} năm {year}"


def bases(texts: list[str], layout: Layout) -> list[Markup]:
    """Return the lines of the legal bases, with the marks of the layout."""
    lines = []
    for number, text in enumerate(texts, start=1):
        mark = layout.bases.last if number == len(texts) else layout.bases.separator
        opened = text if text.lower().startswith(_BASIS_VERBS) else f"Căn cứ {text}"
        lines.append(prose(layout.bases.lead + opened.rstrip(_SENTENCE_ENDS) + mark))
    return lines


def recipients(plan: Plan, layout: Layout) -> Context:
    """Return the groups of "Nơi nhận": names with their marks, the common note, whether a brace is drawn."""
    groups = list(plan.recipients)
    if plan.archive:
        kept = layout.recipients.keep.format(places=", ".join(plan.archive))
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
            names.append(f"{layout.recipients.lead}{name.rstrip(_SENTENCE_ENDS)}{note}{mark}")
        rows.append({"names": names, "note": f"({group.purpose})" if braced else "", "braced": braced})
    return {"rows": rows, "braces": any(row["braced"] for row in rows)}


def signer_lines(signer: Signer, layout: Layout) -> Context:
    """Return one signature block: the lines above the post, the post, the name."""
    words = layout.words
    prefixes = (
        (words["on_behalf"], signer.on_behalf),
        (words["deputy_for"], signer.deputy_for),
        (words["by_order"], signer.by_order_of),
        (words.get("authorised", "TUQ."), signer.authorised_by),
    )
    lines = [f"{prefix} {who}" for prefix, who in prefixes if who]
    post = f"{words['acting']} {signer.post}" if signer.acting else signer.post
    return {
        "organisation": signer.organisation or "",
        "authority": lines,
        "post": post,
        "name": signer.name or "",
    }


def _ended(blocks: list[Block], closing: str | None, end_mark: str) -> list[tuple[str, Markup]]:
    """Give the last paragraph the mark that ends the paper, and the component that stays with the signature."""
    if closing:
        blocks = [*blocks, Block("closing", prose(closing))]
    *rest, last = blocks
    component = last.component if last.component in ("field", "item-2", "item-3") else "closing"
    ended = Block(component, Markup(str(last.html).rstrip(_SENTENCE_ENDS) + end_mark))
    return [(block.component, block.html) for block in (*rest, ended)]
