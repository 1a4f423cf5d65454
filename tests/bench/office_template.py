"""An office's own Word template filled in for a thousand letters: thidua against bare docxtpl, with the same texts."""

from collections.abc import Iterator, Sequence
from functools import partial
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.measure import Pair, timed
from tests.bench.rendering import saved, texts
from tests.bench.sent_back_province import sent_back
from tests.papers.word_templates.templates import template
from thidua_cli.papers.common import Frame
from thidua_cli.papers.registry import PAPERS

_PAPER = PAPERS["return"]
_TEMPLATE = {
    "header": ["{{ author }}"],
    "body": [
        "{{ title }}",
        "Kính gửi: {{ unit }}",
        "Thực hiện {{ plan_reference }}, {{ author }} thấy còn {{ count }} nội dung chưa đúng hoặc chưa rõ:",
        [
            ["TT", "Họ tên", "Nội dung", "Căn cứ", "Cần bổ sung"],
            ["{%tr for group in groups %}", "", "", "", ""],
            ["", "{{ group.title }}", "", "", ""],
            ["{%tr for row in group.rows %}", "", "", "", ""],
            ["{{ row.number }}", "{{ row.name }}", "{{ row.what }}", "{{ row.basis }}", "{{ row.remedy }}"],
            ["{%tr endfor %}", "", "", "", ""],
            ["{%tr endfor %}", "", "", "", ""],
        ],
        "Gửi lại hồ sơ trước {{ deadline }}. Liên hệ: {{ contact }}.",
        "{% for signer in signers %}{{ signer.post }} {{ signer.name }}{% endfor %}",
    ],
}


def run(rounds: int, count: int = 1000) -> Iterator[Pair]:
    """Yield the pairs, all of one run."""
    with TemporaryDirectory() as folder:
        file = template(Path(folder, "mau.docx"), _TEMPLATE)
        contexts = [document.context for document in _PAPER.documents(*sent_back(2 * count))]
        few = contexts[:count]
        assert texts(ours(file, few[-1:])[0]) == texts(bare(file, few[-1:])[0]), "both must print the same paragraphs"
        sides = {
            "ours": partial(ours, file, few),
            "bare": partial(bare, file, few),
            "twice": partial(ours, file, contexts),
        }
        times = timed(sides, rounds)
    yield Pair(f"{count} letters, --template", times["ours"], f"bare docxtpl, {count} files", times["bare"])
    yield Pair(f"{2 * count} letters, --template", times["twice"], f"{count} of ours", times["ours"])


def ours(file: Path, contexts: Sequence[Frame]) -> list[bytes]:
    """Return what ``thidua render --template`` writes: checked, strict, each value as it is."""
    from thidua_cli.papers.office_word.office_template import OfficeTemplate

    office = OfficeTemplate(file)
    return [office.paper(_PAPER, context)[0] for context in contexts]


def bare(file: Path, contexts: Sequence[Frame]) -> list[bytes]:
    """Return what the library alone makes of the same template and the same values."""
    from docxtpl import DocxTemplate

    content, made = file.read_bytes(), []
    for context in contexts:
        document = DocxTemplate(BytesIO(content))
        document.render(vars(context), autoescape=True)
        made.append(saved(document))
    return made
