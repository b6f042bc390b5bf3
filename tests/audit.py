"""`make audit`: does an advisory database know of a hole in what Dotty is installed with?

    python -m tests.audit

Asks PyPI, and OSV for what PyPI doesn't tell. The exit code: 0, all was checked and nothing is known; 1, something is;
2, not all could be checked, which is no answer.
"""

import json
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[1]
SOURCES = ("pypi", "osv")
#: Seconds for one source to tell of everything.
PATIENCE = 120
#: Every package is named with its version and hash there, so nothing need be installed or resolved.
AUDIT = (
    sys.executable, "-m", "pip_audit", "--requirement", str(ROOT / "requirements.txt"), "--require-hashes", "--disable-pip",
    "--format", "json", "--progress-spinner", "off", "--timeout", "15", "--vulnerability-service",
)  # fmt: skip

#: Runs a command; what it wrote to standard output.
Run = Callable[[Sequence[str]], str]


@dataclass
class Findings:
    """By package and version: the advisories; and what nobody could tell of."""

    checked: set[str] = field(default_factory=set)
    unchecked: set[str] = field(default_factory=set)
    known: dict[str, list[str]] = field(default_factory=dict)


def ask(source: str, run: Run) -> Findings:
    """What one source tells; nothing where it can't be reached, which pip-audit tells by writing no JSON."""
    found = Findings()
    try:
        packages = json.loads(run([*AUDIT, source]))["dependencies"]
    except (ValueError, OSError, subprocess.SubprocessError):
        return found
    for package in packages:
        name = f"{package['name']} {package.get('version', '')}".strip()
        if "skip_reason" in package:
            found.unchecked.add(package["name"])
            continue
        found.checked.add(package["name"])
        if package["vulns"]:
            found.known[name] = [_told(each) for each in package["vulns"]]
    return found


def _told(advisory: dict[str, list[str]]) -> str:
    fixed = ", ".join(advisory.get("fix_versions", ()))
    return f"{advisory['id']}" + (f" (fixed in {fixed})" if fixed else "")


def main(run: Run, sources: Sequence[str] = SOURCES) -> int:
    checked: set[str] = set()
    known: dict[str, list[str]] = {}
    unchecked: set[str] = set()
    for source in sources:
        found = ask(source, run)
        checked |= found.checked
        unchecked |= found.unchecked
        known |= found.known
        if checked and not unchecked - checked:
            break
    left = unchecked - checked
    lines = [f"{name}: {', '.join(advisories)}" for name, advisories in sorted(known.items())]
    if not checked:
        lines.append("No advisory source could be reached: nothing was checked.")
    elif left:
        lines.append(f"{len(checked)} packages were checked, and {len(left)} could not be: {', '.join(sorted(left))}.")
    else:
        lines.append(f"{len(checked)} packages were checked; {len(known) or 'none'} with a known advisory.")
    sys.stdout.write("\n".join([*lines, ""]))
    return 1 if known else 2 if left or not checked else 0


def run_command(command: Sequence[str]) -> str:
    """pip-audit ends with 1 for advisories and for faults alike: what it wrote tells them apart."""
    return subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE, check=False).stdout


if __name__ == "__main__":
    sys.exit(main(run_command))
