"""Which texts have letters that are not as typed; ordinary Vietnamese, of whatever words, never."""

from itertools import chain
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from thidua_cli.reading.spoilt_text import LOST, MISREAD, OLD_FONT, UNCONVERTED, spoilt
from thidua_cli.vietnamese.encodings import may_be_spoilt, old_font

TEXTS = yaml.safe_load(Path(__file__).with_name("spoilt_texts.yaml").read_text(encoding="utf-8"))
CASES = [(text, kind) for kind, lists in TEXTS.items() for text in chain(*lists)]
WANTED = {"VNI": OLD_FONT, "TCVN3": OLD_FONT, "misread": MISREAD, "lost": LOST, "unconverted": UNCONVERTED, "": None}
NAMES = [text for text in chain(*TEXTS[""][:2]) if text.replace(" ", "").isalpha()]


@pytest.mark.parametrize(("text", "kind"), CASES)
def test_what_is_wrong_with_a_text(text: str, kind: str) -> None:
    assert spoilt(text) == WANTED[kind]
    assert old_font(text) == (kind if WANTED[kind] is OLD_FONT else "")
    if kind:
        assert may_be_spoilt(text)
        assert may_be_spoilt("\n".join([*NAMES, text]))


@given(st.lists(st.sampled_from(NAMES), min_size=1, max_size=5).map(" ".join))
def test_a_name_is_spoilt_by_every_wrong_reading_of_it_and_by_no_right_one(name: str) -> None:
    assert spoilt(name) is None
    lost = name.encode("ascii", "replace").decode()
    as_windows = name.encode().decode("cp1252", "replace")
    for wrong, damage in ((lost, LOST), (as_windows, MISREAD)):
        told = spoilt(wrong)
        assert told in (damage, None), wrong
        if sum(letter in "ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ" for letter in name) > 1 and damage is MISREAD:
            assert told is damage
