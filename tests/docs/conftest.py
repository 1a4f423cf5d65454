"""What the tests of documents share: a frozen day and a folder that looks like the checkout."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from tests.docs.doc_pages import DAY, ROOT
from tests.docs.story import built, standing_in
from tests.docs.told_campaign import Told
from thidua_cli.commands import process


class FrozenDate(date):
    """A calendar on which every day is the day of the documents."""

    @classmethod
    def today(cls) -> date:
        return DAY


@pytest.fixture
def frozen_day(monkeypatch: pytest.MonkeyPatch) -> date:
    monkeypatch.setattr(process, "date", FrozenDate)
    return DAY


@pytest.fixture(scope="session")
def told(tmp_path_factory: pytest.TempPathFactory) -> Told:
    """Return what is told of the campaign of the last chapter, and built by its commands."""
    folder = tmp_path_factory.mktemp("story")
    with standing_in(folder, FrozenDate):
        return built(folder)


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, frozen_day: date) -> Path:
    """Enter a folder with the example plans and templates, as the reader of a document stands in."""
    for name in ("plans", "templates"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("out"))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.delenv("THIDUA_DEBUG", raising=False)
    return tmp_path
