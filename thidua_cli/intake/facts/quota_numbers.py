"""Numbers of awards as papers word them: counts, ceilings, ranges and shares of collectives and individuals."""

import re
from dataclasses import dataclass

from thidua_cli.intake.facts.award_wording import without_awards
from thidua_cli.intake.report import Data
from thidua_cli.intake.words import listed, one_of
from thidua_cli.model.base import one_or_many
from thidua_cli.model.fields import SUBJECTS

NOUNS = {name: subject for subject, name in SUBJECTS.items()}
NOUNS |= {"đơn vị": "collective", "gia đình": "household", "hộ": "household"}
NOUNS |= {noun: noun for noun in ("thôn", "xã", "khu dân cư")}
_NOUN = "|".join(sorted(NOUNS, key=len, reverse=True))
_BOUND = rf"(?:(?P<bound>{one_of('bounds')}(?: được đề nghị| được xét)?|từ)\s+)?"
_COUNT = re.compile(
    rf"{_BOUND}(?<![\d/,.])(?P<a>\d{{1,3}})(?:\s*(?:-|–|đến)\s*(?P<b>\d{{1,3}}))?\s+"
    rf"(?:(?P<pool>trường hợp|suất)\s*\((?P<one>{_NOUN})\s+hoặc\s+(?P<two>{_NOUN})\)|(?P<noun>{_NOUN})\b)",
    re.I,
)
_SHARE = re.compile(
    rf"{_BOUND}(?P<share>\d{{1,2}}(?:,\d{{1,2}})?%)\s+"
    rf"(?:(?P<noun>{_NOUN})\s+)?(?:trên\s+|trong\s+)?(?:tổng\s+)?số\s+"
    rf"(?P<base>{_NOUN}|cán bộ, công chức[^;.,\d]{{0,60}}|công chức[^;.,\d]{{0,60}}|người lao động|lao động|đoàn viên)"
    r"(?P<part>\s+tham gia)?",
    re.I,
)
_JOINED = re.compile(r"\s*(?:,|và|;|/|\+)\s*(?:và\s*)?$")
_MAX = ("không", "tối đa", "nhiều")
_USUAL = frozenset(listed("quota_words").split())
_WORD = re.compile(r"[^\W\d_]+|\d+")
_YEAR = re.compile(r"(?:năm|tháng|quý)\s+(?:\d{1,2}/)?(?:\d{1,4}|[IV]+)(?:\s+năm\s+\d{4})?", re.I)
# What explains a noun or orders the nominees, and changes no number.
_ASIDE = re.compile(r"\([^()\d]*\)|(?:lấy )?theo (?:số )?điểm từ cao xuống thấp|dẫn đầu (?=phong trào|đợt)", re.I)
_GROUPS = ((r"là (?:cán bộ )?lãnh đạo|giữ chức vụ", "leader"), (r"(?:người )?lao động trực tiếp", "worker"))


@dataclass(frozen=True, slots=True)
class Found:
    """The bounds of one clause, in order, and where the first one begins."""

    quotas: list[Data]
    start: int
    numbers: list[str]


def counts_in(clause: str) -> Found | None:
    """Return the bounds that a clause tells, or None; look-alikes are the caller's to refuse."""
    quotas: list[Data] = []
    matches: list[re.Match[str]] = []
    bound = ""
    for found in sorted([*_COUNT.finditer(clause), *_SHARE.finditer(clause)], key=lambda one: one.start()):
        last = matches[-1].end() if matches else -1
        if found.start() < last:
            continue
        told = (found["bound"] or "").lower()
        # "không quá 02 tập thể, 03 cá nhân": the bound holds for both.
        bound = told or (bound if matches and _JOINED.match(clause[last : found.start()]) else "")
        quota = _share(found, bound) if "share" in found.groupdict() else _count(found, bound)
        group = next(
            (group for words, group in _GROUPS if re.match(rf"\s+(?:{words})", clause[found.end() :], re.I)), ""
        )
        quotas.append({"subject": quota["subject"], "group": group, **quota} if group else quota)
        matches.append(found)
    return Found(quotas, matches[0].start(), [found[0] for found in matches]) if quotas else None


def _count(found: re.Match[str], bound: str) -> Data:
    nouns = [found["one"], found["two"]] if found["pool"] else [found["noun"]]
    subject = one_or_many([NOUNS[noun.lower()] for noun in nouns])
    number = int(found["a"])
    if found["b"]:
        return {"subject": subject, "min": number, "max": int(found["b"])}
    key = "exactly"
    if bound:
        key = "max" if bound.startswith(_MAX) else "min"
    return {"subject": subject, key: number}


def _share(found: re.Match[str], bound: str) -> Data:
    base = found["base"].lower()
    noun = (found["noun"] or "").lower() or (base if base in NOUNS else "cá nhân")
    of = "participants" if base in NOUNS else "headcount"
    key = "max" if bound.startswith(_MAX) or not bound else "min"
    return {"subject": NOUNS[noun], "share": {key: found["share"], "of": of}}


def strange_word(clause: str, found: Found, scope_words: list[str]) -> str:
    """Return the first word that a sentence on quotas does not have, or an empty text."""
    rest = clause
    for text in (*found.numbers, *scope_words):
        rest = rest.replace(text, " ", 1)
    rest = _ASIDE.sub(" ", rest)
    for words, _ in _GROUPS:
        rest = re.sub(words, " ", rest, flags=re.I)
    rest = _YEAR.sub(" ", without_awards(rest))
    return next((word for word in _WORD.findall(rest.casefold()) if word not in _USUAL), "")
