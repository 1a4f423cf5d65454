"""Files of a campaign folder that stand where lists stand and are none that can be read."""

from collections.abc import Iterator
from pathlib import Path

from thidua_cli.campaign.files_of import YAML, strangers
from thidua_cli.findings.outcome import Unread
from thidua_cli.reading.tables.open_table import SUFFIXES

WORD = (".docx", ".doc", ".odt", ".rtf")


def unread_files(folder: Path) -> Iterator[Unread]:
    """Yield each such file of a folder, with the reason."""
    kinds = ", ".join((*SUFFIXES, YAML[0]))
    for path in strangers(folder):
        suffix = path.suffix.lower()
        if suffix in WORD:
            yield Unread(str(path), f"là văn bản Word; chép bảng sang Excel rồi lưu (đọc được: {kinds})")
        else:
            yield Unread(str(path), f"đuôi {suffix or 'trống'} không dùng được (đọc được: {kinds})")
