"""The campaign behind the prose: kind of movement, who launched it, theme, anniversary, targets, participants."""

import re
from collections.abc import Sequence
from typing import Any

from thidua_cli.intake.facts.issuer import BLANK
from thidua_cli.intake.facts.quota_wording import NOUNS
from thidua_cli.intake.facts.schedule import Occasions, Schedule
from thidua_cli.intake.report import Data, Ledger, filled, quoted
from thidua_cli.intake.structure.anatomy import Anatomy
from thidua_cli.intake.structure.outline import Entry
from thidua_cli.intake.words import first_match, listed
from thidua_cli.law.award_catalogue import find_award
from thidua_cli.law.paper_kinds import any_of, names
from thidua_cli.model.fields import SUBJECTS
from thidua_cli.reading.papers.paper import Line
from thidua_cli.vietnamese.dates import day_pattern, typed
from thidua_cli.vietnamese.text import fold, upper_first

# The superior's paper that a plan carries out.
_FOLLOWS = re.compile(
    rf"(?P<all>(?:{any_of(names())})\s+số\s*:?\s*[\w\-/&.]+,?\s+ngày\s+[\d/]+(?:\s+tháng\s+\d+\s+năm\s+\d+)?"
    r"\s+của\s+(?P<by>[^;,]{3,90}?))(?=\s+(?:về|phát động|tổ chức|triển khai|ban hành|trong)|[;,.]|$)"
    r"(?=.*(?i:phát động|phong trào|thi đua))"
)
_ANNIVERSARY = re.compile(
    r"(?:(?:kỷ|kỉ) niệm|chào mừng) (?:lần thứ )?(?P<years>\d{1,4}) năm,? (?P<of>(?:ngày )?[^().;]{3,120}?)\s*"
    rf"\({day_pattern('d m y')}\s*[-–]\s*{day_pattern('d2 m2 y2')}\)",
    re.I,
)
_QUOTED = re.compile(r"[“\"](?P<name>[^“”\"]{6,400})[”\"]")
_NAMED = re.compile(r"(?:chủ đề|khẩu hiệu|phong trào(?: thi đua)?)\s*:?\s*[“\"](?P<name>[^“”\"]{6,300})[”\"]", re.I)
_TARGET_PARTS = re.compile(r"(?<!\w)\(\d{1,2}\)\s*-?\s*")
_AT_LEAST = re.compile(
    r"^(?:có |phấn đấu (?:có )?)?"
    r"(?:(?:(?:ít nhất|tối thiểu|trên|từ)\s+)?(?P<share>\d{1,3}(?:,\d+)?%)|(?:ít nhất|tối thiểu)\s+(?P<n>\d{1,4})\s)",
    re.I,
)
_TITLE = re.compile(r"danh hiệu\s+[“\"]?\*?(?P<name>[^“”\"*;,.]{5,60})", re.I)
_TITLE_QUOTA = re.compile(r"danh hiệu.*(?:không quá|tối đa)", re.I)
_WHO = re.compile(
    rf"^(?:đối với\s+)?(?P<who>{'|'.join(SUBJECTS.values())})\s*(?::|gồm|là)\s*:?\s*(?P<rest>.{{5,}})$", re.I
)
_DAYS = re.compile(r"(?<![\d.,])(?P<n>\d{2,3}) ngày đêm|đợt thi đua (?:\w+ ){0,3}(?P<m>\d{2,3}) ngày\b", re.I)


def campaign_of(parts: Anatomy, issuer: str, schedule: Schedule, occasions: Occasions, ledger: Ledger) -> Data:
    """Return the campaign; what the paper does not tell is inferred, with the reason, in doubt."""
    subject = parts.subject[0] if parts.subject else None
    data: Data = {"mode": _mode(parts.title, subject, ledger)}
    follows, line = first_match(_FOLLOWS, (*parts.bases, *parts.opening))
    data["launched_by"] = _launcher(follows["by"] if follows else "", line, issuer, ledger)
    if follows:
        data["follows"] = ledger.fact("campaign.follows", line, follows["all"])
    # The last line of a subject may have lost its closing mark.
    if theme := _NAMED.search(parts.title + "”" * (parts.title.count("“") > parts.title.count("”"))):
        data["theme"] = ledger.fact("campaign.theme", subject, theme["name"])
    data |= _period(parts.title, subject, schedule, occasions, ledger)
    if found := _DAYS.search(parts.title):
        data["days"] = ledger.fact("campaign.days", subject, int(found["n"] or found["m"]))
    anniversary = _anniversary(parts, ledger)
    return data | filled({"anniversary": anniversary, "phases": schedule.phases, "occasions": occasions.found})


def _mode(title: str, subject: Line | None, ledger: Ledger) -> Any:
    folded = fold(title)
    for mode, told in listed("modes").items():
        if re.search(told["words"], folded):
            sure = mode == "drive" and "dot thi dua" in folded
            return ledger.fact("campaign.mode", subject, mode, sure=sure, words=told["why"])
    return ledger.fact("campaign.mode", None, "drive", sure=False, words="không có dấu hiệu; lấy đợt thi đua")


def _launcher(superior: str, line: Line | None, issuer: str, ledger: Ledger) -> str:
    if line and (level := _level(superior)):
        # "Căn cứ" alone may cite the plan of the year behind a movement of one's own.
        sure = not line.text.casefold().startswith("căn cứ")
        words = f"hưởng ứng văn bản của {superior}"
        return ledger.fact("campaign.launched_by", line, level, sure=sure, words=words)
    level = _level(issuer) or "unit"
    return ledger.fact("campaign.launched_by", None, level, sure=False, words="theo tên cơ quan ban hành")


def _level(name: str) -> str:
    return next((level for level, words in listed("levels").items() if re.search(words, name, re.I)), "")


def theme_of(passages: Sequence[Entry], ledger: Ledger) -> str:
    """Return the theme that a section on it quotes, when it quotes one only or says which one is the theme."""
    on_theme = [passage for passage in passages if "theme" in passage.roles]
    for pattern in (_NAMED, _QUOTED):
        told = [(passage, found["name"]) for passage in on_theme for found in pattern.finditer(passage.text)]
        if told:
            break
    if len({name for _, name in told}) != 1:
        return ""
    passage, name = told[0]
    return ledger.fact("campaign.theme", passage.line, name)


def _period(title: str, subject: Line | None, schedule: Schedule, occasions: Occasions, ledger: Ledger) -> Data:
    if schedule.start and schedule.end:
        return {"start": schedule.start, "end": schedule.end}
    years = set(re.findall(r"\bnăm (20\d\d)(?!\s*[-–])", title))
    final = next((one["date"] for one in occasions.found if one["kind"] == "final" and "date" in one), "")
    line, start, why_start = subject, schedule.start or "issue", "lấy ngày ban hành"
    end: Any = {"event": BLANK}
    why_end = "kế hoạch không ghi thời gian kết thúc"
    if len(schedule.elsewhere) == 1 and not schedule.start:
        line, span = schedule.elsewhere[0]
        start, end = span.start, span.end_value
        why_start = why_end = quoted(line.text)
    elif len(years) == 1:
        end, why_end = f"{years.pop()}-12-31", "trích yếu nói phong trào của năm"
    elif final:
        end, why_end = final, "lấy theo kỳ tổng kết"
    ledger.fact("campaign.start", line, start, sure=False, words=why_start)
    ledger.fact("campaign.end", line, end["event"] if isinstance(end, dict) else end, sure=False, words=why_end)
    return {"start": start, "end": end}


def _anniversary(parts: Anatomy, ledger: Ledger) -> Data | None:
    found, line = first_match(_ANNIVERSARY, (*parts.subject, *parts.bases, *parts.opening))
    if not found:
        return None
    since = typed(int(found["y"]), int(found["m"]), int(found["d"]))
    on = typed(int(found["y2"]), int(found["m2"]), int(found["d2"]))
    of = found["of"].strip()
    ledger.fact("campaign.anniversary", line, f"{found['years']} năm {of}")
    return {"of": upper_first(of), "since": since, "on": on, "years": int(found["years"])}


def targets_of(passages: Sequence[Entry], ledger: Ledger) -> list[Data]:
    """Return the targets that a section on targets lists, one by one or as ``(1)- …; (2)- …``."""
    found: list[Data] = []
    for passage in passages:
        if "targets" not in passage.roles or set(passage.roles) & {"awards", "quotas"}:
            continue
        # A section on targets and nothing else: whatever has a number is one.
        only_targets = set(passage.roles) <= {"targets", "goals"}
        texts = [passage.marked] if passage.mark and not passage.children else []
        numbered = _TARGET_PARTS.split(passage.marked)
        if len(numbered) > 2:
            texts = [part.strip() for part in numbered[1:]]
        for text in texts:
            if _TITLE_QUOTA.search(text):
                ledger.no_quota(passage.line, text, "ngoài mục khen thưởng")
                continue
            target: Data = {"text": text}
            titles = _TITLE.findall(text.partition("trong đó")[0])
            if len(titles) == 1 and (award := find_award(titles[0].strip())):
                target["award"] = award.id
            if bound := _AT_LEAST.match(text):
                target["at_least"] = bound["share"] or int(bound["n"])
            if len(target) > 1 or "(1)" in passage.text or (only_targets and re.search(r"\d", text)):
                ledger.fact(f"targets[{len(found)}]", passage.line, text)
                found.append(target)
    return found


def participants_of(passages: Sequence[Entry], ledger: Ledger) -> list[Data]:
    """Return who takes part, where a section on it says so of collectives and individuals apart."""
    found: list[Data] = []
    for passage in passages:
        told = _WHO.match(passage.text)
        if not told or "participants" not in passage.roles or set(passage.roles) & {"awards", "standards"}:
            continue
        who = [part.strip(" .") for part in told["rest"].split(";") if part.strip(" .")]
        ledger.fact(f"participants[{len(found)}]", passage.line, told["who"])
        found.append({"subject": NOUNS[told["who"].lower()], "who": who})
    return found
