"""The example papers as Word files, and the lines printed on them."""

from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path

from tests.papers.rendered import plan_html
from thidua_cli.campaign.load_plan import load_plan
from thidua_cli.errors import ThiduaError
from thidua_cli.page.docx.main_part import to_docx
from thidua_cli.page.reader.read_article import read_article
from thidua_cli.page.vocabulary import Paragraph, Table
from thidua_cli.reading.papers.open_paper import parse_paper
from thidua_cli.reading.papers.paper import Paper

TODAY = date(2026, 11, 22)


@cache
def html(folder: Path) -> str:
    plan = load_plan(folder).plan
    assert plan is not None
    return plan_html(plan, TODAY)


@cache
def docx(folder: Path) -> bytes:
    return to_docx(html(folder), source="f")


@cache
def read_back(folder: Path) -> Paper:
    return parse_paper(docx(folder), "cũ.docx")


def paragraphs(folder: Path) -> list[Paragraph]:
    """The paragraphs of a paper as the Word writer was given them, in order."""
    found: list[Paragraph] = []

    def walk(blocks: tuple[Paragraph | Table, ...]) -> None:
        for block in blocks:
            if isinstance(block, Paragraph):
                found.append(block)
            else:
                for row in block.rows:
                    for cell in row.cells:
                        walk(cell.blocks)

    for section in read_article(html(folder), source="f").sections:
        walk(section.blocks)
    return [paragraph for paragraph in found if paragraph.text.strip()]


def printed(folder: Path) -> list[str]:
    return [line.text for line in read_back(folder).lines]


def read_or_refused(content: bytes) -> Paper | ThiduaError:
    """Read a file that may be broken; anything raised but an error with advice is a fault of ours."""
    try:
        return parse_paper(content, "f")
    except ThiduaError as error:
        return error


def is_sound(result: Paper | ThiduaError) -> None:
    """Check what every result keeps to, whatever was read."""
    if isinstance(result, ThiduaError):
        assert result.message
        assert result.hint
        return
    assert result.lines
    for line in result.lines:
        assert line.text
        assert line.text == " ".join(line.text.split())
        assert line.place.line
        looks = [(run.bold, run.italic) for run in line.runs]
        assert all(first != second for first, second in pairwise(looks))
