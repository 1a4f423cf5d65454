"""What a new plan is made of: every question, as it is asked, as an option is told of, with the kind of its answer.

The options of ``new-plan`` are made of this table, so it loads nothing heavy.
"""

from dataclasses import dataclass, field, fields
from typing import Any, Literal, NamedTuple

Kind = Literal["text", "mode", "layout", "launcher", "start", "date", "count"]


class Question(NamedTuple):
    """One question: ``text`` asks it in the terminal, ``help`` tells of its option where that does not.

    ``default`` is the answer that mostly holds; ``from_issuer``: the issuer's name tells it; ``blank``: it may stay
    without an answer.
    """

    text: str
    help: str = ""
    kind: Kind = "text"
    default: str = ""
    from_issuer: bool = False
    blank: bool = False

    @property
    def metavar(self) -> str:
        """What stands for the answer in the help."""
        return {"count": "SỐ", "start": "NGÀY", "date": "NGÀY"}.get(self.kind, "CHỮ")


def _asked(text: str, help_text: str = "", **about: Any) -> Any:
    return field(metadata={"question": Question(text, help_text, **about)})


def _counted(whom: str) -> Any:
    text = f"Số giấy khen tối đa cho {whom}"
    return _asked(f"{text} (bỏ trống nếu chưa định)", f"{text}.", kind="count", blank=True)


@dataclass(frozen=True)
class Answers:
    """What the officer said, in the order of asking; every answer is given when a draft is made of them."""

    issuer: str = _asked("Tên đầy đủ của cơ quan ban hành")
    superior: str = _asked("Cơ quan chủ quản (bỏ trống nếu không có)", "Cơ quan chủ quản.", blank=True)
    abbreviation: str = _asked("Chữ viết tắt trong ký hiệu văn bản", from_issuer=True)
    place: str = _asked("Địa danh ghi trước ngày tháng", from_issuer=True)
    layout: str = _asked(
        "Thể thức: nd30 (cơ quan nhà nước) hoặc party (Đảng)",
        "nd30 (cơ quan nhà nước) hoặc party (cơ quan Đảng).",
        kind="layout",
        default="nd30",
    )
    mode: str = _asked(
        "Hình thức: drive (đợt), thematic (chuyên đề), regular (thường xuyên)",
        "drive (đợt), thematic (chuyên đề) hoặc regular (thường xuyên).",
        kind="mode",
        default="drive",
    )
    title: str = _asked(
        "Trích yếu, ví dụ “Phát động đợt thi đua chào mừng …”", "Trích yếu, ví dụ “Phát động đợt thi đua …”."
    )
    launched_by: str = _asked(
        "Cấp phát động: unit, commune, province, ministry, prime_minister, president", kind="launcher", default="unit"
    )
    start: str = _asked(
        "Bắt đầu (issue là ngày ban hành)", "Ngày bắt đầu; issue là ngày ban hành.", kind="start", default="issue"
    )
    end: str = _asked("Kết thúc, ví dụ 2026-12-31", "Ngày kết thúc.", kind="date")
    post: str = _asked("Chức vụ người ký", "Chức vụ người ký, ví dụ “Giám đốc”.")
    signer: str = _asked(
        "Họ tên người ký (bỏ trống nếu chưa biết)", "Họ tên người ký; để trống nếu chưa biết.", blank=True
    )
    collectives: str = _counted("tập thể")
    individuals: str = _counted("cá nhân")


QUESTIONS: dict[str, Question] = {one.name: one.metadata["question"] for one in fields(Answers)}


def option_of(name: str) -> str:
    """Return how the option of an answer is typed: ``launched_by`` gives ``--launched-by``."""
    return f"--{name.replace('_', '-')}"
