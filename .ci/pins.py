"""Write the exact versions of all libraries that tests and bench use into pyproject.toml.

``python .ci/pins.py`` takes the newest releases; ``python .ci/pins.py --remove`` takes the pins out, to try them.
"""

import re
import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent / "pyproject.toml"
_BEFORE = '[tool.uv]\ndefault-groups = ["dev"]\n'
_PINS = re.compile(r"^constraint-dependencies = \[\n(?:.*\n)*?\]\n", re.MULTILINE)


def newest() -> list[str]:
    """Return a requirement with exact version for each library that is resolved, with its marker if it has one."""
    command = ["uv", "export", "-q", "--upgrade", "--all-groups", "--no-hashes", "--no-annotate", "--no-header"]
    done = subprocess.run(
        [*command, "--no-emit-project"], cwd=PROJECT.parent, check=True, capture_output=True, text=True
    )
    return sorted(line.strip().replace('"', "'") for line in done.stdout.splitlines() if "==" in line)


def written(pins: list[str]) -> None:
    """Put ``pins`` (none: nothing at all) where the list of pins stands."""
    lines = "".join(f'    "{pin}",\n' for pin in pins)
    block = f"constraint-dependencies = [\n{lines}]\n"
    text = _PINS.sub("", PROJECT.read_text(encoding="utf-8"))
    if pins:
        text = text.replace(_BEFORE, _BEFORE + block, 1)
    PROJECT.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    written([])
    if "--remove" not in sys.argv[1:]:
        written(newest())
