"""How a subject begins is data of the layout: small in every Party paper, as typed in every paper of the State."""

from contextlib import suppress
from datetime import date

import pytest
from lxml import etree

from tests.conftest import PLANS
from tests.papers.rendered import example
from thidua_cli.errors import ThiduaError
from thidua_cli.page.layout import load_layout
from thidua_cli.papers.contract import Asked
from thidua_cli.papers.registry import PAPERS

_DAY = date(2026, 11, 22)
_FOLDER = next(folder for folder in PLANS if folder.name == "vi-nguoi-ngheo")


@pytest.mark.parametrize("family", ["nd30", "party"])
def test_subjects_of_all_papers_begin_as_the_layout_says(family: str) -> None:
    campaign = example(_FOLDER, _DAY, family)
    seen, wrong = set(), []
    for name, paper in PAPERS.items():
        with suppress(ThiduaError):
            for document in paper.documents(campaign, Asked(_DAY, draft=True)):
                small = load_layout(document.context.layout.name).subject_case == "lower"
                root = etree.fromstring(paper.html(document).encode())
                texts = {"".join(one.itertext()).strip() for one in root.iter("p") if one.get("class") == "subject"}
                seen |= {(name, small) for _ in texts}
                wrong += [text for text in texts if text[0].islower() != small]
    assert not wrong
    assert len([name for name, small in seen if small == (family == "party")]) > 15
