"""Certificates: whom a decision gives one, what stands on it, what refuses a batch; the ruler sheet."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from tests.campaigns import campaign as typed_campaign
from tests.conftest import Run
from tests.ooxml.validity import assert_valid_docx
from tests.page.printed import printed
from tests.papers.certificate.batches import DECISION, PAPER, batch, given, pages
from thidua_cli.campaign.dated_plan import DatedPlan
from thidua_cli.campaign.resolved import ResolvedCampaign
from thidua_cli.errors import ThiduaError
from thidua_cli.files import shipped
from thidua_cli.page.docx.main_part import to_docx
from thidua_cli.page.html.browser_page import to_page
from thidua_cli.page.vocabulary import SIZES
from thidua_cli.papers.contract import Asked, Document, LacksError
from thidua_cli.papers.people import addressed
from thidua_cli.papers.registry import PAPERS

DAY = date(2025, 1, 15)
_TEXT = "Đã có thành tích xuất sắc trong phong trào thi đua năm 2024"
PEOPLE = [
    {"name": "Nguyễn Văn A", "gender": "male", "position": "Chuyên viên", "unit": "Phòng B", "achievement": _TEXT},
    {"name": "Trần Thị C", "gender": "female", "unit": "Phòng B", "achievement": "Danh sách ghi khác"},
    {"name": "Phòng Kế hoạch", "subject": "collective", "achievement": f"**{_TEXT}** giai đoạn 2020 - 2024"},
]


def made(campaign: ResolvedCampaign, **asked: Any) -> list[Document]:
    """Return the certificates that are asked for."""
    return list(PAPER.documents(campaign, Asked(DAY, **asked)))


def in_party_layout(campaign: ResolvedCampaign) -> ResolvedCampaign:
    """Return the campaign of a Party body."""
    issuer = campaign.plan.issuer.model_copy(update={"layout": "party"})
    plan = campaign.plan.model_copy(update={"issuer": issuer})
    return replace(campaign, dated=DatedPlan(plan, DAY))


def lacking(campaign: ResolvedCampaign, **asked: Any) -> list[str]:
    """Return what refuses the certificates."""
    with pytest.raises(LacksError) as told:
        made(campaign, **asked)
    return [one.what for one in told.value.missing]


def test_a_batch_is_one_document_in_the_order_of_the_decision() -> None:
    shorter = {"name": "Trần Thị C", "certificate_text": "Lời ngắn trên bằng"}
    campaign = given(PEOPLE, ["Phòng Kế hoạch", shorter, "Nguyễn Văn A"])
    (document,) = made(campaign)
    assert document.stem == "giay-khen-qd-2025"
    head = ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"]
    head += ["GIÁM ĐỐC SỞ XÂY DỰNG TỈNH A", "TẶNG", "GIẤY KHEN"]
    foot = ["A, ngày 10 tháng 01 năm 2025", "GIÁM ĐỐC", "Nguyễn Văn A"]
    decision = "Số quyết định: 45/QĐ-STC ngày 10 tháng 01 năm 2025"
    assert pages(document) == [
        [*head, "Phòng Kế hoạch", f"{_TEXT} giai đoạn 2020 - 2024", decision, "Số sổ vàng: 12", *foot],
        [*head, "Bà Trần Thị C", "Phòng B", "Lời ngắn trên bằng", decision, "Số sổ vàng: 13", *foot],
        [*head, "Ông Nguyễn Văn A", "Chuyên viên, Phòng B", _TEXT, decision, "Số sổ vàng: 14", *foot],
    ]
    names = {addressed(entry.nomination) for entry in campaign.entries}
    assert names == {page[5] for page in pages(document)}


def test_a_party_body_prints_the_title_of_the_party() -> None:
    (document,) = made(in_party_layout(given(PEOPLE[:1])))
    (page,) = pages(document)
    assert page[:2] == ["ĐẢNG CỘNG SẢN VIỆT NAM", "GIÁM ĐỐC SỞ XÂY DỰNG TỈNH A"]


def test_one_file_each_and_a_reprint_bear_the_same_name() -> None:
    campaign = given(PEOPLE)
    each = made(campaign, each=True)
    stems = [one.stem for one in each]
    assert stems == [f"giay-khen-qd-2025-{end}" for end in ("001-nguyen-van-a", "002-tran-thi-c", "003-phong-ke-hoach")]
    assert [page for one in each for page in pages(one)] == pages(made(campaign)[0])
    (again,) = made(campaign, only=("Trần Thị C",))
    assert (again.stem, pages(again)) == (each[1].stem, pages(each[1]))


def test_a_certificate_issued_again_is_the_first_one_with_number_and_day_of_its_decision() -> None:
    """The line of the book on the new certificate changes nothing on it, and nobody is awarded twice."""
    line = {"name": "Trần Thị C", "unit": "Phòng B", "award": "giay_khen", "year": 2024, "campaign": "cchc-2024"}
    line |= {"decision": DECISION["number"], "date": DECISION["date"], "book_number": "13"}
    plain = given(PEOPLE)
    book = typed_campaign([], register=[line, {**line, "reissue": "cấp lại ngày 10/3/2026: mất"}]).register
    with_line = replace(plain, register=book)
    (before,) = made(plain, only=("Trần Thị C",))
    (again,) = made(with_line, only=("Trần Thị C",))
    assert pages(again) == pages(before)
    assert "Số quyết định: 45/QĐ-STC ngày 10 tháng 01 năm 2025" in pages(again)[0]
    assert len(with_line.past.standing) == 1


def test_a_title_and_a_form_of_another_sheet_are_files_of_their_own() -> None:
    awards = [
        {"id": "giay-khen", "form": "giay_khen", "decided_by": "Giám đốc", "name": "Giấy khen của Giám đốc Sở A"},
        {"id": "bang-khen", "form": "bang_khen_bo_tinh", "decided_by": "Giám đốc"},
        {"id": "cstd", "form": "chien_si_thi_dua_co_so"},
    ]
    people = [{**one, "award": award["id"], "subject": "individual"} for one, award in zip(PEOPLE, awards, strict=True)]
    decision = {**DECISION, "awards": [one["id"] for one in awards], "awarded": [one["name"] for one in people]}
    documents = made(given(people, decisions=[decision], awards=awards))
    assert [(one.stem, len(pages(one))) for one in documents] == [("giay-khen-qd-2025", 2), ("bang-khen-qd-2025", 1)]
    assert [page[3:5] for one in documents for page in pages(one)] == [
        ["TẶNG", "GIẤY KHEN"],
        ["TẶNG DANH HIỆU", "CHIẾN SĨ THI ĐUA CƠ SỞ"],
        ["TẶNG", "BẰNG KHEN"],
    ]


def test_all_that_is_missing_is_told_at_once() -> None:
    decision = {**DECISION, "awarded": ["Nguyễn Văn A", "Trần Thị C"], "signer": None}
    people = [{**one, "achievement": None} for one in PEOPLE[:2]]
    campaign = given(people, decisions=[{**decision, "decided_by": "Chủ tịch Ủy ban nhân dân tỉnh"}])
    missing = lacking(campaign)
    assert missing[:2] == ["người ký giấy khen", "họ tên người ký giấy khen"]
    assert [one.split(" ")[:3] for one in missing[2:]] == [["thành", "tích", "của"]] * 2
    (draft,) = made(campaign, draft=True)
    assert [one.what for one in draft.missing] == missing
    assert all("……" in page[-1] for page in pages(draft))


def test_without_a_decision_only_a_draft_of_the_passed_is_made() -> None:
    votes = [{"name": one["name"], "agree": 9} for one in PEOPLE[:2]]
    votes.append({"name": "Phòng Kế hoạch", "agree": 1})
    campaign = given(PEOPLE, decisions=[], council={"votes": votes})
    assert lacking(campaign) == ["quyết định khen thưởng"]
    assert PAPER.lacking(campaign)[0].what == "quyết định khen thưởng"
    (draft,) = made(campaign, draft=True)
    assert draft.stem == "giay-khen-ban-thao"
    assert [page[6] for page in pages(draft)] == ["Ông Nguyễn Văn A", "Bà Trần Thị C"]
    assert all(page[0].startswith("BẢN THẢO") for page in pages(draft))


def test_one_asked_by_name_without_a_decision_is_refused() -> None:
    (missing,) = lacking(given(PEOPLE, ["Nguyễn Văn A"]), only=("Nguyễn Văn A", "Trần Thị C"))
    assert missing.startswith("quyết định tặng Trần Thị C")


def test_a_name_of_the_decision_that_is_nobodys_refuses_the_batch() -> None:
    campaign = given(PEOPLE, ["Nguyễn Văn A", "Nguyễn Văn Ă"])
    with pytest.raises(ThiduaError, match="Nguyễn Văn Ă"):
        made(campaign)
    assert len(pages(made(campaign, draft=True)[0])) == 1


def test_a_text_too_long_is_refused_with_its_length_and_the_remedy() -> None:
    with pytest.raises(ThiduaError, match=r"ô Thành tích: “Rất dài.*” dài hơn ô \d+ mm ở cỡ nhỏ nhất 12") as told:
        made(given(PEOPLE, [{"name": "Nguyễn Văn A", "certificate_text": "Rất dài " * 120}]))
    assert "certificate_text" in told.value.hint


def test_an_award_without_a_sheet_is_told_where_to_name_one() -> None:
    awards = [{"id": "giay-khen", "form": "lao_dong_tien_tien"}]
    with pytest.raises(ThiduaError, match="còn thiếu mẫu bằng của Lao động tiên tiến") as told:
        made(given(PEOPLE[:1], awards=awards))
    assert "certificates: {lao_dong_tien_tien: TỆP}" in told.value.hint


_SHEETS = sorted(file.name for file in shipped("templates").joinpath("certificates").iterdir() if "yaml" in file.name)


@pytest.mark.parametrize(("name", "family"), list(product(_SHEETS, ["nd30", "party"])))
def test_each_of_our_sheets_is_valid_for_word_and_shows_in_a_browser(name: str, family: str) -> None:
    form = re.search(r"forms: \[(\w+)", shipped("templates").joinpath("certificates", name).read_text("utf-8"))
    assert form
    awards = [{"id": "giay-khen", "form": form[1], "decided_by": "Giám đốc"}]
    persons = "ky_niem_chuong" in form[1]  # whom the law gives it to
    campaign = given(PEOPLE[:2] if persons else PEOPLE, awards=awards)
    campaign = in_party_layout(campaign) if family == "party" else campaign
    for paper in (PAPER, PAPERS["certificate-ruler"]):
        for document in paper.documents(campaign, Asked(DAY)):
            html = paper.html(document)
            assert_valid_docx(to_docx(html, source=paper.template, folders=document.folders))
            assert 'class="placed sized' in to_page(html, source="x", folders=document.folders)


def test_each_text_stands_in_its_box_as_libreoffice_prints_it(tmp_path: Path, office: str) -> None:
    (document,) = made(batch(2))
    printed_pages = printed(PAPER.html(document), tmp_path)
    assert [(round(page.width), round(page.height)) for page in printed_pages] == [(297, 210)] * 2
    for page in printed_pages:
        boxes = {"GIẤY": (33.5, 61, 230, 17), "xử": (33.5, 110, 230, 25), "định:": (27, 179, 125, 6)}
        for text, (left, top, width, height) in boxes.items():
            word = page.word(text)
            assert left <= word.left < word.right <= left + width
            assert top - 0.3 <= word.top < word.bottom <= top + height + 0.3


def test_the_crosses_of_the_ruler_sheet_are_where_it_says() -> None:
    paper = PAPERS["certificate-ruler"]
    (document,) = paper.documents(given(PEOPLE), Asked(DAY))
    assert document.stem == "to-do-giay-khen"
    lines = [
        [
            float(part.removesuffix("mm"))
            for part in f"{one.get('data-at')} {one.get('width')} {one.get('height')}".split()
        ]
        for one in etree.fromstring(paper.html(document).encode()).iter("img")
        if one.get("src") == "line.png"
    ]
    middles = {(round(x + width / 2, 2), round(y + height / 2, 2)) for x, y, width, height in lines}
    assert middles >= set(product((20, 277), (20, 190)))
    assert paper.aside


_OWN = """
format: certificate/1
sheet: {sheet}
preprinted: {preprinted}
background: khung.png
shift: {{right: "1,5", down: -2}}
fields:
  award: {{at: [20, 20], width: 100, height: 12, size: 24, upper: true, preprinted: true}}
  name: {{at: [20, 40], width: "100,5", height: 10, size: 20, smallest: "10,5", align: left}}
"""
_DECISIONS = """
format: decisions/1
decisions:
  - {id: qd, number: 45/QĐ-A, date: 2025-12-02, decided_by: Cục trưởng, awards: giay-khen,
     signer: {post: Cục trưởng, name: Nguyễn Văn A}, awarded: [Ngô Thị M], occasion: tong-ket, year: 2025}
"""


def _own_campaign(folder: Path, plans: Path, *, sheet: str = "200 x 150", preprinted: str = "false") -> Path:
    from shutil import copytree

    place = copytree(plans / "vi-nguoi-ngheo", folder / "phong-trao")
    (place / "decisions.yaml").write_text(_DECISIONS, "utf-8")
    (folder / "thidua.yaml").write_text("format: office/1\ncertificates: {giay_khen: mau/bang.yaml}\n", "utf-8")
    (folder / "mau").mkdir()
    (folder / "mau" / "bang.yaml").write_text(_OWN.format(sheet=sheet, preprinted=preprinted), "utf-8")
    picture = shipped("templates").joinpath("certificates", "line.png").read_bytes()
    (folder / "mau" / "khung.png").write_bytes(picture)
    return place


_PLANS = Path(__file__).parents[3] / "plans"


@pytest.mark.parametrize(("preprinted", "texts"), [("false", ["GIẤY", "KHEN", "Ngô"]), ("true", ["Ngô"])])
def test_an_office_has_a_sheet_of_its_own(preprinted: str, texts: Sequence[str], tmp_path: Path, run: Run) -> None:
    place = _own_campaign(tmp_path, _PLANS, preprinted=preprinted)
    result = run("render", place, "--doc", "certificate", "--to", "html", "-o", tmp_path / "out", "--on", "2025-12-20")
    assert result.code == 0, result.err
    page = (tmp_path / "out" / "vi-nguoi-ngheo-giay-khen-qd.html").read_text("utf-8")
    assert "size:200mm 150mm" in page
    assert "--x:21.5mm;--y:38mm" in page.replace("--y:38.00mm", "--y:38mm")
    assert ("image/png" in page) == (preprinted == "false")
    assert [word for word in ("GIẤY", "KHEN", "Ngô") if word in page] == texts


def test_faults_of_a_sheet_are_told_by_check_at_their_place(tmp_path: Path, run: Run) -> None:
    place = _own_campaign(tmp_path, _PLANS, sheet="A9")
    told = run("check", place, "--on", "2025-12-20")
    assert re.search(r"bang\.yaml:3:.*không phải khổ giấy", told.out + told.err)
    assert run("render", place, "--doc", "certificate", "-o", tmp_path / "out", "--on", "2025-12-20").code == 2


def test_named_sheets_lie_on_their_side() -> None:
    from thidua_cli.model.certificate import SHEETS

    assert {name: (height, width) for name, (width, height) in SHEETS.items()} == SIZES
