"""What is told of a list: rows and sheets that are no records, cells without a value."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import compress
from typing import Any

from thidua_cli.findings.about import Spot
from thidua_cli.findings.diagnostic import Diagnostic, Severity
from thidua_cli.lists.cells import text_of, unfit
from thidua_cli.lists.column_layout import OUTSIDE, Layout
from thidua_cli.lists.header import nearest_to_header
from thidua_cli.lists.known import WORDS, Known
from thidua_cli.lists.rows import BELOW_FOOT, PARENT, SECTION, WITHDRAWN, LeftOut, Passed
from thidua_cli.lists.samples import may_be_sample
from thidua_cli.lists.section_lines import is_sign, mark_alone
from thidua_cli.lists.struck import PARTLY_STRUCK, STRUCK
from thidua_cli.lists.unit_heads import says_collectives
from thidua_cli.reading.tables.table import SKIPPED_TEXT, Sheet, fault_at, letters
from thidua_cli.vietnamese.text import clean, fold, listing, looks_legacy

_FILL = "nếu là {what} thì điền đủ các cột"
_SECTION = "; nếu là dòng mục thì ghi như “I. Tập thể”, “1. Phòng A”"
_IF_WITHDRAWN = "đã rút thì xóa cả dòng; vẫn đề nghị thì bỏ lời ghi ấy"
_STRUCK_ROW = {
    STRUCK: "đã rút thì xóa cả dòng; vẫn đề nghị thì bỏ gạch ngang",
    PARTLY_STRUCK: "xóa hẳn phần bị gạch rồi gửi lại",
}
_MOST = 4
_MOST_ROWS = 6
_HEADED = 30  # rows among which a head is looked for


def without_value(sheet: Sheet, layout: Layout, end: int) -> Iterator[Diagnostic]:
    """Yield a finding for each cell of a known column that holds an error or a formula never computed."""
    headings = {one.at: one.heading for one in layout.columns if one.holds and not OUTSIDE.issuperset(one.holds)}
    for (row, column), error in sorted(sheet.unread.items()):
        if layout.first <= row < end and column in headings:
            if error:
                message = f"ô này báo lỗi {error[:60]} (cột “{headings[column]}”)"
                hint = _remedy(sheet, error)
            else:
                message = f"ô này là công thức chưa có kết quả (cột “{headings[column]}”)"
                hint = "mở tệp trong Excel, chờ tính xong rồi lưu lại; hoặc gõ giá trị thay cho công thức"
            yield fault_at(sheet.spot(row, column), "formula-without-value", message, hint)


def _remedy(sheet: Sheet, error: str) -> str:
    if error.strip("#") == "":
        return "cột quá hẹp lúc lưu hoặc chép: mở bảng gốc, nới rộng cột rồi lưu lại; hoặc gõ lại giá trị vào ô này"
    if sheet.typed:
        return "sửa công thức, hoặc gõ giá trị thay cho công thức"
    return "gõ lại giá trị đúng vào ô này; hoặc sửa ở tệp gốc rồi lưu, chép lại"


def passed_row(sheet: Sheet, passed: Passed, what: str, *, sectioned: bool) -> Diagnostic:
    """Return the finding for a row that is neither a record nor a line over others; any of its cells may be filled."""
    column, text = _telling(sheet, passed)
    spot = sheet.spot(passed.row, column)
    if refused := unfit(text):
        return fault_at(spot, refused.code, f"{refused.message}: dòng này không đọc được", refused.hint)
    row = f"dòng “{text[:60]}”"
    if not any(map(str.isalpha, text)):
        row = f"hàng {sheet.number(passed.row)}"
    message = f"{row} không được đọc là {what}"
    if passed.why == SECTION:
        message = f"chưa hiểu {row}: các dòng dưới nó chưa biết thuộc mục nào"
    elif passed.why == PARENT:
        message = f"{row} đứng trên các đơn vị khác: chưa rõ số của nó có gồm số của các đơn vị ấy không"
        return fault_at(spot, "row-skipped", message, "là dòng cộng thì xóa tên đơn vị; là đơn vị thì ghi số riêng")
    elif passed.why in _STRUCK_ROW:
        return fault_at(spot, "struck-out", f"{row} {passed.why}: không tính", _STRUCK_ROW[passed.why])
    elif passed.why == WITHDRAWN:
        return fault_at(spot, "struck-out", f"{row} {passed.why}: không tính", _IF_WITHDRAWN)
    elif passed.why == BELOW_FOOT:
        message = f"{message} ({passed.why})"
        return fault_at(spot, "row-skipped", message, f"nếu là {what} thì chuyển dòng này lên trên phần ký tên")
    elif passed.why:
        message += f" ({passed.why})"
    hint = passed.hint or _FILL.format(what=what) + (_SECTION if sectioned else "")
    return fault_at(spot, "row-skipped", message, hint)


def _telling(sheet: Sheet, passed: Passed) -> tuple[int, str]:
    """Return the text that tells best which row is meant, with its column: a long one before a mark or a number.

    Of a struck row it is one that is struck.
    """
    row = sheet.rows[passed.row]
    texts = [(column, clean(text_of(cell))) for column, cell in enumerate(row) if cell != ""]
    texts = [one for one in texts if one[1]] or texts  # of spaces and letters that nobody sees, be it one of them
    if passed.why in _STRUCK_ROW:
        places = [(passed.row, column) for column, _ in texts]
        struck = [place in sheet.struck_cells or place in sheet.partly_struck for place in places]
        texts = list(compress(texts, struck)) or texts
    return max(texts, key=lambda one: (not (mark_alone(one[1]) or is_sign(one[1])), len(one[1]) > _MOST, -one[0]))


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


def grouped_row(sheet: Sheet, row: int) -> Diagnostic:
    """Return the note on a line that groups units, and says nothing of the rows below that their own cells do not."""
    column, text = _telling(sheet, Passed(row, SECTION))
    message = f"dòng “{text[:60]}” không nói thêm gì cho các dòng dưới: đơn vị lấy ở cột đơn vị của từng dòng"
    fault = fault_at(sheet.spot(row, column), "row-skipped", message)
    return replace(fault, severity=Severity.NOTE)


def left_out(sheet: Sheet, found: LeftOut, what: str) -> Diagnostic:
    """Return the finding for rows that a line over them says are not put forward."""
    column = next((at for at, cell in enumerate(sheet.rows[found.rows[0]]) if cell != ""), 0)
    message = f"{len(found.rows)} {what} dưới “{found.line[:60]}” không được tính"
    hint = "nếu vẫn đề nghị thì sửa dòng ấy; nếu không thì xóa các dòng này khỏi danh sách"
    return fault_at(sheet.spot(found.rows[0], column), "row-skipped", message, hint)


def withdrawn_row(spot: Spot, said: str) -> Diagnostic:
    """Return the finding for a row that says itself that somebody is no longer put forward."""
    message = f"dòng này ghi “{said[:60]}”: không tính"
    return fault_at(spot, "struck-out", message, _IF_WITHDRAWN)


def no_longer_held(spot: Spot, said: str) -> Diagnostic:
    """Return the finding for a line of the award book that says itself that the award is not held."""
    message = f"dòng này ghi “{said[:60]}”: không tính là đã được tặng"
    hint = "vẫn được công nhận thì sửa lời ghi ấy; không thì để nguyên, hoặc xóa cả dòng"
    return fault_at(spot, "struck-out", message, hint)


def unseen(sheet: Sheet, layout: Layout, rows: Sequence[int], what: str) -> Iterator[Diagnostic]:
    """Yield what a reader of the sheet does not see and was read all the same."""
    hidden = [row for row in rows if row in sheet.hidden_rows] if sheet.hidden_rows else []
    if hidden:
        shown = listing((str(sheet.number(row)) for row in hidden), "và", most=_MOST_ROWS, others="hàng khác")
        message = f"{len(hidden)} {what} ở hàng ẩn hoặc bị lọc vẫn được tính (hàng {shown})"
        yield fault_at(sheet.spot(hidden[0], layout.places[""]), "hidden-part", message, "bỏ ẩn, bỏ lọc để xem lại")
    for column in layout.columns:
        if column.at in sheet.hidden_columns and column.holds and not OUTSIDE.issuperset(column.holds):
            message = f"cột ẩn “{column.heading[:60]}” vẫn được đọc"
            yield fault_at(sheet.spot(layout.header, column.at), "hidden-part", message, "bỏ ẩn cột để xem lại")


def sample_row(sheet: Sheet, row: int) -> Diagnostic:
    """Return the note on a row that shows how a form is filled in, or a remark in brackets that tells so."""
    column, text = next((at, clean(text_of(cell))) for at, cell in enumerate(sheet.rows[row]) if cell != "")
    message, hint = "dòng ví dụ của biểu mẫu: không tính là đề nghị", "xóa dòng này"
    if text.startswith("(") and not may_be_sample(text):
        message = f"lời ghi “{text[:60]}” trong ngoặc: không tính là đề nghị"
        hint = "nếu là đề nghị thì bỏ dấu ngoặc và điền đủ các cột"
    return replace(fault_at(sheet.spot(row, column), "row-skipped", message, hint), severity=Severity.NOTE)


def nobody_row(sheet: Sheet, row: int) -> Diagnostic:
    """Return the note on a row that says that nobody is put forward."""
    column, text = next((at, clean(text_of(cell))) for at, cell in enumerate(sheet.rows[row]) if cell != "")
    message = f"ghi “{text[:80]}”: hiểu là không có đề nghị nào ở đây"
    fault = fault_at(sheet.spot(row, column), "row-skipped", message, "nếu có đề nghị thì ghi mỗi người một dòng")
    return replace(fault, severity=Severity.NOTE)


def unfit_title(sheet: Sheet, rows: range) -> Iterator[Diagnostic]:
    """Yield the first cell above a list that is of an old font: what it says of the list cannot be understood."""
    for row in rows:
        for column, cell in enumerate(sheet.rows[row]):
            if isinstance(cell, str) and looks_legacy(cell) and (refused := unfit(clean(cell))):
                yield fault_at(sheet.spot(row, column), refused.code, refused.message, refused.hint)
                return


def passed_sheet(sheet: Sheet, known: Known | None = None, what: str = "đề nghị") -> Diagnostic:
    """Return the finding for a sheet that is no list of ``what`` is looked for; ``known`` tells what headings mean."""
    where = "bảng này" if sheet.is_table else "trang này"
    near = nearest_to_header(sheet, known) if known else None
    row, hint = 0, f"nếu {where} có {what} thì bỏ ẩn, hoặc đặt tên cột ở hàng đầu danh sách"
    if sheet.hidden:
        why = "trang ẩn"
    elif known and near and len(near[1]) > 1:
        row, title = near[0], _title_of_names(sheet, known, near[0])
        why = f"hàng {sheet.number(row)} không có cột “{title}”"
        hint = f"nếu {where} có {what} thì đặt tên cột của các tên ở hàng ấy là “{title}”"
    else:
        why = "không có hàng tiêu đề"
        row = next((at for at in range(len(sheet.rows)) if not sheet.is_prose(at)), 0)
    message = f"{sheet.called} không được đọc ({why})"
    fault = fault_at(sheet.spot(row, 0), "sheet-skipped", message, hint)
    return replace(fault, severity=Severity.NOTE) if explains(sheet) else fault


def _title_of_names(sheet: Sheet, known: Known, row: int) -> str:
    """Return our heading for the names of a list, which may be one of collectives."""
    of_collectives = known.nominates and says_collectives(sheet, row)
    return "Tên tập thể" if of_collectives else known.title(known.needed[0])


def unread_collectives(sheet: Sheet, rows: Sequence[int]) -> Diagnostic:
    """Return the finding for rows outside all lists that are entries of a list of collectives."""
    shown = listing((str(sheet.number(row)) for row in rows), "và", most=_MOST_ROWS, others="hàng khác")
    column = next(at for at, cell in enumerate(sheet.rows[rows[0]]) if cell != "")
    message = f"hàng {shown} có lẽ là danh sách tập thể đề nghị: không được đọc"
    hint = "nếu là đề nghị thì đặt tên cột của các tên là “Tên tập thể”, ghi hình thức ở một cột hoặc ở tiêu đề"
    return fault_at(sheet.spot(rows[0], column), "row-skipped", message, hint)


def line_not_understood(sheet: Sheet, row: int, column: int) -> Diagnostic:
    """Return the finding for a line beside the council's lists that may tell something of the session."""
    message = f"chưa hiểu dòng “{clean(text_of(sheet.rows[row][column]))[:60]}”"
    hint = "ghi như “Số phiếu phát ra: 9”; ai vắng, ai gửi ý kiến thì ghi ở danh sách thành viên"
    return fault_at(sheet.spot(row, column), "row-skipped", message, hint)


def another_list(sheet: Sheet, row: int) -> Diagnostic:
    """Return the finding for a row of headings, below a list of the council, that names no column of names or ids."""
    message = f"hàng {sheet.number(row)} có lẽ là tên cột của một danh sách khác: các dòng dưới không được đọc"
    hint = "kết quả phiếu thì đặt tên cột là “Tên tập thể, cá nhân” hoặc “Mã đề nghị”; thành viên thì “Họ và tên”"
    column = next((at for at, cell in enumerate(sheet.rows[row]) if cell != ""), 0)
    return fault_at(sheet.spot(row, column), "row-skipped", message, hint)


def other_people(sheet: Sheet, row: int, column: int, title: str) -> Diagnostic:
    """Return the note on a list of people who are not of the council."""
    message = f"danh sách “{title[:60]}” không tính là thành viên Hội đồng"
    hint = "nếu là thành viên thì chuyển vào danh sách thành viên"
    return replace(fault_at(sheet.spot(row, column), "row-skipped", message, hint), severity=Severity.NOTE)


def explains(sheet: Sheet) -> bool:
    """Tell whether a sheet is called like one that explains a form."""
    return any(fold(sheet.name or "").startswith(fold(word)) for word in WORDS["instructions"])


def likeliest(sheets: Sequence[Sheet]) -> Sheet:
    """Return the sheet that most likely was meant as a list: the longest one that is shown."""
    return max(sheets, key=lambda sheet: (not sheet.hidden, len(sheet.rows)))


def no_header(sheet: Sheet, known: Known) -> Diagnostic:
    """Return the finding for a list of which no row heads the names: it points at the row that is nearest to one."""
    names = listing((f"“{known.title(field)}”" for field in known.needed), "và")
    if spoilt := _spoilt_head(sheet):
        return spoilt
    if not any(cell != "" for row in sheet.rows for cell in row):
        hint = "chép danh sách vào rồi kiểm tra lại; nếu không đề nghị ai thì bỏ tệp này"
        return fault_at(sheet.spot(0, 0), "column-missing", "tệp trống: không có ô nào có chữ", hint)
    near = nearest_to_header(sheet, known)
    if near is None:
        message = f"không tìm thấy hàng tiêu đề có cột {names}"
        hint = "đặt tên cột ở một hàng ngay trên danh sách; trang ẩn thì bỏ ẩn"
        return fault_at(sheet.spot(0, 0), "column-missing", message, hint)
    row, texts = near
    title = _title_of_names(sheet, known, row)
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
