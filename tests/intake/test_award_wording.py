"""Every award that is handed over is found in a clause by the name it has in the catalogue of the law."""

import pytest

from thidua_cli.intake.facts.award_wording import awards_in, without_awards
from thidua_cli.law.award_catalogue import award, awards

HANDED_OVER = [
    one.id
    for one in awards().values()
    if one.name.split()[0] in ("Bằng", "Cờ", "Giấy", "Huân", "Huy") or one.id == "ky_niem_chuong"
]


@pytest.mark.parametrize("award_id", HANDED_OVER)
def test_an_award_of_the_catalogue_is_found_by_its_name(award_id: str) -> None:
    name = award(award_id).name.replace("của Bộ, ban, ngành, tỉnh", "của Chủ tịch Ủy ban nhân dân tỉnh")
    clause = f"đề nghị tặng {name} cho tập thể có thành tích xuất sắc"
    named, unsure = awards_in(clause)
    if award(award_id).own:
        assert (named, unsure) == ([], ["Giấy khen"]), "who gives it is not told"
    else:
        assert ([one.form for one in named], unsure) == ([award_id], [])
    assert name.split()[0] not in without_awards(clause)
