"""Sheets of certificates: which one an award has, and its texts fitted into their places."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from markupsafe import Markup, escape

from thidua_cli.campaign.facts import office_sheet, own_sheet
from thidua_cli.campaign.resolved import ResolvedCampaign
from thidua_cli.errors import ThiduaError
from thidua_cli.files import read_data, shipped
from thidua_cli.model.awards import PlanAward, award_name
from thidua_cli.model.certificate import Certificate, Place, Places
from thidua_cli.model.terms import PAPER_NAMES
from thidua_cli.page.fitting import Box, Fit, fitted
from thidua_cli.page.layout import Layout
from thidua_cli.papers.contract import LacksError, Missing
from thidua_cli.papers.own_facts import Which, own_facts
from thidua_cli.vietnamese.amounts import written
from thidua_cli.vietnamese.text import FEW, a_few

FOLDER = "certificates"
_COMPONENT = "certificate"
_HINT = (
    "ghi lời ngắn hơn vào certificate_text trong decisions.yaml; hoặc nới ô (width, height), hạ smallest trong mẫu bằng"
)


class Design(NamedTuple):
    """The sheet of an award, and the folder of its picture."""

    sheet: Certificate
    folder: Path


class Line(NamedTuple):
    """One placed text: the attributes that say where and how it stands, its component, the text.

    A tuple, which templates take apart: of its fields by name each would be a question to the sandbox.
    """

    attributes: Markup
    component: str
    text: Markup


@dataclass(frozen=True, slots=True)
class SheetPage:
    """What every page of a batch shares: the size of the sheet, its margins, its picture behind the texts, or "".

    ``corner`` is where a mark stands on a draft.
    """

    size: str
    margins: str
    corner: str
    width: str
    height: str
    background: str


def design_of(campaign: ResolvedCampaign, award: PlanAward, decision: str | None) -> Design:
    """Return the sheet of an award: of papers.yaml, of the office, else ours; none is a `ThiduaError`."""
    facts, office = campaign.facts, campaign.facts.office
    own = own_facts(campaign, Which("certificate", award=award.id, decision=decision)).sheet
    path = own_sheet(facts, own) if own else None
    if path is None and office and (named := office.value.certificates.get(award.form)):
        path = office_sheet(office, named)
    if path is not None:
        if path in facts.sheets:
            return Design(facts.sheets[path], path.parent)
        raise ThiduaError(f"mẫu bằng {path} chưa đọc được", "xem lỗi bằng lệnh thidua check rồi sửa")
    for sheet in _shipped_sheets():
        if award.form in sheet.forms:
            return Design(sheet, Path(str(shipped("templates").joinpath(FOLDER))))
    where = f"lập tệp mẫu (xem thidua schema certificate) rồi ghi certificates: {{{award.form}: TỆP}} trong thidua.yaml"
    where += "; chưa cần thì thêm --award để chỉ in hình thức khác"
    raise LacksError(PAPER_NAMES["certificate"], [Missing(f"mẫu bằng của {award_name(award)}", where)])


@cache
def _shipped_sheets() -> list[Certificate]:
    folder = shipped("templates").joinpath(FOLDER)
    files = sorted((file for file in folder.iterdir() if file.name.endswith(".yaml")), key=lambda file: file.name)
    return [Certificate.model_validate(read_data(Path(str(file)))) for file in files]


def page_of(sheet: Certificate) -> SheetPage:
    """Return what the pages of a sheet share."""
    width, height = (f"{side:g}mm" for side in sheet.sheet)
    edge = f"{max(sheet.margin, 1):g}mm"
    background = "" if sheet.preprinted else sheet.background or ""
    return SheetPage(f"{width} {height}", " ".join([edge] * 4), f"{edge} {edge}", width, height, background)


class Setter:
    """Sets the texts of one sheet after the other; what fits nowhere is kept, to be refused with all the others."""

    def __init__(self, sheet: Certificate, layout: Layout) -> None:
        self.places = sheet.printed
        self.right, self.down = sheet.shift.right, sheet.shift.down
        self.starts = tuple(f"{start.upper()} " for start in layout.line_starts)
        self.components = dict(zip(("country", "motto"), layout.national, strict=False))
        self._faults: list[str] = []
        self._line = lru_cache(maxsize=256)(self._set)

    def lines(self, texts: Mapping[str, str]) -> list[Line]:
        """Return the printed lines of one certificate; a text that is empty is not printed."""
        return [self._line(key, index, texts[key]) for index, (key, _) in enumerate(self.places) if texts.get(key)]

    def _set(self, key: str, index: int, text: str) -> Line:
        place = self.places[index][1]
        printed = text.upper() if place.upper or key == "country" else text
        box = _box(place, self.starts)
        fit = fitted(printed, box)
        if fit.over:
            title = Places.model_fields[key].title
            over = written(max(round(fit.over), 1))
            self._faults.append(f"ô {title}: “{text}” dài hơn ô {over} mm ở cỡ nhỏ nhất {written(place.least)}")
        component = self.components.get(key, _COMPONENT)
        top = place.at[1] + self.down + _lowered(place, fit)
        html = escape(fit.text).replace("\n", Markup("<br/>"))
        if component == _COMPONENT:
            html = _faced(html, place)
        left = place.at[0] + self.right
        attributes = f' data-at="{left:.2f}mm {top:.2f}mm" data-width="{place.width:g}mm" data-type="{fit.size:g}pt"'
        attributes += f' class="{place.align}"' + (' data-colour="red"' if place.red else "")
        return Line(Markup(attributes), component, html)

    def refuse(self) -> None:
        """Raise `ThiduaError` that names the texts that are too long for their boxes."""
        if self._faults:
            message = f"chưa in được giấy khen, bằng khen: {a_few(self._faults, FEW, 'ô khác', '; ')}"
            raise ThiduaError(message, _HINT)


@lru_cache(maxsize=256)
def _boxes(
    width: float, height: float, size: float, least: float, face: tuple[bool, bool], starts: tuple[str, ...]
) -> Box:
    return Box(width, height, size, least, *face, starts)


def _box(place: Place, starts: tuple[str, ...]) -> Box:
    return _boxes(place.width, place.height, place.size, place.least, (place.bold, place.italic), starts)


def _lowered(place: Place, fit: Fit) -> float:
    """Return how far below the top of its box a text begins."""
    rest = place.height - fit.height
    return {"top": 0.0, "middle": rest / 2, "bottom": rest}[place.vertical]


def _faced(html: Markup, place: Place) -> Markup:
    for tag, wanted in (("i", place.italic), ("b", place.bold)):
        if wanted:
            html = Markup(f"<{tag}>{html}</{tag}>")
    return html
