"""Recipients and signature blocks of a paper as the plan file holds them."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any

from thidua_cli.intake.report import Ledger
from thidua_cli.intake.structure.foot import LABEL, POST, PREFIX, is_signature
from thidua_cli.reading.papers.paper import Line, Run
from thidua_cli.vietnamese.casing import as_written, name_case, sentence_case

Data = dict[str, Any]

_LEAD = re.compile(r"^[-–+•\s]+")
_TAIL = " ;,./…"
_PURPOSES = (
    ("báo cáo", r"(?:để )?(?:báo cáo|b/c|bc|b\.c)"),
    ("thực hiện", r"(?:để )?(?:thực hiện|t/hiện|t/h|th|thi hành)"),
    ("phối hợp", r"(?:để )?(?:phối hợp|p/hợp|p/h|ph)"),
    ("chỉ đạo", r"(?:để )?(?:chỉ đạo|c/đ)"),
    ("gửi mạng", r"gửi mạng"),
)
# "(b/c)", or behind a dash "- để báo cáo"
_PURPOSE = tuple(
    (re.compile(rf"(?:\((?P<p>{words})\)|\s[-–]\s(?P<d>để {words}))\W*$", re.I), meant) for meant, words in _PURPOSES
)
_COPIES = re.compile(r"\s*\(\d+\s*[A-ZĐ]{0,3}(?:, \d+[A-ZĐ]{0,3})*\)\W*$")
_BRACE = re.compile(r"^\W*\}\s*\((?P<note>[^)]+)\)\W*$")
_NOTE = re.compile(r"\((?P<note>[^)]+)\)\W*")
_ARCHIVE = re.compile(r"lưu\b\s*:?\s*(?P<places>.+)$", re.I)
_ARCHIVE_PLACE = re.compile(r"\s*[,;]\s*(?![^(]*\))")
_REGISTER = re.compile(r"^\W*(?:eoffice|số eof|vnpt ioffice|ioffice)\b", re.I)
_SIGNATURE = re.compile(
    r"\(?\s*đã\s+ký\s*\)?|ký bởi:.*|thời gian ký:?.*|giờ ký.*|(?:email|cơ quan):.*|[+]?\d\d:\d\d.*|\[daky\]"
    r"|\(ký[^)]*\)",
    re.I,
)
_NAME = re.compile(r"(?:(?:TS|ThS|PGS|GS|BS|NGƯT|Ths)\.\s?)*[^\W\d_]+(?: [^\W\d_]+){1,5}")
_BOTH = re.compile(rf"(?P<first>{PREFIX}.+?)\s+(?P<post>PHÓ .+)")
_PREFIX_KEYS = {"T": "", "TM": "on_behalf", "KT": "deputy_for", "TL": "by_order_of", "TUQ": "authorised_by"}


def recipients_of(lines: Sequence[Line], ledger: Ledger) -> tuple[list[Data | str], list[str]]:
    """Return the recipients and the places where copies are kept."""
    found: list[Data | str] = []
    archive: list[str] = []
    open_group: list[str] = []
    last_row: tuple[int, ...] | None = None
    joined = _joined(lines)
    behind = {id(line): after for line, after in pairwise(joined)}
    for line in joined:
        text = _COPIES.sub(
            "", _LEAD.sub("", LABEL.sub("", line.text, count=1) if LABEL.match(line.text) else line.text)
        )
        if not text or _REGISTER.match(line.text):
            continue
        row = line.cell[:2] if line.cell else None
        if row != last_row:
            open_group.clear()
            last_row = row
        if brace := _brace(line):
            if id(line) in behind and _BRACE.match(behind[id(line)].text):
                open_group.clear()  # two braces in a row: which names are whose cannot be told
            _close_group(line, brace["note"], open_group, found, ledger)
        elif kept := _ARCHIVE.match(text):
            archive += [place.strip(_TAIL) for place in _ARCHIVE_PLACE.split(kept["places"]) if place.strip(_TAIL)]
        else:
            entry = _recipient(text)
            found.append(entry)
            if isinstance(entry, str):
                open_group.append(entry)
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
        if (
            joined
            and text.startswith("(")
            and not _brace(line)
            and not joined[-1].text.rstrip().endswith((";", ",", "."))
        ):
            joined[-1] = Line((*joined[-1].runs, Run(f" {text}")), joined[-1].place)
        else:
            joined.append(line)
    return joined


def _recipient(text: str) -> Data | str:
    for pattern, meant in _PURPOSE:
        if found := pattern.search(text):
            name = text[: found.start()].strip(_TAIL)
            words = found["p"] or found["d"]
            return {"to": name, "for": meant if "/" in words or len(words) < 4 else words.lower()}
    return text.strip(_TAIL)


def _close_group(line: Line, note: str, group: list[str], found: list[Data | str], ledger: Ledger) -> None:
    """Give the note of a brace to the names above it; two braces at the end do not tell which names are whose."""
    if not group:
        ledger.doubt(line, "nơi nhận", f"ghi chú chung “{note}” không rõ là của những nơi nhận nào")
        return
    del found[len(found) - len(group) :]
    found.append({"to": list(group), "for": note.strip().lower()})
    group.clear()


def signers_of(lines: Sequence[Line], prose: str) -> list[Data]:
    """Return the signature blocks: post, name, and for whom or in whose place."""
    blocks = []
    for column in _columns(lines):
        blocks += _blocks(column, prose)
    return [block for block in blocks if block.get("post")]


def _columns(lines: Sequence[Line]) -> list[list[str]]:
    columns: dict[object, list[str]] = {}
    for line in lines:
        key = (line.cell[0], line.cell[2]) if line.cell else None
        text = _SIGNATURE.sub("", line.text).strip(" ./")
        if text and (is_signature(line) or text.isupper() or _NAME.fullmatch(text)):
            columns.setdefault(key, []).append(line.text if is_signature(line) else text)
    return list(columns.values())


def _blocks(lines: Sequence[str], prose: str) -> list[Data]:
    """Read one column: a name ends a block."""
    blocks: list[Data] = []
    block: Data = {}
    for text in _one_a_line(lines):
        prefix, who = _prefix(text)
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
    return [*blocks, block] if block else blocks


def _one_a_line(lines: Iterable[str]) -> Iterable[str]:
    for text in lines:
        both = _BOTH.fullmatch(text)
        yield from (both["first"], both["post"]) if both else (text,)


def _prefix(text: str) -> tuple[str, str]:
    found = re.match(PREFIX, text)
    if not found:
        return "", text
    sign = re.sub(r"[./\s]", "", found[0]).upper()
    who = text[found.end() :].strip()
    return ("acting" if sign == "Q" else _PREFIX_KEYS.get(sign, "")), who
