"""Recipients and signature blocks of a paper as the plan file holds them."""

import re
from collections.abc import Iterable, Sequence

from thidua_cli.intake.facts.issuer import BLANK
from thidua_cli.intake.report import Data, Ledger, quoted
from thidua_cli.intake.structure.anatomy import LABEL, POST, PREFIX, is_signature
from thidua_cli.intake.words import listed, one_of
from thidua_cli.reading.papers.paper import Line, Run
from thidua_cli.vietnamese.casing import as_written, name_case, sentence_case

_LETTER = re.compile(r"[^\W_]")
_LEAD = re.compile(r"^[-–+•\s]+")
_TAIL = " ;,./…"
# "(b/c)", or behind a dash "- để báo cáo"
_PURPOSES = {
    meant: re.compile(rf"(?:\((?P<p>{words})\)|\s[-–]\s(?P<d>để {words}))\W*$", re.I)
    for meant, words in listed("purposes").items()
}
_COPIES = re.compile(r"\s*\(\d+\s*[A-ZĐ]{0,3}(?:, \d+[A-ZĐ]{0,3})*\)\W*$")
_BRACE = re.compile(r"^\W*\}\s*\((?P<note>[^)]+)\)\W*$")
_NOTE = re.compile(r"\((?P<note>[^)]+)\)\W*")
_ARCHIVE = re.compile(r"lưu\b\s*:?\s*(?P<places>.+)$", re.I)
_ARCHIVE_PLACE = re.compile(r"\s*[,;]\s*(?![^(]*\))")
_REGISTER = re.compile(r"^\W*(?:eoffice|số eof|vnpt ioffice|ioffice)\b", re.I)
_STAMP = re.compile(one_of("stamps"), re.I)
_NAME = re.compile(r"(?:(?:TS|ThS|PGS|GS|BS|NGƯT|Ths)\.\s?)*[^\W\d_]+(?: [^\W\d_]+){1,5}")
_BOTH = re.compile(rf"^({PREFIX}.+?)\s+(PHÓ .+)$")
_PREFIX_KEYS = {"TM": "on_behalf", "KT": "deputy_for", "TL": "by_order_of", "TUQ": "authorised_by", "Q": "acting"}


def recipients_of(lines: Sequence[Line], ledger: Ledger) -> tuple[list[Data | str], list[str]]:
    """Return the recipients and the places where copies are kept."""
    found: list[Data | str] = []
    archive: list[str] = []
    open_group: list[str] = []
    last_row: tuple[int, ...] | None = None
    joined = _joined(lines)
    for line, behind in zip(joined, [*joined[1:], None], strict=False):
        text = _COPIES.sub("", _LEAD.sub("", LABEL.sub("", line.text)))
        if not text or _REGISTER.match(line.text):
            continue
        row = line.cell[:2] if line.cell else None
        if row != last_row:
            open_group, last_row = [], row
        if brace := _brace(line):
            # Two braces in a row: which names are whose cannot be told.
            if not open_group or (behind and _BRACE.match(behind.text)):
                words = f"ghi chú chung “{brace['note']}” không rõ là của những nơi nhận nào"
                ledger.doubt(line, "nơi nhận", words)
            else:
                found[-len(open_group) :] = [{"to": open_group, "for": brace["note"].strip().lower()}]
            open_group = []
        elif kept := _ARCHIVE.match(text):
            archive += filter(None, (place.strip(_TAIL) for place in _ARCHIVE_PLACE.split(kept["places"])))
        else:
            entry = _recipient(text)
            name = entry if isinstance(entry, str) else entry["to"]
            if not _LETTER.search(name):
                ledger.doubt(line, "nơi nhận", f"{quoted(line.text)}: không có tên nơi nhận nên bỏ")
                continue
            found.append(entry)
            if entry == name:
                open_group.append(name)
    if found:
        ledger.fact("recipients", lines[0], f"{len(found)} dòng")
    return found, archive


def _brace(line: Line) -> re.Match[str] | None:
    """Return the common note of the names before it: behind a brace, or in the column behind the names."""
    behind = line.cell is not None and line.cell[2] > 0
    return _BRACE.match(line.text) or (_NOTE.fullmatch(line.text) if behind else None)


def _joined(lines: Iterable[Line]) -> list[Line]:
    """Join a line that begins with a bracket to the name above it: ``Trưởng Khối`` + ``(Sở Nội vụ)``."""
    joined: list[Line] = []
    for line in lines:
        text = _LEAD.sub("", line.text)
        goes_on = text.startswith("(") and not _brace(line)
        if goes_on and joined and not joined[-1].text.rstrip().endswith((";", ",", ".")):
            joined[-1] = Line((*joined[-1].runs, Run(f" {text}")), joined[-1].place)
        else:
            joined.append(line)
    return joined


def _recipient(text: str) -> Data | str:
    for meant, pattern in _PURPOSES.items():
        if found := pattern.search(text):
            name = text[: found.start()].strip(_TAIL)
            words = found["p"] or found["d"]
            return {"to": name, "for": meant if "/" in words or len(words) < 4 else words.lower()}
    return text.strip(_TAIL)


def signers_of(lines: Sequence[Line], prose: str, ledger: Ledger) -> list[Data]:
    """Return the signature blocks: post, name, and for whom or in whose place."""
    columns: dict[object, list[str]] = {}
    for line in lines:
        text = _STAMP.sub("", line.text).strip(" ./")
        if text and is_signature(line):
            text = line.text
        elif not text.isupper() and not _NAME.fullmatch(text):
            continue
        key = (line.cell[0], line.cell[2]) if line.cell else None
        # A post and that of the deputy in one line are two lines by rights.
        columns.setdefault(key, []).extend(_BOTH.sub(r"\1\n\2", text).split("\n"))
    blocks = [block for column in columns.values() for block in _blocks(column, prose) if block.get("post")]
    for index, block in enumerate(blocks):
        ledger.fact(f"signers[{index}]", lines[0], f"{block['post']} {block.get('name', '')}".strip())
    if not blocks:
        first = lines[0] if lines else None
        ledger.fact("signers", first, BLANK, sure=False, words="không đọc được khối chữ ký")
    return blocks or [{"post": BLANK}]


def _blocks(column: Sequence[str], prose: str) -> list[Data]:
    """Read one column: a name ends a block."""
    blocks: list[Data] = []
    block: Data = {}
    for text in column:
        found = re.match(PREFIX, text)
        prefix = _PREFIX_KEYS[re.sub(r"[./\s]", "", found[0])] if found else ""
        who = text[found.end() :].strip() if found else text
        if not who:
            continue
        if prefix == "acting":
            block["acting"], block["post"] = True, sentence_case(who)
        elif prefix:
            block[prefix] = as_written(who, prose)
        elif re.match(rf"{POST}\b", text) and text.isupper():
            block["post"] = sentence_case(text)
        elif text.isupper() and "post" not in block and not set(block) - {"organisation"}:
            block["organisation"] = as_written(text, prose)
        elif _NAME.fullmatch(text) and "post" in block:
            blocks.append({**block, "name": name_case(text)})
            block = {}
    return [*blocks, block]
