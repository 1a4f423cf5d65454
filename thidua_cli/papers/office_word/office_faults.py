"""What is wrong with an office's Word template, as a value: where, of which code, in a sentence."""

from collections.abc import Iterable
from dataclasses import dataclass

from thidua_cli.findings.catalogue import rules
from thidua_cli.findings.diagnostic import Diagnostic, Severity
from thidua_cli.papers.office_word.office_passages import Passage, Tag

STANDS_FOR = {"tr": "hàng", "tc": "ô", "p": "đoạn"}
"""What a tag takes out whole, by the letters behind its braces."""

BROKEN, NAME, BLOCK, BLANK = "template-tag", "template-name", "template-block", "template-blank"


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault: a code of the catalogue, a sentence, the remedy; ``at`` is its place in its passage, for order.

    ``severity`` is that of the catalogue unless it is told.
    """

    passage: Passage | None
    at: int
    code: str
    message: str
    hint: str = ""
    severity: Severity | None = None


def at_tag(tag: Tag, code: str, message: str, hint: str = "", severity: Severity | None = None) -> Fault:
    """Return a fault of one tag, told with the tag and the words around it."""
    return Fault(tag.passage, tag.start, code, f"{message}, ở “{tag.around}”", hint, severity)


def guard(tag: Tag, name: str) -> str:
    """Return what to write so that a tag is used only where ``name`` is there."""
    if tag.prefix in STANDS_FOR:
        home, opening = STANDS_FOR[tag.prefix], f"{{%{tag.prefix}"
        return f"thêm một {home} {opening} if {name} %}} phía trước, một {home} {opening} endif %}} phía sau"
    if tag.keyword:
        return f"viết: {{% if {name} %}}{tag.text} … {{% endif %}}"
    return f"viết: {{% if {name} %}}{tag.text}{{% endif %}}"


def told(faults: Iterable[Fault], file: str, passages: Iterable[Passage]) -> list[Diagnostic]:
    """Return faults as findings in the order of the file, each once: a text box stands there twice."""
    ranks = {id(passage): rank for rank, passage in enumerate(passages)}
    ordered = sorted(faults, key=lambda fault: (ranks.get(id(fault.passage), -1), fault.at))
    found: dict[tuple[str, str, str], Diagnostic] = {}
    for fault in ordered:
        place = fault.passage.place if fault.passage else ""
        rule = rules()[fault.code]
        severity, hint = fault.severity or rule.severity, fault.hint or rule.hint
        finding = Diagnostic(rule.code, severity, fault.message, hint, file=file, cell=place or None)
        found.setdefault((place, fault.code, fault.message), finding)
    return list(found.values())
