"""Faults of old papers: each code on a paper that has it, silence on one that only looks so."""

import pytest

from tests.intake.printed import TODAY, plan_of
from thidua_cli.findings.catalogue import rules
from thidua_cli.intake import take_in
from thidua_cli.reading.papers.text_file import read_plain

HEAD = "KẾ HOẠCH\n\nPhát động đợt thi đua năm 2025\n\nSở Nội vụ ban hành Kế hoạch như sau:\n\n"
FAULTY = {
    "numbering-skipped": "I. MỤC ĐÍCH\n\nNâng cao.\n\nII. NỘI DUNG\n\nThi đua.\n\nIV. TỔ CHỨC THỰC HIỆN\n\n"
    "Các phòng thực hiện.",
    "numbering-repeated": "I. MỤC ĐÍCH\n\na) Một.\n\nb) Hai.\n\nb) Ba.\n\nc) Bốn.",
    "numbering-mixed": "I. MỤC ĐÍCH\n\n1- Một việc.\n\n2. Hai việc.\n\n3. Ba việc.",
    "ordinal-typo": "I. THỜI GIAN\n\n- Đợt I: từ 01/3/2025 đến 30/4/2025.\n\n- Đợt I1: từ 01/5/2025 đến 30/6/2025.",
    "count-announced": "I. THỜI GIAN\n\nChia làm 03 đợt:\n\n- Đợt 1: từ 01/3/2025 đến 30/4/2025.\n\n"
    "- Đợt 2: từ 01/5/2025 đến 30/6/2025.",
    "year-typo": "I. NỘI DUNG\n\nHoàn thành nhiệm vụ năm 20251.",
    "fraction-above-one": "I. NỘI DUNG\n\nCó 57/33 em đạt học sinh giỏi.",
    "citation-two-forms": "I. NỘI DUNG\n\nTheo Chỉ thị số 02-CT/UBND và Chỉ thị số 02/CT-UBND của tỉnh.",
    "kind-symbol-mismatch": "I. NỘI DUNG\n\nTheo Công văn số 786/HD-BNV của Bộ Nội vụ.",
}
SOUND = {
    "numbering-skipped": "I. MỤC ĐÍCH\n\na) Một.\n\nb) Hai.\n\nc) Ba.\n\nd) Bốn.\n\ne) Năm.\n\n"
    "II. NỘI DUNG\n\n2025 là năm bứt phá.",
    "numbering-repeated": "I. MỤC ĐÍCH\n\n1. Một.\n\na) Hai.\n\n2. Ba.\n\na) Bốn.\n\nb) Năm.",
    "numbering-mixed": "I. MỤC ĐÍCH\n\n1- Một.\n\n2- Hai.\n\nII. NỘI DUNG\n\n1. Ba.\n\n2. Bốn.",
    "ordinal-typo": "I. THỜI GIAN\n\n- Đợt I: từ 01/3/2025 đến 30/4/2025.\n\n- Đợt II: từ 01/5/2025 đến 30/6/2025.",
    "count-announced": "I. THỜI GIAN\n\nChia làm 02 đợt:\n\n- Đợt 1: từ 01/3/2025 đến 30/4/2025.\n\n"
    "- Đợt 2: từ 01/5/2025 đến 30/6/2025.",
    "year-typo": "I. NỘI DUNG\n\nHoàn thành nhiệm vụ năm 2025, cả 05 năm 20 chỉ tiêu.",
    "fraction-above-one": "I. NỘI DUNG\n\n"
    "Có 33/57 em đạt học sinh giỏi, ngày 20/11 cá nhân tiêu biểu được tuyên dương.",
    "citation-two-forms": "I. NỘI DUNG\n\nTheo Chỉ thị số 02/CT-UBND và Chỉ thị số 03/CT-UBND, Kế hoạch số 02/KH-UBND.",
    "kind-symbol-mismatch": "I. NỘI DUNG\n\n"
    "Theo Công văn số 786/BTĐKT-VIII, Hướng dẫn số 12/HD-BNV, Kế hoạch số 05-KH/TU.",
}
CODES = list(FAULTY)


def codes_of(body: str) -> list[str]:
    found = take_in(read_plain((HEAD + body).encode(), "cu.txt"), year=None, today=TODAY)
    plan_of(found.yaml_text)
    return [one.code for one in found.faults]


@pytest.mark.parametrize("code", CODES)
def test_faulty_paper_raises_its_code_once(code: str) -> None:
    assert codes_of(FAULTY[code]) == [code]


def test_every_code_of_intake_has_a_faulty_and_a_sound_paper() -> None:
    assert {rule.code for rule in rules().values() if rule.stage == "intake"} <= set(FAULTY) == set(SOUND)


@pytest.mark.parametrize("code", CODES)
def test_sound_paper_is_silent(code: str) -> None:
    assert codes_of(SOUND[code]) == []


def test_each_fault_stands_at_its_line() -> None:
    found = take_in(read_plain((HEAD + FAULTY["numbering-skipped"]).encode(), "cu.txt"), year=None, today=TODAY)
    assert [(one.file, one.line) for one in found.faults] == [("cu.txt", 15)]
