"""The brace of recipients: a new Word and an old one draw the same."""

import re
import subprocess
from pathlib import Path

import pytest
from lxml import etree

from tests.ooxml import samples
from tests.ooxml.compatibility import readings
from thidua_cli.page.docx.drawings import write_brace
from thidua_cli.page.writers.to_pdf import to_pdf

_EMU_PER_POINT = 12700


def brace(height: float, number: int) -> str:
    """Return the XML of a brace, as the ``number``-th drawing of its paper."""
    parent = etree.Element("cell")
    write_brace(parent, height, number, first=number == 1)
    return etree.tostring(parent, encoding="unicode")


@pytest.mark.parametrize("height", [1, 3.66, 8.1, 12.6, 250])
def test_both_drawings_have_one_size_and_one_bend(height: float) -> None:
    text = brace(height, 7)
    width, high = (int(size) / _EMU_PER_POINT for size in re.findall(r'wp:extent cx="(\d+)" cy="(\d+)"', text)[0])
    assert f"width:{width:.2f}pt;height:{high:.2f}pt" in text
    bend = int(re.findall(r'adj="(\d+),10800"', text)[0]) / 21600 * high
    share = int(re.findall(r'fmla="val (\d+)"', text)[0]) / 100000
    assert bend == pytest.approx(share * min(width, high), abs=0.02)


def test_each_brace_has_its_own_number_and_the_first_brings_the_type() -> None:
    texts = [brace(10, number) for number in (1, 2)]
    assert ["<v:shapetype" in text for text in texts] == [True, False]
    assert [re.findall(r'id="brace-(\d+)"', text) for text in texts] == [["1"], ["2"]]


@pytest.mark.office
def test_an_old_word_keeps_every_word_in_its_place(office: str, tmp_path: Path) -> None:
    parts = samples.plain_parts()
    printed = []
    for tree in readings(etree.fromstring(parts[samples.DOCUMENT])).values():
        parts[samples.DOCUMENT] = etree.tostring(tree)
        source = tmp_path / "paper.pdf"
        source.write_bytes(to_pdf(samples.packed(parts)))
        done = subprocess.run(["pdftotext", "-bbox", str(source), "-"], capture_output=True, check=True)
        printed.append(re.findall(rb"<word .*", done.stdout))
    new, old = printed
    assert len(new) > 500
    assert new == old
