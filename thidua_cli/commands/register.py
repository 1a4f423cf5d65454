"""``thidua register``: record the results of a decision in the award book, and look people up in it."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from thidua_cli.commands.output import print_table, say, tell
from thidua_cli.commands.typed_text import refuse_blank
from thidua_cli.commands.understood import some_names, understood
from thidua_cli.errors import ThiduaError
from thidua_cli.vietnamese.text import fold, listing, nearest

if TYPE_CHECKING:
    from thidua_cli.campaign.entry import Entry
    from thidua_cli.campaign.resolved import ResolvedCampaign
    from thidua_cli.model.register import RegisterEntry


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision as typed on the command line."""

    number: str
    date: date
    by: str
    corrects: str | None = None


def add(
    campaign: Path, decision: Decision, year: int | None, book: Path | None, award: str | None, only: list[str]
) -> int:
    """Append the results of ``decision`` on the nominations of a campaign to the book; return the exit code.

    Nobody else adds to the book between its reading and its writing: two officers may be at it.
    """
    from thidua_cli.campaign.book_additions import line_of, refuse_doubles
    from thidua_cli.campaign.files_of import REGISTER_FILE, file_of
    from thidua_cli.campaign.load_plan import plan_path
    from thidua_cli.files import held
    from thidua_cli.writing.register_book import read_book, with_entries

    refuse_blank({"--decision": decision.number, "--by": decision.by, "--corrects": decision.corrects})
    folder = plan_path(campaign).parent
    path = book or file_of(folder, "register") or folder / REGISTER_FILE
    with held(path, "sổ", follow=True) as place:
        context, clean = _decided(campaign, path, decision, year, award, only)
        numbers = (decision.number, decision.date, decision.by, year, context.plan.id, decision.corrects)
        new = [line_of(entry, *numbers) for entry in clean]
        refuse_doubles(new, read_book(path) if path.exists() else [], decision.corrects)
        place.write(with_entries(path, new), overwrite=True)
    say(f"Đã ghi {len(new)} dòng của Quyết định số {decision.number} vào {path}: {some_names(clean)}.")
    return 0


def _decided(
    campaign: Path, book: Path, decision: Decision, year: int | None, award: str | None, only: list[str]
) -> "tuple[ResolvedCampaign, list[Entry]]":
    """Return the campaign, held against the book, and those of its nominations that the decision is about."""
    from thidua_cli.campaign.book_additions import awards_decided, results

    context, findings = understood(campaign, decision.date, book)
    clean, faulty = results(context, findings, awards_decided(context, award, decision.by), year, only)
    if faulty:
        tell(f"bỏ lại {len(faulty)} đề nghị còn lỗi hoặc chưa rõ hình thức: {some_names(faulty)}")
    if context.unread and not only:
        tell(f"chưa đọc hết {listing(context.unread, 'và')}: người được đề nghị ở đó chưa được ghi")
    if not clean:
        message = "không có đề nghị nào để ghi vào sổ"
        raise ThiduaError(message, "xem lại --award, --year; các đề nghị còn lỗi thì xem bằng thidua check")
    return context, clean


def _named(name: str, who: str) -> bool:
    """Tell whether a name has the words ``who``, as they are typed or without the form of address before them."""
    from thidua_cli.vietnamese.sameness import loose_key

    return any(f" {key(who)} " in f" {key(name)} " for key in (fold, loose_key))


def find(who: str, book: Path | None) -> int:
    """Print the awards of everybody whose name has the words ``who``, or whose id number it is."""
    from thidua_cli.campaign.files_of import REGISTER_FILE, file_of
    from thidua_cli.campaign.register_lines import RegisterIndex
    from thidua_cli.vietnamese.id_numbers import same_number
    from thidua_cli.writing.register_book import read_book

    path = book or file_of(Path(), "register")
    if path is not None and path.is_dir():
        path = file_of(path, "register") or path / REGISTER_FILE
    if path is None:
        message = f"thư mục này không có sổ khen thưởng ({REGISTER_FILE})"
        raise ThiduaError(message, "thêm --register với đường dẫn tới sổ, hoặc tới thư mục phong trào")
    lines = read_book(path)
    found = [one for one in lines if _named(one.value.name, who) or same_number(who, one.value.id_number)]
    if not found:
        near = nearest(who, dict.fromkeys(line.value.name for line in lines))
        say(f"Sổ {path} không có “{who}”" + (f"; có phải “{near}”?" if near else "."))
        return 1
    columns = ("Họ và tên", "Số định danh", "Đơn vị", "Hình thức", "Năm", "Quyết định", "Ghi chú")
    found.sort(key=lambda line: (fold(line.value.name), line.value.id_number or "", line.value.year))
    standing = {id(line) for line in RegisterIndex(lines).standing}
    rows = [_row(line.value, replaced=id(line) not in standing) for line in found]
    print_table(f"Khen thưởng trong sổ {path}", columns, rows)
    return 0


def _row(entry: "RegisterEntry", *, replaced: bool) -> tuple[str, ...]:
    from thidua_cli.law.award_catalogue import award

    decision = " ngày ".join(str(part) for part in (entry.decision, entry.date) if part)
    notes = [f"đính chính Quyết định số {entry.corrects}"] if entry.corrects else []
    if replaced:
        notes.append("đã được đính chính")
    told = (entry.name, entry.id_number or "", entry.unit or "", award(entry.award).name)
    return (*told, str(entry.year), decision, "; ".join(notes))
