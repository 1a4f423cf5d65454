"""The brace that joins recipients, drawn twice: for Word 2010 and later, and for the old Word 2007."""

# Both drawings say in words what the brace says, for those who have the paper read to them.
_MEANING = "Ngoặc nối các nơi nhận với ghi chú bên phải"
_WIDTH = 1.8  # mm
_BEND = 0.6  # the height of a bend, as a part of the width
_SHAPE = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"

BRACE_NAMESPACES = (
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    f' xmlns:wps="{_SHAPE}"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:o="urn:schemas-microsoft-com:office:office"'
    ' xmlns:w10="urn:schemas-microsoft-com:office:word"'
)
_RUN = (
    '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>'
    '<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{width}" cy="{height}"/>'
    f'<wp:docPr id="{{id}}" name="Ngoặc {{id}}" descr="{_MEANING}"/><a:graphic>'
    f'<a:graphicData uri="{_SHAPE}"><wps:wsp><wps:cNvSpPr/>'
    '<wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
    f'<a:prstGeom prst="rightBrace"><a:avLst><a:gd name="adj1" fmla="val {_BEND * 100000:.0f}"/></a:avLst>'
    "</a:prstGeom><a:noFill/>"
    '<a:ln w="9525"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln></wps:spPr><wps:bodyPr/></wps:wsp>'
    "</a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>"
    '<mc:Fallback><w:pict>{type}<v:shape id="brace-{id}" type="#_x0000_t88"'
    f' alt="{_MEANING}" style="width:{{points_wide:.2f}}pt;height:{{points_high:.2f}}pt;'
    "mso-position-horizontal-relative:char;mso-position-vertical-relative:line;"
    'mso-wrap-distance-left:0;mso-wrap-distance-right:0"'
    ' adj="{bend},10800" filled="f" strokeweight=".75pt"><w10:anchorlock/></v:shape></w:pict></mc:Fallback>'
    "</mc:AlternateContent></w:r>"
)
# Shape 88 of Word's own list. Its bends are given in parts of 21600 of the height; the first brace brings it.
_TYPE = (
    '<v:shapetype id="_x0000_t88" coordsize="21600,21600" o:spt="88" adj="1800,10800"'
    ' path="m,qx10800@0l10800@2qy21600@11,10800@3l10800@1qy,21600e" filled="f"><v:formulas>'
    '<v:f eqn="val #0"/><v:f eqn="sum 21600 0 #0"/><v:f eqn="sum #1 0 #0"/><v:f eqn="sum #1 #0 0"/>'
    '<v:f eqn="prod #0 9598 32768"/><v:f eqn="sum 21600 0 @4"/><v:f eqn="sum 21600 0 #1"/><v:f eqn="min #1 @6"/>'
    '<v:f eqn="prod @7 1 2"/><v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @9"/><v:f eqn="val #1"/></v:formulas>'
    '<v:path arrowok="t" o:connecttype="custom" o:connectlocs="0,0;21600,@11;0,21600"'
    ' textboxrect="0,@4,7637,@5"/></v:shapetype>'
)


def brace(height: float, number: int) -> str:
    """Return the run of a brace ``height`` mm high, the ``number``-th of its paper counted from 1."""
    return _RUN.format(
        id=number,
        type=_TYPE if number == 1 else "",
        width=_emu(_WIDTH),
        height=_emu(height),
        points_wide=_points(_WIDTH),
        points_high=_points(height),
        bend=round(21600 * _BEND * min(_WIDTH, height) / height),
    )


def _emu(millimetres: float) -> int:
    return round(millimetres * 36000)


def _points(millimetres: float) -> float:
    return millimetres * 72 / 25.4
