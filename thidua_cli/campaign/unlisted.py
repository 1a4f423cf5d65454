"""Awards that the award book has and no list puts forward: they were given, and nobody proposed them here."""

from collections.abc import Iterable

from thidua_cli.campaign.award_names import AwardNames
from thidua_cli.campaign.book_words import BookWords
from thidua_cli.campaign.course import Course
from thidua_cli.campaign.entry import Entry
from thidua_cli.campaign.passed import Standing, State
from thidua_cli.campaign.register_lines import Line, is_of
from thidua_cli.campaign.resolved import ResolvedCampaign
from thidua_cli.model.awards import PlanAward
from thidua_cli.model.nomination import TYPE_OF_AWARD, Nomination
from thidua_cli.model.register import RegisterEntry


def own_lines(context: ResolvedCampaign) -> list[Line]:
    """Return the lines of the award book that count and are of this campaign."""
    return [line for line in context.past.standing if is_of(line, context.plan.id)]


def unlisted(lines: Iterable[Line], context: ResolvedCampaign) -> list[Course]:
    """Return each line as the course of somebody who was awarded: what the book does not say stays unknown."""
    words, names = BookWords(context.plan), context.award_names
    return [_course(line, words, names, context) for line in lines]


def _course(line: Line, words: BookWords, names: AwardNames, context: ResolvedCampaign) -> Course:
    own = line.value
    facts = {TYPE_OF_AWARD: own.type_of_award} if own.type_of_award else {}
    nomination = Nomination(
        name=own.name,
        position=own.position,
        gender=words.sex(own),
        id_number=own.id_number,
        unit=own.unit,
        achievement=own.achievement,
        year=own.year,
        facts=facts,
    )
    entry = Entry(nomination, line.origin, award=_award(own, names), year=own.year)
    entry.subject, entry.group = words.subject(own), words.group(own)
    entry.unit = context.known_units.means(own.unit) if own.unit else None
    return Course(entry, Standing(State.NO_VOTE), None, line, None, True, needs_ballot=False, unlisted=True)


def _award(line: RegisterEntry, names: AwardNames) -> PlanAward | None:
    """Return the one award of the plan that a line is of, by its form and who decided it."""
    of_form = [award for award in names.awards if award.form == line.award]
    if line.decided_by:
        of_form = [award for award in of_form if names.other_decider(award, line.decided_by) is None]
    return of_form[0] if len(of_form) == 1 else None
