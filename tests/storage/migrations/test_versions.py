"""A migration does for ever what it did when it was written."""

import ast
from pathlib import Path

import pytest

from storage.migrate import MIGRATIONS

VERSIONS = sorted((MIGRATIONS / "versions").glob("*.py")) + sorted((MIGRATIONS / "frozen").glob("*.py"))


@pytest.mark.parametrize("path", VERSIONS, ids=lambda path: path.stem)
def test_a_migration_takes_nothing_from_the_program_that_may_change(path: Path) -> None:
    taken = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.ImportFrom):
            taken.add(node.module or "")
        elif isinstance(node, ast.Import):
            taken |= {alias.name for alias in node.names}
    ours = {name for name in taken if name.partition(".")[0] in ("storage", "bot", "")}
    assert {name for name in ours if not name.startswith("storage.migrations.frozen.")} == set()
