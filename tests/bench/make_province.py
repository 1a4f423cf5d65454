"""Writes a campaign of province size: 300 units, 100,000 nominations, as .xlsx and as .csv; the same each time.

    python tests/bench/make_province.py DIR [--rows N] [--files N]

DIR/xlsx and DIR/csv hold the same campaign, each a folder that ``thidua check`` takes.
"""

import argparse
import csv
import re
from collections.abc import Iterator
from itertools import chain, islice
from pathlib import Path

from openpyxl import Workbook

ROOT = Path(__file__).resolve().parents[2]
UNITS, ROWS = 300, 100_000
CLUSTERS = 20
MOST = 999_999  # of one award, as a plan takes it
KINDS = ("xã, phường", "sở, ngành", "doanh nghiệp nhà nước", "đơn vị sự nghiệp")
HEADINGS = (
    *("STT", "Họ và tên", "Đối tượng", "Số CCCD", "Giới tính", "Ngày sinh", "Chức vụ", "Nhóm", "Đơn vị"),
    *("Hình thức đề nghị", "Xếp loại", "Tóm tắt thành tích"),
)
_FAMILY = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô")
_MIDDLE = ("Văn", "Thị", "Đức", "Ngọc", "Minh", "Hữu", "Thanh", "Quang", "Xuân", "Kim", "Bích", "Gia", "Hồng")
_GIVEN = ("An", "Bình", "Châu", "Dũng", "Giang", "Hà", "Hòa", "Hương", "Khánh", "Lan", "Long", "Mai", "Nam", "Oanh")
_MERIT = (
    "Hoàn thành vượt chỉ tiêu được giao, không có hồ sơ trễ hạn",
    "Đề xuất quy trình mới, rút ngắn một nửa thời gian xử lý",
    "Chủ trì số hóa dữ liệu của đơn vị, xong trước hạn ba tháng",
)
_COLLECTIVE_EVERY, _LEADER_EVERY = 20, 8
_GOOD_PLAN = ROOT / "tests" / "cases" / "ok" / "minimal.yaml"
_AWARDS = """\
awards:
  - id: bang-khen
    form: bang_khen_bo_tinh
    decided_by: Chủ tịch Ủy ban nhân dân tỉnh
    quotas:
      - {{subject: [collective, individual], max: {total}, source: Quy chế}}
      - {{subject: individual, per: cluster, max: {cluster}, source: Quy chế}}
      - {{subject: individual, group: leader, share: {{max: 50%, of: nominated}}, source: Quy chế}}
      - {{subject: collective, units: ["xã, phường"], per: unit, max: {unit}, source: Quy chế}}
      - {{subject: collective, units: [rest], per: unit, max: {unit}, source: Quy chế}}
    standards:
      - {{subject: [collective, individual], text: Dẫn đầu về tỷ lệ hồ sơ trả đúng hạn}}
  - id: giay-khen
    form: giay_khen
    decided_by: Giám đốc Sở
    quotas:
      - subject: individual
        per: unit
        share: {{max: 60%, of: headcount, rounding: half_up, at_least: 1}}
        source: Quy chế
      - subject: collective
        per: unit
        steps: {{of: headcount, table: [{{from: 0, max: {unit}}}, {{from: 500, max: {more}}}]}}
        source: Quy chế
    standards:
      - {{subject: [collective, individual], text: Có việc làm tốt được đơn vị ghi nhận}}
"""


def unit_name(number: int) -> str:
    """Return the name of a unit, counted from 0."""
    return f"{('Phường', 'Sở', 'Công ty', 'Trung tâm')[number % len(KINDS)]} Số {number + 1}"


def units(rows: int) -> Iterator[tuple[object, ...]]:
    """Yield the units with class, cluster, headcount and leaders; sized for ``rows`` nominations."""
    yield "Tên đơn vị", "Tên khác", "Loại đơn vị", "Cụm, khối", "Tổng số người", "Số lãnh đạo"
    for number in range(UNITS):
        size = rows * 2 // UNITS + number % 7
        cluster = f"Cụm {number % CLUSTERS + 1}"
        yield unit_name(number), f"ĐV {number + 1}", KINDS[number % len(KINDS)], cluster, size, size // 10 + 1


def nominations(rows: int) -> Iterator[tuple[object, ...]]:
    """Yield the row of headings and ``rows`` nominations."""
    yield HEADINGS
    for index in range(rows):
        unit = unit_name(index % UNITS)
        award = "Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh" if index // UNITS % 3 == 0 else "giay-khen"
        merit = _MERIT[index % len(_MERIT)]
        if index // UNITS % _COLLECTIVE_EVERY == 1:
            name = f"Tổ công tác số {index + 1}"
            yield index + 1, name, "Tập thể", "", "", "", "", "", unit, award, "HTXSNV", merit
            continue
        leader = index // UNITS % _LEADER_EVERY == _LEADER_EVERY - 1
        name = f"{_pick(_FAMILY, index)} {_pick(_MIDDLE, index // 14)} {_pick(_GIVEN, index // 182)}"
        born = f"{index % 28 + 1:02}/{index % 12 + 1:02}/{1965 + index % 35}"
        post, group = ("Trưởng phòng", "leader") if leader else ("Chuyên viên", "worker")
        sex, number = ("Nữ" if index % 2 else "Nam"), f"0{index + 79_000_000_000:011}"
        yield index + 1, name, "Cá nhân", number, sex, born, post, group, unit, award, "HTTNV", merit


def _pick(words: tuple[str, ...], index: int) -> str:
    return words[index % len(words)]


def plan(rows: int) -> str:
    """Return a good plan with bounds wide enough for ``rows`` nominations."""
    each = rows // UNITS + 1
    awards = _AWARDS.format(total=min(rows, MOST), cluster=rows // CLUSTERS, unit=each // 4 + 2, more=each // 3 + 3)
    good = _GOOD_PLAN.read_text(encoding="utf-8").replace("launched_by: unit", "launched_by: province")
    return re.sub(r"^awards:\n(?:[ ].*\n)+", lambda _: awards, good, flags=re.MULTILINE)


def write_xlsx(path: Path, table: Iterator[tuple[object, ...]]) -> None:
    """Write a workbook, row by row."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Đề nghị")
    for row in table:
        sheet.append(row)
    book.save(path)


def write_csv(path: Path, table: Iterator[tuple[object, ...]]) -> None:
    """Write a CSV file."""
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows(table)


def parts(rows: int, files: int) -> Iterator[Iterator[tuple[object, ...]]]:
    """Yield the tables of ``files`` lists that hold the nominations together, each with its row of headings."""
    table = nominations(rows)
    headings = next(table)
    each = -(-rows // files)
    return (chain([headings], islice(table, each)) for _ in range(files))


def make(folder: Path, rows: int = ROWS, files: int = 1) -> tuple[Path, Path]:
    """Write both campaigns below ``folder``, the nominations in so many files, and return them."""
    found = (folder / "xlsx", folder / "csv")
    for campaign, suffix, write in zip(found, (".xlsx", ".csv"), (write_xlsx, write_csv), strict=True):
        (campaign / "nominations").mkdir(parents=True, exist_ok=True)
        (campaign / "plan.yaml").write_text(plan(rows), encoding="utf-8")
        write(campaign / f"units{suffix}", units(rows))
        for number, table in enumerate(parts(rows, files), 1):
            write(campaign / "nominations" / f"{number:02}{suffix}", table)
    return found


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rows", type=int, default=ROWS)
    parser.add_argument("--files", type=int, default=1)
    given = parser.parse_args()
    make(given.folder, given.rows, given.files)
