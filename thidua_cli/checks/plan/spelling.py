"""One spelling for one place, one wording for one campaign, no word typed twice."""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import combinations

from thidua_cli.campaign.dated_plan import DatedPlan
from thidua_cli.checks.plan.mentions import quoted_in
from thidua_cli.findings.diagnostic import Finding
from thidua_cli.vietnamese.casing import UPPER
from thidua_cli.vietnamese.text import fold

_KINDS = "xã|phường|thị trấn|đặc khu|huyện|quận|thị xã|thành phố|tỉnh|thôn"
_PLACE = re.compile(rf"\b(?P<kind>{_KINDS}) (?P<name>[{UPPER}][^\W\d_]+(?: [{UPPER}][^\W\d_]+){{0,3}})")
_OWN_WORDS = re.compile(r"(?:title|opening|closing|signers|campaign\.theme)\b")
_LEAST_WORDS = 5
_ALIKE = 0.88
_MOST_NAMES = 150


@dataclass(frozen=True, slots=True)
class _Use:
    name: str
    path: str
    offset: int


def place_names(context: DatedPlan) -> Iterator[Finding]:
    """Find one place under two spellings that differ in accents only (``Trần Ninh``, ``Trấn Ninh``)."""
    groups: dict[str, list[_Use]] = defaultdict(list)
    for path, found in context.matches(_PLACE):
        words = found["name"].split()
        for length in range(2, len(words) + 1):
            name = " ".join(words[:length])
            groups[f"{found['kind']} {fold(name)}"].append(_Use(name, path, found.start("name")))
    reported: set[tuple[str, int]] = set()
    for key in sorted(groups, key=len):
        for use, usual in _minority(groups[key]):
            if (use.path, use.offset) not in reported:
                reported.add((use.path, use.offset))
                yield _two_spellings(use, usual)


def own_place_name(context: DatedPlan) -> Iterator[Finding]:
    """Find the issuer's own place with a letter wrong where the plan speaks in its name (``Phúc Lâm``, ``Phú Lâm``)."""
    own = _PLACE.search(context.plan.issuer.name)
    if not own:
        return
    usual = _Use(own["name"], "issuer.name", own.start("name"))
    length = len(usual.name.split())
    for path, found in context.matches(_PLACE):
        name = " ".join(found["name"].split()[:length])
        same_kind = _OWN_WORDS.match(path) and found["kind"] == own["kind"]
        if same_kind and _one_slip(fold(name), fold(usual.name)):
            yield _two_spellings(_Use(name, path, found.start("name")), usual)


def _two_spellings(use: _Use, usual: _Use) -> Finding:
    message = f"chỗ này ghi “{use.name}”, chỗ khác ghi “{usual.name}”"
    hint = f"thống nhất một cách viết: “{usual.name}”?"
    others = ((usual.path, f"ghi “{usual.name}”"),)
    return Finding("name-spelling", use.path, message, hint, offset=use.offset, others=others)


def _one_slip(one: str, other: str) -> bool:
    """Tell whether one letter was typed wrong, left out or added."""
    short, long = sorted((one, other), key=len)
    if len(long) - len(short) > 1 or short == long:
        return False
    at = next((index for index, letter in enumerate(short) if letter != long[index]), len(short))
    return short[at + (len(short) == len(long)) :] == long[at + 1 :]


def _minority(uses: list[_Use]) -> Iterator[tuple[_Use, _Use]]:
    """Yield each use that is spelt otherwise than the usual one (the issuer's own spelling counts most)."""
    counts = Counter(_letters(use.name) for use in uses)
    if len(counts) < 2:
        return
    own = [_letters(use.name) for use in uses if use.path.startswith("issuer")]
    usual = own[0] if own else counts.most_common(1)[0][0]
    home = next(use for use in uses if _letters(use.name) == usual)
    beside = {_list_of(use.path) for use in uses if _letters(use.name) == usual}
    for use in uses:
        if _letters(use.name) != usual and _list_of(use.path) not in beside:  # side by side, they are two places
            yield use, home


def _list_of(path: str) -> str:
    """Return the list that an entry (or the text of one) stands in, else the path itself; paragraphs are no list."""
    return re.sub(r"(?<!\.text)\[\d+\](?:\.text)?$", "", path)


def _letters(name: str) -> tuple[str, ...]:
    """Return the letters and marks of a name, the same for both places of the tone mark (Hoà, Hòa)."""
    return tuple("".join(sorted(unicodedata.normalize("NFD", word))) for word in name.casefold().split())


def campaign_names(context: DatedPlan) -> Iterator[Finding]:
    """Note names in quotation marks that are nearly, but not quite, the same."""
    uses: dict[str, list[_Use]] = defaultdict(list)
    for path, text in context.texts:
        for found in quoted_in(text):
            key = " ".join(re.findall(r"\w+", fold(found.text)))
            if len(key.split()) >= _LEAST_WORDS:
                uses[key].append(_Use(found.text, path, found.start))
    keys = sorted(uses, key=lambda key: -len(uses[key]))[:_MOST_NAMES]
    for usual, other in combinations(keys, 2):
        if _nearly_same(usual, other):
            home = uses[usual][0]
            for use in uses[other]:
                message = f"tên “{use.name}” gần giống nhưng không trùng “{home.name}”"
                others = ((home.path, f"ghi “{home.name}”"),)
                yield Finding("campaign-name-differs", use.path, message, offset=use.offset, others=others)


def _nearly_same(one: str, other: str) -> bool:
    words, others = set(one.split()), set(other.split())
    if re.findall(r"\d+", one) != re.findall(r"\d+", other) or len(words ^ others) > 3:
        return False
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _ALIKE


# A syllable often ends one word and begins the next ("thành tích tích cực", "cá nhân nhân dịp"), and reduplication
# is a word of its own ("ngày ngày"): only syllables that can do neither count as typed twice.
_ALONE = (
    "và|hoặc|của|các|những|bị|được|cho|với|theo|tại|nhưng|để|thì|là|mà|đã|sẽ|đang|vẫn|này|nếu|khi|do|vì|bởi|"
    "nộp|gửi|tặng|thưởng|phải|không|cùng"
)
_ONE = re.compile(rf"\b({_ALONE}) \1\b(?! \1\b)", re.IGNORECASE)
_MORE = re.compile(r"(?<![\w-])((?:[^\W\d_]+ ){1,3}[^\W\d_]+) \1(?![\w-])", re.IGNORECASE)
_MEANT = re.compile(r"(?:từng|mỗi|ngày|đời|người|nhà|năm|lớp|tầng|càng|vừa) ", re.IGNORECASE)


def doubled_words(context: DatedPlan) -> Iterator[Finding]:
    """Find words typed twice (``nộp nộp``, ``Hội đồng Hội đồng``), not reduplication."""
    for path, found in (*context.matches(_ONE), *context.matches(_MORE)):
        if not _MEANT.match(found[1]):
            message = f"“{found[1]}” viết hai lần liền nhau"
            yield Finding("doubled-word", path, message, f"bỏ một “{found[1]}”", offset=found.start())


CHECKS = (place_names, own_place_name, campaign_names, doubled_words)
