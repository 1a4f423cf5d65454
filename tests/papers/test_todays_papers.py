"""Which paper a file is: told from its name alone it is what it is among all papers, and only that one is made."""

from datetime import date

import pytest

from tests.conftest import ROOT
from thidua_cli.commands.understood import understood
from thidua_cli.page.writers import to_docx
from thidua_cli.papers.contract import Asked
from thidua_cli.papers.todays_papers import Todays, TodaysPapers, Unmade
from thidua_cli.vietnamese.bodies import slug

DAY = date(2025, 12, 25)
CAMPAIGNS = ("mttq-2024", "vi-nguoi-ngheo", "dan-van-2024", "van-quan-60-nam")


def papers(name: str) -> TodaysPapers:
    campaign, findings = understood(ROOT / "plans" / name, DAY)
    return TodaysPapers(campaign, Asked(DAY, draft=True, findings=findings))


@pytest.fixture(scope="module", params=CAMPAIGNS)
def every(request: pytest.FixtureRequest) -> tuple[str, list[Todays]]:
    """All papers of an example, in the way in which none is left out."""
    return request.param, [one for one in papers(request.param).all() if isinstance(one, Todays)]


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The templates of the papers that are written."""
    sources: list[str] = []
    usual = to_docx.written

    def noted(html: str, **more: object) -> bytes:
        sources.append(str(more["source"]))
        return usual(html, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(to_docx, "written", noted)
    return sources


def test_a_name_tells_the_paper_that_it_is_among_all_and_no_other_is_made(
    every: tuple[str, list[Todays]], written: list[str]
) -> None:
    campaign, all_of_them = every
    assert len(all_of_them) > 20
    lazy = papers(campaign)
    for number, one in enumerate(all_of_them, start=1):
        found = lazy.meant(one.file, one.read)
        assert isinstance(found, Todays)
        assert (found.file, found.title, found.lacks, found.misnamed) == (one.file, one.title, one.lacks, False)
        assert [unit.text for unit in found.read.units] == [unit.text for unit in one.read.units]
        assert len(written) == number


def test_a_file_that_bears_no_name_of_ours_is_found_by_what_it_says(every: tuple[str, list[Todays]]) -> None:
    campaign, all_of_them = every
    ours = papers(campaign)
    texts = [[unit.text for unit in one.read.units] for one in all_of_them]
    for one in all_of_them[::5]:
        found = ours.meant("Ban cuoi.docx", one.read)
        assert isinstance(found, Todays)
        mine = [unit.text for unit in one.read.units]
        assert texts.count(mine) > 1 or found.file == one.file


def test_a_name_on_what_is_another_paper_does_not_mislead(every: tuple[str, list[Todays]]) -> None:
    campaign, all_of_them = every
    ours = papers(campaign)
    plan, other = (
        next(one for one in all_of_them if one.file.endswith(end)) for end in ("ke-hoach.docx", "kich-ban.docx")
    )
    found = ours.meant(other.file, plan.read)
    assert isinstance(found, Todays)
    assert (found.file, found.misnamed) == (plan.file, True)


def test_a_kind_that_cannot_be_made_is_known_by_the_beginning_of_its_name(every: tuple[str, list[Todays]]) -> None:
    campaign, all_of_them = every
    ours = papers(campaign)
    for one in [one for one in ours.all() if isinstance(one, Unmade)]:
        file = f"{campaign}-{slug(one.title)}.docx"
        if all(other.file != file for other in all_of_them):
            assert ours.meant(file, all_of_them[0].read) == one
