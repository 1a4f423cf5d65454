"""The sandboxed Jinja environment: strict names, escaped values, no way out of the template folders."""

import re
from collections.abc import Callable
from functools import cache
from importlib.resources.abc import Traversable
from pathlib import Path, PurePosixPath
from typing import Any

from jinja2 import FunctionLoader
from markupsafe import Markup, escape

from thidua_cli.errors import ThiduaError
from thidua_cli.files import shipped
from thidua_cli.papers.bounded import Sandbox
from thidua_cli.papers.template_faults import Unknown, office_templates, refuse_misnamed
from thidua_cli.vietnamese.emphasis import BOLD, BOTH, ITALIC, spans
from thidua_cli.vietnamese.text import control_character
from thidua_cli.writing.yaml_text import flow, flow_scalar

_WORDING = "wording.j2"
_RANGE = re.compile("(?<![0-9/])([0-9]{1,4}|[0-9]+,[0-9]+)\u00a0- (?=[0-9]{1,4}(?![0-9/]))")
_TAGS = {BOLD: ("<b>", "</b>"), ITALIC: ("<i>", "</i>"), BOTH: ("<b><i>", "</i></b>")}


@cache
def environment(folder: Path | None = None) -> Sandbox:
    """Return the environment over the shipped templates; those in ``folder`` come first where given.

    It is shared by all that is made of templates, so nobody changes it afterwards.
    """
    folders: list[Path | Traversable] = [shipped("templates")]
    if folder:
        refuse_misnamed(folder, folders[0])
        folders.insert(0, folder)
    env = Sandbox(
        loader=FunctionLoader(lambda name: _template_text(folders, name)),
        autoescape=lambda name: not (name or "").endswith(".yaml.j2"),
        undefined=Unknown,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    del env.globals["lipsum"]  # words of no paper, and as many as one asks for
    env.filters |= {"prose": prose, "yaml": flow_scalar, "flow": flow}
    return env


def _template_text(folders: list[Path | Traversable], name: str) -> tuple[str, str, None] | None:
    """Return text and file name of a template; a name that leads out of the folders finds nothing."""
    parts = PurePosixPath(name).parts
    if not parts or ".." in parts or "\\" in name or name.startswith("/"):
        return None
    for folder in folders:
        found = folder.joinpath(*parts)
        inside = not isinstance(found, Path) or found.resolve().is_relative_to(Path(str(folder)).resolve())
        if inside and found.is_file():
            return _decoded(found), str(found), None
    return None


def _decoded(template: Path | Traversable) -> str:
    """Return the text of a template; one in another encoding, or with signs that no paper can hold, is refused."""
    content = template.read_bytes()
    try:
        text = content.decode("utf-8-sig")
        bad = control_character(text)
    except UnicodeDecodeError as error:
        text, bad = content[: error.start].decode("utf-8"), error.start
    if bad is None:
        return text
    line = text.count("\n", 0, bad) + 1
    message = f"mẫu {template}, dòng {line}: không phải chữ ở bảng mã UTF-8"
    raise ThiduaError(message, "mở tệp bằng Notepad, chọn Save As, ở ô Encoding chọn UTF-8 rồi lưu lại")


def render(template: str, context: dict[str, Any], folder: Path | None = None) -> str:
    """Return the HTML of one paper; a fault in a template of ``folder`` is a `ThiduaError` with file and line."""
    with office_templates(folder, template):
        return environment(folder).get_template(template).render(context)


class Wording:
    """The macros of ``wording.j2``: each words facts (periods, quotas, deadlines) as a sentence of prose.

    Macros give HTML. It becomes prose again: what happens to a sentence until it is printed happens to its letters,
    and not to ``&#34;``.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        with office_templates(folder, _WORDING):
            self._macros = environment(folder).get_template(_WORDING).module

    def __getattr__(self, name: str) -> Callable[[Any], str]:
        """Return the macro of that name."""
        macro = getattr(self._macros, name, None)
        if macro is None:
            message = f"mẫu {_WORDING} thiếu macro “{name}”"
            raise ThiduaError(message, "chép lại macro đó từ tệp cùng tên trong thư mục templates của thidua")

        def sentence(facts: Any) -> str:
            with office_templates(self._folder, _WORDING):
                return Markup(macro(facts)).unescape()

        return sentence


def fixed_dashes(text: str) -> str:
    """A dash never begins a line, and a short range of numbers is never broken: ``2021 - 2025``."""
    if " - " not in text:
        return text
    return _RANGE.sub("\\1\u00a0-\u00a0", text.replace(" - ", "\u00a0- "))


def prose(text: str) -> Markup:
    """Return prose as HTML: escaped, with ``**bold**`` and ``*italic*``."""
    if isinstance(text, Markup):
        return text
    fixed = fixed_dashes(text)
    if "*" not in fixed:
        return escape(fixed)
    return Markup("\n".join(map(_html, fixed.split("\n"))))


def _html(text: str) -> str:
    html = []
    for mark, inner in spans(text):
        if mark:
            opening, closing = _TAGS[mark]
            html += [opening, _html(inner), closing]
        else:
            html.append(str(escape(inner)))
    return "".join(html)
