"""What nobody sees in a text is no part of it: held against all of Unicode."""

import re
import sys
import unicodedata

import pytest

from thidua_cli.vietnamese.text import INVISIBLE, clean, fold, is_clean

# Default_Ignorable_Code_Point of Unicode 16; the table of Python has no such property.
IGNORABLE = """
00AD 034F 061C 115F-1160 17B4-17B5 180B-180F 200B-200F 202A-202E 2060-206F 3164 FE00-FE0F FEFF FFA0 FFF0-FFF8
1BCA0-1BCA3 1D173-1D17A E0000-E0FFF
"""
ALL = [chr(code) for code in range(sys.maxunicode + 1) if not 0xD800 <= code <= 0xDFFF]
SEEN = re.compile(f"[^{INVISIBLE}]")


def ignorable() -> set[str]:
    found = set()
    for codes in IGNORABLE.split():
        first, _, last = codes.partition("-")
        found |= {chr(code) for code in range(int(first, 16), int(last or first, 16) + 1)}
    return found


def test_invisible_is_what_unicode_says() -> None:
    """Format characters that the table of this Python does not have yet are no letters in it."""
    wanted = ignorable() | {letter for letter in ALL if unicodedata.category(letter) == "Cf"}
    invisible = {letter for letter in ALL if not SEEN.match(letter)}
    assert wanted <= invisible
    assert {unicodedata.category(letter) for letter in invisible - wanted} <= {"Cn", "Mn"}
    assert all(ord(letter) in range(0x13430, 0x13440) for letter in invisible - wanted)


def test_no_invisible_letter_makes_another_name() -> None:
    for letter in ALL:
        if not SEEN.match(letter):
            for name in (f"Lê Hoà{letter}", f"{letter}Lê Hoà", f"Lê {letter}Hoà", f"Lê Hoa{letter}\u0300"):
                assert clean(name) == "Lê Hoà", hex(ord(letter))
                assert not is_clean(name), hex(ord(letter))
            assert fold(f"Hoà{letter}") == "hoa"


@pytest.mark.slow
def test_what_is_clean_is_not_changed() -> None:
    for letter in ALL:
        for text in (f"Lê {letter}A", f"Lê A{letter}", letter):
            assert not is_clean(text) or clean(text) == text.strip(), hex(ord(letter))
