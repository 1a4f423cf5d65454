"""Records of tables are models like all others: they can be copied and dumped, and no two share a list or mapping."""

from collections.abc import Iterator
from itertools import combinations
from typing import Any

import pytest

from thidua_cli.lists.reader import Reader, nomination_reader, register_reader, unit_reader
from thidua_cli.reading.tables.csv import parse_csv

KINDS = {
    "nomination": (
        lambda: nomination_reader({"so_sang_kien": "Số sáng kiến"}, award_needed=True),
        "Họ và tên;Hình thức đề nghị;Hồ sơ;Khen thưởng đã nhận;Số sáng kiến\n"
        "Nguyễn Văn A;Giấy khen;Báo cáo thành tích;Giấy khen 2023;2\nNguyễn Văn B;Giấy khen;;;\n"
        "Nguyễn Văn C;Giấy khen;Báo cáo thành tích;Giấy khen 2023;2\nNguyễn Văn D;Giấy khen;;;\n",
    ),
    "unit": (unit_reader, "Tên đơn vị;Tên khác\nPhòng A;P. A\nPhòng B;\nPhòng C;P. A\nPhòng D;\n"),
    "register": (
        register_reader,
        "Họ và tên;Hình thức;Năm;Đơn vị\nNguyễn Văn A;Giấy khen;2024;\nNguyễn Văn B;Giấy khen;2023;Phòng A\n",
    ),
}


@pytest.fixture(params=KINDS)
def records(request: pytest.FixtureRequest) -> list[Any]:
    make, text = KINDS[request.param]
    reader: Reader[Any] = make()
    found = [record.value for record in reader.read(parse_csv(text.encode(), "f.csv"))]
    assert not reader.faults
    assert len(found) == text.count("\n") - 1
    return found


def test_a_copy_is_changed_and_the_record_is_not(records: list[Any]) -> None:
    for record in records:
        before = record.model_dump()
        copy = record.model_copy(update={"name": "Nguyễn Văn E"})
        assert copy.name == "Nguyễn Văn E"
        assert copy.model_fields_set == record.model_fields_set | {"name"}
        assert record.model_copy(deep=True) == record
        assert record.model_dump() == before


def test_what_is_dumped_makes_the_same_record(records: list[Any]) -> None:
    for record in records:
        for options in (
            {},
            {"exclude_unset": True},
            {"exclude_defaults": True},
            {"exclude_unset": True, "mode": "json"},
        ):
            dumped = record.model_dump(**options)
            assert type(record).model_validate({key: value for key, value in dumped.items() if value}) == record
        assert set(record.model_dump(exclude_unset=True)) == record.model_fields_set
        assert "note" not in record.model_fields_set


def _containers(record: Any) -> Iterator[Any]:
    yield record.__dict__
    yield from (value for value in record.__dict__.values() if isinstance(value, list | dict | set))


def test_no_two_records_share_anything_that_changes(records: list[Any]) -> None:
    for one, other in combinations(records, 2):
        assert not {id(each) for each in _containers(one)} & {id(each) for each in _containers(other)}


def test_a_cell_that_is_refused_is_told_once_however_many_there_are() -> None:
    rows = "".join(f"Nguyễn Văn {number};Giấy khen;năm ngoái\n" for number in range(40))
    reader = register_reader()
    assert reader.read(parse_csv(f"Họ và tên;Hình thức;Năm\n{rows}".encode(), "f.csv")) == []
    assert len(reader.faults) == 40
    assert not [fault for fault in reader.faults if fault.code == "missing-key"]
