"""The draft of a plan: answers of the officer, and what follows from them, as the context of the YAML template."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

from thidua_cli.drafting.questions import Answers
from thidua_cli.law.award_catalogue import own_award
from thidua_cli.law.instruments import default_bases
from thidua_cli.law.spelt_words import said, words_of
from thidua_cli.model.awards import PlanAward, award_name
from thidua_cli.model.base import one_or_many
from thidua_cli.model.campaign import Event
from thidua_cli.model.dates import DayOfIssue, PartialDate, parse_date
from thidua_cli.model.plan import Plan
from thidua_cli.model.terms import MODE_NOUNS
from thidua_cli.page.layout import layout_for
from thidua_cli.papers.engine import environment
from thidua_cli.vietnamese.bodies import slug, whole_post
from thidua_cli.vietnamese.text import clean, fold, lower_first, without_control
from thidua_cli.writing.yaml_text import flow

_DOSSIER_DAYS, _REVIEW_DAYS = 10, 30

Context = dict[str, Any]


def draft_plan(answers: Answers, folder: Path, today: date, superior: Plan | None = None) -> str:
    """Return the YAML text of a new plan; with ``superior``, one that carries out that plan one level down."""
    return environment().get_template("drafts/plan.yaml.j2").render(_context(answers, folder, today, superior))


def _context(answers: Answers, folder: Path, today: date, superior: Plan | None) -> Context:
    end = parse_date(answers.end)
    noun = MODE_NOUNS[answers.mode]
    follows = _citation_of(superior) if superior else ""
    bases = [instrument.cite for instrument in default_bases(today) if instrument.cite]
    return {
        **vars(answers),
        "folder": without_control(clean(str(folder))),
        "id": slug(folder.resolve().name),
        "date": f"{today:%Y-%m}",
        "collective": "Ủy ban nhân dân" if fold(answers.issuer).startswith("uy ban nhan dan") else "",
        "bases": [*bases, f"Thực hiện {follows}"] if follows else bases,
        "follows": follows,
        "theme": superior.campaign.theme if superior else "",
        "phases": _phases(superior, today),
        "occasions": _occasions(answers.mode, end, noun),
        "noun": noun,
        "subject": lower_first(answers.title),
        "awards": _awards(answers, superior),
        "recipients": _recipients(answers),
        "archive": list(layout_for(answers.layout, today).archive),
    }


def _awards(answers: Answers, superior: Plan | None) -> list[Context]:
    taken = {award.id for award in superior.awards} if superior else set()
    form = own_award().id
    award_id = form.replace("_", "-")
    own = {
        "id": f"{award_id}-don-vi" if award_id in taken else award_id,
        "form": form,
        "decided_by": _decided_by(answers.post, answers.issuer),
        "quotas": [_own_quota("collective", answers.collectives), _own_quota("individual", answers.individuals)],
        "own": True,
    }
    return [*(_from_superior(award, superior) for award in superior.awards), own] if superior else [own]


def _from_superior(award: PlanAward, superior: Plan) -> Context:
    """Take an award of the superior over: what it gives to each unit, this unit may propose."""
    source = _citation_of(superior)
    quotas: list[Context] = []
    for quota in award.quotas:
        bound = quota.model_dump(include={"exactly", "min", "max"}, exclude_none=True) if "unit" in quota.per else {}
        quotas.append({"subject": one_or_many(quota.subject), **(bound or {"open": True}), "source": source})
    return {
        "id": award.id,
        "form": award.form,
        "decided_by": _decider(award, superior),
        "quotas": quotas or [{"subject": ["collective", "individual"], "open": True, "source": source}],
        "own": False,
    }


def _decider(award: PlanAward, superior: Plan) -> str:
    """Return who decides, with the name of the body: its own head is named there by the post alone."""
    if award.decided_by in {signer.post for signer in superior.signers}:
        return _decided_by(award.decided_by, superior.issuer.name)
    return award.decided_by or award_name(award)


def _own_quota(subject: str, number: str) -> Context:
    return {"subject": subject, "max": int(number)} if number else {"subject": subject, "open": True}


def _occasions(mode: str, end: PartialDate, noun: str) -> list[Context]:
    review, dossiers = end.last + timedelta(days=_REVIEW_DAYS), end.last + timedelta(days=_DOSSIER_DAYS)
    final = {"id": "tong-ket", "name": f"tổng kết {noun}", "kind": "final"}
    final |= {"date": str(review), "dossiers_by": str(dossiers)}
    if mode != "regular" or end.last.month <= 6:
        return [final]
    interim = {"id": "so-ket", "name": "sơ kết 6 tháng đầu năm", "kind": "interim", "date": f"{end.year}-07"}
    return [{**interim, "dossiers_by": ""}, final]


def _phases(superior: Plan | None, today: date) -> list[Context]:
    """Return the superior's phases, unless they are over: those of an old plan do not fit a new campaign."""
    phases = superior.campaign.phases if superior else []
    ends = [phase.end.last for phase in phases if isinstance(phase.end, PartialDate)]
    if ends and max(ends) < today:
        return []
    return [{**dict(phase), "start": _typed(phase.start), "end": _typed(phase.end)} for phase in phases]


def _typed(value: PartialDate | DayOfIssue | Event | None) -> str:
    """Return a date of the superior's plan as it is typed in YAML; its day of issue is not ours."""
    if isinstance(value, PartialDate):
        return value.typed
    if isinstance(value, Event):
        return flow({"event": value.event})
    return "issue" if value else ""


def _citation_of(plan: Plan) -> str:
    number = plan.number or "…"
    symbol = f"{number}/KH-{plan.issuer.abbreviation}"
    if plan.issuer.layout == "party":
        symbol = f"{number}-KH/{plan.issuer.abbreviation}"
    issued = ""
    if plan.date:
        issued = f" ngày {plan.date}" if plan.date.day else f" năm {plan.date.year}"
    return f"Kế hoạch số {symbol}{issued} của {plan.issuer.name} về {lower_first(plan.title)}"


def _recipients(answers: Answers) -> list[Context]:
    first = [{"to": answers.superior, "for": "báo cáo"}] if answers.superior else []
    return [
        *first,
        {"to": f"Lãnh đạo {answers.issuer}", "for": "chỉ đạo"},
        {"to": "Các tập thể thuộc, trực thuộc", "for": "thực hiện"},
    ]


def _decided_by(post: str, issuer: str) -> str:
    """Return who decides: the head of a body, his post in full words."""
    return whole_post(said(words_of(post)), issuer)
