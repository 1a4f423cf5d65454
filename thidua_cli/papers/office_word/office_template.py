"""The office's own Word template: read, held against what a paper may name, filled in."""

from collections.abc import Iterable, Sequence
from functools import cached_property
from pathlib import Path

from thidua_cli.errors import ThiduaError
from thidua_cli.findings.diagnostic import Diagnostic
from thidua_cli.papers.common import Frame
from thidua_cli.papers.contract import Document
from thidua_cli.papers.office_word.office_blocks import block_faults, plain
from thidua_cli.papers.office_word.office_faults import BLANK, BROKEN, Fault, told
from thidua_cli.papers.office_word.office_names import Names
from thidua_cli.papers.office_word.office_passages import FILLED, parts_of
from thidua_cli.papers.office_word.office_shapes import Shape, refined, shape_of_paper
from thidua_cli.papers.office_word.office_tags import tag_faults
from thidua_cli.papers.office_word.office_values import plain_data
from thidua_cli.papers.office_word.office_word import Form, Printing, environment
from thidua_cli.papers.registry import Paper
from thidua_cli.reading.bytes import read_bytes
from thidua_cli.reading.papers.word_package import open_parts
from thidua_cli.reading.refusals import TEMPLATE, ZIP, broken, no_such, refuse_foreign

_NO_TAG = "mẫu không có thẻ nào: phong trào nào cũng in ra như nhau"
_FIRST_TAG = "đặt thẻ vào chỗ cần điền, như {{ title }}; các tên dùng được: thidua template list"


class OfficeTemplate:
    """One template; what is wrong with it is told in the order of the file."""

    def __init__(self, path: Path) -> None:
        """Read a template; a file of another kind, or one that is broken or too large, raises `ThiduaError`."""
        self.file = str(path)
        self.content = read_bytes(path, TEMPLATE)
        if not self.content.startswith(ZIP):
            refuse_foreign(self.content, self.file, TEMPLATE)
            raise no_such(self.file, TEMPLATE)
        self.parts = parts_of(open_parts(self.content, self.file, TEMPLATE))
        self._judged: tuple[Shape, list[Fault]] | None = None

    def faults(self, shape: Shape) -> list[Fault]:
        """Return all that is wrong whatever the campaign: tags, blocks, names, also where no branch is taken."""
        env = environment()
        found: list[Fault] = []
        for part in self.parts:
            found += tag_faults(part)
            if part.kind in FILLED:
                found += block_faults(part, env)
                found += Names(plain(part.tags, env), shape, env).check()
        if not found and not any(part.tags for part in self.parts):
            found.append(Fault(None, 0, BROKEN, _NO_TAG, _FIRST_TAG))
        return found

    def hopes(self, shape: Shape) -> list[Fault]:
        """Return where a template uses what a campaign may not have, and no condition asks for it."""
        env = environment()
        found: list[Fault] = []
        for part in self.parts:
            if part.kind in FILLED:
                names = Names(plain(part.tags, env), shape, env)
                names.check()
                found += names.hopes.found
        return found

    def told(self, faults: Sequence[Fault]) -> list[Diagnostic]:
        """Return faults as findings at their places in the file."""
        return told(faults, self.file, [passage for part in self.parts for passage in part.passages])

    @cached_property
    def _form(self) -> Form:
        return Form(self.content, self.parts)

    def printed(self, context: Frame) -> tuple[bytes, Printing]:
        """Return the Word file of a context, and what its printing told; with faults it is no paper."""
        try:
            return self._form.printed(vars(plain_data(context)))
        except (ThiduaError, MemoryError):
            raise
        except Exception as error:  # the library, on parts that Word would mend
            raise broken(self.file, TEMPLATE) from error

    def tried(self, documents: Iterable[Document]) -> list[Diagnostic]:
        """Return what printing these documents tells, and what they themselves lack; each finding once."""
        found: dict[Diagnostic, None] = {}
        for document in documents:
            _, printing = self.printed(document.context)
            lacking = [Fault(None, 0, BLANK, f"phong trào còn thiếu {one.what}", one.where) for one in document.missing]
            found |= dict.fromkeys(self.told([*lacking, *printing.faults, *printing.blanks()]))
        return list(found)

    def paper(self, paper: Paper, context: Frame) -> tuple[bytes, list[Diagnostic]]:
        """Return the Word file of a context and what it left blank; with any fault raise `FaultyTemplateError`."""
        shape = refined(shape_of_paper(paper), [context])
        if self._judged is None or self._judged[0] != shape:  # one of many documents is like the other
            self._judged = shape, self.faults(shape)
        _, found = self._judged
        if found:
            raise FaultyTemplateError(self.file, self.told(found))
        content, printing = self.printed(context)
        if printing.faults:
            raise FaultyTemplateError(self.file, self.told(printing.faults))
        return content, self.told(list(printing.blanks()))


class FaultyTemplateError(ThiduaError):
    """A template that cannot be filled in; ``findings`` tell all that is wrong."""

    def __init__(self, file: str, findings: Sequence[Diagnostic]) -> None:
        super().__init__(
            f"mẫu {file} còn {len(findings)} lỗi, chưa điền được", "sửa các chỗ trên trong Word rồi in lại"
        )
        self.findings = findings
