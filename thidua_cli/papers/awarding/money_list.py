"""The list of award money to be paid out (danh sách chi tiền thưởng): one a decision, and one of all when several."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from thidua_cli.campaign.resolved import ResolvedCampaign
from thidua_cli.model.plan import Signer
from thidua_cli.model.terms import PAPER_NAMES
from thidua_cli.page.layout import Layout
from thidua_cli.papers.awarding.award_money import Sum, total
from thidua_cli.papers.awarding.award_tables import AwardeeTables, award_tables, tariff
from thidua_cli.papers.awarding.book_notes import tell_the_book
from thidua_cli.papers.common import Frame, SignatureBlock, frame, reference, signature
from thidua_cli.papers.contract import Asked, Blanks, Document
from thidua_cli.papers.deciding_body import authority
from thidua_cli.papers.issuing import Issuing
from thidua_cli.papers.movement_name import movement
from thidua_cli.papers.own_facts import WHERE, Which, issued, layout_in
from thidua_cli.papers.rulings import FILE, Ruling, decision_issued, is_ours, money_source, recorded

MONEY = "money"
_NOTE = "(Ký, ghi rõ họ tên)"
_BESIDE = (Signer(post="Người lập"), Signer(post="Kế toán"))


@dataclass(frozen=True, slots=True)
class DecisionMoney:
    """What one decision costs: how it is named, who gets what, from which fund."""

    reference: str
    tables: AwardeeTables
    source: str


@dataclass(frozen=True)
class MoneyList(Frame):
    """The list; ``total`` is empty while a part of it is not known. ``makers`` sign side by side."""

    decisions: Sequence[DecisionMoney]
    total: Sum
    makers: Sequence[SignatureBlock]


def documents(campaign: ResolvedCampaign, asked: Asked) -> Iterator[Document]:
    """Yield a list for each recorded decision, and one of all of them; money is paid for nothing undecided."""
    found = recorded(campaign, asked)
    if not found:
        blanks = Blanks(draft=False)
        blanks.lacks("quyết định khen thưởng đã ký", f"ghi vào {FILE} bằng lệnh thidua decide")
        blanks.refuse(PAPER_NAMES[MONEY])
    for ruling in found:
        yield _document(campaign, [ruling], ruling.which(MONEY), ruling.stem, asked)
    if len(found) > 1:
        yield _document(campaign, found, Which(MONEY), "tat-ca", asked)


def _document(campaign: ResolvedCampaign, rulings: Sequence[Ruling], which: Which, stem: str, asked: Asked) -> Document:
    blanks = Blanks(asked.draft)
    issuing = issued(campaign, which, "danh_sach")
    layout = layout_in(campaign, issuing, asked.day)
    made = [_money(campaign, one, layout, blanks, asked) for one in rulings]
    blanks.refuse(PAPER_NAMES[MONEY])
    context = MoneyList(
        **vars(frame(issuing, layout, f"Chi tiền thưởng {movement(campaign.plan)}")),
        decisions=made,
        total=total([one.tables.sum.amount for one in made]),
        makers=_makers(issuing, layout),
    )
    return Document(f"danh-sach-chi-tien-thuong-{stem}", context, blanks.missing, blanks.notes)


def _money(campaign: ResolvedCampaign, ruling: Ruling, layout: Layout, blanks: Blanks, asked: Asked) -> DecisionMoney:
    tell_the_book((one.entry for one in ruling.winners if one.entry), campaign, blanks)
    tables = award_tables(ruling, tariff(campaign, ruling, asked.day), layout, blanks)
    assert ruling.decision
    where = f"ghi money_source trong {FILE}, {WHERE}"
    what = f"nguồn tiền thưởng của Quyết định số {ruling.decision.number}"
    source = blanks.text(money_source(campaign, ruling), what, where)
    issuing = decision_issued(campaign, ruling)
    if not is_ours(campaign, ruling):  # the decision of another body is named by who decided it
        issuer = issuing.issuer.model_copy(update={"name": authority(ruling.decided_by, issuing)})
        issuing = replace(issuing, issuer=issuer)
    return DecisionMoney(reference(issuing, layout), tables, source)


def _makers(issuing: Issuing, layout: Layout) -> list[SignatureBlock]:
    """Return who signs: those that ``papers.yaml`` tells where several do; else maker, accountant and head."""
    signers = issuing.signers if len(issuing.signers) > 1 else (*_BESIDE, *issuing.signers)
    return [replace(signature(one, layout), note=_NOTE) for one in signers]
