"""The note of receipt and the letter of return: what came, and every finding of a unit, to that unit, once."""

import json
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import Run
from tests.exploring import examples
from tests.golden import hold
from tests.ooxml.validity import assert_valid_docx
from tests.papers.printed_texts import lines_of
from thidua_cli.campaign.dated_plan import DatedPlan
from thidua_cli.campaign.load_folder import load_campaign
from thidua_cli.campaign.resolved import ResolvedCampaign
from thidua_cli.checks.run import examine
from thidua_cli.findings.catalogue import Stage, rules
from thidua_cli.findings.diagnostic import Diagnostic, Severity
from thidua_cli.page.docx.main_part import to_docx
from thidua_cli.papers.contract import BLANK, Asked, Document, LacksError
from thidua_cli.papers.dossiers.appraisal import unit_stems
from thidua_cli.papers.dossiers.receipt import Receipt
from thidua_cli.papers.dossiers.return_letter import ReturnLetter
from thidua_cli.papers.people import addressed
from thidua_cli.papers.registry import PAPERS, Paper
from thidua_cli.vietnamese.text import upper_first

FOLDER = Path(__file__).parent / "sent_back"
RETURN, RECEIPT = PAPERS["return"], PAPERS["receipt"]
_DAY = date(2025, 11, 26)
_UNITS = ["Phòng Kế hoạch", "Phòng Chăn nuôi", "Văn phòng Sở", "Chi cục Thủy lợi"]
_SENT = (Severity.ERROR, Severity.WARNING)


def read(folder: Path, layout: str = "nd30") -> tuple[ResolvedCampaign, Asked]:
    """Return a campaign whose papers stand in ``layout``, and what ``render`` asks for: with the findings on it."""
    findings, campaign = examine(load_campaign(folder), _DAY)
    assert campaign is not None
    issuer = campaign.plan.issuer.model_copy(update={"layout": layout})
    dated = DatedPlan(campaign.plan.model_copy(update={"issuer": issuer}), _DAY)
    return replace(campaign, dated=dated), Asked(_DAY, findings=findings)


def letters(made: list[Document]) -> dict[str, ReturnLetter]:
    """Return the letters by their units."""
    contexts = [one.context for one in made]
    assert all(isinstance(one, ReturnLetter) for one in contexts)
    return {one.unit: one for one in contexts if isinstance(one, ReturnLetter)}


def whats(letter: ReturnLetter) -> list[str]:
    """Return what each line of a letter says is not right."""
    return [row.what for group in letter.groups for row in group.rows]


@pytest.mark.parametrize("layout", ["nd30", "party"])
@pytest.mark.parametrize("paper", [RETURN, RECEIPT], ids=["return", "receipt"])
def test_the_papers_are_as_agreed(paper: Paper, layout: str) -> None:
    campaign, asked = read(FOLDER, layout)
    made = list(paper.documents(campaign, asked))
    texts = {one.stem: lines_of(paper, one) for one in made}
    for document in made:
        assert_valid_docx(to_docx(paper.html(document), source=paper.template))
    hold(FOLDER / f"{paper.name}-{layout}.out", texts)


def test_a_letter_says_what_check_says_of_the_unit(run: Run) -> None:
    campaign, asked = read(FOLDER)
    made = letters(list(RETURN.documents(campaign, asked)))
    for unit in _UNITS:
        result = run("check", FOLDER, "--unit", unit, "--on", _DAY.isoformat(), "--format", "json")
        told = [one for one in json.loads(result.out)["diagnostics"] if one["severity"] in _SENT]
        said = whats(made[unit]) if unit in made else []
        assert sorted(said) == sorted(upper_first(one["message"]) for one in told)
    assert "Văn phòng Sở" not in made, "nothing was found of it"


def test_names_are_those_of_all_papers() -> None:
    campaign, asked = read(FOLDER)
    known = {addressed(entry.nomination) for entry in campaign.entries} | {"Chung của đơn vị"}
    for letter in letters(list(RETURN.documents(campaign, asked))).values():
        assert {row.name.partition(" (")[0] for group in letter.groups for row in group.rows} <= known


def test_a_finding_of_no_unit_is_told_to_the_officer_and_stands_in_no_letter(run: Run, tmp_path: Path) -> None:
    result = run("render", FOLDER, "--doc", "return", "-o", tmp_path, "--on", _DAY.isoformat(), "--to", "html")
    assert result.code == 0, result.err
    assert "công văn trả hồ sơ: 1 lỗi, cảnh báo không rõ của đơn vị nào nên không ghi cho ai" in result.err
    assert "đơn vị “Ban Quản lý Rừng” không có" in result.err
    pages = list(tmp_path.glob("*tra-ho-so*.html"))
    assert len(pages) == 3
    assert not any("Ban Quản lý Rừng" in page.read_text(encoding="utf-8") for page in pages)


def test_receipts_count_what_came() -> None:
    campaign, asked = read(FOLDER)
    made = list(RECEIPT.documents(campaign, asked))
    notes = {one.context.unit: one.context for one in made if isinstance(one.context, Receipt)}
    assert "1 đề nghị chưa rõ đơn vị" in made[0].notes[0]
    assert list(notes) == ["Phòng Kế hoạch", "Phòng Chăn nuôi", "Chi cục Thủy lợi"]
    for unit, note in notes.items():
        typed = [entry for entry in campaign.entries if entry.nomination.unit == unit]
        assert note.total.total == len(typed) == sum(file.count for file in note.files)
        assert sum(row.total for row in note.awards) == len(typed)
        assert all(sum(row.counts) == row.total for row in (*note.awards, note.total))
    assert [(part.name, part.count) for part in notes["Phòng Kế hoạch"].dossier] == [
        ("Tờ trình", 5),
        ("Báo cáo thành tích", 1),
    ]


def test_what_is_missing_is_told_at_once_and_a_draft_prints_dots(tmp_path: Path) -> None:
    folder = shutil.copytree(FOLDER, tmp_path / "a")
    (folder / "papers.yaml").unlink()
    campaign, asked = read(folder)
    with pytest.raises(LacksError) as told:
        list(RETURN.documents(campaign, asked))
    assert [one.what for one in told.value.missing] == ["hạn gửi lại hồ sơ", "người liên hệ"]
    made = list(RETURN.documents(campaign, replace(asked, draft=True)))
    assert all(one.missing == told.value.missing for one in made)
    assert all(letter.deadline == letter.contact == BLANK for letter in letters(made).values())


def test_no_letter_where_nothing_is_wrong() -> None:
    campaign, asked = read(FOLDER)
    with pytest.raises(LacksError, match="còn thiếu đơn vị có hồ sơ phải trả"):
        list(RETURN.documents(campaign, replace(asked, findings=())))


def test_a_row_that_cannot_be_read_stops_no_letter(tmp_path: Path, run: Run) -> None:
    folder = shutil.copytree(FOLDER, tmp_path / "a")
    with (folder / "nominations" / "chi-cuc.csv").open("a", encoding="utf-8") as file:
        file.write("Ngô Thị N,cá nhân,Giấy khen,Chi cục Thủy lợi,Chuyên viên,nữ,001180000009,32/11/2025\n")
    result = run("render", folder, "--doc", "return", "-o", tmp_path / "out", "--on", _DAY.isoformat())
    assert result.code == 0, result.err
    assert len(list((tmp_path / "out").iterdir())) == 3


def test_one_unit_alone_and_one_award_alone() -> None:
    campaign, asked = read(FOLDER)
    (alone,) = RETURN.documents(campaign, replace(asked, unit="Chi cục Thủy lợi"))
    assert alone.stem == "tra-ho-so-chi-cuc-thuy-loi"
    made = letters(list(RETURN.documents(campaign, replace(asked, only=("Lê Văn C",)))))
    assert [(unit, len(whats(letter))) for unit, letter in made.items()] == [("Phòng Kế hoạch", 1)]


def test_units_that_differ_in_accents_have_files_of_their_own() -> None:
    names = ["Xã Hoà An", "Xã Hòa Ấn", "Xã Hoa An", "Xã Khác"]
    stems = unit_stems("tra", names)
    assert len(set(stems)) == len(names)
    assert stems[0] == "tra-xa-hoa-an"


_ROW = st.tuples(
    st.sampled_from(["Nguyễn Văn A", "Trần Thị B", "Lê Văn C", "Phòng Kế hoạch"]),
    st.sampled_from(["cá nhân", "tập thể", "", "hộ"]),
    st.sampled_from(["Giấy khen", "Bằng khen", "Cờ lạ", ""]),
    st.sampled_from([*_UNITS, "Nơi lạ", ""]),
    st.sampled_from(["18/11/2025", "30/11/2025", "31/11/2025", ""]),
)


@given(st.lists(_ROW, min_size=1, max_size=12))
@examples(25)
def test_every_finding_of_a_unit_stands_in_its_letter_once_and_no_finding_is_lost(
    rows: list[tuple[str, ...]],
) -> None:
    with TemporaryDirectory() as place:
        folder = Path(place)
        for name in ("plan.yaml", "units.yaml", "papers.yaml"):
            shutil.copy(FOLDER / name, folder / name)
        (folder / "nominations").mkdir()
        text = "\n".join(["Họ và tên,Đối tượng,Hình thức đề nghị,Đơn vị,Ngày nhận hồ sơ", *map(",".join, rows)])
        (folder / "nominations" / "chung.csv").write_text(text, encoding="utf-8")
        campaign, asked = read(folder)
    of_lists = [one for one in asked.findings if rules()[one.code].stage is not Stage.PLAN]
    sent = [one for one in of_lists if one.severity in _SENT and rules()[one.code].sent]
    if not any(_units_of(one, campaign) for one in sent):
        with pytest.raises(LacksError):
            list(RETURN.documents(campaign, asked))
        return
    made = list(RETURN.documents(campaign, asked))
    by_unit = letters(made)
    for unit in _UNITS:
        due = sorted(upper_first(one.message) for one in sent if unit in _units_of(one, campaign))
        assert sorted(whats(by_unit[unit]) if unit in by_unit else []) == due
    nobodys = [one for one in sent if not _units_of(one, campaign)]
    assert bool(nobodys) == bool(made[0].notes)
    assert all(note.startswith(f"{len(nobodys)} lỗi") for note in made[0].notes)


def _units_of(finding: Diagnostic, campaign: ResolvedCampaign) -> set[str]:
    """Return the units that a finding names, or whose nominations it names, found row by row."""
    named = {finding.about.unit, *finding.about.units}
    records = [finding.about.record, *(other.record for other in finding.related)]
    for entry in campaign.entries:
        if entry.origin.key in records and entry.unit:
            named.add(entry.unit.name)
    for record in campaign.units or ():
        if record.origin.key in records:
            named.add(record.value.name)
    return named & set(_UNITS)


@pytest.mark.parametrize("code", [rule.code for rule in rules().values() if not rule.sent])
def test_what_comes_after_the_dossiers_is_no_reason_to_send_one_back(code: str) -> None:
    campaign, asked = read(FOLDER)
    entry = next(one for one in campaign.entries if one.unit)
    later = Diagnostic(code, Severity.ERROR, "việc về sau", file="council.xlsx", about=entry.about)
    before = [one.context for one in RETURN.documents(campaign, asked)]
    after = [one.context for one in RETURN.documents(campaign, replace(asked, findings=[*asked.findings, later]))]
    assert after == before
