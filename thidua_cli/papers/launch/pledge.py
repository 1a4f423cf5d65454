"""The pledge (giao ước thi đua): the heads of all sides sign in one row for the targets of the plan."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from thidua_cli.campaign.resolved import ResolvedCampaign
from thidua_cli.campaign.unit_names import unit_named
from thidua_cli.model.unit import Unit
from thidua_cli.papers.common import Frame, SignatureBlock, frame, reference, signature
from thidua_cli.papers.contract import Asked, Document
from thidua_cli.papers.dossiers.unit_issuing import HEAD
from thidua_cli.papers.issuing import of_plan
from thidua_cli.papers.launch.plan_targets import TargetLine, target_lines
from thidua_cli.papers.movement_name import movement
from thidua_cli.papers.own_facts import Which, issued, layout_in, own_facts
from thidua_cli.vietnamese.bodies import slug

DOC = "pledge"
_TWO_SIDES = ("", "")
_NO_CLUSTER = "khác"
_DOTS = "…………………"


@dataclass(frozen=True)
class Pledge(Frame):
    """A pledge; a side without a name is a dotted line. ``at`` and ``place`` are empty where nobody tells them."""

    plan_reference: str
    movement: str
    sides: Sequence[str]
    at: str
    place: str
    targets: Sequence[TargetLine]
    paragraphs: Sequence[str]
    end_mark: str


def documents(campaign: ResolvedCampaign, asked: Asked) -> Iterator[Document]:
    """Yield a pledge for each cluster of units; one for all where there are none, or where ``papers.yaml`` tells sides.

    With a unit asked for it is that of its own cluster.
    """
    units = campaign.all_units
    if asked.unit:
        name = unit_named(asked.unit, units)
        mine = next(one for one in units if one.name == name)
        units = [one for one in units if one.cluster == mine.cluster]
    told = bool(own_facts(campaign, Which(DOC)).signers)
    clusters = {} if told else _clusters(units)
    if len(clusters) < 2:
        yield _document(campaign, asked, [one.name for one in units], "giao-uoc-thi-dua")
        return
    for cluster, members in clusters.items():
        yield _document(campaign, asked, [one.name for one in members], f"giao-uoc-thi-dua-{slug(cluster)}")


def _clusters(units: Sequence[Unit]) -> dict[str, list[Unit]]:
    """Return the units by their cluster; those of none stand together."""
    found: dict[str, list[Unit]] = {}
    for unit in units:
        found.setdefault(unit.cluster or _NO_CLUSTER, []).append(unit)
    return found


def _document(campaign: ResolvedCampaign, asked: Asked, units: Sequence[str], stem: str) -> Document:
    plan, which = campaign.plan, Which(DOC)
    own, issuing = own_facts(campaign, which), issued(campaign, which, "giao_uoc")
    layout = layout_in(campaign, issuing, asked.day)
    signers = [signature(one, layout) for one in own.signers]
    if not signers:
        signers = [SignatureBlock(name or _DOTS, (), HEAD.post, "") for name in units or _TWO_SIDES]
    paper = frame(replace(issuing, recipients=(), archive=()), layout, f"Thực hiện {movement(plan)}")
    pledge = Pledge(
        **{**vars(paper), "signers": signers},
        plan_reference=reference(of_plan(plan), layout),
        movement=movement(plan),
        sides=[one.organisation or one.post for one in own.signers] or units or _TWO_SIDES,
        at=own.at or "",
        place=own.place or "",
        targets=target_lines(plan),
        paragraphs=own.paragraphs,
        end_mark=layout.end_mark,
    )
    return Document(stem, pledge)
