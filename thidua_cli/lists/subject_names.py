"""A nominee's name against the subject that a list tells: ``Tổ Toán`` is no person, ``Trần Thị Mơ`` no collective."""

from functools import lru_cache

from thidua_cli.lists.known import is_only_person, kind_of_name, may_be_person

_OF = {"individual": "người", "collective": "tập thể", "household": "hộ gia đình"}
_COLLECTIVE = "sửa đối tượng, hoặc sửa tên; tập thể mang tên người thì ghi đủ, ví dụ “Chi đội Nguyễn Văn A”"
REMEDIES = {
    "individual": "sửa đối tượng, hoặc ghi họ tên của một người",
    "household": "sửa đối tượng, hoặc ghi họ tên chủ hộ",
    "collective": _COLLECTIVE,
    "enterprise": _COLLECTIVE,
}
"""What to do where a name is unlike, by the subject that is told."""


@lru_cache(maxsize=1 << 16)  # asked of every nominee
def name_unlike(name: str, subject: str) -> str | None:
    """Return what a name is the name of, where it is not of the kind that ``subject`` says; None where it may be.

    A household may be called by a person's name.
    """
    if subject in ("collective", "enterprise"):
        return _OF["individual"] if is_only_person(name) else None
    kind = kind_of_name(name)
    if kind is None or kind == subject or may_be_person(name):
        return None
    return _OF[kind] if subject == "individual" or kind == "collective" else None
