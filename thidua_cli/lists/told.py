"""What is told of a list: rows and sheets that are no records, cells without a value."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from thidua_cli.findings.about import Spot
from thidua_cli.findings.diagnostic import Diagnostic, Severity
from thidua_cli.lists.cells import text_of, unfit
from thidua_cli.lists.column_layout import OUTSIDE, Layout
from thidua_cli.lists.header import nearest_to_header
from thidua_cli.lists.known import WORDS, Known
from thidua_cli.lists.rows import PARENT, SECTION, STRUCK, LeftOut, Passed
from thidua_cli.reading.tables.table import SKIPPED_TEXT, Sheet, fault_at, letters
from thidua_cli.vietnamese.text import clean, fold, listing, looks_legacy

_FILL = "nếu là {what} thì điền đủ các cột"
_SECTION = "; nếu là dòng mục thì ghi như “I. Tập thể”, “1. Phòng A”"
_MOST = 4
_MOST_ROWS = 6
_HEADED = 30  # rows among which a head is looked for


def without_value(sheet: Sheet, layout: Layout, end: int) -> Iterator[Diagnostic]:
    """Yield a finding for each cell of a known column that holds an error or a formula never computed."""
    headings = {one.at: one.heading for one in layout.columns if one.holds and not OUTSIDE.issuperset(one.holds)}
    for (row, column), error in sorted(sheet.unread.items()):
        if layout.first <= row < end and column in headings:
            if error:
                message = f"ô này báo lỗi {error[:20]} (cột “{headings[column]}”)"
                hint = "sửa công thức, hoặc gõ giá trị thay cho công thức"
            else:
                message = f"ô này là công thức chưa có kết quả (cột “{headings[column]}”)"
                hint = "mở tệp trong Excel, chờ tính xong rồi lưu lại; hoặc gõ giá trị thay cho công thức"
            yield fault_at(sheet.spot(row, column), "formula-without-value", message, hint)


def passed_row(sheet: Sheet, passed: Passed, what: str, *, sectioned: bool) -> Diagnostic:
    """Return the finding for a row that is neither a record nor a line over others; any of its cells may be filled."""
    texts = [(column, clean(text_of(cell))) for column, cell in enumerate(sheet.rows[passed.row]) if cell != ""]
    column, text = max(texts, key=lambda one: (len(one[1]) > _MOST, -one[0]))
    spot = sheet.spot(passed.row, column)
    if refused := unfit(text):
        return fault_at(spot, refused.code, f"{refused.message}: dòng này không đọc được", refused.hint)
    message = f"dòng “{text[:60]}” không được đọc là {what}"
    if passed.why == SECTION:
        message = f"chưa hiểu dòng “{text[:60]}”: các dòng dưới nó chưa biết thuộc mục nào"
    elif passed.why == PARENT:
        message = f"dòng “{text[:60]}” đứng trên các đơn vị khác: chưa rõ số của nó có gồm số của các đơn vị ấy không"
        return fault_at(spot, "row-skipped", message, "là dòng cộng thì xóa tên đơn vị; là đơn vị thì ghi số riêng")
    elif passed.why == STRUCK:
        message = f"dòng “{text[:60]}” bị gạch ngang: không tính"
        return fault_at(spot, "struck-out", message, "đã rút thì xóa cả dòng; vẫn đề nghị thì bỏ gạch ngang")
    elif passed.why:
        message += f" ({passed.why})"
    hint = _FILL.format(what=what) + (_SECTION if sectioned else "")
    return fault_at(spot, "row-skipped", message, hint)


def put_forward(spot: Spot, text: str, *, in_prose: bool) -> Diagnostic:
    """Return the finding for a line beside the lists that may put somebody forward, or withdraw him."""
    what, code = ("đoạn", SKIPPED_TEXT) if in_prose else ("dòng", "row-skipped")
    message = f"{what} “{text[:80]}” có lẽ đề nghị, hoặc rút đề nghị, ngoài danh sách: không được đọc"
    hint = "nếu là đề nghị thì ghi thành một dòng của bảng; nếu đã rút thì xóa người ấy khỏi bảng"
    return fault_at(spot, code, message, hint)


def nominees_above(sheet: Sheet, places: Iterable[tuple[int, int]]) -> Iterator[Diagnostic]:
    """Yield a finding for each cell above a list that names nominees."""
    for row, column in places:
        yield put_forward(sheet.spot(row, column), clean(str(sheet.rows[row][column])), in_prose=sheet.is_prose(row))


def left_out(sheet: Sheet, found: LeftOut, what: str) -> Diagnostic:
    """Return the finding for rows that a line over them says are not put forward."""
    column = next((at for at, cell in enumerate(sheet.rows[found.rows[0]]) if cell != ""), 0)
    message = f"{len(found.rows)} {what} dưới “{found.line[:60]}” không được tính"
    hint = "nếu vẫn đề nghị thì sửa dòng ấy; nếu không thì xóa các dòng này khỏi danh sách"
    return fault_at(sheet.spot(found.rows[0], column), "row-skipped", message, hint)


def withdrawn_row(spot: Spot, said: str) -> Diagnostic:
    """Return the finding for a row that says itself that somebody is no longer put forward."""
    message = f"dòng này ghi “{said[:60]}”: không tính"
    hint = "đã rút thì xóa cả dòng; vẫn đề nghị thì bỏ lời ghi ấy"
    return fault_at(spot, "struck-out", message, hint)


def no_longer_held(spot: Spot, said: str) -> Diagnostic:
    """Return the finding for a line of the award book that says itself that the award is not held."""
    message = f"dòng này ghi “{said[:60]}”: không tính là đã được tặng"
    hint = "vẫn được công nhận thì sửa lời ghi ấy; không thì để nguyên, hoặc xóa cả dòng"
    return fault_at(spot, "struck-out", message, hint)


def unseen(sheet: Sheet, layout: Layout, rows: Sequence[int], what: str) -> Iterator[Diagnostic]:
    """Yield what a reader of the sheet does not see, or sees crossed out, and was read all the same."""
    hidden = [row for row in rows if row in sheet.hidden_rows]
    if hidden:
        shown = listing((str(sheet.number(row)) for row in hidden), "và", most=_MOST_ROWS, others="hàng khác")
        message = f"{len(hidden)} {what} ở hàng ẩn hoặc bị lọc vẫn được tính (hàng {shown})"
        yield fault_at(sheet.spot(hidden[0], layout.places[""]), "hidden-part", message, "bỏ ẩn, bỏ lọc để xem lại")
    for column in layout.columns:
        if column.at in sheet.hidden_columns and column.holds and not OUTSIDE.issuperset(column.holds):
            message = f"cột ẩn “{column.heading[:60]}” vẫn được đọc"
            yield fault_at(sheet.spot(layout.header, column.at), "hidden-part", message, "bỏ ẩn cột để xem lại")
    taken, read = set(rows), {one.at for one in layout.columns if one.holds and not OUTSIDE.issuperset(one.holds)}
    for row, at in sorted(sheet.struck_cells):
        if row in taken and at in read:
            message = f"ô “{clean(text_of(sheet.rows[row][at]))[:60]}” bị gạch ngang vẫn được đọc"
            yield fault_at(sheet.spot(row, at), "struck-out", message, "xóa nội dung đã bỏ, hoặc bỏ gạch ngang")


def sample_row(sheet: Sheet, row: int) -> Diagnostic:
    """Return the note on a row that shows how a form is filled in."""
    column = next(at for at, cell in enumerate(sheet.rows[row]) if cell != "")
    fault = fault_at(
        sheet.spot(row, column), "row-skipped", "dòng ví dụ của biểu mẫu: không tính là đề nghị", "xóa dòng này"
    )
    return replace(fault, severity=Severity.NOTE)


def unfit_title(sheet: Sheet, rows: range) -> Iterator[Diagnostic]:
    """Yield the first cell above a list that is of an old font: what it says of the list cannot be understood."""
    for row in rows:
        for column, cell in enumerate(sheet.rows[row]):
            if isinstance(cell, str) and looks_legacy(cell) and (refused := unfit(clean(cell))):
                yield fault_at(sheet.spot(row, column), refused.code, refused.message, refused.hint)
                return


def passed_sheet(sheet: Sheet, what: str = "đề nghị") -> Diagnostic:
    """Return the finding for a sheet that is no list of ``what`` is looked for."""
    why = "trang ẩn" if sheet.hidden else "không có hàng tiêu đề"
    message = f"trang “{sheet.name}” không được đọc ({why})"
    hint = f"nếu trang này có {what} thì bỏ ẩn, hoặc đặt tên cột ở hàng đầu danh sách"
    fault = fault_at(sheet.spot(0, 0), "sheet-skipped", message, hint)
    return replace(fault, severity=Severity.NOTE) if explains(sheet) else fault


def line_not_understood(sheet: Sheet, row: int, column: int) -> Diagnostic:
    """Return the finding for a line beside the council's lists that may tell something of the session."""
    message = f"chưa hiểu dòng “{clean(text_of(sheet.rows[row][column]))[:60]}”"
    hint = "ghi như “Số phiếu phát ra: 9”; ai vắng, ai gửi ý kiến thì ghi ở danh sách thành viên"
    return fault_at(sheet.spot(row, column), "row-skipped", message, hint)


def other_people(sheet: Sheet, row: int, column: int, title: str) -> Diagnostic:
    """Return the note on a list of people who are not of the council."""
    message = f"danh sách “{title[:60]}” không tính là thành viên Hội đồng"
    hint = "nếu là thành viên thì chuyển vào danh sách thành viên"
    return replace(fault_at(sheet.spot(row, column), "row-skipped", message, hint), severity=Severity.NOTE)


def explains(sheet: Sheet) -> bool:
    """Tell whether a sheet is called like one that explains a form."""
    return any(fold(sheet.name or "").startswith(fold(word)) for word in WORDS["instructions"])


def no_header(sheet: Sheet, known: Known) -> Diagnostic:
    """Return the finding for a list of which no row heads the names: it points at the row that is nearest to one."""
    names = listing((f"“{known.title(field)}”" for field in known.needed), "và")
    if spoilt := _spoilt_head(sheet):
        return spoilt
    near = nearest_to_header(sheet, known)
    if near is None:
        message = f"không tìm thấy hàng tiêu đề có cột {names}"
        hint = "đặt tên cột ở một hàng ngay trên danh sách; trang ẩn thì bỏ ẩn"
        return fault_at(sheet.spot(0, 0), "column-missing", message, hint)
    row, texts = near
    title = known.title(known.needed[0])
    unknown = [(column, text) for column, text in texts.items() if known.meaning(text) is None]
    column = unknown[0][0] if unknown else min(texts)
    read = listing((f"“{text}”" for text in texts.values() if known.meaning(text)), "và", most=_MOST, others="cột khác")
    message = f"hàng {sheet.number(row)} có cột {read} mà không có cột “{title}”"
    hint = f"đặt tên cột “{title}” ở hàng {sheet.number(row)}"
    if unknown:
        shown = listing((f"“{text[:40]}” ({letters(at)}{sheet.number(row)})" for at, text in unknown[:_MOST]), "hoặc")
        hint = f"nếu tên nằm ở cột {shown} thì đổi tên cột đó thành “{title}”"
    return fault_at(sheet.spot(row, column), "column-missing", message, hint)


def _spoilt_head(sheet: Sheet) -> Diagnostic | None:
    """Return the finding for the first row of which several texts are of an old font, or spoilt: it is the head."""
    for row, cells in enumerate(sheet.rows[:_HEADED]):
        texts = {at: clean(cell) for at, cell in enumerate(cells) if isinstance(cell, str)}
        bad = {at: refused for at, text in texts.items() if (refused := unfit(text))}
        if len(bad) > 1:
            at, refused = next(iter(bad.items()))
            return fault_at(sheet.spot(row, at), refused.code, f"tên cột {refused.message}", refused.hint)
    return None


def lost_zero(spot: Any, text: str) -> Diagnostic:
    """Return the finding for a citizen's number that Excel has taken a zero from."""
    message = f"số định danh “{text}” có {len(text)} chữ số, có lẽ mất số 0 ở đầu"
    hint = f"nếu là số căn cước thì định dạng ô là Văn bản (Text) rồi gõ “0{text}”"
    return fault_at(spot, "leading-zero-lost", message, hint)
