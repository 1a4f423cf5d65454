"""``thidua law``: the rules in force on a day, each with its article; the page of an award for ``explain``."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from thidua_cli.commands.output import print_table, say
from thidua_cli.law.award_catalogue import LEVELS, awards, deciders_of
from thidua_cli.law.dated import Award, Confidence, Dated, Instrument, MovementRow, Regime
from thidua_cli.law.deciders import deciders
from thidua_cli.law.eligibility import exclusions, limits, standards
from thidua_cli.law.instruments import default_bases
from thidua_cli.law.movement_terms import SUBJECTS
from thidua_cli.law.movements import condition, movement_rows_on
from thidua_cli.law.regimes import regime, regimes
from thidua_cli.law.rewards import Reward, amount, base_salary, rewards_on, rounding
from thidua_cli.law.rules import abolished, launching, plan_elements
from thidua_cli.law.votes import VoteRule, quorum, vote_rule, vote_rules_on
from thidua_cli.vietnamese.dates import padded
from thidua_cli.vietnamese.numerals import in_figures

Row = tuple[str, ...]
KINDS = {"title": "danh hiệu thi đua", "form": "hình thức khen thưởng"}


@dataclass(frozen=True, slots=True)
class Section:
    """A table with its heading; ``note`` stands under it."""

    title: str
    columns: Row
    rows: tuple[Row, ...]
    note: str = ""


def run(day: date) -> int:
    """Print the tables of the law of one day."""
    say(f"Quy định về thi đua, khen thưởng ngày {padded(day)}")
    for section in law_on(day):
        say("")
        print_table(section.title, section.columns, section.rows)
        if section.note:
            say(f"  {section.note}")
    return 0


def law_on(day: date) -> list[Section]:
    """Return the rules in force on ``day``; one section with a note when our data does not reach that far back."""
    ruling = regime(day)
    if ruling is None:
        note = f"Chưa có dữ liệu cho các ngày trước {padded(regimes()[0].start)}."
        return [Section("Chế độ pháp luật", (), (), note)]
    elements = [(one.name, "phải xác định" if one.required else "nên nêu", one) for one in plan_elements(day)]
    gone = abolished("district", day)
    note = f"{gone.text} Từ {padded(gone.start)}: {gone.cited}." if gone else ""
    powers = [(one.who, one.scope, one) for one in launching(day)]
    rewards = [(awards()[row.award].name, _subjects(row), _condition(row), row) for row in movement_rows_on(day)]
    return [
        _regime(ruling),
        _bases(day),
        _ruled("Yếu tố của kế hoạch", ("Yếu tố", "Mức độ"), elements),
        _ruled("Thẩm quyền phát động", ("Ai", "Phạm vi"), powers, note),
        _ruled("Phong trào và khen thưởng", ("Khen thưởng", "Đối tượng", "Phong trào"), rewards),
        _ruled("Thẩm quyền quyết định", ("Người quyết định", "Danh hiệu, hình thức"), _deciding(day)),
        _ruled("Tỷ lệ và trùng lặp", ("Khen thưởng", "Quy định"), _limits(day)),
        _ruled("Bỏ phiếu của hội đồng", ("Khen thưởng", "Quy định"), _voting(day)),
        _ruled("Tiền thưởng", ("Khen thưởng", "Đối tượng", "Mức"), _paying(day), _rounded(day)),
    ]


def _ruled(title: str, columns: Row, rules: Iterable[tuple[*Row, Dated]], note: str = "") -> Section:
    """Return a table of rules: what each says, its article, how we know it."""
    rows = tuple((*told, one.cited, one.confidence.vietnamese) for *told, one in rules)
    return Section(title, (*columns, "Căn cứ", "Độ tin cậy"), rows, note)


def award_page(award: Award, day: date) -> list[tuple[str, str]]:
    """Return the page of one award as label and text; what depends on the day is told as of ``day``."""
    ruling = regime(day)
    reviewed = ruling is not None and ruling.reviewed
    rows = [
        ("Mã", award.id),
        ("Tên", award.name),
        ("Viết gọn", award.short),
        ("Loại", f"{KINDS[award.kind]}, {LEVELS[award.level]}"),
        ("Đối tượng", ", ".join(SUBJECTS[subject] for subject in award.subjects)),
        ("Cách viết khác", "; ".join(award.aliases)),
        ("Tiêu chuẩn theo Luật 2022", award.standard),
        ("Căn cứ", award.cited),
        ("Độ tin cậy", (award.confidence if reviewed else Confidence.UNVERIFIED).vietnamese),
        ("Lưu ý", award.note),
    ]
    rows += [
        (f"Người quyết định ngày {padded(day)}", f"{deciders()[one.who].name} ({one.cited})")
        for one in deciders_of(award, day)
    ]
    rows += [
        (f"Trong phong trào ngày {padded(day)}", f"{_subjects(row)}: {_condition(row)} ({row.cited})")
        for row in movement_rows_on(day)
        if row.award == award.id
    ]
    rows += [(f"Điều kiện ngày {padded(day)}", f"{one.text} ({one.cited})") for one in standards(award.id, day)]
    if vote := vote_rule(award.id, day):
        rows.append((f"Bỏ phiếu ngày {padded(day)}", f"{_agreed(vote)} ({vote.cited})"))
    rows += [
        (f"Tiền thưởng ngày {padded(day)}", f"{one.to_whom}: {_paid(one, day)} ({one.cited}){one.confidence.doubt}")
        for one in rewards_on(day)
        if award.id in one.awards
    ]
    return [(label, text) for label, text in rows if text]


def _regime(ruling: Regime) -> Section:
    end = f"đến {padded(ruling.end)}" if ruling.end else "đến nay"
    rows = (
        ("Chế độ", ruling.name),
        ("Thời gian", f"từ {padded(ruling.start)} {end}"),
        ("Luật", ruling.law),
        ("Nghị định", ruling.decree),
        ("Thông tư", ruling.circular),
        ("Căn cứ", ruling.cited),
        ("Độ tin cậy", ruling.confidence.vietnamese),
    )
    return Section("Chế độ pháp luật", ("Mục", "Nội dung"), rows, ruling.note)


def _bases(day: date) -> Section:
    bases = default_bases(day, local=True)
    rows = tuple((one.cite, _period(one), one.confidence.vietnamese) for one in bases)
    local = [one.number for one in bases if one.basis == "local"]
    note = f"Chỉ dùng cho chính quyền địa phương: {', '.join(local)}." if local else ""
    return Section("Căn cứ hiện hành", ("Văn bản", "Hiệu lực", "Độ tin cậy"), rows, note)


def _deciding(day: date) -> Iterator[tuple[str, str, Dated]]:
    """One row for all awards that the same people decide by the same articles."""
    groups: dict[tuple[str, str, Confidence], dict[str, Dated]] = {}
    for award in awards().values():
        for one in deciders_of(award, day):
            groups.setdefault((one.who, one.citation, one.confidence), {})[award.short or award.name] = one
    for (who, _, _), names in groups.items():
        yield deciders()[who].name, "; ".join(names), next(iter(names.values()))


def _limits(day: date) -> Iterator[tuple[str, str, Dated]]:
    """Shares that the law caps, and awards that one nominee is not given together."""
    for cap in limits(day):
        yield _short(cap.award), f"không quá {cap.most}% số được {', '.join(map(_short, cap.of))}", cap
    for apart in exclusions(day):
        yield " và ".join(map(_short, apart.awards)), apart.text, apart


def _voting(day: date) -> Iterator[tuple[str, str, Dated]]:
    """The quorum first, then the rules on votes; a rule without awards is for all that have none of their own."""
    if present := quorum(day):
        yield "Cuộc họp", f"có mặt ít nhất {present.share} số thành viên", present
    for one in vote_rules_on(day):
        yield "; ".join(map(_short, one.awards)) or "Còn lại", _agreed(one), one


def _agreed(rule: VoteRule) -> str:
    ballot = ", bằng bỏ phiếu" if rule.ballot and rule.share else ""
    council = " (hội đồng cấp bộ, tỉnh)" if rule.council == "ministry_province" else ""
    return f"{rule.said}{' tổng số thành viên đồng ý' if rule.share else ''}{ballot}{council}"


def _paying(day: date) -> Iterator[tuple[str, str, str, Dated]]:
    """The base salary first, then the factors; what the law only caps is no sum."""
    if salary := base_salary(day):
        yield "Mức lương cơ sở", "", f"{in_figures(salary.amount)} đồng/tháng", salary
    for one in rewards_on(day):
        yield "; ".join(map(_short, one.awards)), one.to_whom, _paid(one, day), one


def _paid(reward: Reward, day: date) -> str:
    salary, full = base_salary(day), rounding(day)
    if salary is None or full is None or reward.at_most:
        return f"{reward.told}{reward.by_whom}"
    return f"{reward.told} = {in_figures(amount(reward.factor, salary, full))} đồng{reward.by_whom}"


def _rounded(day: date) -> str:
    full = rounding(day)
    return f"Tiền thưởng làm tròn lên đến {in_figures(full.unit)} đồng: {full.cited}." if full else ""


def _short(award: str) -> str:
    return awards()[award].short or awards()[award].name


def _subjects(row: MovementRow) -> str:
    return ", ".join(SUBJECTS[subject] for subject in row.subjects)


def _condition(row: MovementRow) -> str:
    return condition(row) or "mọi phong trào thi đua"


def _period(instrument: Instrument) -> str:
    start = f"từ {padded(instrument.start)}" if instrument.start else ""
    end = f"đến {padded(instrument.end)}" if instrument.end else ""
    return f"{start} {end}".strip()
