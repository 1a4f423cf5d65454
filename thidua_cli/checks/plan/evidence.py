"""What a plan speaks of: told by the roles of its sections, its facts, its headings, its words."""

import re
from collections.abc import Iterable
from functools import cached_property

from thidua_cli.campaign.dated_plan import DatedPlan
from thidua_cli.checks.plan.references import sections

_PROSE = re.compile(r"(?:title|campaign|participants|targets|awards|tasks|opening|body|closing)\b")


class Evidence:
    """Answers whether the plan speaks of a subject; generous, since to deny it wrongly would be a false alarm."""

    def __init__(self, context: DatedPlan) -> None:
        self._context = context
        self._sections = list(sections(context.plan.body))

    @cached_property
    def _facts(self) -> dict[str, object]:
        plan = self._context.plan
        inserts = {name for _, section in self._sections for name in section.insert}
        return {
            **dict(plan),
            "standards": [standard for award in plan.awards for standard in award.standards],
            "occasions": plan.campaign.occasions,
            "theme": plan.campaign.theme,
            "printed time": inserts & {"period", "phases"},
        }

    @cached_property
    def _prose(self) -> str:
        return "\n".join(text for path, text in self._context.texts if _PROSE.match(path))

    def has_role(self, *roles: str) -> bool:
        """Tell whether a section has one of the roles."""
        return any(role in roles for _, section in self._sections for role in section.role)

    def has_fact(self, fact: str) -> bool:
        """Tell whether the plan states the fact above its prose."""
        return bool(self._facts[fact])

    def heads(self, words: str) -> bool:
        """Tell whether a heading has one of the words (a regular expression)."""
        headings = "\n".join(section.heading or "" for _, section in self._sections)
        return bool(re.search(rf"\b(?:{words})\b", headings, re.IGNORECASE))

    def says(self, words: str) -> bool:
        """Tell whether the plan's own prose has one of the words (a regular expression)."""
        return bool(re.search(rf"\b(?:{words})\b", self._prose, re.IGNORECASE))

    def section_texts(self, role: str) -> Iterable[tuple[str, str]]:
        """Yield path and whole text of each section with the role, parts included."""
        for path, section in self._sections:
            if role in section.role:
                inside = (text for place, text in self._context.texts if place.startswith(path))
                yield path, "\n".join(inside)
