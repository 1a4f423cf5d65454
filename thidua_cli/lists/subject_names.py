"""A nominee's name against the subject that a list tells: ``Tổ Toán`` is no person, ``Trần Thị Mơ`` no collective."""

from functools import lru_cache

from thidua_cli.lists.known import is_only_person, kind_of_name, may_be_person

_OF = {"individual": "người", "collective": "tập thể", "household": "hộ gia đình"}


@lru_cache(maxsize=1 << 16)  # asked of every nominee
def name_unlike(name: str, subject: str) -> str | None:
    """Return what a name is the name of, where it is not of the kind that ``subject`` says; None where it may be.

    A household may be called by a person's name.
    """
    kind = kind_of_name(name)
    if subject == "individual" and kind and not may_be_person(name):
        return _OF[kind]
    if subject == "household" and kind == "collective" and not may_be_person(name):
        return _OF[kind]
    return _OF["individual"] if subject in ("collective", "enterprise") and is_only_person(name) else None
