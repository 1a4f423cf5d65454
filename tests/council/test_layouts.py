"""Sessions as clerks lay them out, whole and broken: what is read of each, and all that is told, in ``layouts.out``."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from tests.council.as_tables import book, text
from tests.golden import hold
from tests.lists.workbooks import ods
from tests.nominations.case_folders import HERE as NOMINATIONS
from tests.nominations.case_folders import copied
from thidua_cli.campaign.load_folder import load_campaign
from thidua_cli.campaign.loaded import LoadedCampaign
from thidua_cli.checks.run import examine
from thidua_cli.findings.reporters.as_text import place

HERE = Path(__file__).parent
SHARED = yaml.safe_load((HERE / "layouts.yaml").read_text(encoding="utf-8"))
CASE = NOMINATIONS / "cases" / "vote-missing--left-out"
TODAY = date(2024, 12, 5)


def rows_of(given: list[Any]) -> list[list[Any]]:
    rows: list[list[Any]] = []
    for one in given:
        rows += SHARED[one] if isinstance(one, str) else [one]
    return rows


def written(case: dict[str, Any], folder: Path) -> Path:
    """Write a case beside the plan; return its file."""
    kind, merged = case.pop("as", "xlsx"), case.pop("merged", ())
    sheets = {name: rows_of(given) for name, given in case.items()}
    file = folder / f"council.{kind}"
    if kind == "xlsx":
        file.write_bytes(book(sheets, merged))
    elif kind == "ods":
        file.write_bytes(ods(next(iter(sheets.values()))))
    else:
        file.write_bytes(text(next(iter(sheets.values())), "\t" if kind == "tsv" else ","))
    return file


def read(loaded: LoadedCampaign) -> Iterator[str]:
    """Yield what was read of the session, line by line."""
    if not loaded.sessions:
        yield "no session"
        return
    (sitting,) = loaded.sessions
    one = sitting.council
    facts = {name: getattr(one, name) for name in ("held", "place", "issued", "collected", "valid", "void", "rule")}
    told = "; ".join(f"{name}: {value}" for name, value in facts.items() if value is not None)
    yield "; ".join(filter(None, (one.name, told, "" if one.secret_ballot else "show of hands")))
    unknown = sitting.doubts.attendance
    for at, member in enumerate(one.members):
        here = "?" if at in unknown else "here" if member.present else "away"
        post = ", ".join(filter(None, (member.post, member.unit, member.role)))
        yield f"  {member.name} ({post}): {here}{', has written' if member.written_opinion else ''}"
    for vote in one.votes:
        what = ", ".join(filter(None, (vote.unit, vote.award)))
        yield f"  {vote.name} ({what}): {vote.agree}, {vote.against}, {vote.none}"


def told(case: dict[str, Any], folder: Path) -> Iterator[str]:
    file = written(dict(case), folder)
    loaded = load_campaign(folder)
    yield from read(loaded)
    open_ = [*(one.doubts for one in loaded.sessions), *loaded.sessions_unread]
    doubts = [name for name in ("members", "votes", "day") if any(getattr(one, name) for one in open_)]
    if doubts:
        yield f"  in doubt: {', '.join(doubts)}"
    for one in examine(loaded, TODAY)[0]:
        where = place(one).replace(f"{folder}/", "")
        yield f"{where} {one.severity} {one.code} {one.message} | {one.hint}"
    file.unlink()


def test_what_is_read_of_each_layout(tmp_path: Path) -> None:
    folder = copied(CASE, tmp_path)
    (folder / "council.yaml").unlink()
    hold(HERE / "layouts.out", {name: list(told(case, folder)) for name, case in SHARED["cases"].items()})
