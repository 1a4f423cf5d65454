"""Word files to break: a paper of ours, and the same with a chart, a picture, a link, a field and a bookmark."""

import base64
import zipfile
from io import BytesIO
from pathlib import Path

from tests.page.printed import article, parts_of
from thidua_cli.page.docx.main_part import to_docx

Parts = dict[str, bytes]

DOCUMENT, DOCUMENT_RELATIONS = "word/document.xml", "word/_rels/document.xml.rels"
STYLES, SETTINGS, CORE, TYPES = "word/styles.xml", "word/settings.xml", "docProps/core.xml", "[Content_Types].xml"
CHART, PICTURE = "word/charts/chart1.xml", "word/media/dot.png"
CHART_BOOK, CHART_RELATIONS = "word/embeddings/chart1.xlsx", "word/charts/_rels/chart1.xml.rels"

_PAPER = Path(__file__).parents[1] / "page" / "nd30.html"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_DRAWINGML = "http://schemas.openxmlformats.org/drawingml/2006"
_DOT = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=")
_INLINE = (
    '<w:p><w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="5400000" cy="2340000"/>'
    '<wp:docPr id="{id}" name="Hình {id}" {words}</wp:docPr><a:graphic>'
    f'<a:graphicData uri="{_DRAWINGML}/{{kind}}">{{content}}</a:graphicData></a:graphic></wp:inline>'
    "</w:drawing></w:r></w:p>"
)
_DECORATIVE = (
    '><a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative'
    ' xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)
_PIC = (
    f'<pic:pic xmlns:pic="{_DRAWINGML}/picture"><pic:nvPicPr><pic:cNvPr id="0" name="dot.png"/><pic:cNvPicPr/>'
    '</pic:nvPicPr><pic:blipFill><a:blip r:embed="rIdPicture"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
    '<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="9525" cy="9525"/></a:xfrm><a:prstGeom prst="rect"/></pic:spPr>'
    "</pic:pic>"
)
_MORE = (
    _INLINE.format(
        id=91,
        words='descr="Số hộ nghèo giảm từng năm">',
        kind="chart",
        content=f'<c:chart xmlns:c="{_DRAWINGML}/chart" r:id="rIdChart"/>',
    )
    + _INLINE.format(id=92, words=_DECORATIVE, kind="picture", content=_PIC)
    + '<w:p><w:bookmarkStart w:id="1" w:name="bang_1"/><w:hyperlink r:id="rIdLink"><w:r><w:t>Cổng</w:t></w:r>'
    '</w:hyperlink><w:bookmarkEnd w:id="1"/><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> DATE '
    '</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2026</w:t></w:r><w:r><w:fldChar '
    'w:fldCharType="end"/></w:r></w:p>'
)
_RELATIONS = (
    f'<Relationship Id="rIdChart" Type="{_OFFICE}/chart" Target="charts/chart1.xml"/>'
    f'<Relationship Id="rIdPicture" Type="{_OFFICE}/image" Target="media/dot.png"/>'
    f'<Relationship Id="rIdLink" Type="{_OFFICE}/hyperlink" Target="https://example.org/" TargetMode="External"/>'
)
_TYPES = (
    f'<Override PartName="/{CHART}" ContentType="application/vnd.openxmlformats-officedocument.drawingml.chart+xml"/>'
)


def plain_parts() -> Parts:
    """Return the parts of a paper that thidua makes, in the order of the zip."""
    return parts_of(to_docx(_PAPER.read_text(encoding="utf-8"), source=_PAPER.name))


def rich_parts() -> Parts:
    """Return the same paper with what thidua does not print today, in the manner of Word."""
    parts = plain_parts()
    put_before(parts, DOCUMENT, "<w:sectPr><w:headerReference", _MORE)
    put_before(parts, DOCUMENT_RELATIONS, "</Relationships>", _RELATIONS)
    put_before(parts, TYPES, "</Types>", _TYPES)
    parts[CHART] = (Path(__file__).parent / "chart.xml").read_bytes()
    parts[PICTURE] = _DOT
    return parts


def chart_parts() -> Parts:
    """Return the parts of a paper with a chart of ours."""
    rows = "<tr><th/><th>Đề nghị</th></tr><tr><th>Phòng A</th><td>3</td></tr>"
    figure = f'<figure class="column" data-alt="x" data-width="90mm" data-height="50mm">{rows}</figure>'
    return parts_of(to_docx(article(figure), source="mau.html"))


def packed(parts: Parts) -> bytes:
    """Return the Word file of the parts."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def put_before(parts: Parts, name: str, mark: str, more: str) -> None:
    """Write ``more`` before the last place of ``mark`` in a part."""
    before, found, behind = parts[name].decode().rpartition(mark)
    assert found, f"{name} has no {mark}"
    parts[name] = f"{before}{more}{mark}{behind}".encode()
