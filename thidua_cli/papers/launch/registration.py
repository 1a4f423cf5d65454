"""The registration of a unit for a movement (bản đăng ký thi đua): targets of the plan, blank rows for titles."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from thidua_cli.campaign.resolved import ResolvedCampaign
from thidua_cli.campaign.unit_names import unit_named
from thidua_cli.papers.common import Frame, frame, reference
from thidua_cli.papers.contract import Asked, Document
from thidua_cli.papers.dossiers.unit_issuing import issued_by_unit
from thidua_cli.papers.issuing import of_plan
from thidua_cli.papers.launch.plan_facts import Facts, campaign_facts
from thidua_cli.papers.launch.plan_targets import TargetLine, target_lines
from thidua_cli.papers.movement_name import movement
from thidua_cli.papers.own_facts import Which, layout_in, own_facts
from thidua_cli.vietnamese.bodies import slug

DOC = "registration"


@dataclass(frozen=True)
class Registration(Frame):
    """A form to fill in; ``campaign`` holds period, phases, occasions and theme for the wording macros."""

    addressees: Sequence[str]
    plan_reference: str
    movement: str
    campaign: Facts
    targets: Sequence[TargetLine]
    paragraphs: Sequence[str]
    end_mark: str


def documents(campaign: ResolvedCampaign, asked: Asked) -> Iterator[Document]:
    """Yield the form of the unit that is asked for; else one in which every unit writes its own name."""
    plan = campaign.plan
    unit = unit_named(asked.unit, campaign.all_units) if asked.unit else ""
    which = Which(DOC, unit=unit or None)
    own, issuing = own_facts(campaign, which), issued_by_unit(campaign, which, "dang_ky", unit)
    layout = layout_in(campaign, issuing, asked.day)
    form = Registration(
        **vars(frame(issuing, layout, f"Thực hiện {movement(plan)}")),
        addressees=own.to or [plan.issuer.name],
        plan_reference=reference(of_plan(plan), layout),
        movement=movement(plan),
        campaign=campaign_facts(plan.campaign),
        targets=target_lines(plan),
        paragraphs=own.paragraphs,
        end_mark=layout.end_mark,
    )
    yield Document(f"dang-ky-thi-dua-{slug(unit)}" if unit else "dang-ky-thi-dua", form)
