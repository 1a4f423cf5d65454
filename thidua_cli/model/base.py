"""What all models of files share: no unknown keys, frozen values, a blank key counts as absent."""

from collections.abc import Callable, Sequence
from typing import Any

from pydantic import BaseModel, ConfigDict, GetCoreSchemaHandler, GetJsonSchemaHandler, model_validator
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from thidua_cli.vietnamese.text import INVISIBLE, clean

_SHOWN = 60


class Model(BaseModel):
    """Base of every model of a file."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=False)

    @model_validator(mode="before")
    @classmethod
    def _blank_is_absent(cls, data: Any) -> Any:
        if not isinstance(data, dict):
            return data
        known = {field.alias or name for name, field in cls.model_fields.items()}
        # A blank key that is not ours stays, to be refused: "{to: A, B, for: C}" has such a key B.
        return {key: value for key, value in data.items() if value is not None or key not in known}


class OneOrMany:
    """Annotation for lists that may be typed as a single value: ``role: aims`` or ``role: [aims, goals]``."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Wrap a single value into a list before the list is validated."""
        return core_schema.no_info_before_validator_function(_as_list, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Accept the entry itself or a list of entries."""
        many = handler(schema)
        return {"anyOf": [many["items"], many]}


class OrText:
    """Annotation for what may also be typed as one text, which ``parse`` takes apart before validation."""

    def __init__(self, parse: Callable[[str], Any], text: dict[str, Any]) -> None:
        self.parse, self.text = parse, text

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Take a text apart before anything is validated."""
        return core_schema.no_info_before_validator_function(
            lambda value: self.parse(value) if isinstance(value, str) else value, handler(source)
        )

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Accept a text or the value itself."""
        return {"anyOf": [self.text, handler(schema)]}


def shorthand(key: str) -> OrText:
    """Return the annotation for mappings that may be typed as their main text: ``- abc`` for ``- {text: abc}``."""
    return OrText(lambda text: {key: text}, text_schema())


def one_or_many(values: Sequence[Any]) -> Any:
    """Return a list as people type it: a single value stands without brackets."""
    return values[0] if len(values) == 1 else list(values)


def _as_list(value: Any) -> Any:
    return value if isinstance(value, list) else [value]


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
