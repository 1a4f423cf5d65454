"""The papers of the council: as agreed in both families, made of a whole session, refused with all that is lacking."""

import os
import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.campaigns import campaign as built
from tests.fingerprint import fingerprint
from tests.papers.rendered import example
from thidua_cli.campaign.resolved import ResolvedCampaign
from thidua_cli.campaign.sitting import Sitting
from thidua_cli.errors import ThiduaError
from thidua_cli.model.council import Vote
from thidua_cli.model.dates import PartialDate
from thidua_cli.page.docx.main_part import to_docx
from thidua_cli.papers.contract import BLANK, Asked, Document, LacksError
from thidua_cli.papers.dossiers.summary_list import SummaryList
from thidua_cli.papers.people import addressed
from thidua_cli.papers.registry import PAPERS
from thidua_cli.reading.origin import Record

_HERE = Path(__file__).parent
_FOLDER = _HERE / "campaign"
_DAY = date(2025, 12, 5)
NAMES = ("council-decision", "council-invitation", "ballot", "count", "minutes")
_FAMILIES = pytest.mark.parametrize("family", ["nd30", "party"])
_PAPERS = pytest.mark.parametrize("name", NAMES)


def made(campaign: ResolvedCampaign, name: str, **asked: Any) -> list[Document]:
    """Return the documents of a paper."""
    return list(PAPERS[name].documents(campaign, Asked(_DAY, **asked)))


def context(campaign: ResolvedCampaign, name: str, **asked: Any) -> Any:
    """Return what the first document of a paper prints."""
    return made(campaign, name, **asked)[0].context


def session(**changes: Any) -> ResolvedCampaign:
    """Return the campaign with a session that tells something else."""
    campaign = example(_FOLDER, _DAY)
    (sitting,) = campaign.sessions
    told = sitting.council.model_copy(update=changes)
    return replace(campaign, sessions=[replace(sitting, record=Record(told, sitting.record.origin))])


def members(change: Callable[[int], dict[str, Any]]) -> ResolvedCampaign:
    """Return the campaign with members of whom something else is told, by their place."""
    told = example(_FOLDER, _DAY).sessions[0].council.members
    return session(members=[one.model_copy(update=change(place)) for place, one in enumerate(told)])


def lacking(campaign: ResolvedCampaign, name: str) -> str:
    """Return what a paper that cannot be made says is lacking; a draft of it tells the same."""
    with pytest.raises(LacksError) as told:
        made(campaign, name)
    missing = [one for document in made(campaign, name, draft=True) for one in document.missing]
    assert set(told.value.missing) <= set(missing)
    return told.value.message


@_FAMILIES
@_PAPERS
def test_every_paper_is_as_agreed(name: str, family: str) -> None:
    campaign, paper = example(_FOLDER, _DAY, family), PAPERS[name]
    printed = [f"## {one.stem}\n{fingerprint(to_docx(paper.html(one), source='x'))}" for one in made(campaign, name)]
    golden = _HERE / f"{name}.{family}.golden"
    if os.environ.get("THIDUA_UPDATE"):
        golden.write_text("\n".join(printed), encoding="utf-8")
    assert "\n".join(printed) == golden.read_text(encoding="utf-8")


@_FAMILIES
@_PAPERS
def test_a_draft_is_made_of_nothing(name: str, family: str) -> None:
    campaign = replace(example(_FOLDER, _DAY, family), sessions=[])
    (*_, document) = made(campaign, name, draft=True)
    html = PAPERS[name].html(document)
    fingerprint(to_docx(html, source="x"))
    assert document.missing
    assert BLANK in html
    with pytest.raises(LacksError):
        made(campaign, name)


def test_minutes_tell_all_that_is_lacking_at_once() -> None:
    bare = dict.fromkeys(("held", "opens", "closes", "place"))
    lists = {key: [] for key in ("agenda", "conclusions")}
    told = lacking(session(**bare, **lists), "minutes")
    for what in ("ngày họp", "giờ khai mạc", "giờ bế mạc", "địa điểm", "nội dung họp", "kết luận"):
        assert what in told


def test_a_count_tells_all_that_is_lacking_at_once() -> None:
    bare = dict.fromkeys(("issued", "collected", "valid", "void"))
    told = lacking(session(counters=[], **bare), "count")
    for what in ("ban kiểm phiếu", "phiếu phát ra", "phiếu thu về", "phiếu hợp lệ", "phiếu không hợp lệ"):
        assert what in told
    half = [one.model_copy(update={"agree": 5, "against": None, "none": None}) for one in _votes()]
    told = lacking(session(votes=half), "count")
    assert "không có ý kiến đối với Văn phòng Sở" in told


def test_votes_that_say_nothing_follow_from_the_valid_ballots() -> None:
    half = [one.model_copy(update={"none": None}) for one in _votes()]
    whole, derived = (made(campaign, "count") for campaign in (session(), session(votes=half)))
    assert derived == whole


def _votes() -> list[Vote]:
    return list(session().sessions[0].council.votes)


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ({"issued": 8}, "phát ra 8 phiếu, Hội đồng chỉ có 7 thành viên"),
        ({"collected": 6, "issued": 5}, "thu về 6 phiếu, phát ra chỉ 5"),
        ({"valid": 6, "void": 0}, "6 hợp lệ + 0 không hợp lệ = 6, khác 7 phiếu thu về"),
        ({"valid": 8, "void": None}, "8 phiếu hợp lệ, thu về chỉ 7"),
        ({"valid": 6, "void": 1}, "số phiếu 7 + 0 + 0 = 7, khác 6 phiếu hợp lệ"),
    ],
)
@pytest.mark.parametrize("name", ["count", "minutes"])
def test_numbers_that_do_not_add_up_are_refused_in_the_words_of_the_check(
    name: str, told: dict[str, Any], said: str
) -> None:
    assert said in lacking(session(**told), name)


@pytest.mark.parametrize("name", ["count", "minutes"])
def test_no_line_of_a_session_is_left_out(name: str) -> None:
    votes = session().sessions[0].council.votes
    stranger = votes[0].model_copy(update={"name": "Hoàng Văn K", "award": None})
    campaign = session(votes=[*votes, stranger])
    assert "Hoàng Văn K (dòng phiếu 6 chưa rõ cho đề nghị nào)" in lacking(campaign, name)
    assert [row.name for row in context(campaign, name, draft=True).results.rows][-1] == "Hoàng Văn K"
    twice = session(votes=[*votes, votes[0]])
    assert "Văn phòng Sở (Văn phòng Sở) (phiên họp ghi 2 dòng)" in lacking(twice, name)


def test_who_is_away_is_told_with_the_reason() -> None:
    assert "lý do vắng của Phan Văn U" in lacking(members(lambda place: {"reason": None}), "minutes")
    silent = members(lambda place: {"written_opinion": False})
    told = [row.attendance for row in context(silent, "minutes").members]
    assert told == ["Có mặt"] * 4 + ["Vắng (đi công tác); không gửi ý kiến bằng văn bản"] + ["Có mặt"] * 2


@pytest.mark.parametrize(
    ("remark", "attended"),
    [
        ("đi công tác", "Vắng (đi công tác); không gửi ý kiến bằng văn bản"),
        ("vắng, ốm", "Vắng (ốm); không gửi ý kiến bằng văn bản"),
        ("vắng", None),
        ("KP", None),
        ("", None),
    ],
)
def test_a_table_tells_the_reason_in_its_remarks(remark: str, attended: str | None, tmp_path: Path) -> None:
    shutil.copytree(_FOLDER, tmp_path / "phong-trao")
    (tmp_path / "phong-trao" / "council.yaml").unlink()
    table = tmp_path / "phong-trao" / "council.csv"
    rows = ["STT,Họ và tên,Chức vụ,Vai trò,Có mặt,Ghi chú", "1,Trần Văn B,Giám đốc,Chủ tịch,x,"]
    rows += ["2,Kiều Văn X,Chuyên viên,Thư ký,x,", f'3,Phan Văn U,Chánh Văn phòng,Ủy viên,vắng,"{remark}"']
    table.write_text("\n".join(["Tên Hội đồng: Hội đồng Thi đua - Khen thưởng Sở Nội vụ", *rows]), encoding="utf-8")
    document = made(example(tmp_path / "phong-trao", _DAY), "minutes", draft=True)[0]
    told: Any = document.context
    assert told.members[2].attendance == (attended or f"Vắng ({BLANK}); không gửi ý kiến bằng văn bản")
    lacks = {one.what: one.where for one in document.missing}
    assert ("lý do vắng của Phan Văn U" in lacks) == (attended is None)
    assert lacks["giờ khai mạc"] == "ghi “Giờ khai mạc” trong council.csv"


def test_nobody_is_guessed_for_the_chair_or_the_secretary() -> None:
    without = members(lambda place: {"present": place > 0, "reason": "ốm"})
    assert "người chủ trì" in lacking(without, "minutes")
    two = members(lambda place: {"role": "Thư ký"} if place in (3, 6) else {})
    assert "thư ký phiên họp" in lacking(two, "minutes")


def test_every_nominee_stands_once_on_the_ballot_in_the_order_of_the_list() -> None:
    campaign = example(_FOLDER, _DAY)
    (listed,) = (one.context for one in PAPERS["list"].documents(campaign, Asked(_DAY)))
    assert isinstance(listed, SummaryList)
    names = [row.name for group in listed.groups for part in group.parts for row in part.rows]
    ballot, sheet = (one.context for one in made(campaign, "ballot"))
    voted = [row.name for row in ballot.rows]  # type: ignore[attr-defined]
    assert voted == [row.name for row in sheet.rows]  # type: ignore[attr-defined]
    assert sorted(voted) == sorted(addressed(one.nomination) for one in campaign.entries)
    assert [name for name in voted if name in names] == names, "whom the council did not pass hangs on no submission"


def test_a_ballot_has_no_number_and_no_signature_and_a_sheet_has_its_voter() -> None:
    campaign = example(_FOLDER, _DAY)
    ballot, sheet = (PAPERS["ballot"].html(one) for one in made(campaign, "ballot"))
    assert '<p class="number"></p>' in ballot
    assert "signer-name" not in ballot
    assert sheet.count('<p class="signer-name">Phan Văn U</p>') == 1


@pytest.mark.parametrize("away", [(), (0,), (6,), (1, 3, 5)])
def test_sheets_are_for_those_who_are_away_and_for_nobody_else(away: tuple[int, ...]) -> None:
    campaign = members(lambda place: {"present": place not in away, "reason": "ốm"})
    told = campaign.sessions[0].council.members
    sheets: list[Any] = [one.context for one in made(campaign, "ballot") if one.stem == "phieu-lay-y-kien"]
    assert [[one.name for one in sheet.voters] for sheet in sheets] == (
        [[told[at].name for at in away]] if away else []
    )


def test_whose_presence_is_not_known_has_a_sheet_and_an_unknown_member_a_blank_one() -> None:
    campaign = members(lambda place: {"present": True})
    (sitting,) = campaign.sessions
    first = sitting.council.members[0].name
    for doubts, names in (({"attendance": frozenset({0})}, [first]), ({"members": True}, [""])):
        unsure = replace(campaign, sessions=[replace(sitting, doubts=replace(sitting.doubts, **doubts))])
        sheet: Any = made(unsure, "ballot")[1].context
        assert [one.name for one in sheet.voters] == names


def test_a_show_of_hands_of_all_members_has_neither() -> None:
    told = [one.model_copy(update={"present": True}) for one in session().sessions[0].council.members]
    with pytest.raises(LacksError, match="phiên họp bỏ phiếu kín hoặc có thành viên vắng"):
        made(session(secret_ballot=False, members=told), "ballot")


def test_a_show_of_hands_has_no_ballot_and_no_count() -> None:
    by_hand = session(secret_ballot=False)
    assert [one.stem for one in made(by_hand, "ballot")] == ["phieu-lay-y-kien"]
    with pytest.raises(LacksError, match="phiên họp bỏ phiếu kín"):
        made(by_hand, "count")
    assert "biểu quyết" in PAPERS["minutes"].html(made(by_hand, "minutes")[0])


def test_a_review_without_a_session_has_its_ballot_too() -> None:
    campaign = example(_FOLDER, _DAY)
    (sitting,) = campaign.sessions
    none = replace(campaign, sessions=[])
    assert "tên Hội đồng" in lacking(none, "ballot")
    assert [one.stem for one in made(none, "ballot", draft=True)] == ["phieu-bau", "phieu-lay-y-kien"]
    other = replace(campaign, sessions=[replace(sitting, occasion="so-ket")])
    ballot: Any = made(other, "ballot")[0].context
    assert ballot.council == sitting.council.name
    assert len(ballot.rows) == len(campaign.entries)


def test_who_has_his_result_waits_for_no_ballot() -> None:
    voted = [{"name": "Nguyễn Văn A", "subject": "individual", "award": "giay-khen", "agree": 9, "voters": 9}]
    waiting = [{"name": "Lê Thị B", "subject": "individual", "award": "giay-khen"}]
    with pytest.raises(LacksError, match="đề nghị chờ bỏ phiếu"):
        made(built(voted), "ballot")
    rows: Any = context(built([*voted, *waiting]), "ballot", draft=True).rows
    assert [row.name for row in rows] == ["Lê Thị B"]


def test_a_ballot_asks_which_award_it_is_for() -> None:
    campaign = example(_FOLDER, _DAY)
    campaign.entries[0].award = None
    assert "hình thức đề nghị của Phòng Tổng hợp" in lacking(campaign, "ballot")


@pytest.mark.parametrize("count", [1, 5, 6, 7])
def test_a_council_has_as_many_members_as_its_list(count: int) -> None:
    told = session().sessions[0].council.members[:count]
    decision = context(session(members=told), "council-decision")
    assert f"gồm {count:02d} thành viên" in decision.articles[0][0]
    assert [row.name for row in decision.members] == [one.name for one in told]
    in_text = [text for text in decision.articles[0][1:] if re.match(r"\d+\. ", text)]
    assert (len(in_text), decision.annex is None) == ((count, True) if count <= 5 else (0, False))


def test_a_member_without_a_role_is_told() -> None:
    nameless = members(lambda place: {"role": None} if place in (2, 5) else {})
    assert "chức danh trong Hội đồng của Cao Văn P và Tạ Văn S" in lacking(nameless, "council-decision")


def test_the_law_of_the_day_is_the_basis_of_a_decision_once() -> None:
    bases = context(example(_FOLDER, _DAY), "council-decision").bases
    assert [bool(re.search("98/2023", text)) for text in bases].count(True) == 1
    assert not any("152/2025" in text for text in bases), "the decision was signed before"
    assert bases[0].startswith("Căn cứ Quyết định số 05/2024/QĐ-UBND")
    assert bases[-1] == "Theo đề nghị của Chánh Văn phòng Sở."


@pytest.mark.parametrize("day", range(14, 21))
def test_an_invitation_computes_the_weekday(day: int) -> None:
    names = {0: "thứ Hai", 1: "thứ Ba", 2: "thứ Tư", 3: "thứ Năm", 4: "thứ Sáu", 5: "thứ Bảy", 6: "Chủ nhật"}
    told = context(session(held=PartialDate(2025, 11, day)), "council-invitation").time
    assert told == f"14 giờ 00, {names[date(2025, 11, day).weekday()]}, ngày {day}/11/2025"


def test_nobody_is_invited_after_the_session() -> None:
    assert "ngày ký trước ngày họp" in lacking(session(held=PartialDate(2025, 11, 13)), "council-invitation")


def test_an_unknown_occasion_is_refused() -> None:
    for name in NAMES:
        with pytest.raises(ThiduaError):
            made(example(_FOLDER, _DAY), name, occasion="ngày hội")


def test_two_sessions_have_minutes_of_their_own() -> None:
    campaign = example(_FOLDER, _DAY)
    (first,) = campaign.sessions
    votes = [one for one in first.council.votes if one.name != "Ngô Thị M"]
    second = [one for one in first.council.votes if one.name == "Ngô Thị M"]
    both = [_with(first, votes=votes), _with(first, votes=second, put_off=[])]
    rows = [[row.name for row in one.context.results.rows] for one in made(replace(campaign, sessions=both), "minutes")]  # type: ignore[attr-defined]
    assert [len(one) for one in rows] == [4, 1]
    assert rows[1] == ["Bà Ngô Thị M"]


def _with(sitting: Sitting, **changes: Any) -> Sitting:
    told = sitting.council.model_copy(update=changes)
    return replace(sitting, record=Record(told, sitting.record.origin))
