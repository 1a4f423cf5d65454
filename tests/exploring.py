"""How far property tests explore: the same examples each run by default, ten times as many new ones on request.

``HYPOTHESIS_PROFILE=search uv run pytest`` explores; what it finds becomes an ``@example`` or a case.
"""

import os

from hypothesis import settings

PROFILE = os.environ.get("HYPOTHESIS_PROFILE", "default")
_TIMES = {"search": 10}.get(PROFILE, 1)
# Machines differ in speed, so no test is timed.
settings.register_profile("default", derandomize=True, database=None, deadline=None)
settings.register_profile("search", max_examples=100 * _TIMES, deadline=None, print_blob=True)


def examples(number: int) -> settings:
    """Return settings for ``number`` examples in the default run, ten times as many in a search."""
    return settings(max_examples=number * _TIMES)
