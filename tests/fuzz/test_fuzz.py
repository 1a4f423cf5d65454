"""Inputs changed at random, run through the entry function: the same ones each time, by the number of the case."""

import io
import signal
from collections.abc import Callable
from pathlib import Path
from random import Random

import docx
import pytest

from tests.conftest import ROOT
from tests.fuzz import mutations
from tests.fuzz.watch import Watch
from tests.lists.workbooks import ods, workbook

CASES = 400  # of each kind: two minutes all together
SECONDS = 20  # of processor time: beyond, a case is taken to hang
PLANS = [path.read_bytes() for path in sorted(ROOT.glob("plans/*/plan.yaml"))]
PLAN = (Path(__file__).parent / "corpus" / "stray-number" / "plan.yaml").read_bytes()
PAPERS = [path.read_bytes() for path in sorted(ROOT.glob("tests/intake/**/*.txt"))]
ROWS = [
    ["STT", "Họ và tên", "Đơn vị", "Hình thức đề nghị", "Ngày sinh", "Số phiếu đồng ý", "Khen thưởng đã nhận"],
    ["I", "Cá nhân", "", "", "", "", ""],
    [1, "Nguyễn Văn A", "Phòng A", "Giấy khen", "1/2/1980", "7/9", "CSTĐCS 2023"],
    [2, "Trần Thị B", "Phòng B", "gk", "1980", 8, ""],
    ["", "Tập thể", "", "", "", "", ""],
    [1, "Phòng A", "Phòng A", "Giấy khen", "", "", ""],
    ["", "Tổng cộng: 3", "", "", "", "", ""],
]
CSV = "\n".join(";".join(map(str, row)) for row in ROWS).encode()
UNITS = "Tên đơn vị;Số người;Cụm\nPhòng A;10;1\nPhòng B;20;2\n".encode()
REGISTER = "Họ và tên;Danh hiệu;Năm\nNguyễn Văn A;CSTĐCS;2023\nTrần Thị B;LĐTT;2024\n".encode()
NOMINATIONS = """
format: nominations/1
unit: Phòng A
nominations:
  - {name: Nguyễn Văn A, subject: individual, award: gk, votes: [{by: council, agree: 7, voters: 9}]}
  - {name: Trần Thị B, subject: individual, award: gk, prior: [{award: CSTĐCS, year: 2023}]}
""".encode()


def paper(content: bytes) -> bytes:
    document = docx.Document()
    for line in content.decode().split("\n"):
        document.add_paragraph(line)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


WORKBOOKS = {"xlsx": workbook(ROWS, ["A2:G2"]), "ods": ods(ROWS)}
OLD = (ROOT / "tests" / "lists" / "old.xls").read_bytes()
WORD = [paper(content) for content in PAPERS[:3]]


def plan(random: Random, watch: Watch) -> None:
    change = random.choice([mutations.of_yaml, mutations.of_yaml, mutations.of_lines, mutations.of_bytes])
    (watch.folder / "plan.yaml").write_bytes(change(random, random.choice(PLANS)))
    watch.call("check", ".", *random.choice([[], ["--format", "json"], ["--on", "2020-01-01"], ["--strict"]]))
    if random.random() < 0.4:
        watch.call("render", ".", "--force", "--to", random.choice(["docx", "html"]))
    if random.random() < 0.1 and not watch.call("new-plan", "moi", "--from", "plan.yaml"):
        watch.readable("moi")


def lists(random: Random, watch: Watch) -> None:
    (watch.folder / "plan.yaml").write_bytes(PLAN)
    files = {"units.csv": UNITS, "register.csv": REGISTER, "nominations.csv": CSV, "nominations.yaml": NOMINATIONS}
    changed = random.choice([*files])
    for name, content in files.items():
        ways = [mutations.of_bytes, mutations.of_yaml if name.endswith("yaml") else mutations.of_lines]
        is_changed = name == changed or random.random() < 0.2
        (watch.folder / name).write_bytes(random.choice(ways)(random, content) if is_changed else content)
    watch.call("check", ".", *random.choice([[], ["--format", "json"], ["--explain-quotas"]]))
    if random.random() < 0.3:
        watch.call("register", "add", ".", "--decision", "1/QĐ-S", "--date", "2026-12-01", "--by", "Giám đốc")
    if random.random() < 0.2:
        watch.call("register", "find", "Nguyễn Văn A", "--register", ".")


def workbooks(random: Random, watch: Watch) -> None:
    (watch.folder / "plan.yaml").write_bytes(PLAN)
    list_ = random.choice(["nominations", "nominations", "units", "register"])
    kind = random.choice(["xlsx", "xlsx", "ods", "xls"])
    content = mutations.of_bytes(random, OLD) if kind == "xls" else mutations.of_zip(random, WORKBOOKS[kind])
    (watch.folder / f"{list_}.{kind}").write_bytes(content)
    watch.call("check", ".", *random.choice([[], ["--format", "json"]]))


def papers(random: Random, watch: Watch) -> None:
    if random.random() < 0.6:
        old, content = "cu.txt", mutations.of_lines(random, random.choice(PAPERS))
    else:
        old, content = "cu.docx", mutations.of_zip(random, random.choice(WORD))
    (watch.folder / old).write_bytes(content)
    if watch.call("new-plan", "moi", "--from", old, *random.choice([[], ["--year", "2027"]])) == 0:
        watch.readable("moi")
        watch.call("check", "moi")


def _hangs(*_: object) -> None:
    raise TimeoutError


@pytest.mark.slow
@pytest.mark.parametrize("kind", [plan, lists, workbooks, papers])
def test_nothing_that_may_never_happen_happens(
    kind: Callable[[Random, Watch], None], tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    wrong: dict[str, int] = {}
    old = signal.signal(signal.SIGVTALRM, _hangs)
    for number in range(CASES):
        folder = tmp_path / str(number)
        folder.mkdir()
        watch = Watch(folder)
        signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS)
        try:
            kind(Random(f"{kind.__name__}-{number}"), watch)
        finally:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        for what in watch.wrong:
            wrong.setdefault(what, number)
    signal.signal(signal.SIGVTALRM, old)
    assert capfd.readouterr().err == "", "what libraries said past the streams of Python"
    assert wrong == {}, "what went wrong, and the number of the first case"
