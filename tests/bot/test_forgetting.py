"""What stays in memory of somebody who erased everything."""

import importlib
import inspect
import pkgutil
from collections.abc import Iterator
from functools import _lru_cache_wrapper
from typing import Any
from urllib.parse import urlsplit

import bot
import storage
from bot.forgetting import MEMORIES, forget_words
from bot.limits import Limits, rates
from tests.chat import Chat

#: Asked for zones, languages, keys of Dotty's own, days, cadences, tables, or the first letters of a word: not for what
#: people typed.
IMPERSONAL = {"clock", "_catalogue", "_composition", "_parser", "_due_on", "_joined", "urlsplit"}


def memories() -> dict[str, Any]:
    """Every function in the code that remembers what it was asked."""
    found: dict[str, Any] = {}
    for package in (bot, storage):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if "__main__" in module.name or ".migrations" in module.name:
                continue
            for name, value in vars(importlib.import_module(module.name)).items():
                if isinstance(value, _lru_cache_wrapper):
                    found[name] = value
    return found


def takes_words(memory: Any) -> bool:
    return any(
        parameter.annotation in (str, "str") for parameter in inspect.signature(memory.__wrapped__).parameters.values()
    )


def test_no_memory_of_words_is_forgotten_here() -> None:
    assert {each for name, each in memories().items() if name not in IMPERSONAL and takes_words(each)} == set(
        MEMORIES
    ) - {urlsplit}


def test_every_memory_of_words_is_bounded() -> None:
    assert all(each.cache_parameters()["maxsize"] is not None for each in MEMORIES)


def test_whoever_erases_everything_leaves_no_word_in_memory(chat: Chat) -> None:
    chat.say("Zyxwenna Quorlimund, monthly, #chess\nBen Okafor, monthly")
    chat.say("note on Zyxwenna: her birthday is on 2 December")
    chat.say("Zyxwenna needs a designer")
    chat.week()
    assert any(each.cache_info().currsize for each in MEMORIES)
    chat.say("/erase")
    chat.say("erase everything")
    assert [each.cache_info().currsize for each in MEMORIES] == [0] * len(MEMORIES)


def everything_in(value: object) -> Iterator[object]:
    """What an object of ours holds, to the last number and word."""
    if isinstance(value, dict):
        held = [*value.keys(), *value.values()]
    elif isinstance(value, (set, list, tuple)):
        held = list(value)
    elif type(value).__module__.startswith("bot."):
        slots = getattr(value, "__slots__", ())
        held = [*getattr(value, "__dict__", {}).values(), *(getattr(value, each) for each in slots)]
    else:
        held = []
        yield value
    for each in held:
        yield from everything_in(each)


def test_what_limits_remember_of_people_is_numbers(chat: Chat) -> None:
    services = chat.bot.application.bot_data
    services.limits = Limits(rates(60))
    chat.say("Zyxwenna Quorlimund, monthly")
    kept = [*everything_in(services.limits), *everything_in(services.troubles)]
    assert chat.user.id in kept
    assert not any("Zyxwenna" in each for each in kept if isinstance(each, str))


def test_forgetting_changes_no_answer(chat: Chat) -> None:
    chat.say("Ana Ruiz, monthly")
    before = chat.say("/people")
    forget_words()
    assert chat.say("/people") == before
