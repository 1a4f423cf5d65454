"""How a file speaks of one nomination of the lists: by its id, by the name of the nominee, or by both."""

from typing import Any, Self

from pydantic import ConfigDict, Field, model_validator

from thidua_cli.model.base import Model, given, refuse
from thidua_cli.model.fields import Text

_EITHER: list[Any] = [given("id"), given("name")]


class Called(Model):
    """A line on one nomination. With an id it is that one, and the name stands in the list alone."""

    model_config = ConfigDict(json_schema_extra={"anyOf": _EITHER})

    id: Text | None = Field(
        None, title="Mã đề nghị", description="Mã của đề nghị trong danh sách; đã ghi mã thì không phải ghi tên."
    )
    name: Text | None = Field(
        None, title="Tên", description="Họ và tên, hoặc tên tập thể, như trong danh sách đề nghị."
    )

    @model_validator(mode="after")
    def _id_or_name(self) -> Self:
        if self.id is None and self.name is None:
            hint = "ghi name (họ và tên, tên tập thể) hoặc id (mã đề nghị) như trong danh sách"
            raise refuse("chưa ghi là của ai", hint, "missing-key")
        return self

    @property
    def told(self) -> str:
        """What messages call it: ``Lê Văn C``, ``mã DN-03``, ``Lê Văn C (mã DN-03)``."""
        if not self.id:
            return self.name or ""
        return f"{self.name} (mã {self.id})" if self.name else f"mã {self.id}"

    @property
    def key(self) -> str:
        """The key that tells whom it is about: ``id`` where it stands there, else ``name``."""
        return "id" if self.id else "name"
