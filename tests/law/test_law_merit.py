"""What the law asks of nominees, day by day: the table ``merit.yaml``; and that wrong data is refused."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.law.turning import turning_days
from thidua_cli.law import eligibility, merit, prior_awards
from thidua_cli.law.data_files import LawDataError
from thidua_cli.law.dated import Dated, may_block

READERS: dict[str, Callable[[], Any]] = {
    "standards": eligibility.all_standards,
    "limits": eligibility.all_limits,
    "exclusions": eligibility.all_exclusions,
    "routes": prior_awards.all_routes,
    "principles": merit.all_principles,
    "dossier": merit.all_parts,
}
FILES = {"routes": "prior_awards", "principles": "merit", "dossier": "merit"}
CASES = yaml.load(Path(__file__).with_name("merit.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


def does(value: Dated) -> str:
    return "blocks" if may_block(value.confidence) else "warns"


def need(one: eligibility.Need) -> str:
    signs = {">=": one.least, "<=": one.most, ">": one.above}
    return next(f"{one.fact} {sign} {bound}" for sign, bound in signs.items() if bound)


def standards(award: str, day: date) -> list[str]:
    found = eligibility.standards(award, day)
    return [f"{' | '.join(map(need, one.any_of))} {does(one)}" for one in found if one.award == award]


def limit(award: str, day: date) -> str:
    return next((f"{one.most} {does(one)}" for one in eligibility.limits(day) if one.award == award), "none")


def route(given: list[str], day: date) -> str:
    found = prior_awards.route(given[0], given[1], day)
    if found is None:
        return "none"
    ways = " | ".join(" ".join(f"{number} {award}" for award, number in way.items()) for way in found.counts)
    words = [f"after {found.held}" if found.held else "", f"{found.years} years" if found.years else "", ways]
    return " ".join(word for word in [*words, does(found)] if word)


ASK: dict[str, Callable[[Any, date], Any]] = {
    "standards": standards,
    "limit": limit,
    "exclusions": lambda _, day: [f"{' + '.join(one.awards)} {does(one)}" for one in eligibility.exclusions(day)],
    "principle": lambda given, day: does(found) if (found := merit.principle(given, day)) else "none",
    "route": route,
    "parts": lambda given, day: [one.part for one in merit.dossier_parts(given, day)],
}


@pytest.mark.parametrize(
    "case", CASES, ids=lambda case: f"{case['ask']} {case.get('input', '')}: {case['name']}, {case['day']}"
)
def test_on_this_day(case: dict[str, Any]) -> None:
    assert ASK[case["ask"]](case.get("input"), date.fromisoformat(case["day"])) == case["expected"]


def values() -> list[Any]:
    return [value for reader in READERS.values() for value in reader()]


def test_every_day_on_which_a_value_turns_is_in_the_table() -> None:
    asked = {date.fromisoformat(case["day"]) for case in CASES}
    for day in turning_days(values()):
        assert day in asked
        assert day - timedelta(days=1) in asked


def test_articles_of_the_law_exist() -> None:
    sources = [source for value in values() for source in value.citation.split("; ")]
    articles = [int(n) for source in sources if source.startswith("L22 ") for n in re.findall(r"Đ(\d+)", source)]
    assert len(articles) > 20
    assert set(articles) <= set(range(1, 97))
    assert all(value.cited for value in values())


def _id(value: Any) -> str:
    key = sorted(value.key) if isinstance(value.key, frozenset) else value.key  # a set has no order of its own
    return f"{key} from {value.start}"


@pytest.mark.parametrize("value", values(), ids=_id)
def test_each_value_is_read_on_its_days_only(value: Any) -> None:
    def read(day: date) -> bool:
        return any((one.key, one.start) == (value.key, value.start) for one in _on(value, day))

    assert not read(value.start - timedelta(days=1))
    assert read(value.start)
    assert read(value.end or date(2040, 1, 1))
    assert value.end is None or not read(value.end + timedelta(days=1))


def test_nothing_blocks_under_the_unread_law() -> None:
    day = date(2026, 10, 1)
    found = [one for value in values() if value.in_force(day) for one in _on(value, day)]
    assert found
    assert not any(may_block(one.confidence) for one in found)


def _on(value: Any, day: date) -> list[Any]:
    """The value as the readers give it on a day."""
    if isinstance(value, eligibility.Standard):
        return list(eligibility.standards(value.award, day))
    if isinstance(value, prior_awards.Route):
        return [one] if (one := prior_awards.route(value.award, value.subject, day)) else []
    if isinstance(value, merit.Principle):
        return [one] if (one := merit.principle(value.id, day)) else []
    if isinstance(value, merit.Part):
        award = (
            value.awards[0]
            if value.awards
            else {"title": "lao_dong_tien_tien", "form": "bang_khen_thu_tuong"}[value.kind]
        )
        return list(merit.dossier_parts(award, day))
    return [*eligibility.limits(day), *eligibility.exclusions(day)]


def test_tie_break_advice_names_its_source() -> None:
    assert merit.tie_break_advice(date(2023, 12, 31)) == (
        "khi thành tích ngang nhau: ưu tiên nữ hoặc tập thể có từ 70% là nữ, người trực tiếp lao động, sản xuất, "
        "tập thể nhỏ (khoản 2 Điều 3 Nghị định số 91/2017/NĐ-CP)"
    )
    assert merit.tie_break_advice(date(2026, 10, 1)).endswith("cần đối chiếu lại)")
    assert merit.tie_break_advice(date(2017, 9, 30)) == ""


WRONG = {
    "unknown award": ("standards", {"award": "lao_dong"}, "lao_dong"),
    "two bounds": ("standards", {"any_of": [{"fact": "rating", "least": "good", "most": "good"}]}, "exactly one"),
    "no need": ("standards", {"any_of": []}, "any_of"),
    "no citation": ("standards", {"citation": None}, "citation"),
    "overlap": ("standards", {"from": "2023-12-31"}, "overlap"),
    "share of everybody": ("limits", {"most": 100}, "most"),
    "share of nobody": ("limits", {"most": 0}, "most"),
    "unknown base": ("limits", {"of": ["nobody"]}, "nobody"),
    "one award excludes nothing": ("exclusions", {"awards": ["giay_khen"]}, "awards"),
    "unknown award before": ("routes", {"held": "nobody"}, "nobody"),
    "unknown count": ("routes", {"counts": [{"nobody": "1"}]}, "nobody"),
    "route of a household": ("routes", {"subject": "household"}, "subject"),
    "no words": ("dossier", {"words": []}, "words"),
    "unknown award of a part": ("dossier", {"awards": ["nobody"]}, "nobody"),
    "unknown key": ("principles", {"colour": "red"}, "colour"),
}


@pytest.mark.parametrize(("part", "change", "said"), WRONG.values(), ids=WRONG)
def test_wrong_data_is_refused(copy: Path, part: str, change: dict[str, Any], said: str) -> None:
    file = copy / f"{FILES.get(part, 'eligibility')}.yaml"
    content = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    first = {**content[part][0], **change}
    content[part][0] = {key: value for key, value in first.items() if value is not None}
    file.write_text(yaml.safe_dump(content, allow_unicode=True), encoding="utf-8")
    with pytest.raises(LawDataError, match=said):
        READERS[part]()


@pytest.mark.parametrize(("awards", "refused"), [(None, True), (["giay_khen", "bang_khen_thu_tuong"], False)])
def test_one_pair_is_excluded_once_a_day_in_whatever_order(
    copy: Path, awards: list[str] | None, *, refused: bool
) -> None:
    file = copy / "eligibility.yaml"
    content = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    first = content["exclusions"][0]
    content["exclusions"].append({**first, "awards": awards or first["awards"][::-1]})
    file.write_text(yaml.safe_dump(content, allow_unicode=True), encoding="utf-8")
    if not refused:
        assert READERS["exclusions"]()
        return
    with pytest.raises(LawDataError, match="overlap"):
        READERS["exclusions"]()
