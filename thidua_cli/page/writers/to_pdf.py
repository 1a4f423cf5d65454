"""A paper as PDF: the Word file, converted by LibreOffice where that is installed."""

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from hashlib import md5
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir

from thidua_cli.errors import ThiduaError
from thidua_cli.page.docx.main_part import to_docx
from thidua_cli.page.fingerprint import PDF

_PLACES = (
    "soffice",
    "libreoffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.exe",
    "C:/Program Files (x86)/LibreOffice/program/soffice.exe",
)
_SECONDS = 120
_PREFIX = "thidua-pdf-"
_MOMENT = re.compile(rb"(?<=/CreationDate\(D:)\d{14}")
_MADE_OF_MOMENT = re.compile(rb"(?<=[</])[0-9A-F]{32}\b")
_STALE = 10 * _SECONDS


def find_office() -> str | None:
    """Return the program of LibreOffice, or None."""
    return next(filter(None, map(shutil.which, _PLACES)), None)


def written(html: str, *, source: str, folders: Sequence[Path] = ()) -> bytes:
    """Return the PDF; without LibreOffice raise `ThiduaError`."""
    pdf = _timeless(to_pdf(to_docx(html, source=source, folders=folders)))
    # A comment before the last lines, which say where the list of objects stands, moves none of them.
    return PDF.put(pdf, pdf.rindex(b"startxref"))


untouched = PDF.untouched


def _timeless(pdf: bytes) -> bytes:
    """Take out of a file of LibreOffice when it was made, and the marks that come of it; no byte moves."""
    body, start, trailer = _MOMENT.sub(b"20200101000000", pdf).rpartition(b"trailer")
    same = md5(body, usedforsecurity=False).hexdigest().upper().encode()
    return body + start + _MADE_OF_MOMENT.sub(same, trailer)


def to_pdf(docx: bytes) -> bytes:
    """Return the PDF of a Word file; without LibreOffice, or when it fails, raise `ThiduaError`."""
    office = find_office()
    if office is None:
        message = "máy này chưa có LibreOffice nên chưa xuất được PDF"
        raise ThiduaError(message, "cài LibreOffice, hoặc dùng --to docx rồi lưu thành PDF trong Word")
    _sweep()
    with TemporaryDirectory(prefix=_PREFIX) as folder:
        source = Path(folder, "van-ban.docx")
        source.write_bytes(docx)
        # A profile of its own: a LibreOffice window that is open must not take over the conversion.
        profile = Path(folder, "profile").as_uri()
        command = [office, f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf", "--outdir", folder]
        try:
            _run([*command, str(source)])
            return source.with_suffix(".pdf").read_bytes()
        except (OSError, subprocess.SubprocessError) as error:
            message = "LibreOffice không chuyển được sang PDF"
            raise ThiduaError(message, "đóng LibreOffice rồi thử lại, hoặc dùng --to docx") from error


def _run(command: Sequence[str]) -> None:
    """Run LibreOffice; when it fails, hangs or we are stopped, end it with the processes that it has started."""
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(command, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True)
    try:
        failed = process.wait(_SECONDS)
    except BaseException:
        _end(process)
        raise
    if failed:
        raise subprocess.CalledProcessError(failed, command)


def _end(process: subprocess.Popen[bytes]) -> None:
    if sys.platform == "win32":
        subprocess.run(["taskkill", "/F", "/T", "/PID", str(process.pid)], capture_output=True, check=False)
    else:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _sweep() -> None:
    """Remove folders of runs that were killed: none that lives is that old."""
    for left in Path(gettempdir()).glob(f"{_PREFIX}*"):
        with suppress(OSError):
            if time.time() - left.stat().st_mtime > _STALE:
                shutil.rmtree(left, ignore_errors=True)
