"""Small workbooks made to eat the machine end soon and in our words; memory is that of a whole process."""

import resource
import subprocess
import sys
from pathlib import Path

import pytest

from tests.reading.hostile_workbooks import HOSTILE

MOST_SECONDS, MOST_MEGABYTES = 10, 1000
PROGRAM = """
import resource, sys
from pathlib import Path
from thidua_cli.errors import ThiduaError
from thidua_cli.lists.reader import nomination_reader
from thidua_cli.reading.tables.open_table import read_table
try:
    nomination_reader({}, award_needed=True).read(read_table(Path(sys.argv[1])))
except ThiduaError as error:
    assert error.hint
    print(error.message)
used = resource.getrusage(resource.RUSAGE_SELF)
# Not ru_maxrss: a process begins with that of the one that started it.
peak = next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM"))
print(int(used.ru_utime + used.ru_stime), int(peak.split()[1]) // 1000)
"""


@pytest.mark.slow
@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_workbook_ends_soon(name: str, tmp_path: Path) -> None:
    file = tmp_path / name
    file.write_bytes(HOSTILE[name]())
    assert file.stat().st_size < 5_000_000

    def bounded() -> None:
        resource.setrlimit(resource.RLIMIT_CPU, (2 * MOST_SECONDS, 2 * MOST_SECONDS))
        resource.setrlimit(resource.RLIMIT_AS, (4_000_000_000, 4_000_000_000))

    command = [sys.executable, "-c", PROGRAM, str(file)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False, preexec_fn=bounded)
    assert (done.returncode, done.stderr) == (0, "")
    seconds, megabytes = map(int, done.stdout.split()[-2:])
    assert seconds < MOST_SECONDS
    assert megabytes < MOST_MEGABYTES
