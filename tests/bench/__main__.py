"""Print the ratios: ``uv run python -m tests.bench [SUBJECT...] [--rounds N]``."""

import argparse
import platform
import resource
import sys
from importlib.metadata import version

from tests.bench import certificates, nominations, office_template, rendering, return_letters, startup

SUBJECTS = {
    "rendering": rendering.run,
    "certificates": certificates.run,
    "return-letters": return_letters.run,
    "office-template": office_template.run,
    "startup": startup.run,
    "nominations": nominations.run,
    "million": nominations.run_million,
}
_LIBRARIES = ("typer", "pydantic", "jinja2", "python-docx", "docxtpl", "lxml", "python-calamine", "openpyxl")


def main() -> None:
    """Run the wanted subjects and print a line a pair."""
    parser = argparse.ArgumentParser(
        description="Ratios against named peers; CPU seconds, the least of interleaved runs."
    )
    parser.add_argument("subjects", nargs="*", choices=[*SUBJECTS, []], help="default: all")
    parser.add_argument("--rounds", type=int, default=7)
    wanted = parser.parse_args()
    libraries = ", ".join(f"{name} {version(name)}" for name in _LIBRARIES)
    print(f"Python {platform.python_version()}; {libraries}")  # noqa: T201
    for name in wanted.subjects or SUBJECTS:
        for pair in SUBJECTS[name](wanted.rounds):
            print(pair.row(), flush=True)  # noqa: T201
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // (1024 if sys.platform != "darwin" else 1024**2)
    print(f"largest process: {peak} MB")  # noqa: T201


main()
