"""What all models of files share: no unknown keys, frozen values, a blank key counts as absent."""

from collections.abc import Callable, Sequence
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, GetPydanticSchema, model_validator
from pydantic_core import PydanticCustomError

from thidua_cli.vietnamese.text import INVISIBLE, clean

_SHOWN = 60


class Model(BaseModel):
    """Base of every model of a file."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    @model_validator(mode="before")
    @classmethod
    def _blank_is_absent(cls, data: Any) -> Any:
        if not isinstance(data, dict):
            return data
        known = {field.alias or name for name, field in cls.model_fields.items()}
        # A blank key that is not ours stays, to be refused: "{to: A, B, for: C}" has such a key B.
        return {key: value for key, value in data.items() if value is not None or key not in known}


def in_schema(change: Callable[[dict[str, Any]], dict[str, Any]]) -> GetPydanticSchema:
    """Return the annotation that has ``change`` make the JSON Schema of a value from what it would be."""
    return GetPydanticSchema(get_pydantic_json_schema=lambda schema, handler: change(handler(schema)))


def or_text(parse: Callable[[str], Any], text: dict[str, Any]) -> tuple[Any, ...]:
    """Return the annotations of what may also be typed as one text, which ``parse`` takes apart before validation."""
    before = BeforeValidator(lambda value: parse(value) if isinstance(value, str) else value)
    return before, in_schema(lambda value: {"anyOf": [text, value]})


def shorthand(key: str) -> tuple[Any, ...]:
    """Return the annotations of mappings that may be typed as their main text: ``- abc`` for ``- {text: abc}``."""
    return or_text(lambda text: {key: text}, text_schema())


Entry = TypeVar("Entry")
Many = Annotated[
    list[Entry],
    BeforeValidator(lambda value: value if isinstance(value, list) else [value]),
    in_schema(lambda many: {"anyOf": [many["items"], many]}),
]
"""A list that may be typed as a single value: ``role: aims`` or ``role: [aims, goals]``."""


def one_or_many(values: Sequence[Any]) -> Any:
    """Return a list as people type it: a single value stands without brackets."""
    return values[0] if len(values) == 1 else list(values)


def text_schema() -> dict[str, Any]:
    """Return the JSON Schema of a text that is not blank: editors read ``2024`` and ``true`` as numbers and flags."""
    return {"type": ["string", "number", "boolean"], "pattern": rf"[^\s{INVISIBLE}]"}


def given(key: str) -> dict[str, Any]:
    """Return the JSON Schema of a mapping in which ``key`` is typed and not left blank."""
    return {"required": [key], "properties": {key: {"not": {"type": "null"}}}}


def shown(value: Any) -> str:
    """Return what a message says of the value found: the text, shortened, or the kind of thing it is."""
    if isinstance(value, dict):
        return "các khóa con"
    if isinstance(value, list | tuple):
        return "danh sách"
    text = "" if value is None else clean(str(value))
    return f"“{text[:_SHOWN]}{'…' * (len(text) > _SHOWN)}”" if text else "chỗ để trống"


def refuse(message: str, hint: str = "", code: str = "bad-value") -> PydanticCustomError:
    """Return the error by which a validator refuses a value: a Vietnamese sentence, a remedy and a code."""
    context = {"said": message, "hint": hint, "code": code}
    return PydanticCustomError("refused", "{said}", context)
