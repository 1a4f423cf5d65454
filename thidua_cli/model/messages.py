"""pydantic's errors as our diagnostics: in Vietnamese, at the place of the value or key."""

from collections.abc import Iterator, Mapping, Sequence
from functools import reduce
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from thidua_cli.findings.diagnostic import Diagnostic
from thidua_cli.model.base import shown
from thidua_cli.reading.document import Document, child
from thidua_cli.reading.yaml_faults import odd_in, retype
from thidua_cli.vietnamese.text import clean, fold, listing, nearest

MAX_FAULTS = 200
_SHOWN_KEYS = 12
_LONGEST_KEY = 3  # words: more are a sentence
_KEY = "[key]"  # pydantic's step for the key of a dictionary
_NOT_KEYS = (
    "chỗ này phải là các khóa con, không phải {found}",
    "xuống dòng, thụt lề rồi viết “khóa: giá trị”; sau dấu hai chấm phải có dấu cách",
)
# By the type of the error: message and hint.
_PLAIN = {
    "model_type": _NOT_KEYS,
    "dict_type": _NOT_KEYS,
    "list_type": ("chỗ này phải là danh sách, không phải {found}", "mỗi mục một dòng, bắt đầu bằng “- ”"),
    "string_type": (
        "chỗ này phải là một dòng chữ, không phải {found}",
        "viết giá trị ngay sau dấu hai chấm; nội dung có “: ”, “[” hay “{{” thì đặt trong dấu nháy kép",
    ),
    "too_short": ("danh sách để trống", "thêm ít nhất một mục"),
    "literal_error": ("{found} không dùng được ở đây", "ghi {expected}"),
}
_UNKNOWN = ("giá trị không hợp lệ", "xem mẫu bằng lệnh: thidua schema plan")

Steps = Sequence[str | int]
Value = TypeVar("Value", bound=BaseModel)


def validated(document: Document, model: type[Value]) -> tuple[Value | None, list[Diagnostic]]:
    """Return what a document says, as the model understands it, and every fault of reading and of sense."""
    faults = list(document.faults)
    if document.data is None:
        return None, faults
    try:
        return model.model_validate(document.data), faults
    except ValidationError as error:
        return None, [*faults, *diagnostics_of(error, document, model)]


def diagnostics_of(error: ValidationError, document: Document, model: type[BaseModel]) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each error of validation; beyond `MAX_FAULTS` one that counts the others."""
    found = [(one, _steps_in_data(one, document.data)) for one in error.errors(include_url=False)]
    prose = [steps[:-1] for one, steps in found if one["type"] == "extra_forbidden" and _is_prose(str(steps[-1]))]
    unseen = [[*steps[:-1], clean(str(steps[-1]))] for one, steps in found if _has_odd_key(one, steps)]
    found = [(one, steps) for one, steps in found if one["type"] != "missing" or steps not in unseen]
    # A sentence with a colon in it reads as an unknown key: that its mapping lacks others is the same fault.
    found = [(one, steps) for one, steps in found if one["type"] != "missing" or steps[:-1] not in prose]
    for one, steps in found[:MAX_FAULTS]:
        yield _diagnostic(one, steps, document, model)
    if rest := found[MAX_FAULTS:]:
        path = _path(rest[0][1])
        message = f"từ đây còn {len(rest)} lỗi khác, không kể hết"
        yield document.diagnostic("bad-value", path, message, "sửa các lỗi ở trên rồi kiểm tra lại")


def _has_odd_key(error: ErrorDetails, steps: Steps) -> bool:
    """Tell whether an unknown key is a known one but for what nobody sees: that one is not missing beside it."""
    return error["type"] == "extra_forbidden" and odd_in(str(steps[-1])) != ""


def _diagnostic(error: ErrorDetails, steps: Steps, document: Document, model: type[BaseModel]) -> Diagnostic:
    kind, context, path = error["type"], error.get("ctx", {}), _path(steps)
    typed = str(steps[-1]) if kind == "extra_forbidden" and steps else error["input"]
    if isinstance(typed, str) and (odd := odd_in(typed)):
        return document.diagnostic("yaml-syntax", path, f"có {odd}", retype(typed), key=kind == "extra_forbidden")
    if kind == "refused":
        at_key = error["loc"][-1] == _KEY
        return document.diagnostic(context["code"], path, context["said"], context["hint"], key=at_key)
    if kind == "extra_forbidden":
        return document.diagnostic("unknown-key", path, *_unknown_key(steps, model), key=True)
    if kind == "missing":
        return _missing_key(steps, document, model)
    if error["input"] is None:
        return document.diagnostic("bad-value", path, "mục này để trống", "điền nội dung, hoặc bỏ cả mục")
    message, hint = _PLAIN.get(kind, _UNKNOWN)
    words = {"found": shown(error["input"]), "expected": str(context.get("expected", "")).replace("'", "")}
    return document.diagnostic("bad-value", path, message.format(**words), hint.format(**words))


def _is_prose(key: str) -> bool:
    """Tell whether a key was meant as a sentence: the keys of all formats are single ASCII words."""
    return " " in key.strip() or not clean(key).isascii()


def _unknown_key(steps: Steps, model: type[BaseModel]) -> tuple[str, str]:
    key = str(steps[-1])
    fields = _fields_of(_model_at(model, steps[:-1]))
    allowed = list(fields)
    near = nearest(key.partition(":")[0], allowed)
    message = f"khóa {shown(key)} không có trong mẫu"
    if near and ":" in key:
        return message, f"thêm dấu cách sau dấu hai chấm: “{near}: …”"
    if near and clean(key) == near:
        return message, f"viết đúng “{near}”, bỏ dấu cách hoặc ký tự ẩn đi kèm"
    if near:
        return message, f"có phải “{near}”?"
    if titled := next((name for name, field in fields.items() if fold(field.title or "") == fold(key)), ""):
        return message, f"{fields[titled].title} ghi là “{titled}”"
    choices = listing(allowed[:_SHOWN_KEYS], last="và") + "…" * (len(allowed) > _SHOWN_KEYS)
    usable = f"ở đây dùng được: {choices}" if allowed else "bỏ khóa này"
    if not _is_prose(key):
        return message, usable
    prose = "nếu đây là nội dung có dấu hai chấm hoặc dấu phẩy thì đặt cả câu trong dấu nháy kép"
    return message, f"{usable}; {prose}" if len(key.split()) <= _LONGEST_KEY else prose


def _missing_key(steps: Steps, document: Document, model: type[BaseModel]) -> Diagnostic:
    """Point at the blank key when it was typed, else at the mapping that lacks it."""
    key, path = str(steps[-1]), _path(steps)
    field = _fields_of(_model_at(model, steps[:-1])).get(key)
    title = str(field.title).lower() if field else key
    if path in document.keys:
        return document.diagnostic("missing-key", path, f"khóa “{key}” để trống ({title})", "điền nội dung", key=True)
    message = f"thiếu khóa bắt buộc “{key}” ({title})"
    return document.diagnostic("missing-key", path, message, f"thêm dòng “{key}: …”", key=True)


def _steps_in_data(error: ErrorDetails, data: Any) -> list[str | int]:
    """Drop the steps that pydantic added (tags of unions, list wrappers): only what stands in the file counts."""
    steps: list[str | int] = []
    stands = True
    for step in error["loc"]:
        if isinstance(data, list):
            stands = isinstance(step, int) and step < len(data)
        else:
            stands = isinstance(data, dict) and step in data
        if stands:
            steps.append(step)
            data = data[step]
    return steps if stands or error["type"] != "missing" else [*steps, error["loc"][-1]]


def _path(steps: Steps) -> str:
    return reduce(child, steps, "")


def _model_at(model: type[BaseModel], steps: Steps) -> type[BaseModel] | None:
    """Return the model that describes the mapping at ``steps``."""
    current: type[BaseModel] | None = model
    for step in steps:
        if isinstance(step, str):
            field = _fields_of(current).get(step)
            current = _model_in(field.annotation) if field else None
    return current


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for argument in get_args(annotation) if (found := _model_in(argument))), None)


def _fields_of(model: type[BaseModel] | None) -> Mapping[str, Any]:
    return {field.alias or name: field for name, field in model.model_fields.items()} if model else {}
