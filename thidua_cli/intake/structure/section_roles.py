"""What a section is about, told by its heading; one heading often has several roles."""

import re

from thidua_cli.intake.words import listed
from thidua_cli.vietnamese.text import fold

_LONGEST = 30


def roles_of(heading: str, within: tuple[str, ...] = ()) -> list[str]:
    """Return the roles that a heading tells; ``within`` are those of the sections above it."""
    text = fold(heading)
    if len(text.split()) > _LONGEST:
        return []
    about_awards = bool(set(within) & set(listed("award_roles")) or re.search(listed("award_roles")["awards"], text))
    # A name in quotation marks tells what the section is about no more than its other words do.
    text = re.sub(r"[“\"].*?[”\"]", " ", text)
    roles = _told(text, "roles")
    if not about_awards:
        return _told(text, "general_roles") + roles
    roles = [role for role in roles if role != "targets"]
    parts = _told(text, "award_roles")
    # Dossiers and funding of awards are no awards.
    return [*parts, *roles] if set(parts) - {"awards"} or not set(roles) & {"dossier", "funding"} else roles


def _told(text: str, name: str) -> list[str]:
    return [role for role, words in listed(name).items() if re.search(words, text)]
