"""The plan itself, as a paper."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from thidua_cli.campaign.resolved import ResolvedCampaign
from thidua_cli.papers.common import Frame, frame
from thidua_cli.papers.contract import Asked, Document
from thidua_cli.papers.engine import Wording
from thidua_cli.papers.issuing import of_plan
from thidua_cli.papers.launch.plan_body import Block, Outline
from thidua_cli.papers.own_facts import layout_in
from thidua_cli.vietnamese.emphasis import ended


@dataclass(frozen=True)
class PlanPaper(Frame):
    """The frame, the paragraphs between bases and body, and each block of the body with its component."""

    opening: Sequence[str]
    blocks: Sequence[tuple[str, Markup]]


def documents(campaign: ResolvedCampaign, asked: Asked) -> Iterator[Document]:
    """Yield the one paper; the day of ``asked`` chooses the layout while the plan has no date."""
    plan = campaign.plan
    issuing = of_plan(plan)
    layout = layout_in(campaign, issuing, asked.day)
    blocks = Outline(plan, Wording(asked.templates), plan.numbering or layout.numbering).blocks()
    whole = _whole(blocks, plan.closing, layout.end_mark)
    yield Document(
        "ke-hoach", PlanPaper(**vars(frame(issuing, layout, plan.title)), opening=plan.opening, blocks=whole)
    )


def _whole(blocks: list[Block], closing: str | None, end_mark: str) -> list[tuple[str, Markup]]:
    """Give the last paragraph the mark that ends the paper, and the component that stays with the signature."""
    if closing:
        blocks = [*blocks, Block("closing", closing)]
    if blocks:
        last = blocks[-1]
        component = last.component if last.component in ("field", "item-2", "item-3") else "closing"
        blocks = [*blocks[:-1], replace(last, component=component, text=ended(last.text, end_mark))]
    return [(block.component, block.html) for block in blocks]
