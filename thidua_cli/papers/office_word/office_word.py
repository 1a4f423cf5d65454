"""A paper through the office's own Word template: strict names, values as they are, nothing from outside."""

import io
import re
import sys
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from docx.opc.constants import CONTENT_TYPE
from docxtpl import DocxTemplate  # type: ignore[import-untyped]
from jinja2 import Undefined, UndefinedError
from jinja2.environment import Template
from lxml import etree
from markupsafe import Markup

from thidua_cli.findings.diagnostic import Severity
from thidua_cli.page.archive import CORE, Entry, archived, packed
from thidua_cli.papers.bounded import Sandbox, bounded
from thidua_cli.papers.office_word.office_faults import BLANK, BROKEN, NAME, Fault, at_tag, guard
from thidua_cli.papers.office_word.office_guards import guarded
from thidua_cli.papers.office_word.office_passages import TAG, Part, Tag
from thidua_cli.papers.office_word.office_values import NO_VALUE, Nothing, as_xml, set_marks
from thidua_cli.papers.template_faults import Unknown, template_words
from thidua_cli.reading.papers.word_package import W

# What gives XML of the author, what gives another result each time, what takes names that nobody can look up.
_LEFT_OUT = (
    "attr", "e", "escape", "filesizeformat", "forceescape", "pprint", "random", "safe", "striptags", "tojson",
    "urlize", "xmlattr",
)  # fmt: skip
_LIST_NAMES = "xem các tên dùng được bằng lệnh: thidua template list"
_LOOP = "lặp {% for x in … %} thay cho số thứ tự, hoặc đặt trong điều kiện: {% if … | length > 1 %} … {% endif %}"


def environment(finalize: Any = None) -> Sandbox:
    """Return the environment of Word templates: no names but those of the paper, no filter that makes XML."""
    env = Sandbox(autoescape=True, undefined=Unknown, finalize=finalize)
    env.globals.clear()
    for name in _LEFT_OUT:
        del env.filters[name]
    env.tests["none"] = _is_nothing
    return env


_IN_WORDS = re.compile("[\t\a\n\f]")
"""Signs that the library makes into elements of Word: tabs, paragraphs, breaks of lines and pages."""


def _is_nothing(value: Any) -> bool:
    return value is None or isinstance(value, Nothing)


@dataclass
class Printing:
    """What one printing of a template told: faults, the tags that printed nothing, how often each was printed."""

    faults: list[Fault] = field(default_factory=list)
    times: dict[Tag, int] = field(default_factory=dict)
    empty: dict[Tag, int] = field(default_factory=dict)

    def blanks(self) -> Iterator[Fault]:
        """Yield a fault for each tag that printed nothing, or nothing in some of its lines."""
        for tag, count in self.empty.items():
            times = self.times[tag]
            share = f" ở {count} trong {times} lần in" if times > 1 else ""
            hint = f"bổ sung dữ kiện vào phong trào; nếu được phép trống thì {guard(tag, guarded(tag.inside))}"
            yield at_tag(tag, BLANK, f"thẻ {tag.text} in ra trống{share}", hint)


class Form(DocxTemplate):  # type: ignore[misc]
    """A template in the library: opened and understood once, filled in for many documents.

    Of the library ``render_xml_part`` is replaced: strict about XML, and each fault at its tag. ``build_xml``,
    ``build_headers_footers_xml`` and ``render_footnotes`` would read the parts again, which hold the last document by
    then: here they take them as they were found. ``render_properties`` would fill in what no reader sees.
    In front of each tag's content a line feed is put, so that the line that Jinja tells is the number of the tag.
    """

    def __init__(self, content: bytes, parts: Sequence[Part]) -> None:
        super().__init__(io.BytesIO(content))
        self.init_docx()
        self.told = Printing()
        self.environment = environment(self._finalized)
        self._parts = {f"/{part.name}": part for part in parts}
        self._tags: Sequence[Tag] = ()
        self._done: dict[str, str] = {}
        self._compiled: dict[str, Template] = {}
        self._packed: dict[str, Entry] = {}
        self._core: bytes | None = None
        self._body = self.patch_xml(self.get_xml())
        self._edges = {uri: list(self._found_edges(uri)) for uri in (self.HEADER_URI, self.FOOTER_URI)}
        known = self.docx.part.package.iter_parts()
        notes = [part for part in known if part.content_type == CONTENT_TYPE.WML_FOOTNOTES]
        self._notes = [(part, self.patch_xml(part.blob.decode())) for part in notes]

    def printed(self, context: Mapping[str, Any]) -> tuple[bytes, Printing]:
        """Return the Word file of a context, and what printing it told."""
        self.told, self._done = Printing(), {}
        self.render(context, self.environment)
        return self._archived(), self.told

    def init_docx(self, reload: bool = True) -> None:  # noqa: ARG002 -- as the library has it
        """Open the template, once."""
        super().init_docx(reload=False)

    def build_xml(self, context: Mapping[str, Any], _env: Any = None) -> str:
        """Return the text of the document filled in."""
        return self.render_xml_part(self._body, self.docx.part, context)

    def _found_edges(self, uri: str) -> Iterator[tuple[str, Any, str, str]]:
        """Yield the headers or footers: the key of each, the part, its encoding, its XML."""
        for key, part in self.get_headers_footers(uri):
            xml = self.get_part_xml(part)
            yield key, part, self.get_headers_footers_encoding(xml), self.patch_xml(xml)

    def build_headers_footers_xml(
        self, context: Mapping[str, Any], uri: str, _env: Any = None
    ) -> Iterator[tuple[str, bytes]]:
        """Yield the headers or footers filled in, by their keys."""
        for key, part, encoding, xml in self._edges[uri]:
            yield key, self.render_xml_part(xml, part, context).encode(encoding)

    def render_footnotes(self, context: Mapping[str, Any], _env: Any = None) -> None:
        """Fill in the footnotes."""
        for part, xml in self._notes:
            part._blob = self.render_xml_part(xml, part, context).encode()

    def _archived(self) -> bytes:
        """Return the Word file: entries tell no time, core properties are marked. What has no tag is packed once."""
        package = self.docx.part.package
        if not self._packed:
            stream = io.BytesIO()
            self.docx.save(stream)
            with zipfile.ZipFile(stream) as archive:
                self._packed = {name: packed(name, archive.read(name)) for name in archive.namelist()}
                if self._packed.pop(CORE, None):
                    self._core = archive.read(CORE)
        blobs = {str(part.partname): part.blob for part in package.iter_parts() if str(part.partname) in self._done}
        entries = self._packed | {name[1:]: packed(name[1:], blob) for name, blob in blobs.items()}
        return archived(list(entries.values()), self._core)

    def render_xml_part(self, src_xml: str, part: Any, context: Mapping[str, Any], _env: Any = None) -> str:
        """Return the XML of a part with its tags filled in; faults are kept, the part then stays as it was.

        The library asks for a part once for each section that shows it.
        """
        name = str(part.partname)
        if name not in self._done:
            self._tags = self._parts[name].tags
            self._done[name] = self._filled(name, src_xml, context)
        return self._done[name]

    def _filled(self, name: str, xml: str, context: Mapping[str, Any]) -> str:
        if len(TAG.findall(xml)) != len(self._tags):
            message = "mẫu có thẻ mà thidua không tìm thấy chỗ trên trang"
            self.told.faults.append(Fault(None, 0, BROKEN, message, "gõ lại các thẻ thành chữ thường"))
            return xml
        try:
            with bounded():
                text = self._template(name, xml).render(context)
            if _IN_WORDS.search(text):
                text = str(self.resolve_listing(text))
            root = etree.fromstring(text.encode())
        except etree.XMLSyntaxError:
            self._tell(1, "các thẻ làm hỏng cách sắp xếp của trang", "đặt thẻ mở và thẻ đóng trong cùng một khung")
            return xml
        except UndefinedError as error:
            self._undefined(error)
            return xml
        except Exception as error:
            self._tell(_line(error), template_words(error), "")
            return xml
        _mend(root)
        return str(etree.tostring(root, encoding="unicode"))

    def _template(self, name: str, xml: str) -> Template:
        """Return a part as a template of Jinja."""
        if name not in self._compiled:
            source = TAG.sub(lambda tag: f"{tag[0][:2]}\n{_letters(tag[0][2:])}", xml.replace("\n", " "))
            self._compiled[name] = self.environment.from_string(source)
        return self._compiled[name]

    def render_properties(self, _context: Mapping[str, Any], _env: Any = None) -> None:
        """Leave the properties of the template: they are of its author, and no text of the paper."""

    def _undefined(self, error: UndefinedError) -> None:
        """Keep the fault of a tag that loops over nothing, or makes something of it."""
        tag, message = self._tag_at(_line(error)), template_words(error)
        if message == NO_VALUE:
            self.told.faults.append(_nothing(tag))
        else:
            self.told.faults.append(at_tag(tag, NAME, message, _found_by(message)))

    def _tell(self, line: int, message: str, hint: str) -> None:
        self.told.faults.append(at_tag(self._tag_at(line), NAME, message, hint))

    def _tag_at(self, line: int) -> Tag:
        return self._tags[min(max(line - 2, 0), len(self._tags) - 1)]

    def _finalized(self, value: Any) -> Any:
        """Return what is printed for a value; one that is none, or no text, is a fault of the tag that asks for it."""
        tag = self._printing()
        if tag is None:
            return as_xml(value)
        self.told.times[tag] = self.told.times.get(tag, 0) + 1
        if fault := _unprintable(tag, value):
            self.told.faults.append(fault)
            return Markup()
        xml = as_xml(value)
        if not xml.strip():
            self.told.empty[tag] = self.told.empty.get(tag, 0) + 1
        return xml

    def _printing(self) -> Tag | None:
        """Return the tag that is being printed; None while the template is made."""
        frame = sys._getframe(2)
        template = frame.f_globals.get("__jinja_template__")
        if not isinstance(template, Template):
            return None
        return self._tags[_source_line(template, frame.f_lineno) - 2]


@lru_cache(maxsize=1024)  # the library looks through all lines each time
def _source_line(template: Template, line: int) -> int:
    return int(template.get_corresponding_lineno(line))


def _letters(xml: str) -> str:
    """Return the content of a tag as it was typed: the page holds it as XML, of which the library undoes a part."""
    return xml.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def _unprintable(tag: Tag, value: Any) -> Fault | None:
    name = tag.inside
    if isinstance(value, Nothing):
        return _nothing(tag)
    if isinstance(value, Undefined):
        return at_tag(tag, NAME, value._undefined_message, _found_by(value._undefined_message))
    if isinstance(value, bool):
        return at_tag(tag, NAME, f"“{name}” chỉ là đúng hoặc sai, không in được", "dùng trong {% if … %}")
    if not isinstance(value, str | int | float):
        return at_tag(tag, NAME, f"“{name}” là danh sách hoặc nhóm, không in thẳng được", "lặp bằng {% for … %}")
    return None


def _found_by(message: str) -> str:
    """Return the remedy of what a template asks for and nobody gives: an entry of a list, or a name."""
    return _LOOP if message.startswith("danh sách") else _LIST_NAMES


def _nothing(tag: Tag) -> Fault:
    """Return the fault of a tag that needs what this campaign does not have; its remedy is the line to write.

    A count of none is a count: the condition asks whether there is one.
    """
    name = guarded(tag.inside)
    return at_tag(tag, BLANK, f"{NO_VALUE} “{name}”", guard(tag, f"{name} is not none"), Severity.ERROR)


def _line(error: Exception) -> int:
    """Return the line of the template at which an error was raised."""
    from jinja2.debug import rewrite_traceback_stack

    if isinstance(getattr(error, "lineno", None), int):
        return int(error.lineno)  # type: ignore[attr-defined]
    line, trace = 2, rewrite_traceback_stack().__traceback__
    while trace:
        if trace.tb_frame.f_code.co_filename == "<template>":
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


def _mend(root: etree._Element) -> None:
    """Set bold and italic, and what loops over nothing left: a cell without a paragraph, a table without rows."""
    set_marks(root)
    for kind, needed in (("tr", "tc"), ("tbl", "tr")):
        for element in list(root.iter(f"{W}{kind}")):
            home = element.getparent()
            if home is not None and element.find(f".//{W}{needed}") is None:
                home.remove(element)
    for cell in root.iter(f"{W}tc"):
        if cell[-1].tag != f"{W}p":
            cell.append(etree.Element(f"{W}p"))
