"""What the words of an award book mean: for whom, sex, group, for what. What is not understood is None, and told."""

from collections.abc import Iterator

from thidua_cli.campaign.award_names import AwardNames, groups_of
from thidua_cli.campaign.closed_words import Problem, Words
from thidua_cli.law.award_catalogue import award as law_award
from thidua_cli.law.statistics_terms import categories
from thidua_cli.model.base import shown
from thidua_cli.model.fields import GROUPS, SUBJECTS
from thidua_cli.model.plan import Plan
from thidua_cli.model.register import RegisterEntry
from thidua_cli.model.terms import GENDERS, GROUP_SPELLINGS, SEX_WORDS, SUBJECT_SPELLINGS
from thidua_cli.vietnamese.address import sex_of_address
from thidua_cli.vietnamese.text import fold, listing

CODE = "book-unclear"


class BookWords:
    """The words of a book, as the law and the plan of a campaign know them; each distinct one is looked up once."""

    def __init__(self, plan: Plan) -> None:
        asked = AwardNames(plan).all_subjects
        classes = [word for one in categories("classes") for word in one.words if word not in GROUPS]
        self._subjects = Words("đối tượng", CODE, SUBJECTS, asked, spellings=SUBJECT_SPELLINGS)
        self._groups = Words(
            "nhóm", CODE, GROUPS | {word: word for word in classes}, groups_of(plan.awards), spellings=GROUP_SPELLINGS
        )

    def subject(self, line: RegisterEntry) -> str | None:
        """Return for whom an award was given, as the book tells, or as the award is for one subject alone."""
        if line.subject:
            return self._subjects.find(line.subject)[0]
        possible = law_award(line.award).subjects
        return possible[0] if len(possible) == 1 else None

    def sex(self, line: RegisterEntry) -> str | None:
        """Return ``male`` or ``female``, as its column tells, or the form of address before the name."""
        return SEX_WORDS.read(line.gender) if line.gender else sex_of_address(line.name)

    def group(self, line: RegisterEntry) -> str | None:
        """Return the group: ``leader``, ``worker``, one of the classes of statistics, or one of the plan."""
        return self._groups.find(line.group)[0] if line.group else None

    def problems(self, line: RegisterEntry) -> Iterator[tuple[str, Problem]]:
        """Yield the fields whose words are not understood, and what to say of each."""
        for field, words, typed in (("subject", self._subjects, line.subject), ("group", self._groups, line.group)):
            problem = words.find(typed)[1] if typed else None
            if problem:
                yield field, problem
        if line.gender and SEX_WORDS.read(line.gender) is None:
            yield "gender", (f"chưa hiểu giới tính {shown(line.gender)}", f"ghi {listing(GENDERS.values(), 'hoặc')}")
        if line.type_of_award and method_of(line.type_of_award) is None:
            names = listing((one.name.lower() for one in categories("methods")), "hoặc")
            yield "type_of_award", (f"chưa hiểu loại hình {shown(line.type_of_award)}", f"ghi {names}")


def method_of(text: str) -> str | None:
    """Return the method of statistics that a type of award means; None where it means none, or several."""
    said = fold(text)
    meant = [kind.name for kind in categories("methods") if any(fold(word) in said for word in kind.words)]
    return meant[0] if len(meant) == 1 else None
