"""The closed lists of words that a plan may use, with what they mean in Vietnamese."""

from collections.abc import Callable, Iterable
from typing import Annotated, Any

from pydantic import AfterValidator, GetCoreSchemaHandler, GetJsonSchemaHandler, WithJsonSchema
from pydantic_core import CoreSchema, core_schema

from thidua_cli.law import movement_terms
from thidua_cli.law.award_catalogue import awards, find_award
from thidua_cli.law.movement_terms import MODES, MOMENTS
from thidua_cli.model.base import refuse, shown
from thidua_cli.vietnamese.text import listing, nearest

ROLES = {
    "aims": "mục đích",
    "requirements": "yêu cầu",
    "goals": "mục tiêu",
    "scope": "phạm vi",
    "participants": "đối tượng",
    "theme": "chủ đề, khẩu hiệu",
    "time": "thời gian",
    "content": "nội dung thi đua",
    "criteria": "tiêu chí",
    "targets": "chỉ tiêu",
    "measures": "biện pháp, giải pháp",
    "tasks": "nhiệm vụ",
    "awards": "khen thưởng",
    "award_forms": "hình thức khen thưởng",
    "standards": "tiêu chuẩn khen thưởng",
    "quotas": "số lượng khen thưởng",
    "dossier": "thủ tục, hồ sơ",
    "funding": "kinh phí",
    "inspection": "kiểm tra, giám sát",
    "propaganda": "tuyên truyền, nhân rộng điển hình",
    "review": "sơ kết, tổng kết",
    "implementation": "tổ chức thực hiện",
    "note": "lưu ý",
}
INSERTS = {
    "period": "câu nói thời gian của cả đợt",
    "phases": "các giai đoạn",
    "theme": "chủ đề",
    "participants": "đối tượng tham gia",
    "targets": "chỉ tiêu",
    "tasks": "nhiệm vụ, người chủ trì, thời gian",
    "award_forms": "hình thức khen thưởng",
    "standards": "tiêu chuẩn khen thưởng",
    "quotas": "số lượng khen thưởng",
    "occasions": "các kỳ sơ kết, tổng kết và hạn gửi hồ sơ",
}
MARKS = {
    "I.": "số La Mã",
    "I-": "số La Mã, gạch nối",
    "1.": "số thường",
    "1-": "số thường, gạch nối",
    "1)": "số thường, ngoặc",
    "(1)": "số trong ngoặc",
    "1.1.": "số nhiều cấp",
    "1.1-": "số nhiều cấp, gạch nối",
    "a)": "chữ cái",
    "a.": "chữ cái, chấm",
    "-": "gạch đầu dòng",
    "+": "dấu cộng",
    "*": "dấu sao",
    "none": "không đánh dấu",
}
LAUNCHERS = {word: launcher.name for word, launcher in movement_terms.LAUNCHERS.items()}
MODE_NOUNS = {"drive": "đợt thi đua", "thematic": "phong trào thi đua", "regular": "phong trào thi đua"}
"""How a text calls the campaign of each mode."""
OCCASIONS = {**MOMENTS, "award": "xét khen thưởng"}
PER = {
    "unit": "mỗi đơn vị",
    "cluster": "mỗi cụm, khối",
    "occasion": "mỗi kỳ xét",
    "phase": "mỗi giai đoạn",
    "year": "mỗi năm",
}
ROUNDINGS = {"down": "làm tròn xuống", "up": "làm tròn lên", "half_up": "từ 0,5 trở lên thì thêm 1"}
LAYOUTS = {"nd30": "Nghị định 30/2020/NĐ-CP", "party": "thể thức văn bản của Đảng"}
BASES = {
    "participants": "số tập thể hoặc cá nhân tham gia",
    "headcount": "tổng số người của đơn vị",
    "leaders": "số lãnh đạo, quản lý của đơn vị",
    "units": "số đơn vị",
    "nominated": "số được đề nghị cùng hình thức, cùng đối tượng",
}


def word_of(what: str, known: dict[str, str], code: str = "bad-value") -> tuple[Any, ...]:
    """Return the annotations of a field that takes one of the ``known`` words; ``what`` names the field."""

    def check(value: str) -> str:
        if value in known:
            return value
        near = nearest(value, known)
        choices = listing(f"{key} ({meaning})" for key, meaning in known.items())
        hint = f"có phải “{near}” ({known[near]})?" if near else f"dùng {choices}"
        raise refuse(f"{what} {shown(value)} không có", hint, code)

    return AfterValidator(check), WithJsonSchema({"enum": list(known), "description": _choices(known)})


def _choices(known: dict[str, str]) -> str:
    return "; ".join(f"{key}: {meaning}" for key, meaning in known.items())


Role = Annotated[str, *word_of("loại mục", ROLES, "unknown-role")]
Insert = Annotated[str, *word_of("phần chèn", INSERTS)]
# To an editor, 1. typed without quotation marks is the number one.
Mark = Annotated[
    str, *word_of("kiểu đánh số", MARKS), WithJsonSchema({"enum": [*MARKS, 1], "description": _choices(MARKS)})
]
Mode = Annotated[str, *word_of("hình thức tổ chức", MODES)]
Launcher = Annotated[str, *word_of("cấp phát động", LAUNCHERS)]
OccasionKind = Annotated[str, *word_of("loại kỳ", OCCASIONS)]
Per = Annotated[str, *word_of("phạm vi tính", PER)]
Rounding = Annotated[str, *word_of("cách làm tròn", ROUNDINGS)]
LayoutName = Annotated[str, *word_of("thể thức", LAYOUTS)]


class Listed:
    """Annotation for one of ``words``, held against them by ``check``; they are read when first needed."""

    def __init__(self, check: Callable[[str], str], words: Callable[[], Iterable[str]]) -> None:
        self.check, self.words = check, words

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Check the word after it is known to be text."""
        return core_schema.no_info_after_validator_function(self.check, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """List the words."""
        return {"enum": list(self.words())}


def _award_form(value: str) -> str:
    if value in awards():
        return value
    found = find_award(value)
    near = found.id if found else nearest(value, awards(), cutoff=0.7)
    guess = f"có phải “{near}” ({awards()[near].name})? " if near else ""
    message = f"danh mục không có hình thức khen thưởng {shown(value)}"
    raise refuse(message, f"{guess}xem các mã bằng lệnh: thidua explain", "unknown-award")


AwardId = Annotated[str, Listed(_award_form, awards)]
