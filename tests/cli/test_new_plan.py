"""``thidua new-plan``: complete drafts for all modes, asked or given, and one level down from a superior."""

import json
from pathlib import Path

import pytest

from tests.conftest import ROOT, Run
from thidua_cli.campaign.load_plan import load_plan
from thidua_cli.drafting.questions import QUESTIONS, option_of

_ISSUER = ("--issuer", "Sở Nội vụ tỉnh A", "--post", "Giám đốc")
_TITLE = ("--title", "Phát động đợt thi đua hoàn thành nhiệm vụ năm 2027")


def _severities(run: Run, folder: Path) -> dict[str, int]:
    return dict(json.loads(run("check", folder, "--format", "json").out)["summary"])


@pytest.mark.parametrize("mode", ["drive", "thematic", "regular"])
@pytest.mark.parametrize("layout", ["nd30", "party"])
def test_a_draft_passes_check_with_notes_only_and_renders(mode: str, layout: str, tmp_path: Path, run: Run) -> None:
    folder = tmp_path / "thi-dua"
    made = run("new-plan", folder, *_ISSUER, *_TITLE, "--mode", mode, "--layout", layout, "--end", "31/12/2027")
    assert made.code == 0, made.err
    summary = _severities(run, folder)
    assert summary["errors"] == summary["warnings"] == 0
    assert run("render", folder).code == 0
    assert (folder / "out" / "thi-dua-ke-hoach.docx").is_file()


def test_answers_stand_in_the_draft(tmp_path: Path, run: Run) -> None:
    folder = tmp_path / "x"
    options = (
        "--superior",
        "Ủy ban nhân dân tỉnh A",
        "--signer",
        "Nguyễn Văn A",
        "--collectives",
        "3",
        "--start",
        "1/1/2027",
    )
    assert run("new-plan", folder, *_ISSUER, *_TITLE, *options, "--end", "2027-12-31").code == 0
    plan = load_plan(folder).plan
    assert plan is not None
    assert plan.issuer.superior == "Ủy ban nhân dân tỉnh A"
    assert (plan.issuer.abbreviation, plan.issuer.place) == ("SNV", "A")
    assert plan.signers[0].name == "Nguyễn Văn A"
    assert str(plan.campaign.start) == "01/01/2027"
    assert [(quota.max, quota.open) for quota in plan.awards[0].quotas] == [(3, False), (None, True)]


def test_a_committee_signs_on_behalf(tmp_path: Path, run: Run) -> None:
    folder = tmp_path / "x"
    run("new-plan", folder, "--issuer", "Ủy ban nhân dân xã B", "--post", "Chủ tịch", *_TITLE, "--end", "2027-12-31")
    plan = load_plan(folder).plan
    assert plan is not None
    assert plan.signers[0].on_behalf == "Ủy ban nhân dân"
    assert plan.issuer.abbreviation == "UBND"
    assert plan.awards[0].decided_by == "Chủ tịch Ủy ban nhân dân xã B"


@pytest.mark.parametrize(
    ("post", "issuer", "decider"),
    [
        ("Hiệu trưởng", "Trường Tiểu học A", "Hiệu trưởng Trường Tiểu học A"),
        ("Chủ tịch UBND", "Ủy ban nhân dân xã B", "Chủ tịch Ủy ban nhân dân xã B"),
    ],
)
def test_who_decides_is_the_head_of_the_body(tmp_path: Path, run: Run, post: str, issuer: str, decider: str) -> None:
    folder = tmp_path / "x"
    run("new-plan", folder, "--issuer", issuer, "--place", "A", "--post", post, *_TITLE, "--end", "2027-12-31")
    plan = load_plan(folder).plan
    assert plan is not None
    assert plan.awards[0].decided_by == decider


def _superior(folder: Path, *, years_later: int) -> Path:
    """Write the example with two phases as a plan that is to come."""
    text = (ROOT / "plans" / "mttq-2024" / "plan.yaml").read_text(encoding="utf-8")
    for year in (2024, 2023):
        text = text.replace(str(year), str(year + years_later))
    path = folder / "cap-tren.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_following_a_superior_takes_its_facts_over(tmp_path: Path, run: Run) -> None:
    path, folder = _superior(tmp_path, years_later=4), tmp_path / "duoi"
    above = load_plan(path).plan
    made = run("new-plan", folder, *_ISSUER, "--follow", path)
    assert made.code == 0, made.err
    plan = load_plan(folder).plan
    assert plan is not None
    assert above is not None
    assert plan.title == above.title
    assert (plan.campaign.theme, plan.campaign.end) == (above.campaign.theme, above.campaign.end)
    assert [phase.name for phase in plan.campaign.phases] == [phase.name for phase in above.campaign.phases]
    assert any("Kế hoạch số" in basis and above.issuer.name in basis for basis in plan.bases)
    assert [award.decided_by for award in plan.awards] == [
        "Chủ tịch Ủy ban nhân dân tỉnh",
        "Cục trưởng Cục Thống kê tỉnh Ninh Thuận",
        "Giám đốc Sở Nội vụ tỉnh A",
    ]
    summary = _severities(run, folder)
    assert summary["errors"] == summary["warnings"] == 0
    assert run("render", folder).code == 0


def test_of_a_superior_whose_time_has_passed_only_the_words_are_taken(tmp_path: Path, run: Run) -> None:
    path, folder = _superior(tmp_path, years_later=0), tmp_path / "duoi"
    assert run("new-plan", folder, *_ISSUER, "--follow", path).code == 0
    plan = load_plan(folder).plan
    assert plan is not None
    assert str(plan.campaign.end).startswith("31/12/")
    assert plan.campaign.end != load_plan(path).plan.campaign.end  # type: ignore[union-attr]
    assert plan.campaign.phases == []
    assert _severities(run, folder)["errors"] == 0


def test_what_each_unit_may_propose_comes_down_as_the_quota_of_the_unit(tmp_path: Path, run: Run) -> None:
    path, folder = _superior(tmp_path, years_later=4), tmp_path / "duoi"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("{subject: collective, max: 1}", "{subject: collective, max: 1, per: unit}"), "utf-8")
    assert "per: unit" in path.read_text(encoding="utf-8")
    assert run("new-plan", folder, *_ISSUER, "--follow", path).code == 0
    plan = load_plan(folder).plan
    assert plan is not None
    collective, individual = plan.awards[0].quotas
    assert (collective.max, collective.open) == (1, False)
    assert (individual.max, individual.open) == (None, True)
    assert collective.source is not None
    assert collective.source.startswith("Kế hoạch số")


@pytest.mark.parametrize("superior", ["van-quan-60-nam", "dak-nong-20-nam", "dan-van-2024", "vi-nguoi-ngheo"])
def test_any_example_can_be_followed(superior: str, tmp_path: Path, run: Run) -> None:
    folder = tmp_path / "duoi"
    made = run("new-plan", folder, *_ISSUER, "--follow", ROOT / "plans" / superior / "plan.yaml", "--end", "2027-12-31")
    assert made.code == 0, made.err
    assert run("render", folder).code == 0


def test_missing_answers_name_their_options(tmp_path: Path, run: Run) -> None:
    result = run("new-plan", tmp_path / "x")
    assert result.code == 2
    assert "còn thiếu: --issuer, --title, --post" in result.err
    assert not (tmp_path / "x").exists()


@pytest.mark.parametrize(
    ("option", "words"),
    [
        (("--mode", "dirve"), "--mode: hình thức tổ chức “dirve” không có"),
        (("--end", "31/02/2027"), "--end: “31/02/2027” không có trong lịch"),
        (("--collectives", "ba"), "--collectives: “ba” không phải là số nguyên"),
        (("--follow", "khong-co.yaml"), "không có tệp khong-co.yaml"),
    ],
)
def test_wrong_answers_are_refused(option: tuple[str, str], words: str, tmp_path: Path, run: Run) -> None:
    result = run("new-plan", tmp_path / "x", *_ISSUER, *_TITLE, *option)
    assert result.code == 2
    assert words in result.err
    assert not (tmp_path / "x").exists()


_GOOD = {"text": "Chữ", "mode": "thematic", "layout": "party", "launcher": "province", "start": "issue"}
_GOOD |= {"date": "2027-12-31", "count": "3"}


@pytest.mark.parametrize("name", QUESTIONS)
def test_every_question_is_an_option_that_is_checked(name: str, tmp_path: Path, run: Run) -> None:
    option, question = option_of(name), QUESTIONS[name]
    assert f"{option} {question.metavar}" in run("new-plan", "--help").out
    given = ["--issuer", "Sở Nội vụ", "--place", "Huế", "--title", "Phát động", "--post", "Giám đốc"]
    assert run("new-plan", tmp_path / "good", *given, option, _GOOD[question.kind]).code == 0
    if question.kind == "text":
        blank = run("new-plan", tmp_path / "blank", *given, option, " ")
        assert (blank.code, f"{option}: " in blank.err) == ((0, False) if question.blank else (2, True))
    else:
        wrong = run("new-plan", tmp_path / "wrong", *given, option, "?!")
        assert (wrong.code, f"{option}: " in wrong.err) == (2, True)


def test_an_existing_plan_is_kept(tmp_path: Path, run: Run) -> None:
    (tmp_path / "plan.yaml").write_text("mine", encoding="utf-8")
    assert run("new-plan", tmp_path, *_ISSUER, *_TITLE).code == 2
    assert (tmp_path / "plan.yaml").read_text(encoding="utf-8") == "mine"
    assert run("new-plan", tmp_path, *_ISSUER, *_TITLE, "--force").code == 0


def test_names_with_yaml_signs_survive(tmp_path: Path, run: Run) -> None:
    title = 'Phát động: đợt thi đua "A & B" #1 {x} - *y*'
    assert run("new-plan", tmp_path, *_ISSUER, "--title", title, "--end", "2027-12-31").code == 0
    plan = load_plan(tmp_path).plan
    assert plan is not None
    assert plan.title == title


def test_questions_are_asked_in_a_terminal(tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = iter(
        [
            "Sở Nội vụ tỉnh A",
            "",
            "",
            "",
            "",
            "sai",
            "drive",
            "",
            "Phát động thi đua",
            "",
            "",
            "2027-12-31",
            "Giám đốc",
            "",
            "",
            "",
        ]
    )
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    monkeypatch.setattr("builtins.input", lambda *_: next(answers))
    result = run("new-plan", tmp_path / "x")
    assert result.code == 0, result.err
    assert "hình thức tổ chức “sai” không có" in result.err
    assert "chưa có câu trả lời" in result.err
    plan = load_plan(tmp_path / "x").plan
    assert plan is not None
    assert plan.title == "Phát động thi đua"


def test_stopping_leaves_nothing_behind(tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    monkeypatch.setattr("builtins.input", interrupted)
    result = run("new-plan", tmp_path / "x")
    assert result.code == 130
    assert "đã dừng" in result.err
    assert not (tmp_path / "x").exists()
