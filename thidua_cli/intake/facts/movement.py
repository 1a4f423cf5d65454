"""The campaign behind the prose: kind of movement, who launched it, theme, anniversary, targets, participants."""

import re
from collections.abc import Sequence
from typing import Any

from thidua_cli.intake.facts.issuer import BLANK, Head, follows_of
from thidua_cli.intake.facts.schedule import Occasions, Schedule
from thidua_cli.intake.report import Ledger, shown
from thidua_cli.intake.structure.anatomy import Anatomy
from thidua_cli.intake.structure.sections import Passage
from thidua_cli.law.award_catalogue import find_award
from thidua_cli.vietnamese.dates import day_pattern, typed
from thidua_cli.vietnamese.text import fold

Data = dict[str, Any]

_ANNIVERSARY = re.compile(
    r"(?:(?:kỷ|kỉ) niệm|chào mừng) (?:lần thứ )?(?P<years>\d{1,4}) năm,? (?P<of>(?:ngày )?[^().;]{3,120}?)\s*"
    rf"\({day_pattern('d m y')}\s*[-–]\s*{day_pattern('d2 m2 y2')}\)",
    re.I,
)
_QUOTED = re.compile(r"[“\"](?P<name>[^“”\"]{6,400})[”\"]")
_NAMED = re.compile(r"(?:chủ đề|khẩu hiệu|phong trào(?: thi đua)?)\s*:?\s*[“\"](?P<name>[^“”\"]{6,300})[”\"]", re.I)
_TARGET_PARTS = re.compile(r"(?<!\w)\(\d{1,2}\)\s*-?\s*")
_SHARE = re.compile(r"^(?:có |phấn đấu (?:có )?)?(?:(?:ít nhất|tối thiểu|trên|từ)\s+)?(?P<n>\d{1,3}(?:,\d+)?%)", re.I)
_COUNT = re.compile(r"^(?:có |phấn đấu (?:có )?)?(?:ít nhất|tối thiểu)\s+(?P<n>\d{1,4})\s", re.I)
_TITLE = re.compile(r"danh hiệu\s+[“\"]?\*?(?P<name>[^“”\"*;,.]{5,60})", re.I)
_TITLE_QUOTA = re.compile(r"danh hiệu.*(?:không quá|tối đa)", re.I)
_WHO = re.compile(
    r"^(?:đối với\s+)?(?P<who>tập thể|cá nhân|hộ gia đình|doanh nghiệp)\s*(?::|gồm|là)\s*:?\s*(?P<rest>.{5,})$", re.I
)
_SUBJECT = {"tập thể": "collective", "cá nhân": "individual", "hộ gia đình": "household", "doanh nghiệp": "enterprise"}
_DAYS = re.compile(r"(?<![\d.,])(?P<n>\d{2,3}) ngày đêm|đợt thi đua (?:\w+ ){0,3}(?P<m>\d{2,3}) ngày\b", re.I)
_LEVELS = (
    (r"thủ tướng", "prime_minister"),
    (r"chủ tịch nước", "president"),
    (r"(?:ủy ban nhân dân|ubnd|hội đồng thi đua[^,;]*) (?:tỉnh|thành phố)|tỉnh ủy", "province"),
    (r"(?:ủy ban nhân dân|ubnd) (?:huyện|quận|thị xã)|huyện ủy", "district"),
    (r"(?:ủy ban nhân dân|ubnd) (?:xã|phường|thị trấn|đặc khu)", "commune"),
    (r"(?-i:\bBộ (?!Chỉ huy|Tư lệnh|đội|phận))|tổng liên đoàn|chính phủ|trung ương|tổng cục|tập đoàn", "ministry"),
)


def campaign_of(parts: Anatomy, head: Head, schedule: Schedule, occasions: Occasions, ledger: Ledger) -> Data:
    """Return the campaign; what the paper does not tell is inferred, with the reason, in doubt."""
    data: Data = {"mode": _mode(parts, ledger)}
    follows = follows_of(parts)
    data["launched_by"] = _launcher(follows, head, ledger)
    if follows:
        data["follows"] = follows[0]
        ledger.fact("campaign.follows", follows[2], "hưởng ứng", follows[0])
    if theme := _theme(parts, ledger):
        data["theme"] = theme
    data |= _period(parts, schedule, occasions, ledger)
    if found := _DAYS.search(parts.title):
        data["days"] = int(found["n"] or found["m"])
        ledger.fact("campaign.days", parts.subject[0], "số ngày", data["days"])
    if anniversary := _anniversary(parts, ledger):
        data["anniversary"] = anniversary
    if schedule.phases:
        data["phases"] = schedule.phases
    if occasions.found:
        data["occasions"] = occasions.found
    return data


def _mode(parts: Anatomy, ledger: Ledger) -> str:
    title = fold(parts.title)
    for words, mode, why in (
        (
            r"dot thi dua|dac biet|cao diem|ngay dem|chao mung|lap thanh tich|nuoc rut",
            "drive",
            "trích yếu nói một đợt, một dịp",
        ),
        (r"chuyen de|phong trao thi dua [“\"]", "thematic", "trích yếu nêu tên một phong trào"),
        (
            r"thi dua yeu nuoc nam|phong trao thi dua nam|cong tac thi dua|nam hoc",
            "regular",
            "trích yếu nói thi đua của cả năm",
        ),
    ):
        if re.search(words, title):
            line = parts.subject[0] if parts.subject else None
            sure = mode == "drive" and "dot thi dua" in title
            ledger.fact("campaign.mode", line, "hình thức", mode, sure=sure, words=why)
            return mode
    ledger.fact("campaign.mode", None, "hình thức", "drive", sure=False, words="không có dấu hiệu; lấy đợt thi đua")
    return "drive"


def _launcher(follows: tuple[str, str, Any] | None, head: Head, ledger: Ledger) -> str:
    if follows:
        level = _level(follows[1])
        if level:
            # "Căn cứ" alone may cite the plan of the year behind a movement of one's own.
            ledger.fact(
                "campaign.launched_by",
                follows[2],
                "cấp phát động",
                level,
                sure=not follows[2].text.casefold().startswith("căn cứ"),
                words=f"hưởng ứng văn bản của {follows[1]}",
            )
            return level
    level = _level(head.issuer["name"]) or "unit"
    ledger.fact("campaign.launched_by", None, "cấp phát động", level, sure=False, words="theo tên cơ quan ban hành")
    return level


def _level(name: str) -> str:
    return next((level for words, level in _LEVELS if re.search(words, name, re.I)), "")


def _theme(parts: Anatomy, ledger: Ledger) -> str:
    """Return the name that the subject gives the movement."""
    if found := _NAMED.search(parts.title + "”" * (parts.title.count("“") > parts.title.count("”"))):
        ledger.fact("campaign.theme", parts.subject[0] if parts.subject else None, "chủ đề", found["name"])
        return found["name"]
    return ""


def theme_of(passages: Sequence[Passage], ledger: Ledger) -> str:
    """Return the theme that a section on it quotes, when it quotes one only or says which one is the theme."""
    on_theme = [passage for passage in passages if "theme" in passage.roles]
    named = [(passage, found["name"]) for passage in on_theme for found in _NAMED.finditer(passage.text)]
    quoted = named or [(passage, found["name"]) for passage in on_theme for found in _QUOTED.finditer(passage.text)]
    if len({name for _, name in quoted}) != 1:
        return ""
    passage, name = quoted[0]
    ledger.fact("campaign.theme", passage.line, "chủ đề", name)
    return name


def _period(parts: Anatomy, schedule: Schedule, occasions: Occasions, ledger: Ledger) -> Data:
    if schedule.start and (schedule.event or schedule.end):
        end: Any = {"event": schedule.event} if schedule.event else schedule.end
        return {"start": schedule.start, "end": end}
    if len(schedule.elsewhere) == 1 and not schedule.start:
        told, span = schedule.elsewhere[0]
        why = f"“{shown(told.text)}”"
        ledger.fact("campaign.start", told, "bắt đầu", span.start, sure=False, words=why)
        ledger.fact("campaign.end", told, "kết thúc", span.event or span.end, sure=False, words=why)
        return {"start": span.start, "end": span.end_value}
    line = parts.subject[0] if parts.subject else None
    years = set(re.findall(r"\bnăm (20\d\d)(?!\s*[-–])", parts.title))
    final = next((one["date"] for one in occasions.found if one["kind"] == "final" and "date" in one), "")
    if len(years) == 1:
        end, why = f"{years.pop()}-12-31", "trích yếu nói phong trào của năm"
    elif final:
        end, why = final, "lấy theo kỳ tổng kết"
    else:
        end, why = {"event": BLANK}, "kế hoạch không ghi thời gian kết thúc"
    start = schedule.start or "issue"
    ledger.fact("campaign.start", line, "bắt đầu", start, sure=False, words="lấy ngày ban hành")
    ledger.fact("campaign.end", line, "kết thúc", end if isinstance(end, str) else BLANK, sure=False, words=why)
    return {"start": start, "end": end}


def _anniversary(parts: Anatomy, ledger: Ledger) -> Data | None:
    for line in (*parts.subject, *parts.bases, *parts.opening):
        if found := _ANNIVERSARY.search(line.text):
            since = typed(int(found["y"]), int(found["m"]), int(found["d"]))
            on = typed(int(found["y2"]), int(found["m2"]), int(found["d2"]))
            of = found["of"].strip()
            data: Data = {"of": of[0].upper() + of[1:], "since": since, "on": on, "years": int(found["years"])}
            ledger.fact("campaign.anniversary", line, "kỷ niệm", f"{found['years']} năm {of}")
            return data
    return None


def targets_of(passages: Sequence[Passage], ledger: Ledger) -> list[Data]:
    """Return the targets that a section on targets lists, one by one or as ``(1)- …; (2)- …``."""
    found: list[Data] = []
    for passage in passages:
        if "targets" not in passage.roles or set(passage.roles) & {"awards", "quotas"}:
            continue
        for text in _target_texts(passage):
            if _TITLE_QUOTA.search(text):
                ledger.doubt(passage.line, "số lượng", f"“{shown(text)}”: có thể là chỉ tiêu, ngoài mục khen thưởng")
                continue
            target: Data = {"text": text}
            if named := _award_told(text):
                target["award"] = named
            bound = _SHARE.match(text) or _COUNT.match(text)
            if bound:
                target["at_least"] = bound["n"] if "%" in bound["n"] else int(bound["n"])
            if "award" in target or "at_least" in target or "(1)" in passage.text or _is_target(passage, text):
                ledger.fact(f"targets[{len(found)}]", passage.line, "chỉ tiêu phấn đấu", text)
                found.append(target)
    return found


def _is_target(passage: Passage, text: str) -> bool:
    """Tell a target by its number where the section is on targets and nothing else."""
    return set(passage.roles) <= {"targets", "goals"} and bool(re.search(r"\d", text))


def _target_texts(passage: Passage) -> list[str]:
    numbered = _TARGET_PARTS.split(passage.entry.marked)
    if len(numbered) > 2:
        return [part.strip() for part in numbered[1:]]
    return [passage.entry.marked] if passage.entry.mark and not passage.entry.children else []


def _award_told(text: str) -> str:
    names = _TITLE.findall(text.partition("trong đó")[0])
    found = find_award(names[0].strip()) if len(names) == 1 else None
    return found.id if found else ""


def participants_of(passages: Sequence[Passage], ledger: Ledger) -> list[Data]:
    """Return who takes part, where a section on it says so of collectives and individuals apart."""
    found: list[Data] = []
    for passage in passages:
        told = _WHO.match(passage.text)
        if not told or "participants" not in passage.roles or set(passage.roles) & {"awards", "standards"}:
            continue
        who = [part.strip(" .") for part in told["rest"].split(";") if part.strip(" .")]
        ledger.fact(f"participants[{len(found)}]", passage.line, "đối tượng", told["who"])
        found.append({"subject": _SUBJECT[told["who"].lower()], "who": who})
    return found
