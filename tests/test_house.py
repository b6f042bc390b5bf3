"""The rules of the house that no linter knows: who may say words, read the environment, know the clock."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
CODE = sorted(path for folder in ("bot", "storage") for path in (ROOT / folder).rglob("*.py"))
RULES = [path for path in CODE if path.is_relative_to(ROOT / "bot" / "rules")]
#: The practice Bot API answers errors in Telegram's own words, which the library and bot.faults read.
TELEGRAMS_WORDS = ("bot_api.py", "updates.py", "html.py", "refusals.py")
#: Two words with a space between, of which the first has a capital, or an end as sentences have it; or an emoji label.
SENTENCE = re.compile(r"[A-Z][a-z']+,? [a-z']{2,}|[a-z]{2,} [a-z']+[.!?…](\s|$)|[\U0001f300-\U0001faff] \w")
OUTSIDE_TEXTS = [
    path
    for path in CODE
    if path.is_relative_to(ROOT / "bot")
    and "texts" not in path.parts
    and not ("practice" in path.parts and path.name in TELEGRAMS_WORDS)
]
LONGEST_FILE, LONGEST_FUNCTION = 300, 40


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def docstrings(module: ast.Module) -> set[int]:
    """The ids of the nodes that are docstrings."""
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    bodies = [node.body for node in ast.walk(module) if isinstance(node, documented)]
    return {id(body[0].value) for body in bodies if body and isinstance(body[0], ast.Expr)}


def not_said(module: ast.Module) -> set[int]:
    """The ids of strings that reach no user: docstrings, log lines, patterns, and what an exception tells a developer."""
    found = docstrings(module)
    for node in ast.walk(module):
        quiet = isinstance(node, ast.Raise) or (isinstance(node, ast.Call) and is_quiet(node.func))
        if quiet or isinstance(node, ast.Assert):
            found |= {id(each) for each in ast.walk(node)}
    return found


def is_quiet(function: ast.expr) -> bool:
    called = ast.unparse(function)
    return called.startswith("log.") or called in ("re.compile", "logging.basicConfig")


def said_outside_texts(source: str) -> Iterator[tuple[int, str]]:
    module = ast.parse(source)
    quiet = not_said(module)
    for node in ast.walk(module):
        if not isinstance(node, ast.Constant) or not isinstance(node.value, str) or id(node) in quiet:
            continue
        if SENTENCE.search(node.value):
            yield node.lineno, node.value


@pytest.mark.parametrize("path", OUTSIDE_TEXTS, ids=name)
def test_only_texts_hold_words_for_people(path: Path) -> None:
    assert list(said_outside_texts(path.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    "line", ['x = "Added one person"', 'say("that is gone.")', 'button("👍 done")', 'f"Hello there {x}"']
)
def test_the_check_on_words_sees_words(line: str) -> None:
    assert list(said_outside_texts(line))


@pytest.mark.parametrize("line", ['"""Adds one person."""', 'log.info("Started up well.")', 're.compile("Just done.")'])
def test_the_check_on_words_passes_over_what_nobody_reads(line: str) -> None:
    assert not list(said_outside_texts(line))


@pytest.mark.parametrize("path", CODE, ids=name)
def test_only_the_configuration_reads_the_environment(path: Path) -> None:
    reads = re.search(r"\b(environ|getenv|dotenv)\b", path.read_text(encoding="utf-8"))
    assert name(path) == "bot/config.py" or reads is None


@pytest.mark.parametrize("path", CODE, ids=name)
def test_only_keyboards_know_callback_data(path: Path) -> None:
    knows = "callback_data" in path.read_text(encoding="utf-8")
    assert "keyboards" in path.parts or "practice" in path.parts or not knows


@pytest.mark.parametrize("path", RULES, ids=name)
def test_rules_have_no_clock_and_no_chance(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert not re.search(
        r"\.(now|today|utcnow)\(|\btime\.time\(|\bmonotonic\(|^import random|^from random", source, re.M
    )


@pytest.mark.parametrize("path", CODE, ids=name)
def test_files_stay_readable(path: Path) -> None:
    assert path.read_text(encoding="utf-8").count("\n") <= LONGEST_FILE


@pytest.mark.parametrize("path", CODE, ids=name)
def test_functions_stay_readable(path: Path) -> None:
    functions = [node for node in ast.walk(tree(path)) if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))]
    long = [node.name for node in functions if (node.end_lineno or 0) - node.lineno >= LONGEST_FUNCTION]
    assert "migrations" in path.parts or long == []
