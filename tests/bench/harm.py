"""What files made to harm cost to read: seconds, and MB over the idle process, each in a process of its own."""

import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from tests.bench.measuring import row
from tests.bot.rules.files import harm

ROOT = Path(__file__).parents[2]
_MEASURED = """
import sys, time
from datetime import date
from bot.rules.files.reading import read_file
from tests.bot.rules.files import harm
def read(content):
    read_file(content, name="", region="DE", today=date(2026, 11, 23))
def resident(figure):
    with open("/proc/self/status") as status:
        return int(status.read().split(figure)[1].split()[0])
read(harm.people_workbook())
read(b"Name,Email\\nAna,a@example.org")
idle = resident("VmRSS:")
with open(sys.argv[1], "rb") as file:
    content = file.read()
started = time.perf_counter()
read(content)
print(time.perf_counter() - started, (resident("VmHWM:") - idle) / 1000)
"""


def harming() -> list[dict[str, Any]]:
    """Two figures for each file of tests/bot/rules/files/harm.py; the memory counts the file itself."""
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "file"
        for name, (_, content) in harm.FILES.items():
            path.write_bytes(content())
            command = [sys.executable, "-c", _MEASURED, str(path)]
            said = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.split()
            rows += [row(f"harm: {name}", float(said[0]), "s"), row(f"harm: {name}, over idle", float(said[1]), "MB")]
    return rows
