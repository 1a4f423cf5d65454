"""The sandboxed Jinja environment: strict names, escaped values, no way out of the template folders."""

import re
from functools import cache
from importlib.resources.abc import Traversable
from pathlib import Path, PurePosixPath
from typing import Any

from jinja2 import FunctionLoader, StrictUndefined, TemplateError, TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

from thidua_cli.errors import ThiduaError
from thidua_cli.files import shipped
from thidua_cli.vietnamese.emphasis import BOLD, BOTH, ITALIC, spans
from thidua_cli.writing.yaml_text import flow, flow_scalar

_RANGE = re.compile("(?<![0-9/])([0-9]{1,4}|[0-9]+,[0-9]+)\u00a0- (?=[0-9]{1,4}(?![0-9/]))")
_TAGS = {BOLD: ("<b>", "</b>"), ITALIC: ("<i>", "</i>"), BOTH: ("<b><i>", "</i></b>")}


@cache
def environment(folder: Path | None = None) -> ImmutableSandboxedEnvironment:
    """Return the environment over the shipped templates; those in ``folder`` come first where given.

    It is shared by all that is made of templates, so nobody changes it afterwards.
    """
    folders: list[Path | Traversable] = [shipped("templates")]
    if folder:
        folders.insert(0, folder)
    env = ImmutableSandboxedEnvironment(
        loader=FunctionLoader(lambda name: _template_text(folders, name)),
        autoescape=lambda name: not (name or "").endswith(".yaml.j2"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
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
            return found.read_text(encoding="utf-8"), str(found), None
    return None


def render(template: str, context: dict[str, Any], folder: Path | None = None) -> str:
    """Return the HTML of one paper; a fault of the template is a `ThiduaError` with file and line."""
    try:
        return environment(folder).get_template(template).render(context)
    except TemplateError as error:
        raise template_fault(error, template) from error


def wording(folder: Path | None = None) -> Any:
    """Return the macros of ``wording.j2``, which word facts (periods, quotas, deadlines) as sentences."""
    try:
        return environment(folder).get_template("wording.j2").module
    except TemplateError as error:
        raise template_fault(error, "wording.j2") from error


def template_fault(error: TemplateError, template: str) -> ThiduaError:
    """Return the user's error for a fault in a template: file, line and what Jinja says."""
    name, line = template, 0
    if isinstance(error, TemplateSyntaxError):
        name, line = error.filename or error.name or template, error.lineno
    else:
        trace = error.__traceback__
        while trace:
            if trace.tb_frame.f_code.co_filename.endswith(".j2"):
                name, line = trace.tb_frame.f_code.co_filename, trace.tb_lineno
            trace = trace.tb_next
    place = f"{name}, dòng {line}" if line else name
    return ThiduaError(f"mẫu {place}: {error.message or 'không dựng được'}", "sửa mẫu ở dòng đó, hoặc bỏ --templates")


def _fixed_dashes(text: str) -> str:
    """A dash never begins a line, and a short range of numbers is never broken: ``2021 - 2025``."""
    if " - " not in text:
        return text
    return _RANGE.sub("\\1\u00a0-\u00a0", text.replace(" - ", "\u00a0- "))


def prose(text: str) -> Markup:
    """Return prose as HTML: escaped, with ``**bold**`` and ``*italic*``."""
    if isinstance(text, Markup):
        return text
    fixed = _fixed_dashes(text)
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
