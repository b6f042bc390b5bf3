"""What a revision may do while an old program runs on the database it changes; storage/migrate.py says why."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from storage.migrate import HEAD, MIGRATIONS

#: These have landed, before there was a fleet.
BEFORE = ("0001", "0002", "0003")
FILES = sorted(path for path in (MIGRATIONS / "versions").glob("*.py") if path.name[:4] not in BEFORE)
#: What takes away or changes what an old program uses, or reads all of a long table under a lock.
FORBIDDEN = {
    "drop_table", "drop_column", "rename_table", "alter_column", "create_foreign_key", "create_check_constraint",
    "create_unique_constraint", "create_primary_key", "drop_constraint",
}  # fmt: skip
STATEMENT = re.compile(r"\b(ALTER|DROP|RENAME|TRUNCATE|LOCK)\b", re.IGNORECASE)
IDENTIFIER = re.compile(r"(\d{4})(?:_(\d{4}))?")


def faults(source: str) -> Iterator[str]:
    """What `upgrade` does and mustn't; a table that the revision makes itself is nobody's yet."""
    module = ast.parse(source)
    alone = "in_transaction = False" in source
    upgrade = [node for node in module.body if not (isinstance(node, ast.FunctionDef) and node.name == "downgrade")]
    calls = [node for part in upgrade for node in ast.walk(part) if isinstance(node, ast.Call)]
    made = {text(call.args[0]) for call in calls if name(call) == "create_table"}
    for call in calls:
        if name(call) in FORBIDDEN:
            yield name(call)
        if name(call) == "create_index" and (len(call.args) < 2 or text(call.args[1]) not in made):
            yield "create_index"
        if name(call) == "add_column" and not harmless(call):
            yield "add_column"
        if name(call) == "build_index" and not alone:
            yield "build_index"
        if name(call) in ("execute", "text") and STATEMENT.search(ast.unparse(call)):
            yield "execute"
    if alone and made:
        yield "create_table"


def name(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def text(node: ast.expr) -> str:
    return str(node.value) if isinstance(node, ast.Constant) else ast.unparse(node)


def harmless(call: ast.Call) -> bool:
    """A new column is made without a look at the rows when it may be NULL, or all have the same in it."""
    column = next((each for each in call.args if isinstance(each, ast.Call) and name(each) == "Column"), None)
    if column is None:
        return False
    given = {keyword.arg: ast.unparse(keyword.value) for keyword in column.keywords}
    default = given.get("server_default", "")
    constant = "func." not in default and "text(" not in default
    refers = any(isinstance(each, ast.Call) and name(each) == "ForeignKey" for each in column.args)
    return not refers and constant and (given.get("nullable") == "True" or bool(default))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_revision_only_adds_and_keeps_nobody_waiting(path: Path) -> None:
    assert list(faults(path.read_text(encoding="utf-8"))) == []


def test_every_revision_tells_how_old_a_program_still_runs_on_it() -> None:
    """And no revision runs older programs than the one before it: what that broke stays broken."""
    found = [re.search(r'^revision = "(.+)"', path.read_text(encoding="utf-8"), re.M) for path in FILES]
    named = [IDENTIFIER.fullmatch(match[1]) if match else None for match in found]
    pairs = [(match[1], match[2] or match[1]) for match in named if match]
    assert len(pairs) == len(FILES)
    assert [path.name[: len(HEAD)] for path in FILES][-1] == HEAD
    assert all(oldest <= number for number, oldest in pairs)
    assert [oldest for _, oldest in pairs] == sorted(oldest for _, oldest in pairs)


@pytest.mark.parametrize(
    "line",
    [
        'op.drop_column("users", "about")', 'op.drop_table("notes")', 'op.alter_column("users", "step", type_=sa.Text())',
        'op.create_index("ix", "contacts", ["city"])', 'op.execute("ALTER TABLE users DROP COLUMN about")',
        'connection.execute(sa.text("truncate notes"))',
        'op.add_column("users", sa.Column("x", sa.String(), nullable=False))',
        'op.add_column("users", sa.Column("x", sa.DateTime(), server_default=sa.func.now()))',
        'op.add_column("users", sa.Column("x", sa.Integer(), sa.ForeignKey("users.id"), nullable=True))',
        'op.add_column("users", column)', 'build_index("ix", "contacts", ["city"])', 'op.rename_table("notes", "words")',
        'with op.batch_alter_table("users") as batch:\n        batch.drop_column("about")',
        'op.create_foreign_key("fk", "notes", "users", ["a"], ["id"])',
    ],
)  # fmt: skip
def test_the_check_sees_what_would_break_an_old_program_or_keep_it_waiting(line: str) -> None:
    assert list(faults(f"def upgrade():\n    {line}\n")) != []


@pytest.mark.parametrize(
    "line",
    [
        'op.add_column("users", sa.Column("x", sa.String(), nullable=True))',
        'op.add_column("users", sa.Column("x", sa.Integer(), nullable=False, server_default="0"))',
        'op.create_table("pace", sa.Column("name", sa.String()))\n    op.create_index("ix", "pace", ["name"])',
    ],
)
def test_the_check_lets_additions_pass(line: str) -> None:
    assert list(faults(f"def upgrade():\n    {line}\n\ndef downgrade():\n    op.drop_table('pace')\n")) == []
    outside = 'in_transaction = False\n\ndef upgrade():\n    build_index("ix", "contacts", ["city"])\n'
    assert list(faults(outside)) == []
