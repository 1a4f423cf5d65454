"""``thidua register``: record the results of a decision in the award book, and look people up in it."""

from dataclasses import dataclass
from datetime import date
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from thidua_cli.commands.output import print_table, say, tell, tell_with
from thidua_cli.commands.typed_text import refuse_blank
from thidua_cli.commands.understood import some_names, understood
from thidua_cli.errors import ThiduaError
from thidua_cli.vietnamese.text import fold, listing, nearest

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from thidua_cli.campaign.book_additions import Booking
    from thidua_cli.campaign.entry import Entry
    from thidua_cli.model.register import RegisterEntry

_COLUMNS = ("Năm", "Hình thức", "Quyết định", "Chức vụ, đơn vị", "Nhóm", "Thành tích", "Ghi chú")


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
    from thidua_cli.campaign.book_additions import refuse_doubles
    from thidua_cli.campaign.files_of import REGISTER_FILE, file_of
    from thidua_cli.campaign.load_plan import plan_path
    from thidua_cli.files import held
    from thidua_cli.writing.register_book import read_book, with_entries

    refuse_blank({"--decision": decision.number, "--by": decision.by, "--corrects": decision.corrects})
    folder = plan_path(campaign).parent
    path = book or file_of(folder, "register") or folder / REGISTER_FILE
    with held(path, "sổ", follow=True) as place:
        booking, clean = _decided(campaign, path, decision, year, award, only)
        new = booking.lines(clean)
        refuse_doubles(new, read_book(path) if path.exists() else [], decision.corrects)
        place.write(with_entries(path, new), overwrite=True)
    say(f"Đã ghi {len(new)} dòng của Quyết định số {decision.number} vào {path}: {some_names(clean)}.")
    tell_unwritten(path, new)
    return 0


def tell_unwritten(book: Path, lines: "Sequence[RegisterEntry]") -> None:
    """Tell what the new lines of a book leave out, because an older book has no such column."""
    from thidua_cli.writing.register_book import unwritten

    titles = unwritten(book, lines)
    if titles:
        message = f"sổ {book} không có cột {listing(titles, 'và')}: chưa ghi vào sổ"
        tell_with(message, "muốn ghi thì thêm tên cột vào cuối hàng tên cột của sổ trước lần ghi sau; dòng cũ để trống")


def _decided(
    campaign: Path, book: Path, decision: Decision, year: int | None, award: str | None, only: list[str]
) -> "tuple[Booking, list[Entry]]":
    """Return what the lines of the decision share, and the nominations that it is about, held against the book."""
    from thidua_cli.campaign.book_additions import Booking, awards_decided, decider_of, results

    context, findings = understood(campaign, decision.date, book)
    awards = awards_decided(context, award, decision.by)
    clean, faulty = results(context, findings, awards, year, only)
    if faulty:
        tell(f"bỏ lại {len(faulty)} đề nghị còn lỗi hoặc chưa rõ hình thức: {some_names(faulty)}")
    if context.unread and not only:
        tell(f"chưa đọc hết {listing(context.unread, 'và')}: người được đề nghị ở đó chưa được ghi")
    if not clean:
        message = "không có đề nghị nào để ghi vào sổ"
        raise ThiduaError(message, "xem lại --award, --year; các đề nghị còn lỗi thì xem bằng thidua check")
    by = decider_of(awards, decision.by)
    return Booking(decision.number, decision.date, by, year, context.plan.id, decision.corrects), clean


def _named(name: str, who: str) -> bool:
    """Tell whether a name has the words ``who``, as they are typed or without the form of address before them."""
    from thidua_cli.vietnamese.sameness import loose_key

    return any(f" {key(who)} " in f" {key(name)} " for key in (fold, loose_key))


def _numbered(entry: "RegisterEntry", typed: str) -> bool:
    """Tell whether a whole number or id stands in a line: of the person, nomination, book, decision, correction."""
    from thidua_cli.campaign.register_lines import book_number_key
    from thidua_cli.vietnamese.id_numbers import same_number
    from thidua_cli.vietnamese.sameness import decision_key

    decisions = [decision_key(number) for number in (entry.decision, entry.corrects) if number]
    return (
        same_number(typed, entry.id_number)
        or (entry.nomination is not None and fold(typed) == fold(entry.nomination))
        or (entry.book_number is not None and book_number_key(typed) == book_number_key(entry.book_number))
        or any(decision_key(typed) in (number, number.partition("/")[0]) for number in decisions)
    )


def find(who: str, book: Path | None) -> int:
    """Print the awards of everybody whose name has the words ``who``, and the lines whose number or id it is."""
    from thidua_cli.campaign.files_of import REGISTER_FILE, file_of
    from thidua_cli.campaign.register_lines import Line, RegisterIndex
    from thidua_cli.writing.register_book import read_book

    if not who.strip():
        raise ThiduaError(
            "chưa ghi tra ai, số nào", "ghi tên; hoặc số định danh, mã đề nghị, số sổ vàng, số quyết định"
        )
    path = book or file_of(Path(), "register")
    if path is not None and path.is_dir():
        path = file_of(path, "register") or path / REGISTER_FILE
    if path is None:
        message = f"thư mục này không có sổ khen thưởng ({REGISTER_FILE})"
        raise ThiduaError(message, "thêm --register với đường dẫn tới sổ, hoặc tới thư mục phong trào")
    lines = read_book(path)
    found = [one for one in lines if _named(one.value.name, who) or _numbered(one.value, who)]
    if not found:
        told = ((line.value.name, line.value.nomination) for line in lines)
        near = nearest(who, dict.fromkeys(filter(None, chain.from_iterable(told))))
        say(f"Sổ {path} không có “{who}”" + (f"; có phải “{near}”?" if near else "."))
        return 1
    standing = {id(line) for line in RegisterIndex(lines).standing}
    people: dict[tuple[str, str], list[Line]] = {}
    for line in sorted(found, key=lambda line: (fold(line.value.name), line.value.id_number or "", line.value.year)):
        people.setdefault((fold(line.value.name), line.value.id_number or ""), []).append(line)
    say(f"Sổ {path} có {len(found)} dòng:\n")
    for own in people.values():
        rows = [_row(line.value, counted=id(line) in standing) for line in own]
        filled = [at for at in range(len(_COLUMNS)) if any(row[at] for row in rows)]
        columns = [_COLUMNS[at] for at in filled]
        print_table(_who([line.value for line in own]), columns, [[row[at] for at in filled] for row in rows])
    return 0


def _who(entries: "Sequence[RegisterEntry]") -> str:
    """Return what stands over the table of somebody's awards: what any of his lines tells of him."""
    from thidua_cli.model.fields import subject_name
    from thidua_cli.model.terms import GENDERS

    words = {None: ""} | GENDERS
    told = [
        (one.name, one.id_number, subject_name(one.subject or ""), words.get(one.gender, one.gender)) for one in entries
    ]
    return ", ".join(dict.fromkeys(part for parts in zip(*told, strict=True) for part in parts if part))


def _row(entry: "RegisterEntry", *, counted: bool) -> tuple[str, ...]:
    from thidua_cli.law.award_catalogue import award
    from thidua_cli.model.fields import group_name

    form = award(entry.award).name
    decision = " ngày ".join(str(part) for part in (entry.decision, entry.date) if part)
    number = f"số sổ vàng {entry.book_number}" if entry.book_number else ""
    unit = entry.unit if fold(entry.unit or "") != fold(entry.name) else ""
    post = ", ".join(filter(None, (entry.position, unit)))
    return (
        str(entry.year),
        f"{form} ({entry.type_of_award})" if entry.type_of_award else form,
        ", ".join(filter(None, (decision, number))),
        post,
        group_name(entry.group or ""),
        entry.achievement or "",
        "; ".join(_notes(entry, counted=counted)),
    )


def _notes(entry: "RegisterEntry", *, counted: bool) -> "Iterator[str]":
    from thidua_cli.campaign.register_lines import is_reissue

    again = is_reissue(entry)
    if entry.corrects:
        yield f"đính chính Quyết định số {entry.corrects}"
    if entry.reissue:
        yield f"cấp lại, cấp đổi: {entry.reissue}"
    if again and not counted:
        yield "không tính là lần khen khác"
    if not again and not counted:
        yield "đã được đính chính"
    if entry.note:
        yield entry.note
