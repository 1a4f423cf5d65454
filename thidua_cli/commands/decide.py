"""``thidua decide``: record a signed decision: who was awarded, in ``decisions.yaml`` and in the award book."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from thidua_cli.commands.output import say, tell
from thidua_cli.commands.register import tell_unwritten
from thidua_cli.commands.typed_text import refuse_blank
from thidua_cli.commands.understood import some_names, understood
from thidua_cli.errors import ThiduaError
from thidua_cli.vietnamese.text import listing

if TYPE_CHECKING:
    from thidua_cli.campaign.book_additions import Booking
    from thidua_cli.campaign.deciding import Chosen
    from thidua_cli.campaign.entry import Entry
    from thidua_cli.campaign.resolved import ResolvedCampaign
    from thidua_cli.campaign.reviews import Review
    from thidua_cli.checks.nominations.context import CampaignContext
    from thidua_cli.findings.diagnostic import Diagnostic
    from thidua_cli.model.decision import Decision
    from thidua_cli.reading.origin import Record


@dataclass(frozen=True, slots=True)
class Typed:
    """A decision as typed on the command line; empty texts were not given."""

    number: str
    day: date
    by: str
    award: str | None = None
    occasion: str | None = None
    phase: str | None = None
    year: int | None = None
    only: Sequence[str] = ()
    excepted: Sequence[str] = ()
    signer_post: str | None = None
    signer_name: str | None = None
    money_source: str | None = None
    register_from: int | None = None
    id: str | None = None


def run(campaign: Path, typed: Typed, book: Path | None) -> int:
    """Record the decision; return the exit code.

    Nobody else writes decisions or book between reading and writing, and nothing is written before all is looked at.
    The book is written last: where that fails, ``check`` tells which decision it lacks.
    """
    from thidua_cli.campaign.book_additions import refuse_doubles
    from thidua_cli.campaign.files_of import DECISIONS_FILE, REGISTER_FILE, file_of
    from thidua_cli.campaign.load_plan import plan_path
    from thidua_cli.files import held_together
    from thidua_cli.writing.decision_book import last_decision, with_decision
    from thidua_cli.writing.register_book import read_book, with_entries

    refuse_blank({"--number": typed.number, "--by": typed.by, "--signer-name": typed.signer_name})
    folder = plan_path(campaign).parent
    book = book or file_of(folder, "register") or folder / REGISTER_FILE
    path = folder / DECISIONS_FILE
    with held_together((path, "tệp", False), (book, "sổ", True)) as (decisions, held_book):
        context, findings = understood(campaign, typed.day, book)
        chosen, decision = _decision(context, findings, typed)
        old = path.read_bytes() if path.exists() else None
        content = with_decision(str(path), old, decision, _remarks(chosen))
        lines = _booking(typed, decision["decided_by"], context).lines(chosen.awarded)
        refuse_doubles(lines, read_book(book) if book.exists() else [], None)
        _refuse_used_numbers(context, last_decision(str(path), content))
        booked = with_entries(book, lines)
        decisions.write(content, overwrite=True)
        held_book.write(booked, overwrite=True)
    count = len(chosen.awarded)
    say(f"Đã ghi Quyết định số {typed.number} cho {count} đề nghị vào {path} và {book}: {some_names(chosen.awarded)}.")
    tell_unwritten(book, lines)
    if chosen.left:
        tell(f"bỏ lại {len(chosen.left)} đề nghị chưa được Hội đồng thông qua: {some_names(chosen.left)}")
    return 0


def _decision(
    context: "ResolvedCampaign", findings: "list[Diagnostic]", typed: Typed
) -> "tuple[Chosen, dict[str, Any]]":
    """Return who is awarded, and the decision as plain data in the order of its file."""
    from thidua_cli.campaign.book_additions import awards_decided, decider_of
    from thidua_cli.campaign.deciding import Choice, chosen_by

    awards = awards_decided(context, typed.award, typed.by)
    review = _review(context, typed)
    choice = Choice(awards, review, typed.only, [_reason(one) for one in typed.excepted], typed.day)
    chosen = chosen_by(choice, context, findings)
    several = len(awards) > 1
    decider = decider_of(awards, typed.by)
    told: dict[str, Any] = {
        "id": typed.id or _id_of(typed.number),
        "number": typed.number,
        "date": typed.day.isoformat(),
        "decided_by": decider,
        "signer": _signer(typed, decider, context),
        "awards": [one.id for one in awards],
        "occasion": review.occasion,
        "phase": review.phase,
        "year": review.year,
        "awarded": [_named(entry, context, several=several) for entry in chosen.awarded],
        "excepted": [{**_named(entry, context, several=several), "why": why} for entry, why in chosen.excepted],
        "money_source": typed.money_source,
        "register_from": typed.register_from,
    }
    return chosen, {key: value for key, value in told.items() if value not in (None, [])}


def _refuse_used_numbers(context: "CampaignContext", new: "Record[Decision]") -> None:
    """Raise `ThiduaError` where ``check`` would warn, once the decision stands there, of a number used twice."""
    from thidua_cli.checks.nominations.book_numbers import first_free
    from thidua_cli.checks.numbers_ahead import BOOK_NUMBER, numbers_used
    from thidua_cli.findings.about import Spot
    from thidua_cli.findings.catalogue import rules
    from thidua_cli.findings.reporters.as_text import place

    said, mends = [], []
    for found in numbers_used(context, new):
        spots = [found.where, *(spot for spot, _ in found.others)]
        where = listing((place(one) for one in spots if isinstance(one, Spot) and one.record != new.origin.key), "và")
        mend, own = found.hint or rules()[found.code].hint, new.value
        if found.code == BOOK_NUMBER:
            free = first_free(context, own, own.decided_by)
            mend = (
                f"năm {own.date.year} số còn trống bắt đầu từ {free}: ghi --register-from {free}, hoặc sửa chỗ đã ghi"
            )
        said.append(f"{found.message} (đã có ở {where})")
        mends.append(mend)
    if said:
        raise ThiduaError("; ".join(said), "; ".join(("chưa ghi gì", *dict.fromkeys(mends))))


def _review(context: "ResolvedCampaign", typed: Typed) -> "Review":
    from thidua_cli.model.periods import Reviewed

    said = Reviewed(occasion=typed.occasion, phase=typed.phase, year=typed.year)
    reviews = context.reviews
    for _, field, (message, hint) in reviews.problems(said):
        raise ThiduaError(f"--{field}: {message}", hint)
    return reviews.of(said)


def _reason(typed: str) -> tuple[str, str]:
    """Return name and reason of ``Trần Thị B: chuyển công tác``."""
    name, _, why = typed.partition(":")
    if not name.strip() or not why.strip():
        message = f"--except “{typed}” chưa có lý do"
        raise ThiduaError(message, "ghi tên, dấu hai chấm, lý do: “Trần Thị B: đang xác minh đơn thư”")
    return name.strip(), why.strip()


def _id_of(number: str) -> str:
    """Return the id of a decision that is made of its number: ``45/QĐ-CTK`` gives ``qd-45-ctk``."""
    from thidua_cli.vietnamese.text import fold

    parts = [part for part in re.findall("[a-z0-9]+", fold(number)) if part != "qd"]
    return "-".join(["qd", *parts])


def _signer(typed: Typed, decider: str, context: "ResolvedCampaign") -> dict[str, str] | None:
    if not typed.signer_post and not typed.signer_name:
        return None
    signer = {"post": typed.signer_post or _post_of(decider, context), "name": typed.signer_name}
    return {key: value for key, value in signer.items() if value}


def _post_of(decider: str, context: "ResolvedCampaign") -> str:
    """Return what stands over the signature of a decider: his post without his body, which the letterhead names."""
    from thidua_cli.law.decider_names import who
    from thidua_cli.law.spelt_words import words_of

    one, usual = who(words_of(decider)), context.plan.signers[0]
    if one.any_unit:
        return usual.deputy_for or usual.post
    return one.title or decider


def _named(entry: "Entry", context: "ResolvedCampaign", *, several: bool) -> dict[str, str]:
    """Return what names a nominee: the id that is his alone, for names stand in the lists only; else the name."""
    assert entry.award
    own = entry.nomination
    if own.id and context.bears_alone(entry):
        return {"id": own.id}
    told = {"name": own.name, "unit": entry.unit_name}
    if several:
        told["award"] = entry.award.id
    return {key: value for key, value in told.items() if value}


def _remarks(chosen: "Chosen") -> dict[str, str]:
    """Return by path the name behind each id, for those who read the file: an id alone tells them nothing."""
    names: dict[str, str] = {}
    for index, entry in enumerate(chosen.awarded):
        names[f"awarded[{index}].id"] = entry.nomination.name
    for index, (entry, _) in enumerate(chosen.excepted):
        names[f"excepted[{index}].id"] = entry.nomination.name
    return names


def _booking(typed: Typed, by: str, context: "ResolvedCampaign") -> "Booking":
    from thidua_cli.campaign.book_additions import Booking

    return Booking(typed.number, typed.day, by, typed.year, context.plan.id, first=typed.register_from)
