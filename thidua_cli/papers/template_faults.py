"""What is wrong with a template of an office, as its author is told: file, line, and what to look for."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources.abc import Traversable
from pathlib import Path, PurePosixPath

from jinja2 import StrictUndefined, TemplateNotFound, TemplateSyntaxError, UndefinedError
from jinja2.debug import rewrite_traceback_stack
from jinja2.exceptions import SecurityError

from thidua_cli.errors import ThiduaError
from thidua_cli.papers.bounded import TooMuchError, bounded
from thidua_cli.vietnamese.text import nearest

_PARENTS = ("", "macros/")
_MISNAMED = 0.75
_END = ".html.j2"
_HINT = "sửa mẫu ở chỗ đó, hoặc bỏ --templates"
_WORDS: tuple[tuple[type[Exception], str], ...] = (
    (TooMuchError, "lặp quá nhiều lần, có lẽ không bao giờ dứt"),
    (RecursionError, "gọi lồng nhau quá sâu, có lẽ không bao giờ dứt"),
    (MemoryError, "tạo ra chữ hoặc danh sách quá lớn"),
    (OverflowError, "con số hoặc danh sách quá lớn"),
    (ZeroDivisionError, "chia cho 0"),
    (SecurityError, "mẫu không được làm phép này"),
    (TypeError, "phép tính hoặc lời gọi không hợp với kiểu của dữ liệu"),
)


class Unknown(StrictUndefined):
    """A name that a template uses and nobody gives."""

    @property
    def _undefined_message(self) -> str:
        if self._undefined_hint and self._undefined_name is None:  # the first or the last of a list
            return "danh sách trống, không có phần tử nào"
        if isinstance(self._undefined_name, int):
            return f"danh sách không có phần tử [{self._undefined_name}]"
        return f"không có dữ liệu nào tên “{self._undefined_name}”"


def refuse_misnamed(folder: Path, ours: Path | Traversable) -> None:
    """Refuse a file that was meant for a template and has another name: papers would be printed as if it were not."""
    names = [f"{parent}{one.name}" for parent in _PARENTS for one in ours.joinpath(parent).iterdir() if one.is_file()]
    wanted = [name for name in names if not folder.joinpath(name).is_file()]
    for parent in filter(Path.is_dir, map(folder.joinpath, _PARENTS)):
        for file in sorted(parent.iterdir()):
            name = file.relative_to(folder).as_posix()
            meant = [one for one in wanted if _may_be(name, one)]
            near = nearest(name, meant, cutoff=_MISNAMED) if file.is_file() and name not in names else None
            if near:
                raise ThiduaError(f"mẫu {file}: không giấy tờ nào dùng tệp tên này", f"có phải “{near}”? Đổi tên tệp")


def _may_be(name: str, template: str) -> bool:
    """Tell whether two names are alike without folder, and without what templates end in: it makes any two alike."""
    typed, ours = (PurePosixPath(one).name for one in (name, template))
    return not typed.endswith(_END) or bool(nearest(typed.removesuffix(_END), [ours.removesuffix(_END)], _MISNAMED))


@contextmanager
def office_templates(folder: Path | None, template: str) -> Iterator[None]:
    """Run what stands within on the templates of ``folder``: bounded, whatever goes wrong as a `ThiduaError`.

    Without a folder the templates are ours: what goes wrong is our own error. ``template`` is told where no file is.
    """
    if folder is None:
        yield
        return
    try:
        with bounded():
            yield
    except ThiduaError:
        raise
    except Exception as error:
        raise _fault(error, folder, template) from error


def _fault(error: Exception, folder: Path, template: str) -> ThiduaError:
    name, line = _place(error, folder)
    place = f"{name}, dòng {line}" if line else name or template
    return ThiduaError(f"mẫu {place}: {template_words(error)}", _HINT)


def _place(error: Exception, folder: Path) -> tuple[str, int]:
    """Return file and line at fault: the innermost of the office's own, else the innermost of all."""
    if isinstance(error, TemplateSyntaxError):
        return error.filename or error.name or "", error.lineno
    places = []
    trace = rewrite_traceback_stack().__traceback__
    while trace:
        places.append((trace.tb_frame.f_code.co_filename, trace.tb_lineno))
        trace = trace.tb_next
    templates = [place for place in places if place[0].endswith(".j2")]
    own = [place for place in templates if Path(place[0]).is_relative_to(folder)]
    return [("", 0), *templates, *own][-1]


def template_words(error: Exception) -> str:
    """Return what went wrong in a template, in the words of its author."""
    if isinstance(error, UndefinedError):
        return error.message or ""
    if isinstance(error, TemplateNotFound):
        return f"không có mẫu “{error.name}”"
    if isinstance(error, TemplateSyntaxError):
        return syntax_words(error.message or "")
    return next((words for kind, words in _WORDS if isinstance(error, kind)), "không dựng được")


def syntax_words(message: str) -> str:
    """Return what the library says of the syntax, without its English: the words that it quotes."""
    quoted = re.findall(r"'([^']+)'", message)
    if not quoted:
        return "sai cú pháp"
    if quoted[0].startswith("end of "):
        return "trong thẻ có hai chữ rời nhau: tên viết liền, không dấu cách"
    if message.startswith("Unexpected end of template"):
        return f"chưa đóng khối “{quoted[-1]}”"
    return f"sai cú pháp ở “{quoted[0]}”"
