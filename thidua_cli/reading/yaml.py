"""YAML to plain data with places.

Every scalar stays the text that was typed (``no``, ``0123``, ``12:30``); only an empty value is None. Anchors
are followed within bounds and tags are refused, so that no file can build objects or grow without limit.
The data is built from the events of the parser: its own composer recurses, and deep nesting kills the process.
"""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import NoReturn

import yaml

from thidua_cli.findings.diagnostic import Diagnostic, Related
from thidua_cli.reading.bytes import decode, read_bytes
from thidua_cli.reading.document import Data, Document, Place, child
from thidua_cli.reading.refusals import PLAN, empty
from thidua_cli.reading.yaml_faults import (
    TOO_DEEP,
    character_fault,
    control_words,
    cut_number,
    cut_words,
    syntax_fault,
    uncut,
)
from thidua_cli.vietnamese.text import control_character, without_control

MAX_NODES = 300_000
MAX_DEPTH = 40
MAX_PATH = 300
MAX_FAULTS = 200
_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_EMPTY = frozenset(("", "~", "null", "Null", "NULL"))
_BLOCKS = ("|", ">")
_QUOTE_IT = "đặt giá trị trong dấu nháy kép"


def read_yaml(path: Path) -> Document:
    """Read one YAML file; faults of reading are in the result, an unreadable file raises `ThiduaError`."""
    return parse_yaml(read_bytes(path, PLAN), str(path))


def parse_yaml(content: bytes, file: str) -> Document:
    """Build the document of a YAML text; ``file`` is the name that messages show."""
    document = Document(file)
    text = decode(content, document, PLAN)
    if text is None:
        return document
    builder = _Builder(document)
    try:
        for event in yaml.parse(text, Loader=_Loader):
            builder.take(event)
    except yaml.MarkedYAMLError as error:
        document.faults.append(syntax_fault(document, error))
    except yaml.YAMLError:
        document.faults.append(character_fault(document, text))
    except _Stop:
        pass
    if not document.faults and document.data is None:
        raise empty(file, "ghi nội dung hoặc xóa tệp; kế hoạch mới thì tạo bằng lệnh: thidua new-plan THƯ_MỤC")
    return document


@dataclass
class _Frame:
    """A mapping or list that is still open; ``key`` waits for its value."""

    data: dict[str, Data] | list[Data]
    path: str
    anchor: str | None
    nodes_before: int
    key: str | None = None
    flow: bool = False
    last_key: str = ""
    rest: bool = False  # the last key was the rest of a number: it has no value


class _Stop(Exception):
    """Reading goes no further: what is told of the file is enough."""


class _Builder:
    """Turns parser events into data, places and findings; without recursion, so depth is harmless."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.stack: list[_Frame] = []
        self.anchors: dict[str, tuple[Data, int]] = {}
        self.nodes = 0

    def take(self, event: yaml.Event) -> None:
        """Take the next event of the parser."""
        if isinstance(event, yaml.ScalarEvent):
            if self.stack and self.stack[-1].rest:
                self.stack[-1].rest = False
            elif self._awaits_key():
                self._key(event)
            else:
                self._scalar(event)
        elif isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
            self._open(event)
        elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            self._close()
        elif isinstance(event, yaml.AliasEvent):
            self._alias(event)
        elif isinstance(event, yaml.DocumentStartEvent) and self.document.values:
            message = "tệp có nhiều hơn một phần, ngăn bằng “---”"
            self._refuse(event, message, "bỏ dòng “---”, hoặc tách thành tệp riêng")

    def _path(self, event: yaml.Event) -> str:
        """Return the path of the value that begins here, and keep its place."""
        path = ""
        if self.stack:
            frame = self.stack[-1]
            path = child(frame.path, len(frame.data) if isinstance(frame.data, list) else frame.key or "")
        self.document.values.setdefault(path, _place(event))
        self.nodes += 1
        if self.nodes > MAX_NODES:
            message = f"tệp có hơn {MAX_NODES} mục: quá lớn, hoặc nhân bản quá nhiều bằng dấu & và *"
            self._refuse(event, message, "kế hoạch chỉ vài trăm mục: có lẽ đây là tệp khác")
        if len(self.stack) > MAX_DEPTH or len(path) > MAX_PATH:
            self._refuse(event, *TOO_DEEP)
        if tag := getattr(event, "tag", None):
            name = without_control(tag).replace("tag:yaml.org,2002:", "!!")[:40]
            self._fault(path, f"dấu ! ở đầu giá trị (thẻ “{name}”) không dùng được", _QUOTE_IT)
        return path

    def _put(self, value: Data) -> None:
        if not self.stack:
            self.document.data = value
            return
        frame = self.stack[-1]
        if isinstance(frame.data, list):
            frame.data.append(value)
        elif frame.key is not None:
            frame.data.setdefault(frame.key, value)
            frame.key = None

    def _awaits_key(self) -> bool:
        return bool(self.stack) and isinstance(self.stack[-1].data, dict) and self.stack[-1].key is None

    def _open(self, event: yaml.MappingStartEvent | yaml.SequenceStartEvent) -> None:
        if self._awaits_key():
            message = "tên khóa phải là chữ, không phải danh sách hay các khóa con"
            self._refuse(event, message, "xem lại dấu ngoặc và dấu hai chấm")
        before = self.nodes
        data: dict[str, Data] | list[Data] = {} if isinstance(event, yaml.MappingStartEvent) else []
        self.stack.append(_Frame(data, self._path(event), event.anchor, before, flow=bool(event.flow_style)))

    def _close(self) -> None:
        frame = self.stack.pop()
        if frame.anchor:
            self.anchors[frame.anchor] = (frame.data, self.nodes - frame.nodes_before)
        self._put(frame.data)

    def _alias(self, event: yaml.AliasEvent) -> None:
        name = event.anchor or ""
        if self._awaits_key() or name not in self.anchors:
            self._refuse(event, f"dấu * ở đầu giá trị (“*{name[:40]}”) có nghĩa đặc biệt", _QUOTE_IT)
        value, size = self.anchors[name]
        self.nodes += size
        self._path(event)
        self._put(value)

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        path = self._path(event)
        text = None if not event.style and event.value in _EMPTY else self._printable(event, path)
        if text and event.style in _BLOCKS and "\n" in text.rstrip("\n"):
            text = self._paragraphs(event, path) or text
        if event.anchor:
            self.anchors[event.anchor] = (text, 1)
        self._put(text)

    def _paragraphs(self, event: yaml.ScalarEvent, path: str) -> str:
        """Return a text below ``|`` or ``>-`` with its paragraphs parted by a blank line, whichever sign is used.

        Each paragraph has its place, as if it were an entry of a list; a text of one paragraph gives nothing.
        """
        if event.start_mark is None or event.end_mark is None:
            return ""
        first, last, lines = event.start_mark.line + 1, event.end_mark.line, self.document.lines
        paragraphs: list[list[str]] = [[]]
        places: list[Place] = []
        for row, line in enumerate(lines[first : last + 1], first):
            indent = len(line) - len(line.lstrip())
            if row == last and places and indent + 1 < places[0].column:
                break  # the parser stops in the last line of the text where the file ends, else in the line below it
            if not line.strip():
                paragraphs += [[]] if paragraphs[-1] else []
                continue
            if not paragraphs[-1]:
                places.append(Place(row + 1, indent + 1, True))
            paragraphs[-1].append(line.strip())
        if len(places) < 2:
            return ""
        self.document.values.update((f"{path}[{number}]", place) for number, place in enumerate(places))
        return "\n\n".join(" ".join(lines) for lines in paragraphs if lines)

    def _key(self, event: yaml.ScalarEvent) -> None:
        frame = self.stack[-1]
        if self._cut_number(event, frame):
            return
        key = self._printable(event, frame.path)
        path = child(frame.path, key)
        if key in frame.data:
            first = Related.at(self.document.spot(path, key=True), "đã khai ở đây")
            message = f"khóa “{key[:40]}” lặp lại, đã khai ở dòng {first.line}"
            hint = "giữ lại một khóa và bỏ khóa kia"
            fault = self.document.diagnostic("duplicate-key", path, message, hint, at=_place(event))
            self._tell(replace(fault, related=(first,)))
        self.document.keys.setdefault(path, _place(event))
        frame.key = frame.last_key = key

    def _cut_number(self, event: yaml.ScalarEvent, frame: _Frame) -> bool:
        """Tell whether a key is the rest of a number: within braces a comma parts keys, as in ``{amount: 710,000}``.

        It is told once, and the number is put together again, so that nothing else is told of it.
        """
        if not frame.flow or not isinstance(frame.data, dict) or frame.last_key not in frame.data:
            return False
        number = cut_number(self.document, _place(event))
        if number is None:
            return False
        path, whole = child(frame.path, frame.last_key), uncut(number)
        if frame.data[frame.last_key] != whole:
            frame.data[frame.last_key] = whole
            self._fault(path, *cut_words(number))
        frame.rest = True
        return True

    def _printable(self, event: yaml.ScalarEvent, path: str) -> str:
        """Return the text; control characters (``"\\a"``) are faults and never reach messages and papers."""
        bad = control_character(event.value)
        if bad is None:
            return str(event.value)
        self._fault(path, *control_words(event.value[bad]), at=_place(event))
        return without_control(event.value)

    def _fault(self, path: str, message: str, hint: str, at: Place | None = None) -> None:
        self._tell(self.document.diagnostic("yaml-syntax", path, message, hint, at=at))

    def _tell(self, fault: Diagnostic) -> None:
        self.document.faults.append(fault)
        if len(self.document.faults) >= MAX_FAULTS:
            raise _Stop  # nobody reads more

    def _refuse(self, event: yaml.Event, message: str, hint: str) -> NoReturn:
        """Stop at what no campaign needs."""
        self._fault("", message, hint, at=_place(event))
        raise _Stop


def _place(event: yaml.Event) -> Place:
    mark = event.start_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    return Place(line + 1, column + 1, isinstance(event, yaml.ScalarEvent) and not event.anchor)
