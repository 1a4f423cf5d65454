"""A session told in YAML, written as clerks keep it in tables: the same facts in each of several layouts."""

import csv
import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import openpyxl

from tests.lists.workbooks import ods

Rows = list[list[Any]]
FACTS = {
    "name": "Tên Hội đồng",
    "number": "Biên bản số",
    "held": "Ngày họp",
    "opens": "Khai mạc",
    "closes": "Bế mạc",
    "place": "Địa điểm",
    "occasion": "Kỳ xét",
    "phase": "Giai đoạn xét",
    "year": "Năm xét",
    "invited": "Khách mời",
    "counters": "Ban kiểm phiếu",
    "agenda": "Nội dung họp",
    "discussion": "Ý kiến thảo luận",
    "conclusions": "Kết luận",
    "issued": "Số phiếu phát ra",
    "collected": "Số phiếu thu về",
    "valid": "Số phiếu hợp lệ",
    "void": "Số phiếu không hợp lệ",
}
MEMBERS = ["STT", "Họ và tên", "Chức vụ", "Đơn vị", "Chức danh trong Hội đồng", "Dự họp"]
VOTES = ["STT", "Tên tập thể, cá nhân", "Đơn vị", "Hình thức khen thưởng", "Đồng ý", "Không đồng ý", "Không có ý kiến"]

CALLED = {"id": "Mã đề nghị", "name": VOTES[1]}


def facts(session: Mapping[str, Any], *, in_two_cells: bool) -> Rows:
    told = [(label, _typed(key, session[key])) for key, label in FACTS.items() if key in session]
    if "secret_ballot" in session:
        told.append(("Hình thức bỏ phiếu", "bỏ phiếu kín" if session["secret_ballot"] == "true" else "biểu quyết"))
    return [[label, value] if in_two_cells else [f"{label}: {value}"] for label, value in told]


def _typed(key: str, value: Any) -> str:
    """Return a fact as it stands in one line: names with commas between, of texts the first."""
    if isinstance(value, str):
        return value
    return ", ".join(value) if key in ("invited", "counters") else value[0]


def members(session: Mapping[str, Any]) -> Rows:
    rows = [MEMBERS]
    for number, typed in enumerate(session["members"], 1):
        one = {"name": typed} if isinstance(typed, str) else typed
        here = "có mặt" if one.get("present", "true") == "true" else "vắng"
        if here == "vắng" and one.get("written_opinion") == "true":
            here = "vắng, gửi ý kiến bằng văn bản"
        rows.append([number, one["name"], one.get("post"), one.get("unit"), one.get("role"), here])
    return rows


def votes(session: Mapping[str, Any]) -> Rows:
    """Return the list of votes; with a column of ids, and one of names, where any vote calls its nominee so."""
    told = session.get("votes", ())
    number, _, *others = VOTES
    called = {key: title for key, title in CALLED.items() if key == "name" or any("id" in one for one in told)}
    if told and not any("name" in one for one in told):
        del called["name"]
    rows = [[number, *called.values(), *others]]
    for at, one in enumerate(told, 1):
        counts = [None if one.get(key) is None else int(one[key]) for key in ("agree", "against", "none")]
        rows.append([at, *(one.get(key) for key in called), one.get("unit"), one.get("award"), *counts])
    return rows


def book(sheets: Mapping[str, Iterable[Sequence[Any]]], merged: Sequence[str] = ()) -> bytes:
    """Return a workbook of named sheets; ``merged`` are areas of the first."""
    made = openpyxl.Workbook()
    made.remove(made.active)
    for name, rows in sheets.items():
        page = made.create_sheet(name)
        for row in rows:
            page.append(list(row))
    for area in merged:
        made.worksheets[0].merge_cells(area)
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def text(rows: Iterable[Sequence[Any]], sign: str = ",") -> bytes:
    stream = io.StringIO()
    csv.writer(stream, delimiter=sign).writerows(rows)
    return stream.getvalue().encode()


def _below(session: Mapping[str, Any], *, in_two_cells: bool) -> Rows:
    title = ["II. KẾT QUẢ BỎ PHIẾU"]
    return [*facts(session, in_two_cells=in_two_cells), [], *members(session), [], title, *votes(session)]


LAYOUTS: dict[str, tuple[str, Callable[[Mapping[str, Any]], bytes]]] = {
    "sheets": (
        "council.xlsx",
        lambda one: book({"Thông tin": facts(one, in_two_cells=True), "Thành viên": members(one), "Phiếu": votes(one)}),
    ),
    "facts over each list": (
        "council.xlsx",
        lambda one: book({"Thành viên": [*facts(one, in_two_cells=False), *members(one)], "Phiếu": votes(one)}),
    ),
    "one below the other": ("council.xlsx", lambda one: book({"HĐ": _below(one, in_two_cells=True)})),
    "csv": ("council.csv", lambda one: text(_below(one, in_two_cells=True))),
    "csv with lines": ("council.csv", lambda one: text(_below(one, in_two_cells=False))),
    "ods": ("council.ods", lambda one: ods(_below(one, in_two_cells=True))),
    "tsv": ("council.tsv", lambda one: text(_below(one, in_two_cells=True), "\t")),
}
