"""What the report on achievements asks of each kind of subject: who he is, what he achieved, who signs it.

A line is its label and the fact that fills it in (see `known`); without one the author writes it. What is known of a
nominee and his form does not ask for stands behind, under its usual label: nothing that was told is left out.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from thidua_cli.campaign.entry import Entry
from thidua_cli.model.fields import subject_name
from thidua_cli.model.terms import DISCIPLINES, GENDERS, INITIATIVES, RATINGS
from thidua_cli.vietnamese.address import own_name

Line = tuple[str, str]
Facts = Mapping[str, str]

_USUAL = {
    "position": "Chức vụ",
    "established": "Ngày, năm thành lập",
    "members": "Tổng số người",
    "rating": "Mức độ hoàn thành nhiệm vụ",
    "completed": "Số người hoàn thành nhiệm vụ",
    "advanced": "Số người đạt Lao động tiên tiến, Chiến sĩ tiên tiến",
    "fighters": "Số người đạt Chiến sĩ thi đua cơ sở",
    "warned": "Số người bị kỷ luật từ cảnh cáo trở lên",
    "initiative": "Sáng kiến, đề tài (tên, phạm vi, số quyết định công nhận)",
    "born": "Ngày, tháng, năm sinh",
    "sex": "Giới tính",
    "id": "Số định danh",
    "joined": "Ngày tuyển dụng",
    "discipline": "Kỷ luật",
}


@dataclass(frozen=True, slots=True)
class Form:
    """The form of one kind of subject.

    ``about`` and ``merit`` are its lines, of which a bare name of a fact has the usual label. ``first`` and ``duty``
    are headings. ``author`` is who speaks: the body of the letterhead where it is empty; ``signer`` signs by hand, else
    the head of that body does. ``of_unit``: the unit issues it, else the subject itself does.
    """

    first: str
    duty: str
    about: tuple[str | Line, ...]
    merit: tuple[str | Line, ...]
    author: str = ""
    signer: str = ""
    of_unit: bool = False

    @property
    def numbered(self) -> bool:
        """Whether a body issues it, in its series of numbers."""
        return not self.signer


_LAW_KEPT: Line = ("Chấp hành chủ trương của Đảng, chính sách, pháp luật của Nhà nước", "")
_STATE, _WRITER = "Sơ lược đặc điểm, tình hình", "Người báo cáo"
FORMS = {
    "individual": Form(
        "Sơ lược lý lịch",
        "Chức trách, nhiệm vụ được giao",
        (
            "born",
            "sex",
            "id",
            ("Quê quán", ""),
            ("Nơi thường trú", ""),
            ("Đơn vị công tác", "unit"),
            ("Chức vụ (Đảng, chính quyền, đoàn thể)", "position"),
            "joined",
            ("Trình độ chuyên môn, nghiệp vụ; học hàm, học vị", ""),
        ),
        ("rating", "initiative", _LAW_KEPT, "discipline"),
        author=_WRITER,
        signer=_WRITER,
        of_unit=True,
    ),
    "household": Form(
        "Sơ lược hoàn cảnh gia đình",
        "Công việc, ngành nghề của gia đình",
        (
            ("Họ và tên chủ hộ, năm sinh", ""),
            ("Số nhân khẩu", "members"),
            ("Nơi cư trú", "unit"),
            ("Nghề nghiệp, ngành nghề sản xuất, kinh doanh", ""),
        ),
        (_LAW_KEPT, ("Tham gia phong trào, đóng góp ở địa phương", "")),
        author="Gia đình",
        signer="Chủ hộ",
        of_unit=True,
    ),
    "enterprise": Form(
        _STATE,
        "Kết quả sản xuất, kinh doanh so với các năm trước",
        (
            "established",
            ("Địa chỉ trụ sở", ""),
            ("Ngành, nghề sản xuất, kinh doanh", ""),
            ("Tổng số người lao động", "members"),
        ),
        (
            ("Doanh thu, lợi nhuận", ""),
            ("Nghĩa vụ thuế, nộp ngân sách", ""),
            ("Việc làm, thu nhập, chế độ của người lao động", ""),
            _LAW_KEPT,
        ),
    ),
    "collective": Form(
        _STATE,
        "Kết quả thực hiện nhiệm vụ so với các năm trước",
        (
            "established",
            ("Tổ chức; tổng số người", "members"),
            ("Cơ sở vật chất", ""),
            ("Chức năng, nhiệm vụ được giao", ""),
        ),
        ("rating", "completed", "advanced", "fighters", "warned", "initiative", _LAW_KEPT, "discipline"),
    ),
}
"""The form of each subject that every plan knows."""
_OWN = Form(
    _STATE,
    "Nhiệm vụ, công việc",
    (("Đơn vị, địa chỉ", "unit"), ("Đặc điểm, nhiệm vụ", "")),
    (_LAW_KEPT,),
    author=_WRITER,
    signer=_WRITER,
    of_unit=True,
)


def form_of(subject: str | None) -> Form:
    """Return the form of a subject; the plan's own and one not known have one that fits man and body."""
    return FORMS.get(subject or "", _OWN)


def known(entry: Entry) -> dict[str, str]:
    """Return what is known of a nominee by the name of the fact; empty where it is not told."""
    own = entry.nomination
    counts = {"completed": own.completed, "advanced": own.advanced, "fighters": own.fighters, "warned": own.warned}
    return {
        "born": str(own.born or ""),
        "sex": GENDERS[own.gender].capitalize() if own.gender else "",
        "id": own.id_number or "",
        "unit": entry.unit_name if entry.unit_name != own.name else "",
        "position": own.position or "",
        "joined": str(own.joined or ""),
        "established": str(own.established or ""),
        "members": f"{own.members:02d} người" if own.members is not None else "",
        "rating": RATINGS[own.rating].capitalize() if own.rating else "",
        **{name: f"{count:02d}" if count is not None else "" for name, count in counts.items()},
        "initiative": INITIATIVES.get(own.initiative, own.initiative) if own.initiative else "",
        "discipline": DISCIPLINES[own.discipline].capitalize() if own.discipline else "",
    }


def about(entry: Entry, form: Form) -> list[Line]:
    """Return the lines that tell who he is."""
    facts = known(entry)
    named = "Họ và tên" if entry.subject == "individual" else f"Tên {_noun(entry.subject)}"
    return [(named, own_name(entry.nomination.name)), *_lines(form.about, facts)]


def merit(entry: Entry, form: Form, own: Mapping[str, str]) -> list[Line]:
    """Return the lines of what he achieved; what is his ``own``, by its title, stands before what the author writes."""
    facts = known(entry)
    lines = list(_lines(form.merit, facts))
    asked = {label_and_fact(one)[1] for one in (*form.about, *form.merit)}
    more = [(label, facts[name]) for name, label in _USUAL.items() if name not in asked and facts[name]]
    at = next(number for number, one in enumerate(form.merit) if not label_and_fact(one)[1])
    return [*lines[:at], *more, *own.items(), *lines[at:]]


def label_and_fact(line: str | Line) -> Line:
    """Return a line of a form as its label and the fact that fills it in."""
    return (_USUAL[line], line) if isinstance(line, str) else line


def _lines(lines: tuple[str | Line, ...], facts: Facts) -> Iterator[Line]:
    for label, name in map(label_and_fact, lines):
        yield label, facts.get(name, "")


def _noun(subject: str | None) -> str:
    return subject_name(subject) if subject else "cá nhân, tập thể"
