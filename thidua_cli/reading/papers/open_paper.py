"""Any file of an old paper to a `Paper`: Word or plain text, told by its first bytes, not by its name."""

from pathlib import Path

from thidua_cli.reading.bytes import read_bytes
from thidua_cli.reading.papers.paper import Paper
from thidua_cli.reading.refusals import PAPER, ZIP, refuse_foreign, too_large

_MAX_TEXT = 2_000_000


def read_paper(path: Path) -> Paper:
    """Read an old paper; a file of another kind, or one that is broken or too large, raises `ThiduaError`."""
    return parse_paper(read_bytes(path, PAPER), str(path))


def parse_paper(content: bytes, file: str) -> Paper:
    """Build the paper of a file's bytes; ``file`` is the name that places and messages show."""
    if content.startswith(ZIP):
        from thidua_cli.reading.papers.word_file import read_docx

        return read_docx(content, file)
    refuse_foreign(content, file, PAPER)
    if len(content) > _MAX_TEXT:
        raise too_large(file, PAPER, _MAX_TEXT)
    from thidua_cli.reading.papers.text_file import read_plain

    return read_plain(content, file)
