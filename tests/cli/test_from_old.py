"""``thidua new-plan --from``: an old paper, with the report; what is no campaign plan is not forced."""

from pathlib import Path

import pytest

from tests.conftest import ROOT, Run
from thidua_cli.campaign.load_plan import load_plan

_EXAMPLE = ROOT / "plans" / "mttq-2024"
_DECISION = """ỦY BAN NHÂN DÂN XÃ B

Số: 12/QĐ-UBND

B, ngày 05 tháng 3 năm 2024

QUYẾT ĐỊNH

Về việc tặng Giấy khen

CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ

Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;

QUYẾT ĐỊNH:

Điều 1. Tặng Giấy khen cho 03 cá nhân có thành tích.

CHỦ TỊCH

Nguyễn Văn A
"""


@pytest.fixture
def word_file(tmp_path: Path, run: Run) -> Path:
    """The example as a Word file."""
    assert run("render", _EXAMPLE, "-o", tmp_path).code == 0
    return tmp_path / "mttq-2024-ke-hoach.docx"


def test_a_word_plan_becomes_a_plan_file_with_its_facts(word_file: Path, tmp_path: Path, run: Run) -> None:
    folder = tmp_path / "nam-nay"
    result = run("new-plan", folder, "--from", word_file)
    assert result.code == 0, result.err
    assert "Đọc được:" in result.out
    plan, old = load_plan(folder).plan, load_plan(_EXAMPLE).plan
    assert plan is not None
    assert old is not None
    assert plan.id == "nam-nay"
    assert plan.issuer.name == old.issuer.name
    assert [(phase.name, phase.end) for phase in plan.campaign.phases] == [
        (phase.name, phase.end) for phase in old.campaign.phases
    ]
    bounds = [[(q.subject, q.max, q.exactly) for q in award.quotas] for award in plan.awards]
    assert bounds == [[(q.subject, q.max, q.exactly) for q in award.quotas] for award in old.awards]
    assert (folder / "plan.schema.json").is_file()
    assert run("render", folder).code == 0


@pytest.mark.parametrize("kind", ["word", "yaml"])
def test_the_year_moves_dates_and_tells_each_change(kind: str, word_file: Path, tmp_path: Path, run: Run) -> None:
    folder = tmp_path / "nam-nay"
    old = word_file if kind == "word" else _EXAMPLE / "plan.yaml"
    result = run("new-plan", folder, "--from", old, "--year", "2027")
    assert result.code == 0, result.err
    plan = load_plan(folder).plan
    assert plan is not None
    assert str(plan.campaign.end) == "18/11/2027"
    assert [str(phase.end) for phase in plan.campaign.phases] == ["19/5/2027", "18/11/2027"]
    assert (plan.number, plan.date) == (None, None)
    assert "2024-11-18" in result.out


def test_a_decision_is_not_forced_into_a_plan(tmp_path: Path, run: Run) -> None:
    old = tmp_path / "quyet-dinh.txt"
    old.write_text(_DECISION, encoding="utf-8")
    result = run("new-plan", tmp_path / "x", "--from", old)
    assert result.code == 2
    assert "là quyết định, không phải kế hoạch phát động thi đua" in result.err
    assert not (tmp_path / "x").exists()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, ".docx"),
        (b"%PDF-1.7", "PDF"),
        ("KÕ ho¹ch ph¸t ®éng phong trµo thi ®ua".encode(), "bảng mã cũ"),
        (b"", "không có chữ nào"),
    ],
)
def test_files_that_cannot_be_read_end_with_advice(content: bytes, words: str, tmp_path: Path, run: Run) -> None:
    old = tmp_path / "cu.doc"
    old.write_bytes(content)
    result = run("new-plan", tmp_path / "x", "--from", old)
    assert result.code == 2
    assert words in result.err
    assert not (tmp_path / "x").exists()


def test_an_existing_plan_is_kept(word_file: Path, tmp_path: Path, run: Run) -> None:
    (tmp_path / "plan.yaml").write_text("mine", encoding="utf-8")
    assert run("new-plan", tmp_path, "--from", word_file).code == 2
    assert (tmp_path / "plan.yaml").read_text(encoding="utf-8") == "mine"
