"""What a section is about, told by its heading; one heading often has several roles."""

import re

from thidua_cli.vietnamese.text import fold

_LONGEST = 30
_WORDS: tuple[tuple[str, str], ...] = (
    ("aims", r"muc dich|\by nghia\b"),
    ("requirements", r"\byeu cau\b"),
    ("goals", r"\bmuc tieu\b"),
    ("theme", r"\bchu de\b|\bkhau hieu\b"),
    ("scope", r"\bpham vi\b"),
    ("targets", r"\bchi tieu\b"),
    ("criteria", r"\btieu chi\b|thang diem|tinh diem|xep hang|xep loai|cham diem"),
    ("tasks", r"\bnhiem vu\b|noi dung cong viec"),
    ("measures", r"giai phap|bien phap|hinh thuc to chuc|phuong an"),
    ("dossier", r"ho so|thu tuc|tuyen trinh"),
    ("funding", r"kinh phi"),
    ("review", r"so ket|tong ket|che do bao cao|thong tin bao cao"),
    ("inspection", r"kiem tra|giam sat"),
    ("propaganda", r"tuyen truyen|nhan rong"),
    ("implementation", r"to chuc (?:thuc hien|trien khai)|trach nhiem thuc hien|phan cong"),
    ("note", r"^(?:luu y|ghi chu)\b"),
)
_AWARDS = r"khen thuong|giai thuong|muc thuong|thuong ket qua"
_AWARD_PARTS: tuple[tuple[str, str], ...] = (
    ("awards", _AWARDS),
    ("award_forms", r"hinh thuc(?! to chuc)"),
    ("standards", r"tieu chuan"),
    ("quotas", r"so luong|co cau giai|binh xet|\bchi tieu\b"),
)


def roles_of(heading: str, within: tuple[str, ...] = ()) -> list[str]:
    """Return the roles that a heading tells; ``within`` are those of the sections above it."""
    text = fold(heading)
    if len(text.split()) > _LONGEST:
        return []
    about_awards = bool(re.search(_AWARDS, text) or set(within) & {"awards", "quotas", "award_forms", "standards"})
    # A name in quotation marks tells what the section is about no more than its other words do.
    text = re.sub(r"[“\"].*?[”\"]", " ", text)
    roles = [role for role, words in _WORDS if re.search(words, text)]
    if about_awards:
        roles = [role for role in roles if role != "targets"]
        parts = [role for role, words in _AWARD_PARTS if re.search(words, text)]
        if set(roles) & {"dossier", "funding"} and not set(parts) - {"awards"}:
            return roles
        return [*parts, *roles]
    return _general(text) + roles


def _general(text: str) -> list[str]:
    """Return the roles of words that mean something else where awards are spoken of."""
    roles = []
    if re.search(r"\bdoi tuong\b|thanh phan tham gia", text):
        roles.append("participants")
    if re.search(r"thoi gian|cac dot thi dua|thoi han|tien do", text) and "ho so" not in text:
        roles.append("time")
    if re.search(r"\bnoi dung\b", text) and "noi dung cong viec" not in text:
        roles.append("content")
    return roles
