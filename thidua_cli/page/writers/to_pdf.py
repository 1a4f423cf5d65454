"""A paper as PDF: the Word file, converted by LibreOffice where that is installed."""

import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from thidua_cli.errors import ThiduaError
from thidua_cli.page.docx.main_part import to_docx

_PLACES = (
    "soffice",
    "libreoffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.exe",
    "C:/Program Files (x86)/LibreOffice/program/soffice.exe",
)
_SECONDS = 120


def find_office() -> str | None:
    """Return the program of LibreOffice, or None."""
    return next(filter(None, map(shutil.which, _PLACES)), None)


def written(html: str, *, source: str, folders: Sequence[Path] = ()) -> bytes:
    """Return the PDF; without LibreOffice raise `ThiduaError`."""
    return to_pdf(to_docx(html, source=source, folders=folders))


def to_pdf(docx: bytes) -> bytes:
    """Return the PDF of a Word file; without LibreOffice, or when it fails, raise `ThiduaError`."""
    office = find_office()
    if office is None:
        message = "máy này chưa có LibreOffice nên chưa xuất được PDF"
        raise ThiduaError(message, "cài LibreOffice, hoặc dùng --to docx rồi lưu thành PDF trong Word")
    with TemporaryDirectory(prefix="thidua-") as folder:
        source = Path(folder, "van-ban.docx")
        source.write_bytes(docx)
        # A profile of its own: a LibreOffice window that is open must not take over the conversion.
        profile = Path(folder, "profile").as_uri()
        command = [office, f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf", "--outdir", folder]
        try:
            subprocess.run([*command, str(source)], check=True, capture_output=True, timeout=_SECONDS)
            return source.with_suffix(".pdf").read_bytes()
        except (OSError, subprocess.SubprocessError) as error:
            message = "LibreOffice không chuyển được sang PDF"
            raise ThiduaError(message, "đóng LibreOffice rồi thử lại, hoặc dùng --to docx") from error
