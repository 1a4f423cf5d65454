"""Which awards a movement may lead to: launcher, length, mode and moment against the permissions of the law."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from thidua_cli.law.dated import Award, Confidence, MovementRow, dated_values, may_block
from thidua_cli.law.movement_terms import LAUNCHERS_SAID, MOMENTS, SUBJECTS
from thidua_cli.law.regimes import on_day, regime
from thidua_cli.law.ruling import Verdict, verdict_on
from thidua_cli.vietnamese.text import listing

_COLLECTIVES = {"enterprise", "commune", "village", "armed_unit"}


@dataclass(frozen=True, slots=True)
class Movement:
    """The facts of a movement that the law asks for; None: not known, or (moment) neither interim nor final.

    ``political_task``: it serves a political task on the guidance of the Ministry of Home Affairs.
    """

    launcher: str
    mode: str
    years: float | None = None
    moment: str | None = None
    political_task: bool = False


movement_rows = dated_values("movement_awards", "rows", MovementRow)
movement_rows_on = on_day(movement_rows)
"""The permissions in force on a day."""


def accepts(asking: Award | MovementRow, subject: str) -> bool:
    """Tell whether an award or a permission is for such a subject; a kind that the law does not know is not refused."""
    collective = subject in _COLLECTIVES and "collective" in asking.subjects
    return subject not in SUBJECTS or subject in asking.subjects or collective


def verdict(award: Award, subject: str, movement: Movement, day: date) -> Verdict:
    """Tell whether ``movement`` may lead to ``award`` for ``subject`` by the law of ``day``."""
    rows = [row for row in movement_rows_on(day) if row.award == award.id]
    for_subject = [row for row in rows if accepts(row, subject)]
    if regime(day) is None:
        return Verdict("undecided", "", award.cited, Confidence.UNVERIFIED)
    if not for_subject:
        return Verdict("refused", _whom(rows), award.cited, _doubtful(day))
    allowing = [row for row in for_subject if _answer(row, movement)]
    if allowing:
        return verdict_on("allowed", _needs(allowing), allowing)
    undecided = [row for row in for_subject if _answer(row, movement) is None]
    if undecided:
        return verdict_on("undecided", _needs(undecided), undecided)
    sure = [row for row in for_subject if may_block(row.confidence)] or for_subject
    refused = verdict_on("refused", _needs(sure), sure)
    return replace(refused, by_guidance=any(row.political_task for row in sure))


def condition(row: MovementRow) -> str:
    """Return what ``row`` asks of a movement, in Vietnamese; empty when it asks nothing."""
    said = []
    if row.modes == ("regular",):
        said.append("thi đua thường xuyên, xét theo năm")
    elif row.launchers or row.min_years:
        said.append("phong trào theo chuyên đề" if row.modes else "phong trào")
    if row.launchers:
        said[-1] += f" do {listing(LAUNCHERS_SAID[one] for one in row.launchers)} phát động"
    if row.min_years:
        said.append(f"từ {row.min_years:02.0f} năm trở lên")
    if row.moments:
        said.append(f"khi {listing(MOMENTS[one] for one in row.moments)}")
    if row.political_task:
        said.append("phục vụ nhiệm vụ chính trị theo hướng dẫn của Bộ Nội vụ")
    return ", ".join(said)


def _needs(rows: Iterable[MovementRow]) -> str:
    return "; hoặc ".join(dict.fromkeys(said for row in rows if (said := condition(row))))


def _whom(rows: Iterable[MovementRow]) -> str:
    """What to say when no permission is for the subject."""
    subjects = dict.fromkeys(SUBJECTS[subject] for row in rows for subject in row.subjects)
    return f"chỉ xét cho {listing(subjects)}" if subjects else "không xét theo phong trào thi đua"


def _doubtful(day: date) -> Confidence:
    """That no article provides for something is our reading of the whole law."""
    ruling = regime(day)
    return Confidence.DERIVED if ruling and ruling.reviewed else Confidence.UNVERIFIED


def _answer(row: MovementRow, movement: Movement) -> bool | None:
    """True: allowed; False: some condition fails; None: a fact is missing."""
    answers = (
        not row.launchers or movement.launcher in row.launchers,
        not row.modes or movement.mode in row.modes,
        not row.political_task or movement.political_task,
        not row.min_years or (None if movement.years is None else movement.years >= row.min_years),
        not row.moments or (None if movement.moment is None else movement.moment in row.moments),
    )
    if False in answers:
        return False
    return None if None in answers else True
