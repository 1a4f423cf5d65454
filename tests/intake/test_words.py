"""The word lists of the intake are expressions, and read the same by both readers of YAML."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from thidua_cli import intake

FILE = Path(intake.__file__).with_name("words.yaml")
LISTS: dict[str, Any] = yaml.load(FILE.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


def scalars(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
        return
    for inner in value.values() if isinstance(value, dict) else value:
        yield from scalars(inner)


@pytest.mark.parametrize("name", LISTS)
def test_each_entry_is_an_expression_of_its_own(name: str) -> None:
    entries = list(scalars(LISTS[name]))
    assert entries
    for entry in entries:
        assert re.compile(entry).groups == 0, "a group of a name would be that of the whole expression"
        assert entry == entry.strip()
        assert entry


def test_no_list_has_an_entry_twice() -> None:
    for name, words in LISTS.items():
        if isinstance(words, list) and all(isinstance(word, str) for word in words):
            assert len(set(words)) == len(words), name


@pytest.mark.skipif(not hasattr(yaml, "CBaseLoader"), reason="PyYAML without its reader in C")
def test_both_readers_agree() -> None:
    assert yaml.load(FILE.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader) == LISTS
