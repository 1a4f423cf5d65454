"""The words of the law on movements: who launches, how, at which moment, for whom; with their Vietnamese names.

Our data files and the plans of users use the same words; a plan knows fewer subjects by name (`model.fields`).
"""

from typing import NamedTuple


class Launcher(NamedTuple):
    """Who launches a movement: ``name`` explains the word to who chooses it, ``said`` stands in a sentence."""

    name: str
    said: str


LAUNCHERS = {
    "unit": Launcher("cơ quan, đơn vị", "cơ quan, đơn vị"),
    "commune": Launcher("cấp xã", "cấp xã"),
    "district": Launcher("cấp huyện (đến hết 30/6/2025)", "cấp huyện"),
    "province": Launcher("cấp tỉnh", "tỉnh"),
    "ministry": Launcher("Bộ, ban, ngành, đoàn thể trung ương", "bộ, ban, ngành"),
    "prime_minister": Launcher("Thủ tướng Chính phủ", "Thủ tướng Chính phủ"),
    "president": Launcher("Chủ tịch nước", "Chủ tịch nước"),
}
MODES = {
    "drive": "đợt thi đua có thời hạn",
    "thematic": "phong trào thi đua theo chuyên đề",
    "regular": "thi đua thường xuyên hằng năm",
}
MOMENTS = {"interim": "sơ kết", "final": "tổng kết"}
SUBJECTS = {
    "collective": "tập thể",
    "individual": "cá nhân",
    "household": "hộ gia đình",
    "enterprise": "doanh nghiệp",
    "commune": "xã, phường, đặc khu",
    "village": "thôn, tổ dân phố",
    "armed_unit": "đơn vị lực lượng vũ trang",
    "foreigner": "người nước ngoài",
}
