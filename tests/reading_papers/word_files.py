"""Word files for tests, written part by part as Word stores them."""

import zipfile
from io import BytesIO

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMESPACES = (
    f'xmlns:w="{_W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:v="urn:schemas-microsoft-com:vml" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"


def word(body: str, *, styles: str = "", numbering: str = "", more: dict[str, bytes] | None = None) -> bytes:
    """A Word file with this body; ``styles`` and ``numbering`` are what stands in those parts."""
    parts = {
        "_rels/.rels": _relations("word/document.xml", "officeDocument"),
        "word/document.xml": f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>".encode(),
        "word/_rels/document.xml.rels": _relations("styles.xml", "styles", "numbering.xml", "numbering"),
        "word/styles.xml": f"<w:styles {NAMESPACES}>{styles}</w:styles>".encode(),
        "word/numbering.xml": f"<w:numbering {NAMESPACES}>{numbering}</w:numbering>".encode(),
        **(more or {}),
    }
    return zipped(parts)


def zipped(parts: dict[str, bytes]) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def _relations(*targets: str) -> bytes:
    links = "".join(
        f'<Relationship Id="r{at}" Target="{target}" Type="{_OFFICE}/{kind}"/>'
        for at, (target, kind) in enumerate(zip(targets[::2], targets[1::2], strict=True))
    )
    return f'<Relationships xmlns="{_RELATIONS}">{links}</Relationships>'.encode()


def p(*runs: str, properties: str = "") -> str:
    """A paragraph of runs; a run that is no element is text."""
    inner = "".join(run if run.startswith("<") else r(run) for run in runs)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def r(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def item(text: str, number: int, level: int = 0) -> str:
    """A paragraph of a list."""
    return p(text, properties=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def table(*rows: list[str]) -> str:
    """A table of cells, each the blocks in it."""
    inner = "".join("<w:tr>" + "".join(f"<w:tc>{cell}</w:tc>" for cell in row) + "</w:tr>" for row in rows)
    return f"<w:tbl>{inner}</w:tbl>"


def level(depth: int, form: str, text: str, more: str = "", start: int = 1) -> str:
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/>{more}</w:lvl>'
    )


def lists(abstract: str, *numbers: str) -> str:
    """One numbering (abstract 0), and lists 1, 2, ... over it, each with its own overrides."""
    concrete = "".join(
        f'<w:num w:numId="{at}"><w:abstractNumId w:val="0"/>{overrides}</w:num>'
        for at, overrides in enumerate(numbers or ("",), 1)
    )
    return f'<w:abstractNum w:abstractNumId="0">{abstract}</w:abstractNum>{concrete}'
