"""What `make audit` says; pip-audit's own process is stood in for."""

import json
import subprocess
from collections.abc import Sequence
from typing import Any

import pytest

from tests.audit import AUDIT, ROOT, main

CLEAN = {"name": "aiohttp", "version": "3.14.5", "vulns": []}
HOLED = {"name": "jinja2", "version": "2.4", "vulns": [{"id": "PYSEC-2019-217", "fix_versions": ["2.10.1"]}]}
SKIPPED = {"name": "tzdata", "skip_reason": "Dependency not found on PyPI"}


class Sources:
    """What pip-audit writes, by source; `asked` are those that were."""

    def __init__(self, **written: str | list[dict[str, Any]] | Exception) -> None:
        self._written = written
        self.asked: list[str] = []

    def __call__(self, command: Sequence[str]) -> str:
        assert tuple(command[:-1]) == AUDIT
        self.asked.append(command[-1])
        written = self._written[command[-1]]
        if isinstance(written, Exception):
            raise written
        return written if isinstance(written, str) else json.dumps({"dependencies": written, "fixes": []})


@pytest.mark.parametrize(("sources", "code", "said", "asked"), [
    (Sources(pypi=[CLEAN]), 0, "1 packages were checked; none with a known advisory.", ["pypi"]),
    (Sources(pypi=[CLEAN, HOLED]), 1, "jinja2 2.4: PYSEC-2019-217 (fixed in 2.10.1)", ["pypi"]),
    (Sources(pypi="", osv=[CLEAN]), 0, "1 packages were checked; none", ["pypi", "osv"]),
    (Sources(pypi="", osv="not reached"), 2, "nothing was checked", ["pypi", "osv"]),
    (Sources(pypi=[SKIPPED], osv=""), 2, "nothing was checked", ["pypi", "osv"]),
    (Sources(pypi=[CLEAN, SKIPPED], osv=""), 2, "1 could not be: tzdata", ["pypi", "osv"]),
    (Sources(pypi=[CLEAN, SKIPPED], osv=[{**SKIPPED, "version": "1", "vulns": []}]), 2, "tzdata", ["pypi", "osv"]),
    (Sources(pypi=[SKIPPED], osv=[{"name": "tzdata", "version": "1", "vulns": []}]), 0, "1 packages", ["pypi", "osv"]),
    (Sources(pypi=[SKIPPED, HOLED], osv=""), 1, "jinja2", ["pypi", "osv"]),
    (Sources(pypi=subprocess.TimeoutExpired("", 1), osv=OSError("gone")), 2, "nothing was checked", ["pypi", "osv"]),
])  # fmt: skip
def test_it_says_what_is_known_and_what_could_not_be_asked(
    sources: Sources, code: int, said: str, asked: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(sources) == code
    assert said in capsys.readouterr().out
    assert sources.asked == asked


def test_what_is_audited_is_what_is_installed_by_hash() -> None:
    lines = (ROOT / "requirements.txt").read_text().splitlines()
    named = [line for line in lines if line and line[0] not in " #-"]
    assert len(named) > 10
    assert all("==" in line for line in named)
