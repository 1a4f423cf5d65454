"""The campaign of the guide's last chapter: built by its commands in an empty folder, its papers by their names."""

import os
import re
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.docs.doc_pages import ROOT, blocks_of, follow
from tests.docs.printed_papers import Printed, printed
from tests.docs.told_campaign import Row, Told, addressed
from thidua_cli.commands import process

CAMPAIGN = "duong-van-minh"
GUIDE = (ROOT / "docs" / "huong-dan.md").read_text(encoding="utf-8")
CHAPTER = GUIDE.partition("\n## 26. ")[2].partition("\n## ")[0]
AWARD = "Giấy khen của Chủ tịch Ủy ban nhân dân xã Tân Hòa"
NEEDLESS = {"interim-report", "return", "correction"}  # no such occasion, nobody to send back, nothing to correct

# The files of every paper, without the name of the campaign; of {nominee} and {unit} there is one each.
FILES = {
    "plan": ["ke-hoach"],
    "guidance": ["cong-van-huong-dan"],
    "registration": ["dang-ky-thi-dua"],
    "pledge": ["giao-uoc-thi-dua"],
    "achievement": ["bao-cao-thanh-tich-{nominee}"],
    "merit-summary": ["tom-tat-thanh-tich-{unit}"],
    "unit-minutes": ["bien-ban-binh-xet-{unit}"],
    "submission": ["to-trinh-giay-khen"],
    "list": ["danh-sach-de-nghi"],
    "receipt": ["tiep-nhan-{unit}"],
    "council-decision": ["quyet-dinh-thanh-lap-hoi-dong"],
    "council-invitation": ["giay-moi-hop-hoi-dong"],
    "ballot": ["phieu-bau", "phieu-lay-y-kien"],
    "count": ["bien-ban-kiem-phieu"],
    "minutes": ["bien-ban-hop-hoi-dong"],
    "decision": ["quyet-dinh-khen-thuong-qd-245-ubnd"],
    "money": ["danh-sach-chi-tien-thuong-qd-245-ubnd"],
    "ceremony-invitation": ["thu-moi"],
    "programme": ["chuong-trinh-le"],
    "script": ["kich-ban"],
    "certificate": ["giay-khen-qd-245-ubnd"],
    "final-report": ["bao-cao-tong-ket"],
    "statistics": ["thong-ke"],
}


@contextmanager
def standing_in(folder: Path, day: type) -> Iterator[None]:
    """Stand in a folder on the day of the documents (a class of calendar), as the reader of the guide does."""
    before = Path.cwd()
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(process, "date", day)
        patched.setenv("COLUMNS", "80")
        os.chdir(folder)
        yield
        os.chdir(before)


def built(folder: Path) -> Told:
    """Follow the chapter in ``folder``, the current one, which is empty."""
    for block in blocks_of(CHAPTER):
        follow(block, folder)
    spared = re.findall(r'--except "([^":]+): ', CHAPTER)
    return Told(folder / CAMPAIGN, frozenset(spared))


def paper(told: Told, stem: str) -> Printed:
    """Return a file of the campaign by the end of its name."""
    return printed(told.folder / "out" / f"{CAMPAIGN}-{stem}.docx")


def of(told: Told, name: str) -> Printed:
    """Return the only, or the first, file of a paper."""
    return paper(told, FILES[name][0])


def slug(name: str) -> str:
    """Return a name as names of files have it."""
    plain = unicodedata.normalize("NFD", name.lower().replace("đ", "d"))
    return re.sub("[^a-z0-9]+", "-", "".join(one for one in plain if not unicodedata.combining(one)))


def names(rows: list[Row]) -> list[str]:
    """Return the nominees as papers address them."""
    return [addressed(row) for row in rows]
