"""The ruler sheet of certificates: rulers, crosses and the boxes of the texts, to measure how far a printer is off."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from thidua_cli.campaign.resolved import ResolvedCampaign
from thidua_cli.errors import ThiduaError
from thidua_cli.files import shipped
from thidua_cli.model.awards import PlanAward
from thidua_cli.model.certificate import Certificate, Place, Places
from thidua_cli.page.fitting import Box, fitted
from thidua_cli.papers.awarding.certificate_sheet import FOLDER, Design, SheetPage, design_of, page_of
from thidua_cli.papers.common import Frame, frame
from thidua_cli.papers.contract import Asked, Document
from thidua_cli.papers.issuing import beside_plan
from thidua_cli.papers.own_facts import layout_in
from thidua_cli.papers.selection import awards_asked
from thidua_cli.vietnamese.amounts import written

FROM_EDGE = 20
"""How far the middle of each cross is from the two edges next to it, in mm."""
_TILE, _TICKS = 10, 3.0  # mm: a piece of a ruler, and how long its marks are
_RULER_AT = 8.0
_ARM = 6.0
_THIN = 0.2
_SMALL, _SMALLEST = 9.0, 6.0
_TOLD = (
    f"tâm mỗi dấu cộng phải cách hai mép giấy gần nhất đúng {FROM_EDGE} mm; "
    "lệch bao nhiêu mm thì ghi vào shift của mẫu bằng rồi in lại tờ này"
)


@dataclass(frozen=True, slots=True)
class Mark:
    """A picture of the ruler sheet: a line, or a piece of a ruler, at its place."""

    source: str
    at: str
    width: str
    height: str


@dataclass(frozen=True, slots=True)
class Label:
    """A small text of the ruler sheet."""

    text: str
    at: str
    width: str
    size: str
    align: str


@dataclass(frozen=True)
class RulerSheet(Frame):
    """The frame, the sheet, what is drawn on it and what is written on it."""

    page: SheetPage
    marks: Sequence[Mark]
    labels: Sequence[Label]


def documents(campaign: ResolvedCampaign, asked: Asked) -> Iterator[Document]:
    """Yield one ruler sheet for each sheet of the awards of the plan."""
    issuing = beside_plan(campaign.plan, "quyet_dinh")
    shared = vars(frame(issuing, layout_in(campaign, issuing, asked.day), "Tờ đo độ lệch máy in"))
    pictures = Path(str(shipped("templates").joinpath(FOLDER)))
    for stem, design in _designs(campaign, asked).items():
        drawing = _Drawing(design.sheet)
        context = RulerSheet(**shared, page=page_of(design.sheet), marks=drawing.marks, labels=drawing.labels)
        yield Document(f"to-do-{stem}", context, folders=[pictures])


def _designs(campaign: ResolvedCampaign, asked: Asked) -> dict[str, Design]:
    """Return the sheets by the first award that has each; an award without one is left out beside others."""
    found: dict[str, Design] = {}
    refused: list[ThiduaError] = []
    awards: Sequence[PlanAward] = campaign.plan.awards
    if asked.award:
        awards = awards_asked(campaign, asked.award)
    for award in awards:
        try:
            design = design_of(campaign, award, None)
        except ThiduaError as error:
            refused.append(error)
            continue
        if all(design.sheet is not other.sheet for other in found.values()):
            found[award.id] = design
    if not found and refused:
        raise refused[0]
    return found


class _Drawing:
    """Draws all that stands on the ruler sheet, shifted as the texts of the certificates are."""

    def __init__(self, sheet: Certificate) -> None:
        self.width, self.height = sheet.sheet
        self.right, self.down = sheet.shift.right, sheet.shift.down
        self.marks: list[Mark] = []
        self.labels: list[Label] = []
        self._rulers()
        for x in (FROM_EDGE, self.width - FROM_EDGE):
            for y in (FROM_EDGE, self.height - FROM_EDGE):
                self._line(x - _ARM, y - _THIN / 2, 2 * _ARM, _THIN)
                self._line(x - _THIN / 2, y - _ARM, _THIN, 2 * _ARM)
        for key, place in sheet.fields.placed():
            self._box(place)
            self._title(key, place)

    def _rulers(self) -> None:
        """Draw a ruler along the upper edge and one along the left edge, numbered in mm."""
        for x in range(0, int(self.width) - _TILE + 1, _TILE):
            self._mark("across.png", x, _RULER_AT, _TILE, _TICKS)
            if x:
                self._label(str(x), x - _TILE / 2, _RULER_AT + _TICKS, _TILE, "center")
        for y in range(2 * _TILE, int(self.height) - _TILE + 1, _TILE):
            self._mark("down.png", _RULER_AT, y, _TICKS, _TILE)
            self._label(str(y), _RULER_AT + _TICKS + 0.5, y - 1.2, _TILE, "left")

    def _box(self, place: Place) -> None:
        left, top = place.at
        for y in (top, top + place.height - _THIN):
            self._line(left, y, place.width, _THIN)
        for x in (left, left + place.width - _THIN):
            self._line(x, top, _THIN, place.height)

    def _title(self, key: str, place: Place) -> None:
        """Write into a box what stands there, and where; into that of the name also what to do."""
        left, top = place.at
        title = f"{Places.model_fields[key].title} [{written(left)}; {written(top)}]"
        box = Box(place.width - 2, place.height, _SMALL, _SMALLEST)
        texts = (f"{title} - {_TOLD}", title) if key == "name" else (title,)
        for fit in (fitted(text, box) for text in texts):
            if not fit.over:
                self._label(fit.text.replace("\n", " "), left + 1, top + 0.5, place.width - 2, "left", fit.size)
                return

    def _line(self, x: float, y: float, width: float, height: float) -> None:
        self._mark("line.png", x, y, width, height)

    def _mark(self, source: str, x: float, y: float, width: float, height: float) -> None:
        if place := self._at(x, y):
            self.marks.append(Mark(source, place, f"{width:g}mm", f"{height:g}mm"))

    def _label(self, text: str, x: float, y: float, width: float, align: str, size: float = _SMALLEST) -> None:
        if place := self._at(x, y):
            self.labels.append(Label(text, place, f"{width:g}mm", f"{size:g}pt", align))

    def _at(self, x: float, y: float) -> str:
        """Return the shifted place; empty where that is beside the sheet."""
        x, y = x + self.right, y + self.down
        return f"{x:.2f}mm {y:.2f}mm" if min(x, y) >= 0 else ""
